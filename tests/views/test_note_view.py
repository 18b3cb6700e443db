"""A sealed note, through what a user sees and does."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.app.program import Program
from desktop.flows.talk.correcting import reopen
from desktop.flows.talk.sealing import seal
from desktop.models.guide import Kind, Stage
from desktop.models.note import Note
from desktop.presenters.destination import Place
from desktop.selftest.hands import find, press, type_into, until
from desktop.views.keys.person_key_view import PersonKeyView
from desktop.views.notes.note_view import NoteView
from desktop.views.notes.verdict_panel import VerdictPanelView
from desktop.views.talk.review_view import ReviewView
from desktop.views.widgets import AreaField
from tests.keys import key_of
from tests.running import at, clean_up, go, running, seen
from tests.views.sight import words
from tests.world import World


@pytest.fixture
def program(qtbot: QtBot, world: World) -> Iterator[Program]:
    with running(world.vault.folder, world.vault.folder.parent / "settings.toml") as started:
        yield started


def sealed(world: World, words: str = "Said", kind: Kind = Kind.PERFORMANCE) -> Note:
    talk = world.start(kind, Stage.REVIEW if kind is Kind.PERFORMANCE else Stage.CHECK_IN)
    world.say(talk, words)
    return seal(world.vault, kind, talk.uid)


def show(program: Program, note: Note) -> NoteView:
    view = go(program, Place.NOTE, note.uid, note.kind)
    assert isinstance(view, NoteView)
    return view


def drawn(view: NoteView) -> NoteView:
    until(lambda: view.paper is not None, "the pages", 30)
    return view


def exported(view: NoteView) -> NoteView:
    press(view, "export")
    until(lambda: view.paper is not None and view.paper.verdict is not None, "the signed pages", 30)
    return view


def reason_of(view: NoteView) -> AreaField:
    field = find(view, "correction-reason")
    assert isinstance(field, AreaField)
    return field


def test_the_file_is_signed_and_said_to_be(program: Program, world: World) -> None:
    view = exported(drawn(show(program, sealed(world))))
    assert "Signed, checked and saved" in seen(view)
    assert Path(view.shown.exported).is_file()
    assert find(view, "verdict").tone == "good"  # type: ignore[attr-defined]


def test_a_reason_being_typed_outlives_what_ends_meanwhile(program: Program, world: World) -> None:
    first, second = sealed(world), sealed(world, "Another")
    view = drawn(show(program, first))
    press(view, "correct")
    type_into(view, "correction-reason", "A name was mis")
    exported(view)
    assert reason_of(view).text() == "A name was mis"
    view.choose_folder(str(world.vault.folder))
    assert reason_of(view).text() == "A name was mis"
    drawn(show(program, second))
    assert "A name was mis" not in seen(view)
    assert reason_of(drawn(show(program, first))).text() == "A name was mis"
    press(view, "correction-open")
    assert "A name was mis" in seen(at(program, ReviewView))


def test_a_correction_needs_a_reason(program: Program, world: World) -> None:
    view = drawn(show(program, sealed(world)))
    press(view, "correct")
    press(view, "correction-open")
    assert "needs its reason" in reason_of(view).error()


def test_another_notes_verdict_is_never_shown(program: Program, world: World) -> None:
    first, second = sealed(world), sealed(world, "Another")
    view = exported(drawn(show(program, first)))
    assert view.findChildren(VerdictPanelView)
    show(program, second)
    clean_up()
    assert not [each for each in view.findChildren(VerdictPanelView) if each.isVisible()]
    assert drawn(view).paper is not None and view.paper is not None and view.paper.uid == second.uid


def test_an_export_begun_while_the_pages_wait_to_be_shown_is_heard(program: Program, world: World) -> None:
    view = show(program, sealed(world))
    assert QThreadPool.globalInstance().waitForDone(30_000)  # drawn, but nobody was told yet
    exported(view)
    assert find(view, "export").isEnabled()


def test_a_folder_that_is_gone_is_said_and_the_button_lives(program: Program, world: World) -> None:
    view = drawn(show(program, sealed(world)))
    view.choose_folder(str(world.vault.folder / "gone"))
    press(view, "export")
    until(lambda: "does not exist" in seen(view), "the sentence", 30)
    assert find(view, "export").isEnabled()
    assert world.vault.notes(Kind.PERFORMANCE).exports(view.shown.uid) == ()


def test_an_older_revision_says_so_and_is_not_corrected(program: Program, world: World) -> None:
    first = sealed(world, kind=Kind.OKR)
    view = drawn(show(program, first))
    store = world.vault.conversations(Kind.OKR)
    second = seal(world.vault, Kind.OKR, reopen(store, first, "A name").uid)  # by another program
    press(view, "correct")
    type_into(view, "correction-reason", "Another name")
    press(view, "correction-open")
    assert "newer revision" in reason_of(view).error()
    view = drawn(show(program, first))
    assert "A newer revision of this note exists." in seen(view)
    assert not view._correct.isVisible()
    third = reopen(store, second, "And another")
    assert seal(world.vault, Kind.OKR, third.uid).revision == 3


def test_a_mountain_of_words_is_drawn_and_left(program: Program, world: World) -> None:
    view = show(program, sealed(world, "word " * 4000))
    go(program, Place.HOME)
    drawn(view)
    assert view.paper is not None and len(view.paper.pages) > 5


def test_a_changed_key_is_loud_on_the_note_until_it_is_compared(program: Program, world: World) -> None:
    note, person = sealed(world), world.employee.uid
    view = show(program, note)
    assert "changed on" not in words(view)
    world.vault.profile.pin(person, key_of("Tomas Oyelaran").certificate, compared=True)
    world.vault.profile.pin(person, key_of("Tomas O.").certificate)
    assert "The key of Tomas Oyelaran changed on" in words(show(program, note))
    next(each for each in view.findChildren(QPushButton) if each.text() == "Compare…").click()
    compared = program.window.screen_view
    assert isinstance(compared, PersonKeyView)
    press(compared, "compare-key")
    assert "changed on" not in words(show(program, note))
