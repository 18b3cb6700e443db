"""What becomes of a sealed note, through the real window: taken home, answered in the room, declined, come back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.app.program import Program
from desktop.documents.files.locks import is_locked
from desktop.documents.keys.identity import make_identity
from desktop.documents.signing.answer import fill
from desktop.documents.signing.sign import Signatory, countersign
from desktop.flows.talk.sealing import seal
from desktop.models.guide import Kind, Stage
from desktop.models.ids import now
from desktop.models.note import Note
from desktop.models.people import Person
from desktop.models.response import Choice, Reply
from desktop.presenters.destination import Place
from desktop.presenters.notes.respond_screen import Step
from desktop.selftest.hands import choose, draw, find_as, press, type_into, until
from desktop.views.notes.answers_section import AnswersSection
from desktop.views.notes.note_view import NoteView
from desktop.views.notes.respond_view import RespondView
from desktop.views.vault.first_run_view import FirstRunView
from desktop.views.widgets import Rail, SignaturePad
from tests.documents.tools import text_of
from tests.running import at, go, running, seen
from tests.world import World

PASSWORD = "told by phone"


@pytest.fixture
def program(qtbot: QtBot, world: World) -> Iterator[Program]:
    with running(world.vault.folder, world.vault.folder.parent / "settings.toml") as started:
        yield started


@pytest.fixture
def note(world: World) -> Note:
    talk = world.start(Kind.PERFORMANCE, Stage.REVIEW)
    world.say(talk, "Said")
    return seal(world.vault, Kind.PERFORMANCE, talk.uid)


def shown(program: Program, note: Note, path: str = "") -> NoteView:
    view = go(program, Place.NOTE, note.uid, note.kind, path)
    assert isinstance(view, NoteView)
    until(lambda: view.paper is not None, "the pages", 30)
    return view


def exported(program: Program, note: Note) -> tuple[NoteView, bytes]:
    view = shown(program, note)
    press(view, "export")
    until(lambda: view.paper is not None and view.paper.verdict is not None, "the signed pages", 30)
    return view, Path(view.shown.exported).read_bytes()


def section(view: NoteView) -> AnswersSection:
    return view.findChildren(AnswersSection)[0]


def rail(program: Program) -> Rail:
    return program.window.findChildren(Rail)[0]


def waiting(home: QWidget) -> QWidget:
    found = home.findChild(QWidget, "home-waiting")
    assert isinstance(found, QWidget)
    return found


def taken_in(view: NoteView, path: Path) -> AnswersSection:
    part = section(view)
    part.take_in(path)
    until(lambda: part.shown.arrival is not None or bool(part.shown.locked), "the verdict", 30)
    return part


def room(program: Program, view: NoteView) -> RespondView:
    press(view, "answer-here")
    page = at(program, RespondView)
    until(lambda: page.shown.step is Step.READ, "the note in the room", 30)
    return page


def test_it_is_taken_home_and_comes_back_signed(program: Program, note: Note, tmp_path: Path) -> None:
    view, pdf = exported(program, note)
    press(view, "hand-over")
    assert "With Tomas since" in seen(view)
    tomas = make_identity(Person("", "Tomas Oyelaran"), now())
    back = tmp_path / "back.pdf"
    words = Reply(Choice.DISAGREE, '<b>Not</b> so & "so"')
    back.write_bytes(countersign(fill(pdf, words), Signatory(tomas, "Tomas Oyelaran", now())))
    part = taken_in(view, back)
    assert "Signed by someone unknown" in seen(view)
    assert words.comment in seen(view)
    assert len(part.shown.spoken.split()) == 12
    press(view, "trust-key")
    assert "the key was compared later" in seen(view)
    back.write_bytes(countersign(fill(pdf, Reply(Choice.AGREE)), Signatory(tomas, "Tomas Oyelaran", now())))
    assert taken_in(shown(program, note), back).shown.arrival is not None
    assert "Answered and signed" in seen(view)


def test_a_file_dropped_elsewhere_arrives_with_its_note(program: Program, note: Note, tmp_path: Path) -> None:
    _view, pdf = exported(program, note)
    back = tmp_path / "back.pdf"
    back.write_bytes(fill(pdf, Reply(Choice.AGREE, "Yes.")))
    go(program, Place.HOME)
    view = shown(program, note, str(back))
    until(lambda: section(view).shown.arrival is not None, "the verdict", 30)
    assert "Answered, not signed" in seen(view)


def test_in_the_room_nothing_else_is_in_sight_and_the_window_turns_back(program: Program, note: Note) -> None:
    page = room(program, exported(program, note)[0])
    assert rail(program).isHidden()
    press(page, "respond-answer")
    choose(page, "choice", str(Choice.AGREE))
    draw(find_as(page, "strokes", SignaturePad))
    press(page, "respond-sign")
    until(lambda: page.shown.step is Step.DONE, "the answer", 30)
    press(page, "respond-done")
    view = at(program, NoteView)
    assert "Answered and signed in the room" in seen(view)
    assert rail(program).isVisible()


def test_who_declines_in_the_room_is_recorded_with_the_witness(program: Program, note: Note) -> None:
    page = room(program, exported(program, note)[0])
    press(page, "respond-refuse")
    type_into(page, "reason", "I want to think it over")
    type_into(page, "witness", "Noor Ebbe")
    choose(page, "witness_way", "type")
    press(page, "respond-decline")
    until(lambda: page.shown.step is Step.DONE, "the refusal", 30)
    press(page, "respond-done")
    words = seen(at(program, NoteView))
    assert "Declined on" in words
    assert "witness: Noor Ebbe" in words
    assert "I want to think it over" in words


def test_a_statement_that_came_later_is_attached(program: Program, note: Note) -> None:
    view = shown(program, note)
    press(view, "statement-write")
    type_into(view, "statement-words", "One more thing.")
    press(view, "statement-keep")
    assert "statement.txt" in seen(view)
    assert "travels with every copy" in seen(view)


def test_a_copy_under_a_password_is_made_answered_and_taken_in(
    program: Program, note: Note, world: World, tmp_path: Path
) -> None:
    view = shown(program, note)
    press(view, "for-mail")
    type_into(view, "copy-password", PASSWORD)
    press(view, "export")
    until(lambda: bool(view.shown.exported), "the file", 30)
    pdf = Path(view.shown.exported).read_bytes()
    assert is_locked(pdf)
    back = tmp_path / "back.pdf"
    back.write_bytes(fill(pdf, Reply(Choice.AGREE, "Yes."), PASSWORD))
    part = taken_in(view, back)
    assert part.shown.locked
    type_into(view, "answer-password", PASSWORD)
    press(view, "answer-unlock")
    until(lambda: part.shown.arrival is not None, "the verdict", 30)
    assert "Answered, not signed" in seen(view)


def test_who_has_no_vault_can_answer_a_note(qtbot: QtBot, tmp_path: Path) -> None:
    with running(tmp_path / "nothing", tmp_path / "settings.toml") as program:
        press(at(program, FirstRunView), "respond")
        page = at(program, RespondView)
        assert page.shown.step is Step.CHOOSE
        assert rail(program).isHidden()
        press(page, "respond-back")
        at(program, FirstRunView)


def test_home_says_what_is_waited_for_and_verify_offers_to_take_it_in(
    program: Program, note: Note, tmp_path: Path
) -> None:
    view, pdf = exported(program, note)
    press(view, "hand-over")
    home = go(program, Place.HOME)
    assert waiting(home).isVisible()
    assert "With Tomas since" in seen(waiting(home))
    back = tmp_path / "back.pdf"
    back.write_bytes(fill(pdf, Reply(Choice.AGREE, "Yes.")))
    verify = go(program, Place.VERIFY, path=str(back))
    until(lambda: "This file belongs to a note of yours." in seen(verify), "the offer", 30)
    press(verify, "verify-take-in")
    view = at(program, NoteView)
    until(lambda: section(view).shown.arrival is not None, "the verdict", 30)
    assert "Agrees, answered, not signed" in seen(go(program, Place.NOTES))
    assert not waiting(go(program, Place.HOME)).isVisible()


def test_verify_opens_a_locked_file_with_its_password(program: Program, note: Note) -> None:
    view = shown(program, note)
    press(view, "for-mail")
    type_into(view, "copy-password", PASSWORD)
    press(view, "export")
    until(lambda: bool(view.shown.exported), "the file", 30)
    verify = go(program, Place.VERIFY, path=view.shown.exported)
    until(lambda: "locked with a password" in seen(verify), "the question", 30)
    type_into(verify, "verify-password", PASSWORD)
    press(verify, "verify-unlock")
    until(lambda: "Signed and unchanged" in seen(verify), "the verdict", 30)


def test_the_manager_can_sign_by_hand(program: Program, note: Note, tmp_path: Path) -> None:
    view = shown(program, note)
    press(view, "sign-by-hand")
    press(view, "export")
    assert "Draw your signature, or put the pad away" in seen(view)
    assert not view.shown.exported
    draw(find_as(view, "manager-strokes", SignaturePad))
    press(view, "export")
    until(lambda: bool(view.shown.exported), "the file", 30)
    assert "Mira Solberg · Manager" in text_of(Path(view.shown.exported).read_bytes(), tmp_path)
    assert not view.findChild(SignaturePad, "manager-strokes").isVisible()


def test_a_password_that_was_begun_is_not_forgotten(program: Program, note: Note) -> None:
    view = shown(program, note)
    press(view, "for-mail")
    press(view, "export")
    assert "Type the password, or take it off again." in seen(view)
    assert not view.shown.exported
    press(view, "for-mail")
    press(view, "export")
    until(lambda: bool(view.shown.exported), "the file", 30)
    assert not is_locked(Path(view.shown.exported).read_bytes())


def test_what_is_typed_for_one_note_is_not_there_for_the_next(program: Program, note: Note, world: World) -> None:
    view = shown(program, note)
    press(view, "for-mail")
    type_into(view, "copy-password", PASSWORD)
    talk = world.start(Kind.PERFORMANCE, Stage.REVIEW)
    world.say(talk, "Another")
    shown(program, seal(world.vault, Kind.PERFORMANCE, talk.uid))
    press(view, "export")
    until(lambda: bool(view.shown.exported), "the file", 30)
    assert not is_locked(Path(view.shown.exported).read_bytes())
