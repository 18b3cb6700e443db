"""The check-in and the reflection as forms, and the panel beside a conversation."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.okr import KeyResult, KeyResultKind
from desktop.presenters.okr.key_result_forms import CheckInForm, ReflectionForm
from desktop.presenters.okr.key_result_screens import check_in_screen, reflection_screen
from desktop.presenters.okr.okr_card import KeyResultCard, context_row, level_pairs
from desktop.presenters.talk.context import ContextCard, ContextPanel, ContextRow
from desktop.views.okr.okr_forms import CheckInFields, ReflectionFields
from desktop.views.talk.context_panel import ContextPanelView
from desktop.views.typed_form import TypedForm
from desktop.views.widgets import Bar, LineField
from tests.views.sight import words, write

METRIC = KeyResult(
    "k",
    "o",
    KeyResultKind.METRIC,
    "Reply under 5 h",
    "Reply",
    "h",
    Decimal(9),
    Decimal(7),
    Decimal(5),
    Decimal(4),
)
CARD = KeyResultCard("Customers stay", METRIC.title, level_pairs(METRIC), context_row(METRIC, None, None))


def put(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.resize(700, 900)
    widget.show()


def told(form: TypedForm) -> list[tuple[str, str]]:
    heard: list[tuple[str, str]] = []
    form.edited.connect(lambda name, text: heard.append((name, text)))
    return heard


def test_a_check_in_names_its_fields_as_the_voices_that_keep_them(qtbot: QtBot) -> None:
    form = CheckInFields()
    put(qtbot, form)
    form.show_form(check_in_screen(METRIC, CARD, CheckInForm(as_of="2026-11-20"), {}))
    heard = told(form)
    qtbot.keyClicks(form.findChild(QWidget, "value").findChild(LineField).focusProxy(), "5")
    write(qtbot, form, "source", "d")
    write(qtbot, form, "confidence", "7")
    assert [pair for pair in heard if pair[1]] == [("value", "5"), ("source", "d"), ("confidence", "7")]
    assert "Start 9 h · Commit 7 h · Target 5 h · Stretch 4 h" in words(form)


def test_showing_the_echo_of_typing_moves_no_cursor(qtbot: QtBot) -> None:
    form = CheckInFields()
    put(qtbot, form)
    form.show_form(check_in_screen(METRIC, CARD, CheckInForm(source="desk report"), {}))
    edit = form.findChild(LineField, "source").focusProxy()
    edit.setCursorPosition(4)
    form.show_form(check_in_screen(METRIC, CARD, CheckInForm(value="5", source="desk report"), {}))
    assert edit.cursorPosition() == 4
    assert "Score 0.70 · target zone" in words(form)


def test_a_reflection_asks_why_only_when_the_final_value_changes(qtbot: QtBot) -> None:
    form = ReflectionFields()
    put(qtbot, form)
    form.show_form(reflection_screen(METRIC, CARD, ReflectionForm("5.6"), {}, None))
    assert "Score 0.58 · commit zone" in words(form)
    assert not form.findChild(LineField, "rescore-reason").isVisible()
    form.show_form(reflection_screen(METRIC, CARD, ReflectionForm("5.6", rescore_reason="Typo"), {}, None))
    assert form.findChild(LineField, "rescore-reason").isVisible()


def test_learning_and_decision_are_told_by_name(qtbot: QtBot) -> None:
    form = ReflectionFields()
    put(qtbot, form)
    form.show_form(reflection_screen(METRIC, CARD, ReflectionForm(), {}, None))
    heard = told(form)
    qtbot.keyClicks(form.findChild(QWidget, "learning").findChild(QPlainTextEdit), "x")
    modify = next(b for b in form.findChildren(QAbstractButton) if b.text() == "Modify")
    qtbot.mouseClick(modify, Qt.MouseButton.LeftButton)
    assert heard == [("learning", "x"), ("decision", "modify")]


def test_errors_stand_at_their_fields(qtbot: QtBot) -> None:
    form = ReflectionFields()
    put(qtbot, form)
    errors = {"learning": "What did you learn?", "decision": "Choose what happens to it."}
    form.show_form(reflection_screen(METRIC, CARD, ReflectionForm(), errors, None))
    assert all(sentence in words(form) for sentence in errors.values())
    form.show_form(reflection_screen(METRIC, CARD, ReflectionForm(learning="Much"), {}, None))
    assert not any(sentence in words(form) for sentence in errors.values())


def test_the_panel_draws_bars_only_where_something_is_measured(qtbot: QtBot) -> None:
    view = ContextPanelView()
    put(qtbot, view)
    rows = (ContextRow("Reply", "5 h", "Started at 9 h", 0.5, 0.6), ContextRow("Rota", "", "Milestone"))
    view.show_panel(
        ContextPanel("Objectives", "Bar: the way", (ContextCard("Customers stay", rows, "Support"),), "Note")
    )
    assert [bar.value() for bar in view.findChildren(Bar)] == [500]
    assert all(text in words(view) for text in ("Objectives", "Bar: the way", "Customers stay", "5 h", "Rota", "Note"))
    plain = ContextPanel("What happened", "", (ContextCard("Stay", (ContextRow("Reply", "9 → 5 h", "desk"),)),), "Rule")
    view.show_panel(plain)
    assert "Bar: the way" not in words(view)
    assert [bar for bar in view.findChildren(Bar) if bar.isVisible()] == []
