"""The window as a whole: what it says of the disk, how it closes, what stays behind when one moves on."""

import gc
import resource
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.app.program import Program
from desktop.flows.talk.sealing import seal
from desktop.models.conversation import Conversation, Voice
from desktop.models.guide import Kind, Stage
from desktop.models.note import Note
from desktop.models.problems import Problem
from desktop.presenters.destination import Destination, Place
from desktop.selftest.hands import press, type_into, until
from desktop.views.notes.note_view import NoteView
from desktop.views.people.home_view import HomeView
from desktop.views.talk.conversation_view import ConversationView
from desktop.views.widgets import SavedLine
from tests.running import answered, at, clean_up, go, notices, question, running, seen, vault_of
from tests.world import World

TYPED = "Typed while the disk took nothing"


@pytest.fixture
def program(qtbot: QtBot, world: World) -> Iterator[Program]:
    with running(world.vault.folder, world.vault.folder.parent / "settings.toml") as started:
        yield started


@pytest.fixture
def talk(world: World) -> Conversation:
    return world.start(Kind.OKR, Stage.CHECK_IN)


@contextmanager
def gone(folder: Path) -> Iterator[None]:
    """Take the whole folder away for a while."""
    away = folder.with_name("away")
    folder.rename(away)
    yield
    away.rename(folder)


