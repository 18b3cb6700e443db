"""Answering on the manager's own screen, and declining before a witness."""

from datetime import date
from pathlib import Path

import pytest

from desktop.documents.judging.verify import verify
from desktop.flows.keys.trusting import trusted_certificates
from desktop.flows.notes.in_the_room import answer_here, decline_here
from desktop.models.hand import Hand
from desktop.models.note import Note
from desktop.models.problems import Problem
from desktop.models.response import Arrival, Choice, Reply, Way
from desktop.models.verdict import Outcome
from desktop.presenters.notes.verdict_words import verdict_words
from tests.world import World

TOMAS = Hand("Tomas Oyelaran", (((0.1, 0.5), (0.5, 0.2), (0.9, 0.6)),))
DAY = date(2026, 11, 20)


def test_the_answer_is_signed_kept_and_taken_away(signing_world: World, note: Note, tmp_path: Path) -> None:
    done = answer_here(signing_world.vault, note, tmp_path, Reply(Choice.AGREE, "Fine."), TOMAS)
    assert done.path.name == "2026-11-20 Performance conversation - Tomas Oyelaran - answered.pdf"
    (kept,) = signing_world.vault.responses(note.kind).responses(note.uid)
    assert (kept.way, kept.arrival, kept.signer) == (Way.ROOM, Arrival.SIGNED, "Tomas Oyelaran")
    assert done.path.read_bytes() == signing_world.vault.responses(note.kind).file(kept.uid)
    verdict = verify(done.path.read_bytes(), "", trusted_certificates(signing_world.vault))
    assert verdict.outcome is Outcome.INTACT
    assert [(found.trusted, found.one_time) for found in verdict.signatures] == [(True, False), (True, True)]
    assert verdict_words(verdict).signatures[1].state == "Unchanged, signed in the room on this machine"


def test_the_key_for_it_is_nowhere(signing_world: World, note: Note, tmp_path: Path) -> None:
    answer_here(signing_world.vault, note, tmp_path, Reply(Choice.AGREE), TOMAS)
    assert signing_world.vault.profile.identity(note.person_uid) is None
    assert signing_world.vault.profile.pins(note.person_uid) == ()


def test_a_closed_note_is_not_answered_again(signing_world: World, note: Note, tmp_path: Path) -> None:
    answer_here(signing_world.vault, note, tmp_path, Reply(Choice.AGREE), TOMAS)
    again = answer_here(signing_world.vault, note, tmp_path, Reply(Choice.DISAGREE, "After all not."), TOMAS)
    kept = signing_world.vault.responses(note.kind).responses(note.uid)
    assert [each.choice for each in kept] == ["agree", "disagree"]
    assert again.path.name.endswith("answered (2).pdf")


def test_who_declines_is_recorded_with_the_witness(signing_world: World, note: Note, tmp_path: Path) -> None:
    done = decline_here(signing_world.vault, note, tmp_path, "not today", DAY, Hand("Noor Ebbe"))
    store = signing_world.vault.responses(note.kind)
    (declined,) = store.declines(note.uid)
    assert (declined.reason, declined.witness, declined.declined_on) == ("not today", "Noor Ebbe", DAY)
    assert done.homecoming.response is not None
    assert declined.response_uid == done.homecoming.response.uid
    assert done.homecoming.returned.arrival is Arrival.WITNESSED
    assert [found.role for found in verify(done.path.read_bytes(), "").signatures] == ["manager", "witness"]


@pytest.mark.parametrize("name", ["Mira Solberg", " tomas  oyelaran ", "", "Mira\u200b Solberg", "\u2060"])
def test_a_witness_is_a_third_person(name: str, signing_world: World, note: Note, tmp_path: Path) -> None:
    with pytest.raises(Problem):
        decline_here(signing_world.vault, note, tmp_path, "", DAY, Hand(name))
    assert list(tmp_path.glob("*.pdf")) == []
    assert signing_world.vault.responses(note.kind).declines(note.uid) == ()


def test_disagreement_needs_a_comment(signing_world: World, note: Note, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="what you disagree with"):
        answer_here(signing_world.vault, note, tmp_path, Reply(Choice.DISAGREE), TOMAS)
    assert signing_world.vault.responses(note.kind).responses(note.uid) == ()
