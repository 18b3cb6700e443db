"""Verdicts in words that a manager understands."""

import json
from datetime import UTC, datetime

from desktop.models.verdict import Outcome, SignatureFound, Verdict
from desktop.presenters.notes.verdict_words import verdict_words
from desktop.presenters.notice import Tone

SIGNED = SignatureFound("Mira Solberg", "manager", datetime(2026, 11, 20, 9, 5, tzinfo=UTC), True, True, "ab12" * 16)
RECORD = {
    "kind": "okr",
    "stage": "check-in",
    "manager": {"name": "Mira"},
    "employee": {"name": "Tomas"},
    "held_on": "2026-11-20",
}


def verdict(outcome: Outcome, *found: SignatureFound, record: object = None) -> Verdict:
    data = b"" if record is None else json.dumps(record).encode()
    return Verdict("note.pdf", outcome, found, ("One page was added.",), data)


def test_only_an_intact_file_reads_as_a_yes() -> None:
    tones = {outcome: verdict_words(verdict(outcome, SIGNED)).tone for outcome in Outcome}
    assert tones == {
        Outcome.INTACT: Tone.GOOD,
        Outcome.UNKNOWN_SIGNER: Tone.WARN,
        Outcome.ALTERED: Tone.BAD,
        Outcome.NOT_SIGNED: Tone.BAD,
    }


def test_every_verdict_says_what_it_means_and_what_to_do() -> None:
    panels = [verdict_words(verdict(outcome, SIGNED)) for outcome in Outcome]
    assert len({panel.headline for panel in panels}) == len(panels)
    assert all(panel.explanation and panel.advice for panel in panels)
    assert panels[0].reasons == ("One page was added.",)


def test_a_signature_says_who_when_by_whose_clock_and_a_fingerprint_in_groups() -> None:
    words = verdict_words(verdict(Outcome.INTACT, SIGNED)).signatures[0]
    assert (words.who, words.role) == ("Mira Solberg", "Manager")
    assert "20 Nov 2026" in words.when and "clock" in words.when
    assert words.fingerprint == " ".join(["AB12"] * 16)
    assert words.tone is Tone.GOOD


def test_an_unchecked_signer_is_told_apart_even_where_the_file_is_intact() -> None:
    found = SignatureFound("Mira Solberg", "manager", None, True, False, "AB12 CD34")
    panel = verdict_words(verdict(Outcome.INTACT, found))
    assert "compare the fingerprint" in panel.advice
    assert panel.signatures[0].when == "Time not given"
    assert panel.signatures[0].tone is Tone.INFO


def test_a_broken_signature_does_not_look_good() -> None:
    found = SignatureFound("", "", None, False, True, "")
    words = verdict_words(verdict(Outcome.ALTERED, found)).signatures[0]
    assert (words.tone, words.who) == (Tone.BAD, "Name not given")


def test_the_talk_is_named_only_where_the_file_is_unaltered() -> None:
    named = verdict_words(verdict(Outcome.INTACT, SIGNED, record=RECORD)).about
    assert "Check-in" in named and "Mira and Tomas" in named and "20 Nov 2026" in named
    assert verdict_words(verdict(Outcome.ALTERED, SIGNED, record=RECORD)).about == ""


def test_a_record_that_tells_nothing_is_left_out() -> None:
    for record in ({}, [], "x", RECORD | {"held_on": 7}, RECORD | {"manager": None}):
        assert verdict_words(verdict(Outcome.INTACT, SIGNED, record=record)).about == ""
