"""The review page, through what a user sees and does."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.app.program import Program
from desktop.flows.talk.sealing import seal
from desktop.models.conversation import Answer, Conversation, Voice
from desktop.models.guide import Kind, Stage
from desktop.presenters.destination import Place
from desktop.selftest.hands import find, press, until
from desktop.views.notes.note_view import NoteView
from desktop.views.people.home_view import HomeView
from desktop.views.saving import Watch
from desktop.views.talk.review_view import ReviewView
from desktop.views.widgets import DateField, Question, VoiceField
from desktop.views.work import finish_all
from tests.running import answered, at, clean_up, go, notices, question, running, seen, vault_of
from tests.world import World


@pytest.fixture
def program(qtbot: QtBot, world: World) -> Iterator[Program]:
    with running(world.vault.folder, world.vault.folder.parent / "settings.toml") as started:
        yield started


@pytest.fixture
def talk(world: World) -> Conversation:
    begun = world.start(Kind.OKR, Stage.CHECK_IN)
    world.say(begun, "Said")
    return begun


def review(program: Program, talk: Conversation) -> ReviewView:
    view = go(program, Place.REVIEW, talk.uid, talk.kind)
    assert isinstance(view, ReviewView)
    return view


def field(view: ReviewView, text: str) -> VoiceField:
    return next(each for each in view.findChildren(VoiceField) if each.text() == text)


def test_what_is_corrected_in_the_last_moment_is_sealed(
    program: Program, qtbot: QtBot, world: World, talk: Conversation
) -> None:
    view = review(program, talk)
    editor = field(view, "Said").editor()
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    qtbot.keyClicks(editor, " and meant")
    press(view, "seal")
    answered(program, True)
    shown = at(program, NoteView).shown
    assert "Said and meant" in world.vault.notes(Kind.OKR).note(shown.uid).record.decode()


def test_two_clicks_and_two_answers_seal_one_note(
    program: Program, qtbot: QtBot, world: World, talk: Conversation
) -> None:
    view = review(program, talk)
    qtbot.mouseDClick(find(view, "seal"), Qt.MouseButton.LeftButton)
    press(view, "seal") if question(program) is None else None
    assert len([each for each in program.window.findChildren(Question) if each.isVisible()]) == 1
    answered(program, True)
    view._do_seal()  # a second answer that was on its way
    at(program, NoteView)
    assert finish_all()
    clean_up()
    at(program, NoteView)
    assert len(world.vault.notes(Kind.OKR).notes()) == 1
    assert notices(program) == []


def test_a_refusal_is_said_and_the_page_lives_on(program: Program, world: World, talk: Conversation) -> None:
    view = review(program, talk)
    seal(world.vault, Kind.OKR, talk.uid)
    press(view, "seal")
    answered(program, True)
    until(lambda: "sealed already" in seen(view), "the refusal", 10)
    assert not find(view, "seal").isEnabled()
    assert field(view, "Said").editor().isReadOnly()
    press(view, "back-to-conversation")


def test_no_is_no(program: Program, world: World, talk: Conversation) -> None:
    view = review(program, talk)
    for button in ("seal", "discard"):
        press(view, button)
        answered(program, False)
        clean_up()
    assert program.window.screen_view is view
    assert world.vault.notes(Kind.OKR).notes() == ()
    assert [each.uid for each in world.vault.conversations(Kind.OKR).conversations()] == [talk.uid]


def test_discarding_takes_the_words_that_were_just_typed_too(
    program: Program, qtbot: QtBot, world: World, talk: Conversation
) -> None:
    view = review(program, talk)
    qtbot.keyClicks(field(view, "Said").editor(), "and more ")
    press(view, "discard")
    answered(program, True)
    at(program, HomeView)
    assert vault_of(program).writer.flush(10)
    clean_up()
    assert notices(program) == []
    assert world.vault.conversations(Kind.OKR).conversations() == ()
    assert world.vault.check() == ()


def test_what_cannot_be_discarded_says_why(program: Program, world: World, talk: Conversation) -> None:
    view = review(program, talk)
    seal(world.vault, Kind.OKR, talk.uid)
    press(view, "discard")
    answered(program, True)
    assert program.window.screen_view is view
    assert "This is sealed and stays as it is" in seen(view)


def test_the_day_is_said_to_be_none_and_kept_as_typed(
    program: Program, qtbot: QtBot, world: World, talk: Conversation
) -> None:
    view = review(program, talk)
    day = find(view, "held-on")
    assert isinstance(day, DateField)
    edit = day.focusProxy()
    edit.selectAll()  # type: ignore[union-attr]
    qtbot.keyClicks(edit, "31.2.2027")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert "no day" in day.error() and day.text() == "31.2.2027"
    assert world.vault.conversations(Kind.OKR).conversation(talk.uid).held_on == talk.held_on


def test_leaving_while_it_is_sealed_pulls_nobody_back(program: Program, world: World, talk: Conversation) -> None:
    other = world.start(Kind.OKR, Stage.CHECK_IN)
    world.say(other, "Another talk")
    press(review(program, talk), "seal")
    answered(program, True)
    view = review(program, other)
    until(lambda: bool(world.vault.notes(Kind.OKR).notes()), "the note", 10)
    clean_up()
    assert program.window.screen_view is view
    assert find(view, "seal").isEnabled()
    assert [note.conversation_uid for note in world.vault.notes(Kind.OKR).notes()] == [talk.uid]


def test_a_page_that_was_shown_often_watches_its_fields_once(program: Program, talk: Conversation) -> None:
    view = review(program, talk)
    clean_up()
    before = len(view.findChildren(Watch))
    for _round in range(50):
        review(program, talk)
    clean_up()
    assert len(view.findChildren(Watch)) == before == len(view.findChildren(VoiceField))


def test_the_coach_is_heard_before_sealing_and_what_is_set_aside_is_told(
    program: Program, qtbot: QtBot, world: World, talk: Conversation
) -> None:
    prompt = next(p for s in talk.guide.sections for p in s.prompts if p.answer == "voices")
    breach = "Reaching stretch on this key result earns the full 10% bonus."
    world.vault.conversations(Kind.OKR).save_answer(Answer(talk.uid, prompt.id, "", Voice.MANAGER, breach))
    view = review(program, talk)
    until(lambda: view._advice.isVisible(), "the advice", 10)
    assert "another conversation" in seen(view._advice)
    press(view, "seal")
    assert "still points something out" in answered(program, False)
    press(view, "finding-stand")
    find(view, "finding-reason").setFocus()
    qtbot.keyClicks(find(view, "finding-reason").focusProxy(), "A quotation")
    press(view, "finding-keep")
    until(lambda: "Set aside: A quotation" in seen(view._advice), "what was set aside", 10)
    press(view, "seal")
    assert "still points something out" not in answered(program, True)
    at(program, NoteView)
