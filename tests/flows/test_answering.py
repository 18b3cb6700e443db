"""The employee's answer: written, signed with a key of their own, saved beside the note."""

import stat
from pathlib import Path

import pytest

from desktop.documents.judging.verify import verify
from desktop.documents.signing.answer import read_reply
from desktop.documents.signing.sign import Signatory
from desktop.flows.keys.own_key import own_identity
from desktop.flows.notes.answering import answerable, answered, answered_name, read_answerable, save_answered, save_as
from desktop.flows.notes.exporting import Wishes, export
from desktop.models.ids import now
from desktop.models.note import Note
from desktop.models.problems import Locked, Problem
from desktop.models.response import Choice, Reply
from desktop.models.verdict import Outcome
from tests.world import World

PASSPHRASE = "calm words for a key"
SAID = Reply(Choice.DISAGREE, "Not so.\n\tلا", scores_used=True)


@pytest.fixture
def given(signing_world: World, note: Note, tmp_path: Path) -> Path:
    return export(signing_world.vault, note, tmp_path).path


def test_a_key_is_made_once_and_opened_by_its_passphrase_only(tmp_path: Path) -> None:
    file = tmp_path / "keys" / "mine.p12"
    made = own_identity(file, "Tomas Oyelaran", PASSPHRASE, now())
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert own_identity(file, "Tomas Oyelaran", PASSPHRASE, now()).certificate == made.certificate
    with pytest.raises(Problem, match="does not open"):
        own_identity(file, "Tomas Oyelaran", "another passphrase", now())
    with pytest.raises(Problem, match="at least 8"):
        own_identity(tmp_path / "other.p12", "Tomas", "short", now())
    assert not (tmp_path / "other.p12").exists()


def test_the_answer_is_signed_and_lies_beside_the_note(given: Path, tmp_path: Path) -> None:
    note = read_answerable(given)
    assert (note.employee, note.can_answer, note.closed) == ("Tomas Oyelaran", True, False)
    mine = own_identity(tmp_path / "mine.p12", "Tomas Oyelaran", PASSPHRASE, now())
    pdf = answered(note.pdf, SAID, Signatory(mine, "Tomas Oyelaran", now()))
    first, second = (save_answered(pdf, tmp_path, note.name) for _ in range(2))
    assert first.name == f"{given.stem} - answered.pdf"
    assert second.name == f"{given.stem} - answered (2).pdf"
    again = read_answerable(first)
    assert (again.reply, again.closed, again.can_answer) == (SAID, True, False)
    assert verify(first.read_bytes(), "").outcome is Outcome.INTACT


def test_an_altered_note_cannot_be_answered(given: Path) -> None:
    data = given.read_bytes()
    note = answerable(data[:9000] + bytes([data[9000] ^ 1]) + data[9001:], "note.pdf")
    assert not note.can_answer


def test_a_name_that_is_taken_is_not_overwritten(given: Path, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="already"):
        save_as(b"words", given)
    with pytest.raises(Problem, match="does not exist"):
        save_as(b"words", tmp_path / "gone" / "x.pdf")
    assert given.read_bytes().startswith(b"%PDF")
    assert answered_name("note.pdf") == "note - answered.pdf"


def test_a_copy_under_a_password_is_answered_with_it(signing_world: World, note: Note, tmp_path: Path) -> None:
    path = export(signing_world.vault, note, tmp_path, wishes=Wishes("told by phone")).path
    with pytest.raises(Locked):
        read_answerable(path)
    locked = read_answerable(path, "told by phone")
    assert locked.can_answer
    assert locked.shown != locked.pdf
    pdf = answered(locked.pdf, SAID, None, locked.password)
    assert read_reply(pdf, "told by phone") == SAID


def test_a_timestamp_authority_that_is_gone_stops_no_export(signing_world: World, note: Note, tmp_path: Path) -> None:
    done = export(signing_world.vault, note, tmp_path, wishes=Wishes(authority="http://127.0.0.1:9/"))
    assert "signed without it" in done.warning
    assert done.verdict.outcome is Outcome.INTACT
