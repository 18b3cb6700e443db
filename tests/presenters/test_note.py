"""The note screen without pixels: revisions, corrections, the export."""

from pathlib import Path

import pytest

from desktop.flows.notes.exporting import Exported
from desktop.flows.talk.correcting import reopen
from desktop.flows.talk.sealing import seal
from desktop.models.guide import Kind, Stage
from desktop.models.note import Note
from desktop.models.problems import Problem
from desktop.models.verdict import Outcome, Verdict
from desktop.presenters.destination import Destination, Place
from desktop.presenters.keys.key_alarm import key_changed
from desktop.presenters.notes.note import Asked, NotePresenter, NoteScreen, NoteTools
from desktop.presenters.notice import Tone
from desktop.presenters.pages import PageImage, Pages
from tests.keys import key_of
from tests.world import World


def presenter(world: World, folder: Path, kind: Kind = Kind.PERFORMANCE) -> NotePresenter:
    vault = world.vault

    def export(note: Note, where: Path, asked: Asked) -> Exported:
        path = where / f"{note.revision}.pdf"
        path.write_bytes(b"pdf")
        vault.notes(kind).save_export(note.uid, path.name, b"pdf")
        return Exported(path, Verdict(path.name, Outcome.INTACT), b"pdf")

    tools = NoteTools(
        render=lambda note: note.digest.encode(),
        pages=lambda pdf: Pages(((595, 842),), lambda number, width: PageImage(1, 1, pdf)),
        export=export,
        verify=lambda pdf, name: Verdict(name, Outcome.INTACT),
        reopen=reopen,
        key_changed=lambda note: key_changed(vault, vault.people.person(note.person_uid)),
        needs_pin=lambda: False,
    )
    return NotePresenter(kind, vault.notes(kind), vault.conversations(kind), tools, folder)


def sealed(world: World, words: str = "Said", kind: Kind = Kind.PERFORMANCE) -> Note:
    talk = world.start(kind, Stage.REVIEW if kind is Kind.PERFORMANCE else Stage.CHECK_IN)
    world.say(talk, words)
    return seal(world.vault, kind, talk.uid)


def corrected(world: World, shown: NotePresenter, note: Note, reason: str) -> Note:
    """Correct a note as a person would, and return the next revision."""
    shown.open(note.uid)
    shown.type_reason(reason)
    where = shown.correct()
    assert isinstance(where, Destination), where
    assert where.place is Place.REVIEW
    return seal(world.vault, note.kind, where.uid)


def test_a_note_says_who_when_and_which(world: World, tmp_path: Path) -> None:
    note = sealed(world)
    screen = presenter(world, tmp_path).open(note.uid)
    assert screen.title == "Performance conversation with Tomas Oyelaran"
    assert ("Revision", "1") in screen.facts
    assert note.digest in "".join(dict(screen.facts)["Digest (SHA-256)"].split())
    assert (screen.exported, screen.can_correct) == ("", True)


def test_a_preview_is_unsigned_and_an_export_is_what_was_handed_out(world: World, tmp_path: Path) -> None:
    note, shown = sealed(world), presenter(world, tmp_path)
    shown.open(note.uid)
    paper = shown.paper(note.uid)
    assert (paper.uid, paper.verdict, paper.pages.draw(0, 1).pixels) == (note.uid, None, note.digest.encode())
    screen = shown.exported(shown.export(note.uid))
    assert screen.exported == str(tmp_path / "1.pdf")
    paper = shown.paper(note.uid)
    assert paper.verdict is not None and paper.pages.draw(0, 1).pixels == b"pdf"
    assert presenter(world, tmp_path).open(note.uid).exported == screen.exported
    (tmp_path / "1.pdf").unlink()
    assert presenter(world, tmp_path).open(note.uid).exported == ""


@pytest.mark.parametrize("reason", ["", " \n"])
def test_a_correction_without_a_reason_is_none(world: World, tmp_path: Path, reason: str) -> None:
    shown = presenter(world, tmp_path)
    shown.open(sealed(world).uid)
    shown.type_reason(reason)
    screen = shown.correct()
    assert isinstance(screen, NoteScreen) and "reason" in screen.reason_error
    assert screen.reason == reason


@pytest.mark.parametrize("kind", Kind)
def test_a_correction_is_corrected_again_and_each_revision_stays(world: World, tmp_path: Path, kind: Kind) -> None:
    shown = presenter(world, tmp_path, kind)
    notes = [sealed(world, kind=kind)]
    for reason in ("The first slip", "The second slip"):
        notes.append(corrected(world, shown, notes[-1], reason))
    assert [note.revision for note in notes] == [1, 2, 3]
    assert {note.series for note in notes} == {notes[0].uid}
    assert notes[2].content["note"]["corrects"] == notes[1].digest
    rows = shown.open(notes[0].uid).revisions
    assert [(row.label, row.shown) for row in rows] == [
        ("Revision 3", False),
        ("Revision 2", False),
        ("Revision 1", True),
    ]
    assert "The second slip" in rows[0].detail
    assert world.vault.check() == ()


def test_an_old_revision_is_shown_with_a_word_and_not_corrected(world: World, tmp_path: Path) -> None:
    shown = presenter(world, tmp_path)
    first = sealed(world)
    shown.open(first.uid)
    shown.type_reason("Typed before somebody else corrected it")
    corrected(world, presenter(world, tmp_path), first, "Faster")
    screen = shown.correct()
    assert isinstance(screen, NoteScreen) and "newer revision" in screen.reason_error
    assert screen.reason == "Typed before somebody else corrected it"
    screen = shown.open(first.uid)
    assert not screen.can_correct
    assert screen.notice is not None and screen.notice.tone is Tone.WARN


def test_one_correction_is_open_at_a_time(world: World, tmp_path: Path) -> None:
    shown = presenter(world, tmp_path)
    note = sealed(world)
    shown.open(note.uid)
    for number in range(2):
        shown.type_reason(f"Reason {number}")
        answer = shown.correct()
    assert isinstance(answer, NoteScreen) and "open already" in answer.reason_error
    assert len(world.vault.conversations(Kind.PERFORMANCE).conversations()) == 2


def test_a_note_that_is_not_there_is_said(world: World, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="no longer has this entry"):
        presenter(world, tmp_path).open("nowhere")


def test_a_key_that_changed_is_told_on_the_note(world: World, tmp_path: Path) -> None:
    note, shown = sealed(world), presenter(world, tmp_path)
    assert shown.open(note.uid).key_changed == ""
    world.vault.profile.pin(world.employee.uid, key_of("Tomas Oyelaran").certificate, compared=True)
    world.vault.profile.pin(world.employee.uid, key_of("Tomas O.").certificate)
    told = shown.open(note.uid)
    assert "Tomas Oyelaran changed on" in told.key_changed
    assert told.person_uid == world.employee.uid
