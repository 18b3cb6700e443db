"""A section that waits: what it shows meanwhile, and who has the keyboard before and after."""

from collections.abc import Callable, Iterator
from threading import Event
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.problems import Problem
from desktop.views import widgets as ui
from desktop.views.working_section import WorkingSection
from tests.views.sight import words


class Waiting(WorkingSection):
    """Works until it is let go."""

    def __init__(self) -> None:
        self.head, self.button = ui.secondary("Print"), ui.secondary("Make")
        super().__init__("A section", action=self.head)
        self.body.add(self.button)
        self.let_go, self.told = Event(), ""

    def work(self, job: Callable[[], Any] = str) -> None:
        """Begin a job that ends when `let_go` is set."""
        self._run("Working…", lambda: (self.let_go.wait(20), job())[1], self._end)

    def refused(self, sentence: str) -> None:
        """Keep what went wrong."""
        self.told = sentence

    def _end(self, _result: object) -> None:
        self.told = "done"


@pytest.fixture
def section(qtbot: QtBot) -> Iterator[Waiting]:
    section, next_one, other = Waiting(), ui.secondary("Next"), ui.secondary("Elsewhere")
    other.setObjectName("elsewhere")
    window = ui.column(section, next_one, other)
    qtbot.addWidget(window)
    window.resize(500, 300)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield section
    section.let_go.set()


def test_work_is_told_when_it_takes_a_while_and_no_longer(qtbot: QtBot, section: Waiting) -> None:
    section.work()
    at_once = [label.text() for label in section.findChildren(QLabel) if label.isVisible()]
    assert "Working…" not in at_once
    qtbot.waitUntil(lambda: "Working…" in words(section))
    section.let_go.set()
    qtbot.waitUntil(lambda: section.told == "done")
    assert "Working…" not in words(section)


@pytest.mark.parametrize("name", ["head", "button"])
def test_who_had_the_keyboard_gets_it_back(qtbot: QtBot, section: Waiting, name: str) -> None:
    held = getattr(section, name)
    held.setFocus()
    section.work()
    assert not section.head.isEnabled() and not section.button.isEnabled()
    assert QApplication.focusWidget() is not held
    section.let_go.set()
    qtbot.waitUntil(lambda: section.told == "done")
    assert QApplication.focusWidget() is held


def test_who_went_on_elsewhere_keeps_the_keyboard(qtbot: QtBot, section: Waiting) -> None:
    other = section.window().findChild(QWidget, "elsewhere")
    section.button.setFocus()
    section.work()
    other.setFocus()
    section.let_go.set()
    qtbot.waitUntil(lambda: section.told == "done")
    assert QApplication.focusWidget() is other


def test_a_button_that_is_gone_by_then_takes_nothing_along(qtbot: QtBot, section: Waiting) -> None:
    section.button.setFocus()
    section.work()
    with qtbot.waitSignal(section.button.destroyed):
        section.body.set_widgets([ui.secondary("Another")])
    section.let_go.set()
    qtbot.waitUntil(lambda: section.told == "done")
    assert section.head.isEnabled()


def test_a_refusal_gives_it_back_too(qtbot: QtBot, section: Waiting) -> None:
    def refuse() -> None:
        raise Problem("It cannot be.")

    section.head.setFocus()
    section.work(refuse)
    section.let_go.set()
    qtbot.waitUntil(lambda: section.told == "It cannot be.")
    assert QApplication.focusWidget() is section.head
