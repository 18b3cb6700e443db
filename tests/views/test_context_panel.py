"""What stands beside a conversation: further rows of a card come on request."""

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.presenters.talk.context import ContextCard, ContextPanel, ContextRow
from desktop.views.talk.context_panel import ContextPanelView
from tests.views.sight import press, words


def test_further_rows_come_on_request(qtbot: QtBot) -> None:
    first, rest = ContextRow("The first", "", ""), ContextRow("The ninth", "", "")
    view = ContextPanelView()
    qtbot.addWidget(view)
    view.resize(320, 600)
    view.show_panel(ContextPanel("Title", "", (ContextCard("Card", (first,), rest=(rest,), more="Show 1 more"),), ""))
    view.show()
    assert "The first" in words(view) and "The ninth" not in words(view)
    press(qtbot, view, "context-more")
    assert "The ninth" in words(view) and "Show 1 more" not in words(view)


def test_a_card_that_is_whole_asks_for_nothing(qtbot: QtBot) -> None:
    view = ContextPanelView()
    qtbot.addWidget(view)
    view.show_panel(ContextPanel("Title", "", (ContextCard("Card", (ContextRow("The first", "", ""),)),), ""))
    view.show()
    assert [each.text() for each in view.findChildren(QPushButton) if each.isVisible()] == []
