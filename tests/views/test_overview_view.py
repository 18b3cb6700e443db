"""The cadence for all, through what a user sees and does."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.flows.talk.sealing import seal
from desktop.models.conversation import Commitment
from desktop.models.guide import Kind, Stage
from desktop.models.ids import new_uid
from desktop.presenters.destination import Destination, Place
from desktop.presenters.people.overview import PAGE, OverviewPresenter
from desktop.views.notes.talk_list import TalkList
from desktop.views.people.overview_view import OverviewView
from desktop.views.people.promise_list import PromiseList
from desktop.views.widgets import Button, Chip, ListRow, Rows
from tests.views.sight import press, rows, settle
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


def test_a_row_with_a_planned_talk_is_as_high_as_the_others_and_cuts_nothing(
    qtbot: QtBot, world: World, view: OverviewView
) -> None:
    plain = view.findChild(ListRow, f"cadence-{world.employee.uid}").height()
    talk = world.start(Kind.OKR, Stage.CHECK_IN)
    world.vault.conversations(Kind.OKR).set_held_on(talk.uid, TODAY + timedelta(days=2))
    view.arrive(Destination(Place.OVERVIEW))
    row = next(each for each in rows(view) if each.objectName() == f"cadence-{world.employee.uid}")
    chip = next(each for each in row.findChildren(Chip) if each.text() == "today")
    caption = next(each for each in row.findChildren(QLabel) if each.text() == "next 22 Nov 2026")
    assert row.height() == plain
    assert chip.mapTo(row, QPoint(0, 0)).y() > 2
    assert caption.mapTo(row, QPoint(0, caption.height())).y() < row.height() - 2


def test_long_lists_are_shown_in_parts(qtbot: QtBot, world: World, view: OverviewView) -> None:
    for _round in range(PAGE):
        talk = world.start(Kind.OKR, Stage.CHECK_IN)
        promise = Commitment(new_uid(), talk.uid, world.employee.uid, "Call again", world.manager.name, TODAY)
        world.vault.conversations(Kind.OKR).save_commitment(promise)
        world.say(talk, "Said")
        seal(world.vault, Kind.OKR, talk.uid)
    view.arrive(Destination(Place.OVERVIEW))
    for button, part in (("waiting-more", TalkList), ("promises-more", PromiseList)):
        settle()
        more = view.findChild(Button, button)
        assert (more.isVisible(), more.text()) == (True, "Show more (1 left)")
        assert view.findChild(part).findChild(Rows).count() == PAGE
        press(qtbot, view, button)
        settle()
        assert not more.isVisible()
        assert view.findChild(part).findChild(Rows).count() == PAGE + 1
    assert f"{PAGE + 1} open" in marks(view)
