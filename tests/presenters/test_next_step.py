"""Every state of a note has a next step, and disagreement is an ordinary one."""

from datetime import timedelta

import pytest

from desktop.models.ids import now
from desktop.models.response import Arrival, Choice, Standing
from desktop.presenters.notes.next_step import next_step

TODAY = now().astimezone().date()
GIVEN = Standing("note", handed_over_at=now())


def step(standing: Standing | None) -> str:
    return next_step(standing, "Tomas", TODAY)


@pytest.mark.parametrize("standing", [None, Standing("note")])
def test_a_note_that_was_not_given_is_to_be_given(standing: Standing | None) -> None:
    assert step(standing) == "Next: give Tomas the signed PDF, and a day at least to read it."


def test_an_answer_may_take_days_and_is_then_asked_for() -> None:
    assert step(GIVEN).startswith("Next: wait.")
    assert "what stands in the way" in next_step(GIVEN, "Tomas", TODAY + timedelta(days=7))


def test_disagreement_leads_to_a_talk_not_to_a_change() -> None:
    for arrival in (Arrival.SIGNED, Arrival.ANSWERED):
        told = step(Standing("note", arrival=arrival, choice=Choice.DISAGREE))
        assert told.startswith("Next: offer to talk about it.") and "stay with the note" in told


def test_a_decline_asks_for_a_witness_once() -> None:
    assert "let a witness sign" in step(Standing("note", declined=True))
    assert step(Standing("note", declined=True, witnessed=True)).startswith("Nothing is missing.")


@pytest.mark.parametrize(
    ("arrival", "words"),
    [
        (Arrival.UNKNOWN_SIGNER, "compare the key with Tomas"),
        (Arrival.RESAVED, "saved by another PDF reader"),
        (Arrival.ANSWERED, "Ask for a signature only if"),
        (Arrival.SIGNED, "Nothing is missing."),
    ],
)
def test_every_answer_has_its_step(arrival: Arrival, words: str) -> None:
    assert words in step(Standing("note", arrival=arrival, choice=Choice.AGREE))
