"""Every verdict on a returned file says what it is, why, and what to do."""

import pytest

from desktop.models.response import Arrival, Choice, Reply, Returned
from desktop.presenters.notes.arrival_words import arrival_words
from desktop.presenters.notice import Tone

SAID = Returned(
    Arrival.ANSWERED, Reply(Choice.DISAGREE, "  Not so.\n", True), fingerprint="AB12", reasons=("Because.",)
)


@pytest.mark.parametrize("arrival", list(Arrival))
def test_each_verdict_has_all_its_words(arrival: Arrival) -> None:
    panel = arrival_words(Returned(arrival), "Tomas Oyelaran")
    assert all((panel.headline, panel.explanation, panel.advice))
    assert "{" not in panel.headline + panel.explanation + panel.advice


def test_no_two_verdicts_sound_alike() -> None:
    heads = [arrival_words(Returned(arrival), "T").headline for arrival in Arrival]
    assert len(set(heads)) == len(heads)


def test_what_was_answered_is_shown_as_it_was_typed() -> None:
    panel = arrival_words(SAID, "T")
    assert dict(panel.answer)["Comment"] == "  Not so.\n"
    assert dict(panel.answer)["Answer"] == "Disagrees"
    assert panel.reasons == ("Because.",)
    assert panel.fingerprint == ""


def test_a_changed_key_is_louder_than_an_unknown_one() -> None:
    unknown = Returned(Arrival.UNKNOWN_SIGNER, fingerprint="AB12")
    assert arrival_words(unknown, "T").tone is Tone.WARN
    changed = arrival_words(unknown, "Tomas", changed=True)
    assert changed.tone is Tone.BAD
    assert "another key than before" in changed.headline
    assert changed.fingerprint == "AB12"
