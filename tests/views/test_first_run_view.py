"""First run, through what a user sees and does."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from desktop.models.people import Person
from desktop.models.problems import Problem
from desktop.presenters.destination import Destination, Place
from desktop.presenters.first_run import FirstRunPresenter
from desktop.views.first_run_view import FirstRunView
from desktop.views.widgets import LineField
from tests.views.sight import press, words, write


class House:
    """What the window would be given: it remembers whom it made a vault for."""

    def __init__(self) -> None:
        self.made: list[tuple[Path, Person]] = []
        self.may_go_on = Event()
        self.may_go_on.set()

    def create(self, folder: Path, person: Person) -> None:
        self.may_go_on.wait(5)
        if folder.name == "read-only":
            raise Problem("This folder cannot be written to; choose another one.")
        self.made.append((folder, person))


@pytest.fixture
def house() -> House:
    return House()


@pytest.fixture
def view(qtbot: QtBot, house: House, tmp_path: Path) -> FirstRunView:
    presenter = FirstRunPresenter(house.create, lambda: tmp_path / "sample", tmp_path / "vault")
    shown = FirstRunView(presenter)
    qtbot.addWidget(shown)
    shown.resize(900, 800)
    shown.show()
    shown.arrive(Destination(Place.FIRST_RUN))
    return shown


def test_my_name_makes_a_vault_while_the_screen_says_so(
    qtbot: QtBot, house: House, view: FirstRunView, tmp_path: Path
) -> None:
    write(qtbot, view, "me-name", "Mira Solberg")
    write(qtbot, view, "me-role", "Head of Support")
    house.may_go_on.clear()
    with qtbot.waitSignal(view.ready) as ready:
        press(qtbot, view, "begin")
        assert "Making your signing identity" in words(view)
        assert not view.findChild(QPushButton, "begin").isEnabled()
        house.may_go_on.set()
    assert ready.args == [tmp_path / "vault"]
    assert [(folder, person.name, person.role) for folder, person in house.made] == [
        (tmp_path / "vault", "Mira Solberg", "Head of Support")
    ]


def test_return_submits_and_a_missing_name_is_asked_for(qtbot: QtBot, house: House, view: FirstRunView) -> None:
    field = view.findChild(LineField, "me-role")
    qtbot.keyClicks(field.focusProxy(), "Head")
    qtbot.keyClick(field.focusProxy(), Qt.Key.Key_Return)
    assert "Please fill in" in words(view)
    assert field.text() == "Head" and house.made == []


def test_a_failure_keeps_everything_typed(qtbot: QtBot, view: FirstRunView, tmp_path: Path) -> None:
    write(qtbot, view, "me-name", "Mira Solberg")
    press(qtbot, view, "choose-folder")
    dialog = view.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "read-only"))
    dialog.close()
    assert "read-only" in words(view)
    press(qtbot, view, "begin")
    qtbot.waitUntil(lambda: "cannot be written to" in words(view))
    assert view.findChild(LineField, "me-name").text() == "Mira Solberg"
    assert view.findChild(QPushButton, "begin").isEnabled()


def test_the_sample_firm_needs_no_name(qtbot: QtBot, view: FirstRunView, tmp_path: Path) -> None:
    with qtbot.waitSignal(view.ready) as ready:
        press(qtbot, view, "sample")
    assert ready.args == [tmp_path / "sample"]


def test_whoever_was_sent_a_note_needs_no_vault(qtbot: QtBot, house: House, view: FirstRunView) -> None:
    with qtbot.waitSignal(view.go) as went:
        press(qtbot, view, "respond")
    assert went.args == [Destination(Place.RESPOND)] and house.made == []
