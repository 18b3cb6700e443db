"""Retention, through what a user sees and does."""

from datetime import date

import pytest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from desktop.models.performance import Evidence
from desktop.presenters.destination import Destination, Place
from desktop.presenters.people.retention import RetentionPresenter
from desktop.views.people.retention_view import RetentionView
from tests.views.sight import press, words, write
from tests.world import World


@pytest.fixture
def view(qtbot: QtBot, world: World) -> RetentionView:
    seen = Evidence("seen", world.employee.uid, "", date(2020, 1, 1), "a", "b", "c")
    world.vault.evidence.save_evidence(seen)
    shown = RetentionView(RetentionPresenter(world.vault))
    qtbot.addWidget(shown)
    shown.resize(1000, 1400)
    shown.show()
    shown.arrive(Destination(Place.RETENTION))
    return shown


def test_what_is_due_is_shown_and_goes_only_when_confirmed(qtbot: QtBot, world: World, view: RetentionView) -> None:
    assert "Nothing was erased yet." in words(view)
    press(qtbot, view, "look-due")
    qtbot.waitUntil(lambda: "Observed examples · Tomas Oyelaran · kept until 1 Jan 2022" in words(view))
    assert len(world.vault.evidence.evidence(world.employee.uid, date.min, date.max)) == 1
    press(qtbot, view, "erase-due")
    dialog = view.findChild(QDialog)
    assert dialog is not None
    next(each for each in dialog.findChildren(QPushButton) if each.text() == "Erase for good").click()
    qtbot.waitUntil(lambda: "The protocol below says what went" in words(view))
    assert "kept long enough" in words(view)
    assert world.vault.evidence.evidence(world.employee.uid, date.min, date.max) == ()


def test_a_rule_can_be_changed_and_says_what_is_wrong(qtbot: QtBot, view: RetentionView) -> None:
    write(qtbot, view, "months-evidence", "soon")
    press(qtbot, view, "save-evidence")
    assert "whole number of months" in words(view)
    write(qtbot, view, "months-evidence", "600")
    press(qtbot, view, "save-evidence")
    assert "Nothing goes by itself" in words(view)
    press(qtbot, view, "look-due")
    qtbot.waitUntil(lambda: "Nothing is due" in words(view))


def test_one_goes_back_to_the_settings(qtbot: QtBot, view: RetentionView) -> None:
    with qtbot.waitSignal(view.go) as gone:
        press(qtbot, view, "back-to-settings")
    assert gone.args == [Destination(Place.SETTINGS)]