@contextmanager
def full(_folder: Path) -> Iterator[None]:
    """Let the disk take no more bytes for a while."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def first_words(world: World, talk: Conversation) -> str:
    said = world.vault.conversations(talk.kind).answers(talk.uid)
    return next((each.text for each in said if each.voice is Voice.MANAGER), "")


def saved_line(view: QWidget) -> str:
    line = view.findChild(SavedLine, "saved-line")
    assert isinstance(line, SavedLine)
    return line.text()


@pytest.mark.parametrize("trouble", [gone, full])
def test_what_the_disk_does_not_take_is_said_kept_and_saved_later(
    program: Program, world: World, talk: Conversation, trouble: object
) -> None:
    writer = vault_of(program).writer
    view = go(program, Place.CONVERSATION, talk.uid, Kind.OKR)
    with trouble(world.vault.folder):  # type: ignore[operator]
        type_into(view, "voice-manager", TYPED)
        until(lambda: saved_line(view).startswith("Not saved: "), "the line that says so", 10)
        [told] = notices(program)
        assert told == saved_line(view) and told.count(".") == 1
        go(program, Place.NOTES)
        assert notices(program) == [told]
        view = go(program, Place.CONVERSATION, talk.uid, Kind.OKR)
        assert TYPED in seen(view)
        assert writer.pending() > 0
    until(lambda: saved_line(view).startswith("Saved "), "the line that says it is saved", 10)
    assert first_words(world, talk) == TYPED
    assert notices(program) == []


def test_sealing_waits_for_no_disk_that_refuses(program: Program, world: World, talk: Conversation) -> None:
    vault_of(program)
    world.say(talk, "Said before")
    with gone(world.vault.folder):
        type_into(go(program, Place.CONVERSATION, talk.uid, Kind.OKR), "voice-manager", TYPED)
        view = go(program, Place.REVIEW, talk.uid, Kind.OKR)
        press(view, "seal")
        answered(program, True)
        until(lambda: "nothing was sealed" in seen(view), "the refusal", 10)
    until(lambda: not vault_of(program).writer.pending(), "the disk", 10)
    press(view, "seal")
    answered(program, True)
    note = at(program, NoteView).shown
    assert TYPED in world.vault.notes(Kind.OKR).note(note.uid).record.decode()


def test_closing_asks_before_words_are_lost(program: Program, world: World, talk: Conversation) -> None:
    vault_of(program)
    view = go(program, Place.CONVERSATION, talk.uid, Kind.OKR)
    with gone(world.vault.folder):
        type_into(view, "voice-manager", TYPED)
        assert not program.window.close()
        said = answered(program, False)
        assert "Not everything is saved" in said and "moved, deleted or replaced" in said
        assert program.window.isVisible() and TYPED in seen(view)
    until(lambda: not vault_of(program).writer.pending(), "the disk", 10)
    assert program.window.close()
    assert question(program) is None
    assert first_words(world, talk) == TYPED


def test_closing_all_the_same_loses_what_it_said(
    program: Program, world: World, talk: Conversation, capsys: pytest.CaptureFixture[str]
) -> None:
    vault_of(program)
    view = go(program, Place.CONVERSATION, talk.uid, Kind.OKR)
    with gone(world.vault.folder):
        type_into(view, "voice-manager", TYPED)
        program.window.close()
        answered(program, True)
        assert not program.window.isVisible()
        program.close()
    assert "Not everything typed could be saved." in capsys.readouterr().err
    assert world.vault.check() == ()


def test_typing_never_waits_for_the_disk(program: Program, qtbot: QtBot, world: World, talk: Conversation) -> None:
    writer, busy, go_on = vault_of(program).writer, Event(), Event()

    def hold() -> None:
        busy.set()
        go_on.wait(30)

    writer.put("a save that hangs", hold)
    assert busy.wait(10)
    view = go(program, Place.CONVERSATION, talk.uid, Kind.OKR)
    assert isinstance(view, ConversationView)
    for name in ("next", "back"):
        press(view, name)
    field = view.findChild(QWidget, "voice-manager").focusProxy()
    for key in TYPED * 4:
        qtbot.keyClicks(field, key)
    until(lambda: saved_line(view) == "Saving…", "the hand-over", 10)
    assert world.vault.conversations(Kind.OKR).answers(talk.uid) == ()
    go_on.set()
    assert writer.flush(10)
    assert first_words(world, talk) == TYPED * 4


def test_closing_while_a_save_hangs_asks(program: Program, talk: Conversation) -> None:
    writer, busy, go_on = vault_of(program).writer, Event(), Event()

    def hold() -> None:
        busy.set()
        go_on.wait(30)

    writer.put("a save that hangs", hold)
    assert busy.wait(10)
    assert not program.window.close()
    assert "not taken everything" in answered(program, False)
    go_on.set()
    assert writer.flush(10)


def test_a_screen_that_cannot_be_opened_leaves_the_one_that_is(
    program: Program, world: World, talk: Conversation
) -> None:
    home = go(program, Place.HOME)
    world.vault.conversations(Kind.OKR).discard(talk.uid)
    home.go.emit(Destination(Place.CONVERSATION, talk.uid, "okr"))
    assert program.window.screen_view is home
    assert notices(program) == ["The vault no longer has this entry; go back and open it again."]
    home.go.emit(Destination(Place.PEOPLE))
    assert notices(program) == []


def test_a_draft_that_was_discarded_is_no_way_back(program: Program, world: World, talk: Conversation) -> None:
    go(program, Place.CONVERSATION, talk.uid, Kind.OKR)
    view = go(program, Place.REVIEW, talk.uid, Kind.OKR)
    press(view, "discard")
    answered(program, True)
    at(program, HomeView)
    program.window._go_back()
    clean_up()
    assert not any("belongs together" in each for each in notices(program))
    assert world.vault.conversations(Kind.OKR).conversations() == ()


def test_what_a_slot_lets_out_becomes_a_sentence(program: Program, caplog: pytest.LogCaptureFixture) -> None:
    program.caught(Problem, Problem("The disk is full."), None)
    assert notices(program) == ["The disk is full."]
    defect = ZeroDivisionError("secret")
    program.caught(ZeroDivisionError, defect, None)
    [told] = notices(program)
    assert "unexpected" in told and "secret" not in told
    assert "secret" in caplog.text


def kinds(root: QObject) -> Counter[str]:
    return Counter(type(each).__name__ for each in root.findChildren(QObject))


def everywhere(program: Program, talk: Conversation, note: Note, person: str) -> None:
    for place in (Place.HOME, Place.PEOPLE, Place.OKRS, Place.NOTES, Place.SETTINGS):
        go(program, place)
    go(program, Place.PERSON, person)
    view = go(program, Place.CONVERSATION, talk.uid, talk.kind)
    for name in ("next", "skip", "back", "back"):
        press(view, name)
    go(program, Place.REVIEW, talk.uid, talk.kind)
    shown = go(program, Place.NOTE, note.uid, note.kind)
    assert isinstance(shown, NoteView)
    until(lambda: shown.paper is not None, "the pages", 30)
    clean_up()


def test_moving_around_leaves_nothing_behind(program: Program, world: World, talk: Conversation) -> None:
    other = world.start(Kind.OKR, Stage.CHECK_IN)
    world.say(other, "Said")
    world.say(talk, "Said here")
    note = seal(world.vault, Kind.OKR, other.uid)
    everywhere(program, talk, note, world.employee.uid)
    everywhere(program, talk, note, world.employee.uid)
    before = kinds(program.window)
    for _round in range(5):
        everywhere(program, talk, note, world.employee.uid)
    assert kinds(program.window) - before == Counter()


def test_views_of_another_vault_are_freed(program: Program, world: World, talk: Conversation) -> None:
    gone_for_good: list[str] = []
    for place in (Place.HOME, Place.PEOPLE, Place.OKRS, Place.NOTES, Place.SETTINGS):
        go(program, place).destroyed.connect(lambda _gone, name=str(place): gone_for_good.append(name))
    view = go(program, Place.CONVERSATION, talk.uid, Kind.OKR)
    view.destroyed.connect(lambda _gone: gone_for_good.append("conversation"))
    del view
    program.window.forget_views()
    clean_up()
    gc.collect()
    assert len(gone_for_good) == 6


def test_leaving_a_note_while_it_is_drawn_shows_the_next_one_alone(
    program: Program, world: World, talk: Conversation
) -> None:
    notes = []
    for words in ("First", "Second"):
        begun = world.start(Kind.PERFORMANCE, Stage.REVIEW)
        world.say(begun, words)
        notes.append(seal(world.vault, Kind.PERFORMANCE, begun.uid))
    for _round in range(3):
        for note in notes:
            view = go(program, Place.NOTE, note.uid, Kind.PERFORMANCE)
    assert isinstance(view, NoteView)
    go(program, Place.HOME)
    view = go(program, Place.NOTE, notes[0].uid, Kind.PERFORMANCE)
    assert isinstance(view, NoteView)
    until(lambda: view.paper is not None, "the pages", 30)
    assert view.paper is not None and view.paper.uid == notes[0].uid


def test_an_export_that_ends_elsewhere_says_nothing_there(program: Program, world: World) -> None:
    notes = []
    for words in ("First", "Second"):
        begun = world.start(Kind.PERFORMANCE, Stage.REVIEW)
        world.say(begun, words)
        notes.append(seal(world.vault, Kind.PERFORMANCE, begun.uid))
    view = go(program, Place.NOTE, notes[0].uid, Kind.PERFORMANCE)
    press(view, "export")
    view = go(program, Place.NOTE, notes[1].uid, Kind.PERFORMANCE)
    assert isinstance(view, NoteView)
    until(lambda: bool(world.vault.notes(Kind.PERFORMANCE).exports(notes[0].uid)), "the export", 30)
    until(lambda: view.paper is not None, "the pages", 30)
    clean_up()
    assert view.shown.exported == "" and view.paper is not None and view.paper.verdict is None
    view = go(program, Place.NOTE, notes[0].uid, Kind.PERFORMANCE)
    assert isinstance(view, NoteView)
    assert view.shown.exported


@pytest.mark.parametrize("what", ["export", "draw"])
def test_closing_while_work_runs_ends_in_order(program: Program, world: World, what: str) -> None:
    begun = world.start(Kind.PERFORMANCE, Stage.REVIEW)
    world.say(begun, "Said")
    note = seal(world.vault, Kind.PERFORMANCE, begun.uid)
    view = go(program, Place.NOTE, note.uid, Kind.PERFORMANCE)
    if what == "export":
        press(view, "export")
    assert program.window.close()
    program.close()
    clean_up()
    assert world.vault.check() == ()
    assert len(world.vault.notes(Kind.PERFORMANCE).exports(note.uid)) == (what == "export")


def test_closing_while_a_note_is_sealed_leaves_a_draft_or_a_note(
    program: Program, world: World, talk: Conversation
) -> None:
    world.say(talk, "Said")
    view = go(program, Place.REVIEW, talk.uid, Kind.OKR)
    press(view, "seal")
    answered(program, True)
    program.window.close()
    program.close()
    clean_up()
    assert len(world.vault.notes(Kind.OKR).notes()) == 1
    assert world.vault.check() == ()


def test_nothing_of_the_window_outlives_it(qtbot: QtBot, world: World, talk: Conversation) -> None:
    other = world.start(Kind.OKR, Stage.CHECK_IN)
    world.say(other, "Said")
    note = seal(world.vault, Kind.OKR, other.uid)
    before = len(QApplication.allWidgets())
    with running(world.vault.folder, world.vault.folder.parent / "settings.toml") as program:
        everywhere(program, talk, note, world.employee.uid)
    assert len(QApplication.allWidgets()) == before
