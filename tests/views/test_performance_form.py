"""Role expectations on the screen: moments that stand for nothing yet, and earlier ones on request."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.presenters.performance.performance_talk import ExampleRow, ExpectationRow, ExpectationsForm
from desktop.views.performance.performance_form import PerformanceFormView
from desktop.views.widgets import ChoiceField
from tests.views.sight import press, words

MOMENT = ExampleRow("m", "20 Nov 2026", "Wrote a list")
EXPECTED = ExpectationRow("e", "Writes things down", (ExampleRow("x", "1 Oct 2026", "Kept the log"),), {}, {})


@pytest.fixture
def view(qtbot: QtBot) -> PerformanceFormView:
    made = PerformanceFormView()
    qtbot.addWidget(made)
    made.resize(700, 900)
    made.show()
    return made


def test_moments_stand_there_before_anything_is_expected(view: PerformanceFormView) -> None:
    view.show_form(ExpectationsForm((), "", "", (MOMENT,)))
    assert "Wrote a list" in words(view)
    assert view.findChildren(ChoiceField) == []


def test_a_moment_can_stand_for_what_is_expected(view: PerformanceFormView) -> None:
    view.show_form(ExpectationsForm((EXPECTED,), "", "", (MOMENT,)))
    told: list[tuple[str, str]] = []
    view.acted.connect(lambda name, uid: told.append((name, uid)))
    view.findChild(ChoiceField, "assign-m").chosen.emit("e")
    assert told == [("assign", "e/m")]


@pytest.mark.parametrize("uid", ["", "e"])
def test_earlier_moments_come_on_request(qtbot: QtBot, view: PerformanceFormView, uid: str) -> None:
    row = ExpectationRow("e", "Writes things down", (MOMENT,), {}, {}, earlier="Show 5 earlier" if uid else "")
    view.show_form(ExpectationsForm((row,), "", "", (MOMENT,), earlier="" if uid else "Show 5 earlier"))
    (button,) = [each for each in view.findChildren(QPushButton) if each.text() == "Show 5 earlier"]
    with qtbot.waitSignal(view.acted) as told:
        press(qtbot, view, button.objectName())
    assert told.args == ["earlier", uid]
