"""The locked window: nothing of what was shown is in it, the key is gone, and everything typed comes back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.app.program import Program
from desktop.flows.talk.sealing import seal
from desktop.models.conversation import Conversation, Voice
from desktop.models.guide import Kind, Stage
from desktop.presenters.destination import Place
from desktop.selftest.hands import choose, find, press, row_of, type_into, until
from desktop.storage.vault import Vault
from desktop.views.notes.note_view import NoteView
from desktop.views.notes.respond_view import RespondView
from desktop.views.people.home_view import HomeView
from desktop.views.talk.conversation_view import ConversationView
from desktop.views.vault.locked_view import LockedView
from desktop.views.widgets import AreaField, LineField, VoiceField
from desktop.views.work import Work
from tests.keys import VAULT_KEY
from tests.running import at, clean_up, go, notices, question, running, seen, vault_of
from tests.storage.test_holding import held_elsewhere
from tests.world import World

NAMES = ("Tomas", "Oyelaran", "Mira", "Solberg", "Customers get help")


@pytest.fixture
def program(qtbot: QtBot, world: World) -> Iterator[Program]:
    with running(world.vault.folder, world.vault.folder.parent / "settings.toml") as started:
        yield started


@pytest.fixture
def talk(world: World) -> Conversation:
    return world.start(Kind.OKR, Stage.CHECK_IN)


def lock(program: Program) -> LockedView:
    """Press the keys that lock, and return what is shown then."""
    program.window.activateWindow()
    until(program.window.isActiveWindow, "the active window", 10)
    QTest.keyClick(program.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    return at(program, LockedView)


def unlock(program: Program) -> QWidget:
    """Unlock, and return the screen that is shown then."""
    press(program.window, "unlock")
    until(lambda: not program.window.is_veiled, "the unlocked window", 10)
    clean_up()
    view = program.window.screen_view
    assert view is not None
    return view


def names_in(program: Program) -> list[str]:
    """Return which names can be found in any window of the program."""
    clean_up()
    shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    text = "\n".join(seen(each) + each.windowTitle() for each in shown)
    return [name for name in NAMES if name in text]


def said_on_disk(folder: Path, talk: Conversation) -> list[str]:
    vault = Vault.open(folder, VAULT_KEY)
    try:
        return [each.text for each in vault.conversations(talk.kind).answers(talk.uid) if each.text]
    finally:
        vault.close()


def text_of(view: QWidget, name: str) -> str:
    field = find(view, name)
    assert isinstance(field, LineField | AreaField)
    return field.text()


def test_in_mid_word_nothing_is_lost_and_one_goes_on_where_one_was(
    program: Program, world: World, talk: Conversation
) -> None:
    vault = vault_of(program)
    view = go(program, Place.CONVERSATION, talk.uid, Kind.OKR)
    assert isinstance(view, ConversationView)
    assert "Tomas" in names_in(program)
    type_into(view, "voice-manager", "half a wo")
    field = view.findChild(VoiceField, "voice-manager")
    assert isinstance(field, VoiceField)
    editor = field.editor()
    editor.setFocus()
    cursor = editor.textCursor()
    lock(program)
    assert names_in(program) == []
    assert vault.key is None
    assert said_on_disk(world.vault.folder, talk) == ["half a wo"]

    assert unlock(program) is view
    assert vault.key == VAULT_KEY
    assert editor.hasFocus() and editor.textCursor() == cursor
    QTest.keyClick(editor, Qt.Key.Key_R)
    QTest.keyClick(editor, Qt.Key.Key_D)
    view.leave()
    assert vault.writer.flush(10)
    said = vault.conversations(Kind.OKR).answers(talk.uid)
    assert [each.text for each in said if each.voice is Voice.MANAGER] == ["half a word"]


def test_the_rail_has_a_lock_and_home_comes_back(program: Program) -> None:
    row_of(program.window, "Lock").click()
    at(program, LockedView)
    assert names_in(program) == []
    assert isinstance(unlock(program), HomeView)
    row_of(program.window, "People").click()
    assert "Tomas" in names_in(program)


def test_keys_lead_nowhere_from_a_locked_window(program: Program) -> None:
    view = lock(program)
    for key in (Qt.Key.Key_2, Qt.Key.Key_Left):
        QTest.keyClick(program.window, key, Qt.KeyboardModifier.AltModifier)
    assert program.window.screen_view is view
    program.window.tell("Something about Tomas.")
    assert names_in(program) == []
    unlock(program)
    assert notices(program) == ["Something about Tomas."]


def test_forms_that_are_not_saved_come_back_as_they_were(program: Program, world: World) -> None:
    okrs = go(program, Place.OKRS)
    press(okrs, "add-objective")
    type_into(okrs, "why_now", "Half a reason")
    person = go(program, Place.PERSON, world.employee.uid)
    press(person, "edit-person")
    type_into(person, "edit-role", "Half a role")
    lock(program)
    assert unlock(program) is person
    assert text_of(person, "edit-role") == "Half a role"
    press(person, "edit-save")
    assert vault_of(program).people.person(world.employee.uid).role == "Half a role"
    okrs = go(program, Place.OKRS)
    assert text_of(okrs, "why_now") == "Half a reason"


def test_the_answer_of_an_employee_comes_back_and_the_room_stays_closed(program: Program, world: World) -> None:
    note = note_of(world)
    view = go(program, Place.NOTE, note, Kind.OKR)
    press(view, "answer-here")
    room = at(program, RespondView)
    until(lambda: room.shown.can_answer, "the note", 20)
    press(room, "respond-answer")
    choose(room, "choice", "disagree")
    type_into(room, "comment", "Not in the way it is wri")
    lock(program)
    assert names_in(program) == []
    assert unlock(program) is room
    assert text_of(room, "comment") == "Not in the way it is wri"
    QTest.keyClick(program.window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert program.window.screen_view is room


def test_a_statement_that_is_being_written_comes_back(program: Program, world: World) -> None:
    view = go(program, Place.NOTE, note_of(world), Kind.OKR)
    assert isinstance(view, NoteView)
    press(view, "statement-write")
    type_into(view, "statement-words", "I would have")
    lock(program)
    assert unlock(program) is view
    assert text_of(view, "statement-words") == "I would have"


def test_an_open_question_is_answered_with_no(program: Program, talk: Conversation) -> None:
    view = go(program, Place.REVIEW, talk.uid, Kind.OKR)
    press(view, "discard")
    until(lambda: QGuiApplication.focusWindow() is not program.window.windowHandle(), "the question", 10)
    asked = question(program)
    assert asked is not None
    QTest.keyClick(asked.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    at(program, LockedView)
    assert question(program) is None
    assert names_in(program) == []
    assert unlock(program) is view
    assert not any(each.isVisible() for each in QApplication.topLevelWidgets() if isinstance(each, QDialog))
    assert vault_of(program).conversations(Kind.OKR).conversation(talk.uid).uid == talk.uid


def test_a_disk_that_takes_nothing_keeps_words_and_key_until_it_does(
    program: Program, world: World, talk: Conversation
) -> None:
    vault, folder = vault_of(program), world.vault.folder
    view = go(program, Place.CONVERSATION, talk.uid, Kind.OKR)
    away = folder.with_name("away")
    folder.rename(away)
    type_into(view, "voice-manager", "typed before the stick was pulled")
    lock(program)
    assert names_in(program) == []
    assert "The disk has not taken your last words yet" in seen(program.window)
    assert vault.key == VAULT_KEY
    away.rename(folder)
    until(lambda: vault.key is None, "the closed vault", 10)
    clean_up()
    assert "The disk has not taken" not in seen(program.window)
    assert said_on_disk(folder, talk) == ["typed before the stick was pulled"]
    assert unlock(program) is view


def test_what_goes_on_when_it_is_locked_ends_before_the_vault_is_closed(program: Program, world: World) -> None:
    vault, gate = vault_of(program), []
    work = Work(lambda report, cancelled: until_open(gate))
    work.start()
    lock(program)
    assert "Something is still being finished" in seen(program.window)
    assert vault.key == VAULT_KEY
    gate.append("open")
    until(lambda: vault.key is None, "the closed vault", 10)


def until_open(gate: list[str]) -> None:
    while not gate:
        pass


def test_another_program_in_the_vault_keeps_it_locked(program: Program, world: World) -> None:
    world.vault.close()
    lock(program)
    with held_elsewhere(world.vault.folder) as other:
        press(program.window, "unlock")
        until(lambda: f"process {other.pid}" in seen(program.window), "who holds it", 10)
        assert names_in(program) == []
    press(program.window, "try-again")
    until(lambda: not program.window.is_veiled, "the unlocked window", 10)
    assert isinstance(program.window.screen_view, HomeView)


def test_a_vault_that_was_taken_away_opens_nothing(program: Program, world: World) -> None:
    folder = world.vault.folder
    view = go(program, Place.PEOPLE)
    lock(program)
    folder.rename(folder.with_name("away"))
    press(program.window, "unlock")
    until(lambda: "not there any more" in seen(program.window), "the trouble", 10)
    QTest.keyClick(program.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert names_in(program) == []
    folder.with_name("away").rename(folder)
    press(program.window, "try-again")
    until(lambda: program.window.screen_view is view, "what was left", 10)


def test_sleep_and_idleness_lock(program: Program) -> None:
    program._locking._sleep.told(False)
    assert not program.window.is_veiled
    program._locking._sleep.told(True)
    at(program, LockedView)
    unlock(program)
    program._locking._idle.idle.emit()
    at(program, LockedView)


def test_a_locked_window_can_be_closed(program: Program, talk: Conversation) -> None:
    type_into(go(program, Place.CONVERSATION, talk.uid, Kind.OKR), "voice-manager", "kept")
    lock(program)
    assert program.window.close()


def note_of(world: World) -> str:
    """Seal a conversation and return the uid of its note."""
    talk = world.start(Kind.OKR, Stage.CHECK_IN)
    world.say(talk, "We said this.")
    return seal(world.vault, Kind.OKR, talk.uid).uid
