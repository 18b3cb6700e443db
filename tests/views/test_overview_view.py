"""The cadence for all, through what a user sees and does."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.flows.talk.sealing import seal
from desktop.models.conversation import Commitment
from desktop.models.guide import Kind, Stage
from desktop.models.ids import new_uid
from desktop.presenters.destination import Destination, Place
from desktop.presenters.people.overview import OverviewPresenter
from desktop.views.people.overview_view import OverviewView
from desktop.views.widgets import Chip, ListRow
from tests.views.sight import press, settle
from tests.world import TODAY, World


@pytest.fixture
def view(qtbot: QtBot, world: World) -> OverviewView:
    talk = world.start(Kind.OKR, Stage.CHECK_IN)
    promise = Commitment(new_uid(), talk.uid, world.employee.uid, "Call <b>them</b>", world.manager.name, TODAY)
    world.vault.conversations(Kind.OKR).save_commitment(promise)
    world.say(talk, "Said")
    seal(world.vault, Kind.OKR, talk.uid)
    shown = OverviewView(OverviewPresenter(world.vault, lambda: TODAY))
    qtbot.addWidget(shown)
    shown.resize(900, 700)
    shown.show()
    shown.arrive(Destination(Place.OVERVIEW))
    return shown


def marks(view: OverviewView) -> list[str]:
    settle()
    return [chip.text() for chip in view.findChildren(Chip) if chip.isVisible() and chip.text()]


def test_a_row_shows_both_rhythms_and_leads_to_the_person(qtbot: QtBot, world: World, view: OverviewView) -> None:
    assert marks(view)[:4] == ["today", "never", "to be given", "1 open"]
    row = view.findChild(ListRow, f"cadence-{world.employee.uid}")
    assert row.accessibleDescription() == "OKR · today, Performance · never, to be given, 1 open"
    with qtbot.waitSignal(view.go) as gone:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert gone.args == [Destination(Place.PERSON, world.employee.uid)]


def test_what_is_overdue_is_not_told_by_a_colour_alone(qtbot: QtBot, world: World, view: OverviewView) -> None:
    later = OverviewView(OverviewPresenter(world.vault, lambda: TODAY + timedelta(days=60)))
    qtbot.addWidget(later)
    later.resize(900, 700)
    later.show()
    later.arrive(Destination(Place.OVERVIEW))
    row = later.findChild(ListRow, f"cadence-{world.employee.uid}")
    assert row.accessibleDescription().endswith("1 open, 1 overdue")
    assert "1 open" in marks(later)


def test_a_commitment_that_was_kept_no_longer_counts(qtbot: QtBot, view: OverviewView) -> None:
    press(qtbot, view, "promise-kept")
    assert "1 open" not in marks(view)
