"""The conversation, through what a user sees and does."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.app.program import Program
from desktop.flows.talk.sealing import seal
from desktop.models.conversation import Conversation, Voice
from desktop.models.guide import Kind, Stage
from desktop.models.ids import new_uid
from desktop.models.performance import Expectation
from desktop.presenters.destination import Place
from desktop.selftest.hands import find, press, type_into
from desktop.views.people.home_view import HomeView
from desktop.views.talk.conversation_view import ConversationView
from desktop.views.talk.review_view import ReviewView
from desktop.views.widgets import AreaField, ChoiceField, LineField, Stepper, VoiceField
from tests.running import at, clean_up, go, running, seen, vault_of
from tests.world import World


@pytest.fixture
def settings(world: World) -> Path:
    return world.vault.folder.parent / "settings.toml"


@pytest.fixture
def program(qtbot: QtBot, world: World, settings: Path) -> Iterator[Program]:
    with running(world.vault.folder, settings) as started:
        yield started


@pytest.fixture
def talk(world: World) -> Conversation:
    return world.start(Kind.OKR, Stage.CHECK_IN)


def open_talk(program: Program, talk: Conversation) -> ConversationView:
    view = go(program, Place.CONVERSATION, talk.uid, talk.kind)
    assert isinstance(view, ConversationView)
    return view


def to(view: ConversationView, topic: str) -> None:
    """Go on to the next step that asks for `topic`."""
    while view.shown.topic != topic:
        press(view, "skip")


def text_of(view: QWidget, name: str) -> str:
    field = find(view, name)
    assert isinstance(field, LineField | AreaField | VoiceField)
    return field.text()


def test_words_stay_where_they_were_typed_whichever_way_one_goes(program: Program, talk: Conversation) -> None:
    view = open_talk(program, talk)
    typed: dict[str, str] = {}
    for number in range(5):
        words = f"Said at {number}"
        type_into(view, "voice-manager", words)
        type_into(view, "voice-private", f"{words}, for me")
        typed[view.shown.prompt + view.shown.about] = words
        press(view, "skip" if number % 2 else "next")
    for _step in range(5):
        press(view, "back")
        assert text_of(view, "voice-manager") == typed[view.shown.prompt + view.shown.about]
    stepper = find(view, "stepper")
    assert isinstance(stepper, Stepper)
    for section in (3, 1, 2, 0):
        stepper.chosen.emit(section)
        known = typed.get(view.shown.prompt + view.shown.about, "")
        assert text_of(view, "voice-manager") == known
    assert text_of(view, "voice-manager") == "Said at 0"


def test_tomorrow_one_goes_on_at_the_same_step(
    program: Program, qtbot: QtBot, world: World, settings: Path, talk: Conversation
) -> None:
    view = open_talk(program, talk)
    for _step in range(3):
        press(view, "skip")
    type_into(view, "voice-employee", "Half a sen")
    prompt = view.shown.prompt
    assert program.window.close()
    program.close()
    with running(world.vault.folder, settings) as again:
        home = at(again, HomeView)
        row = home.findChild(QWidget, f"talk-{talk.uid}")
        assert view.shown.section in seen(row)
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
        view = at(again, ConversationView)
        assert view.shown.prompt == prompt
        assert text_of(view, "voice-employee") == "Half a sen"


def test_reading_through_and_coming_back_keeps_place_and_words(program: Program, talk: Conversation) -> None:
    view = open_talk(program, talk)
    for _step in range(3):
        press(view, "skip")
    type_into(view, "voice-manager", "Kept")
    prompt = view.shown.prompt
    press(view, "review")
    review = at(program, ReviewView)
    assert "Kept" in seen(review)
    press(review, "back-to-conversation")
    assert at(program, ConversationView).shown.prompt == prompt
    press(view, "review")
    at(program, ReviewView)._section_chosen("0")
    assert at(program, ConversationView).shown.steps[0].state == "current"


def test_half_a_check_in_survives_leaving_and_a_restart(
    program: Program, world: World, settings: Path, talk: Conversation
) -> None:
    view = open_talk(program, talk)
    to(view, "check-in")
    half = {"value": "5,", "as-of": "2026-1", "source": "help d", "confidence": "1"}
    for name, text in half.items():
        type_into(view, name, text)
    go(program, Place.HOME)
    view = open_talk(program, talk)
    assert {name: text_of_value(view, name) for name in half} == half
    assert program.window.close()
    program.close()
    assert world.vault.okrs.check_ins(world.key_result.uid) == ()
    with running(world.vault.folder, settings) as again:
        view = open_talk(again, talk)
        assert {name: text_of_value(view, name) for name in half} == half


def text_of_value(view: QWidget, name: str) -> str:
    return str(find(view, name).text())  # type: ignore[attr-defined]


def test_half_a_reflection_survives_a_restart(program: Program, world: World, settings: Path) -> None:
    talk = world.start(Kind.OKR, Stage.REFLECT_RESET)
    view = open_talk(program, talk)
    to(view, "reflection")
    for name, text in {"value": "5", "source": "help desk", "learning": "Two people in the mor"}.items():
        type_into(view, name, text)
    assert "0.70" in seen(view)
    program.close()
    with running(world.vault.folder, settings) as again:
        view = open_talk(again, talk)
        assert text_of_value(view, "learning") == "Two people in the mor"
        assert "0.70" in seen(view)
    assert world.vault.okrs.reflection(world.key_result.uid) is None


def test_half_a_commitment_survives_a_restart(
    program: Program, world: World, settings: Path, talk: Conversation
) -> None:
    view = open_talk(program, talk)
    to(view, "commitments")
    type_into(view, "commitment-what", "Try a weekend ro")
    type_into(view, "commitment-when", "2027-0")
    choice = find(view, "commitment-who")
    assert isinstance(choice, ChoiceField)
    choice.set_key("Tomas Oyelaran")
    choice.chosen.emit("Tomas Oyelaran")
    program.close()
    with running(world.vault.folder, settings) as again:
        view = open_talk(again, talk)
        assert (text_of(view, "commitment-what"), text_of(view, "commitment-when")) == ("Try a weekend ro", "2027-0")
        chosen = find(view, "commitment-who")
        assert isinstance(chosen, ChoiceField) and chosen.key() == "Tomas Oyelaran"
        review = go(again, Place.REVIEW, talk.uid, talk.kind)
        assert "typed but not added: Try a weekend ro" in seen(review)


def test_half_an_example_survives_a_restart(program: Program, world: World, settings: Path) -> None:
    talk = world.start(Kind.PERFORMANCE, Stage.REVIEW)
    world.vault.evidence.save_expectation(Expectation(new_uid(), world.employee.uid, "Hands work over"))
    view = open_talk(program, talk)
    to(view, "expectations")
    press(view, "example-open")
    half = {"observed-on": "2026-1", "situation": "Handing", "behaviour": "wrote", "impact": "qu"}
    for name, text in half.items():
        type_into(view, f"example-{name}", text)
    type_into(view, "expectation-new", "Explains dec")
    program.close()
    with running(world.vault.folder, settings) as again:
        view = open_talk(again, talk)
        assert {name: text_of_value(view, f"example-{name}") for name in half} == half
        assert text_of(view, "expectation-new") == "Explains dec"
    assert world.vault.evidence.evidence(world.employee.uid, talk.period_start, talk.period_end) == ()


def test_typing_is_never_echoed_back(program: Program, qtbot: QtBot, talk: Conversation) -> None:
    view = open_talk(program, talk)
    editor = find(view, "voice-manager").focusProxy()
    qtbot.keyClicks(editor, "first second")
    for _key in range(6):
        qtbot.keyClick(editor, Qt.Key.Key_Left)
    assert vault_of(program).writer.flush(10)
    clean_up()
    qtbot.keyClicks(editor, "new ")
    type_into(view, "commitment-what", "x") if view.shown.topic == "commitments" else None
    assert text_of(view, "voice-manager") == "first new second"


def test_a_sealed_conversation_can_be_read_and_walked_but_not_changed(
    program: Program, world: World, talk: Conversation
) -> None:
    world.say(talk, "Said")
    note = seal(world.vault, Kind.OKR, talk.uid)
    view = open_talk(program, talk)
    assert "This conversation is sealed." in seen(view)
    for name in ("voice-private", "voice-manager"):
        field = find(view, name)
        assert isinstance(field, VoiceField) and field.editor().isReadOnly()
    steps = 0
    while program.window.screen_view is view and steps < 40:
        press(view, "next")
        steps += 1
    review = at(program, ReviewView)
    assert not find(review, "seal").isEnabled()
    assert not [each for each in review.findChildren(VoiceField) if not each.editor().isReadOnly()]
    assert world.vault.notes(Kind.OKR).notes() == (note,)


def test_the_employee_is_heard_first(program: Program, talk: Conversation) -> None:
    view = open_talk(program, talk)
    order = [box.voice for box in view.shown.boxes]
    assert order == [Voice.EMPLOYEE, Voice.MANAGER]
    tops = [find(view, f"voice-{voice}").mapTo(view, find(view, f"voice-{voice}").pos()).y() for voice in order]
    assert tops == sorted(tops)
