"""The coach reads along wherever the manager writes in a conversation: examples, commitments, learnings."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.app.program import Program
from desktop.models.conversation import Conversation
from desktop.models.guide import Kind, Stage
from desktop.models.ids import new_uid
from desktop.models.performance import Expectation
from desktop.presenters.destination import Place
from desktop.selftest.hands import find, find_as, press, row_of, type_into, until
from desktop.views.performance.preparation_view import PreparationView
from desktop.views.screen_view import ScreenView
from desktop.views.talk.conversation_view import ConversationView
from desktop.views.talk.finding_card import FindingCard
from desktop.views.talk.review_view import ReviewView
from desktop.views.widgets import AreaField, LineField, VoiceField
from tests.running import go, running
from tests.world import World

BREACH = "You closed KR2 at 0.4, so there is no bonus."


@pytest.fixture
def program(qtbot: QtBot, world: World) -> Iterator[Program]:
    world.vault.evidence.save_expectation(Expectation(new_uid(), world.employee.uid, "Hands work over"))
    with running(world.vault.folder, world.vault.folder.parent / "settings.toml") as started:
        yield started


def opened(program: Program, talk: Conversation, topic: str) -> ConversationView:
    view = go(program, Place.CONVERSATION, talk.uid, talk.kind)
    assert isinstance(view, ConversationView)
    while view.shown.topic != topic:
        press(view, "skip")
    return view


def lines(view: ConversationView, name: str) -> int:
    field = find(view, name)
    assert isinstance(field, AreaField)
    return len(field.editor().extraSelections())


def cards(view: ScreenView) -> list[FindingCard]:
    return [card for card in view.findChildren(FindingCard) if card.isVisible()]


def set_aside(view: ScreenView, reason: str) -> None:
    press(view, "finding-stand")
    find_as(view, "finding-reason", LineField)
    type_into(view, "finding-reason", reason)
    press(view, "finding-keep")
    until(lambda: not cards(view), "no finding any more", 10)


@pytest.mark.parametrize("name", ["example-situation", "example-behaviour", "example-impact", "expectation-new"])
def test_examples_and_expectations_are_underlined_as_they_are_typed(program: Program, world: World, name: str) -> None:
    view = opened(program, world.start(Kind.PERFORMANCE, Stage.REVIEW), "expectations")
    press(view, "example-open")
    type_into(view, name, BREACH)
    until(lambda: lines(view, name) == 1 and len(cards(view)) == 1, "the line and its card", 10)
    find(view, "voice-private").setFocus()
    press(view, "finding-show")
    assert find(view, name).isAncestorOf(view.focusWidget())


def test_a_commitment_is_underlined_and_what_was_set_aside_goes_along(program: Program, world: World) -> None:
    talk = world.start(Kind.PERFORMANCE, Stage.REVIEW)
    view = opened(program, talk, "commitments")
    type_into(view, "commitment-what", BREACH)
    until(lambda: lines(view, "commitment-what") == 1 and len(cards(view)) == 1, "the line and its card", 10)
    set_aside(view, "Their words")
    press(view, "commitment-add")
    assert lines(view, "commitment-what") == 0
    review = go(program, Place.REVIEW, talk.uid, talk.kind)
    assert isinstance(review, ReviewView)
    until(lambda: bool(cards(review)), "what was set aside", 10)
    assert [card.mark.reason for card in cards(review)] == ["Their words"]


def test_what_was_taken_leaves_no_line_behind(program: Program, world: World) -> None:
    view = opened(program, world.start(Kind.PERFORMANCE, Stage.REVIEW), "commitments")
    type_into(view, "commitment-what", BREACH)
    until(lambda: len(cards(view)) == 1, "the card", 10)
    press(view, "commitment-add")
    until(lambda: not cards(view), "no finding in an empty field", 10)
    assert lines(view, "commitment-what") == 0


def test_a_learning_is_read_where_it_is_typed(program: Program, world: World) -> None:
    view = opened(program, world.start(Kind.OKR, Stage.REFLECT_RESET), "reflection")
    type_into(view, "learning", "If this lands we can talk about your promotion.")
    until(lambda: lines(view, "learning") == 1 and len(cards(view)) == 1, "the line and its card", 10)
    assert cards(view)[0].mark.rule == "pay-in-okr"


def test_private_notes_are_read_while_one_prepares(program: Program, world: World) -> None:
    talk = world.start(Kind.PERFORMANCE, Stage.REVIEW)
    view = go(program, Place.PREPARE, talk.uid, talk.kind)
    assert isinstance(view, PreparationView)
    name = f"note-{talk.guide.sections[0].id}"
    type_into(view, name, BREACH)
    until(lambda: len(cards(view)) == 1, "the card", 10)
    field = find(view, name)
    assert isinstance(field, VoiceField) and len(field.editor().extraSelections()) == 1
    set_aside(view, "My own reminder of what not to say")
    assert field.editor().extraSelections() == []


def test_what_goes_away_takes_its_findings_along(program: Program, world: World) -> None:
    view = opened(program, world.start(Kind.PERFORMANCE, Stage.REVIEW), "expectations")
    press(view, "example-open")
    type_into(view, "example-behaviour", BREACH)
    until(lambda: len(cards(view)) == 1, "the card", 10)
    row_of(view, "Remove this expectation").click()
    until(lambda: not cards(view), "no finding without its field", 10)


def test_coming_back_to_the_preparation_finds_the_same(program: Program, world: World) -> None:
    talk = world.start(Kind.PERFORMANCE, Stage.REVIEW)
    for _visit in range(3):
        view = go(program, Place.PREPARE, talk.uid, talk.kind)
        assert isinstance(view, PreparationView)
        if _visit == 0:
            type_into(view, f"note-{talk.guide.sections[0].id}", BREACH)
        until(lambda view=view: len(cards(view)) == 1, "the card", 10)  # type: ignore[misc]
        go(program, Place.HOME)
