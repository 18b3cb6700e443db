"""Home, through what a user sees and does."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.flows.talk.sealing import seal
from desktop.models.conversation import Commitment
from desktop.models.guide import Kind, Stage
from desktop.models.ids import new_uid
from desktop.presenters.destination import Destination, Place
from desktop.presenters.people.home import HomePresenter
from desktop.views.drop_area import DropArea
from desktop.views.people.home_view import HomeView
from desktop.views.widgets import ListRow
from tests.views.sight import press, words
from tests.world import TODAY, World

HOME = Destination(Place.HOME)


@pytest.fixture
def view(qtbot: QtBot, world: World) -> HomeView:
    shown = HomeView(HomePresenter(world.vault, lambda: TODAY))
    qtbot.addWidget(shown)
    shown.resize(900, 900)
    shown.show()
    shown.arrive(HOME)
    return shown


def test_the_suggestion_leads_to_the_person(qtbot: QtBot, world: World, view: HomeView) -> None:
    assert "You have not talked with Tomas here yet." in words(view)
    with qtbot.waitSignal(view.go) as gone:
        press(qtbot, view, "suggestion")
    assert gone.args == [Destination(Place.PERSON, world.employee.uid)]


def test_a_draft_is_resumed_with_one_click(qtbot: QtBot, world: World, view: HomeView) -> None:
    talk = world.start(Kind.PERFORMANCE, Stage.REVIEW)
    view.arrive(HOME)
    assert "Section 1 of" in words(view)
    with qtbot.waitSignal(view.go) as gone:
        qtbot.mouseClick(view.findChild(ListRow, f"talk-{talk.uid}"), Qt.MouseButton.LeftButton)
    assert gone.args == [Destination(Place.CONVERSATION, talk.uid, "performance")]


def test_an_empty_list_takes_its_heading_with_it(world: World, view: HomeView) -> None:
    assert "Lately sealed" not in words(view) and "Commitments due" not in words(view)
    talk = world.start(Kind.OKR, Stage.CHECK_IN)
    world.vault.conversations(Kind.OKR).save_commitment(
        Commitment(new_uid(), talk.uid, world.employee.uid, "Try a rota", "Tomas", TODAY)
    )
    seal(world.vault, Kind.OKR, talk.uid)
    view.arrive(HOME)
    assert "Lately sealed" in words(view) and "Commitments due" in words(view)


def test_a_due_commitment_is_dropped_here(qtbot: QtBot, world: World, view: HomeView) -> None:
    talk = world.start(Kind.OKR, Stage.CHECK_IN)
    world.vault.conversations(Kind.OKR).save_commitment(
        Commitment(new_uid(), talk.uid, world.employee.uid, "Try a rota", "Tomas", TODAY)
    )
    seal(world.vault, Kind.OKR, talk.uid)
    view.arrive(HOME)
    press(qtbot, view, "promise-dropped")
    assert "Try a rota" not in words(view)


def test_what_was_handed_over_goes_to_its_screen(qtbot: QtBot, view: HomeView, tmp_path: Path) -> None:
    with qtbot.waitSignal(view.go) as gone:
        view.findChild(DropArea, "home-drop").dropped.emit(tmp_path / "For Mira.duologue")
    assert gone.args == [Destination(Place.TAKE_OVER, path=str(tmp_path / "For Mira.duologue"))]


def test_a_pdf_can_be_chosen_for_verification(qtbot: QtBot, view: HomeView, tmp_path: Path) -> None:
    press(qtbot, view, "choose-pdf")
    dialog = view.findChild(QFileDialog)
    with qtbot.waitSignal(view.go) as gone:
        dialog.fileSelected.emit(str(tmp_path / "note.pdf"))
    dialog.close()
    assert gone.args == [Destination(Place.VERIFY, path=str(tmp_path / "note.pdf"))]
