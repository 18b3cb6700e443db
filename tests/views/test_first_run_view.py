"""First run, through what a user sees and does."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.presenters.destination import Destination, Place
from desktop.presenters.vault.first_run import FirstRunPresenter
from desktop.views.vault.first_run_view import FirstRunView
from desktop.views.widgets import LineField
from tests.views.sight import press, words, write


@pytest.fixture
def view(qtbot: QtBot, tmp_path: Path) -> FirstRunView:
    presenter = FirstRunPresenter(lambda: tmp_path / "sample", tmp_path / "vault")
    shown = FirstRunView(presenter)
    qtbot.addWidget(shown)
    shown.resize(900, 800)
    shown.show()
    shown.arrive(Destination(Place.FIRST_RUN))
    return shown


def test_my_name_and_the_folder_are_what_a_vault_is_founded_with(
    qtbot: QtBot, view: FirstRunView, tmp_path: Path
) -> None:
    write(qtbot, view, "me-name", "Mira Solberg")
    write(qtbot, view, "me-role", "Head of Support")
    with qtbot.waitSignal(view.founding) as founding:
        press(qtbot, view, "begin")
    (wanted,) = founding.args
    assert (wanted.folder, wanted.person.name, wanted.person.role) == (
        tmp_path / "vault",
        "Mira Solberg",
        "Head of Support",
    )


def test_return_submits_and_a_missing_name_is_asked_for(qtbot: QtBot, view: FirstRunView) -> None:
    field = view.findChild(LineField, "me-role")
    qtbot.keyClicks(field.focusProxy(), "Head")
    qtbot.keyClick(field.focusProxy(), Qt.Key.Key_Return)
    assert "Please fill in" in words(view)
    assert field.text() == "Head"


def test_another_folder_keeps_everything_typed(qtbot: QtBot, view: FirstRunView, tmp_path: Path) -> None:
    write(qtbot, view, "me-name", "Mira Solberg")
    press(qtbot, view, "choose-folder")
    dialog = view.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "elsewhere"))
    dialog.close()
    assert "elsewhere" in words(view)
    assert view.findChild(LineField, "me-name").text() == "Mira Solberg"


def test_the_sample_firm_needs_no_name(qtbot: QtBot, view: FirstRunView, tmp_path: Path) -> None:
    with qtbot.waitSignal(view.ready) as ready:
        press(qtbot, view, "sample")
    assert ready.args == [tmp_path / "sample"]


def test_whoever_was_sent_a_note_needs_no_vault(qtbot: QtBot, view: FirstRunView) -> None:
    with qtbot.waitSignal(view.go) as went:
        press(qtbot, view, "respond")
    assert went.args == [Destination(Place.RESPOND)]
