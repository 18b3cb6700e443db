"""The coach on the screen: lines below words, cards with reasons, and nothing said of the employee's words."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QPushButton, QTextEdit, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from desktop.app.coaching import coaching
from desktop.models.conversation import Conversation, Voice
from desktop.models.guide import Kind, Stage
from desktop.presenters.destination import Destination, Place
from desktop.presenters.performance.performance_side import PerformanceSide
from desktop.presenters.performance.performance_talk import PerformanceTalk
from desktop.presenters.talk.conversation import ConversationPresenter
from desktop.presenters.talk.words import Words
from desktop.views.saving import SaveNews
from desktop.views.talk.coach_panel import CoachPanel
from desktop.views.talk.conversation_view import ConversationView
from desktop.views.talk.finding_card import FindingCard
from desktop.views.widgets import Editor, VoiceField
from tests.views.sight import press, settle, words, write
from tests.world import World

BREACH = "You scored 0.4 on KR2, so I lowered the overall rating."


@pytest.fixture
def talk(world: World) -> Conversation:
    return world.start(Kind.PERFORMANCE, Stage.REVIEW)


@pytest.fixture
def view(qtbot: QtBot, world: World, talk: Conversation) -> ConversationView:
    vault = world.vault
    store = vault.conversations(Kind.PERFORMANCE)
    side = PerformanceTalk(PerformanceSide(vault.facts, vault.evidence, vault.people), vault.evidence)
    presenter = ConversationPresenter(
        store, vault.people, Words(Kind.PERFORMANCE, store, vault.writer), side, coaching(vault, Kind.PERFORMANCE)
    )
    shown = ConversationView(presenter, {}, SaveNews())
    qtbot.addWidget(shown)
    shown.resize(1000, 900)
    shown.show()
    shown.arrive(Destination(Place.CONVERSATION, talk.uid, "performance", "1"))
    return shown


def editor(view: ConversationView, voice: str) -> Editor:
    return view.findChild(VoiceField, f"voice-{voice}").editor()


def lines(field: Editor) -> list[QTextEdit.ExtraSelection]:
    return field.extraSelections()


def cards(view: ConversationView) -> list[FindingCard]:
    settle()
    return [card for card in view.findChildren(FindingCard) if card.isVisible()]


def panels(view: ConversationView) -> list[CoachPanel]:
    return [panel for panel in view.findChildren(CoachPanel) if panel.isVisible()]


def type_in(qtbot: QtBot, view: ConversationView, voice: str, text: str) -> None:
    field = editor(view, voice)
    field.setFocus()
    qtbot.keyClicks(field, text)


def test_words_are_underlined_where_they_stand(qtbot: QtBot, view: ConversationView) -> None:
    editor(view, "manager").put("😀 Well done. ")
    editor(view, "manager").moveCursor(editor(view, "manager").textCursor().MoveOperation.End)
    type_in(qtbot, view, "manager", BREACH)
    qtbot.waitUntil(lambda: len(lines(editor(view, "manager"))) == 1, timeout=5000)
    (line,) = lines(editor(view, "manager"))
    assert line.cursor.selectedText().strip().startswith("scored 0.4")
    assert line.format.underlineStyle() != line.format.UnderlineStyle.NoUnderline
    (card,) = cards(view)
    told = words(card)
    assert "scored 0.4" in told and "promotion" in told and "value" in told
    assert "misses cases" in " ".join(words(each) for each in panels(view))


def test_the_employees_words_and_good_words_show_nothing(qtbot: QtBot, view: ConversationView) -> None:
    type_in(qtbot, view, "employee", BREACH)
    type_in(qtbot, view, "manager", "On 3 May you wrote the hand-over list.")
    type_in(qtbot, view, "private", BREACH)
    qtbot.waitUntil(lambda: len(cards(view)) == 1, timeout=5000)  # what was typed last is looked at last
    assert cards(view)[0].mark.spot.voice == "private"
    assert lines(editor(view, "employee")) == lines(editor(view, "manager")) == []


def test_a_finding_is_set_aside_with_a_reason(qtbot: QtBot, view: ConversationView) -> None:
    type_in(qtbot, view, "manager", BREACH)
    qtbot.waitUntil(lambda: len(cards(view)) == 1, timeout=5000)
    press(qtbot, view, "finding-stand")
    press(qtbot, view, "finding-keep")
    assert "Write in a few words" in words(view)
    write(qtbot, view, "finding-reason", "A quotation")
    press(qtbot, view, "finding-keep")
    qtbot.waitUntil(lambda: not panels(view), timeout=5000)
    assert lines(editor(view, "manager")) == []


def test_the_words_are_shown_on_demand(qtbot: QtBot, view: ConversationView) -> None:
    type_in(qtbot, view, "manager", f"Fine. {BREACH}")
    qtbot.waitUntil(lambda: len(cards(view)) == 1, timeout=5000)
    press(qtbot, view, "finding-show")
    assert editor(view, "manager").textCursor().selectedText().strip().startswith("scored")


def test_another_question_takes_the_marks_along(qtbot: QtBot, view: ConversationView) -> None:
    type_in(qtbot, view, "manager", BREACH)
    qtbot.waitUntil(lambda: len(cards(view)) == 1, timeout=5000)
    press(qtbot, view, "next")
    assert cards(view) == []
    press(qtbot, view, "back")
    qtbot.waitUntil(lambda: len(cards(view)) == 1, timeout=5000)


def test_another_language_is_said_to_be_unchecked(qtbot: QtBot, view: ConversationView) -> None:
    editor(view, "manager").insertPlainText("أكملت العمل في الوقت المحدد مع الفريق")
    qtbot.waitUntil(lambda: "Not checked" in words(view), timeout=5000)


def test_private_notes_are_looked_at_too(qtbot: QtBot, view: ConversationView) -> None:
    type_in(qtbot, view, "private", BREACH)
    qtbot.waitUntil(lambda: len(cards(view)) == 1, timeout=5000)
    assert len(lines(editor(view, "private"))) == 1 and lines(editor(view, str(Voice.MANAGER))) == []


def test_the_reason_stands_beside_the_pointer(qtbot: QtBot, view: ConversationView) -> None:
    type_in(qtbot, view, "manager", f"It is fine. {BREACH}")
    field = editor(view, "manager")
    qtbot.waitUntil(lambda: len(lines(field)) == 1, timeout=5000)
    cursor = field.textCursor()
    for position, expected in ((2, False), (field.words().index("0.4"), True)):
        cursor.setPosition(position)
        at = field.cursorRect(cursor).center()
        QApplication.sendEvent(field.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, field.viewport().mapToGlobal(at)))
        assert ("promotion" in QToolTip.text()) is expected


def in_view(widget: QWidget) -> bool:
    return not widget.visibleRegion().isEmpty() and widget.visibleRegion().boundingRect().height() == widget.height()


def test_what_a_finding_opens_or_points_at_comes_into_view(qtbot: QtBot, view: ConversationView) -> None:
    view.resize(1000, 560)
    type_in(qtbot, view, "manager", BREACH)
    qtbot.waitUntil(lambda: len(cards(view)) == 1, timeout=5000)
    view.findChild(QPushButton, "finding-stand").click()
    keep = view.findChild(QPushButton, "finding-keep")
    qtbot.waitUntil(lambda: in_view(keep), timeout=2000)
    view.findChild(QPushButton, "finding-show").click()
    qtbot.waitUntil(lambda: in_view(editor(view, "manager")), timeout=2000)
