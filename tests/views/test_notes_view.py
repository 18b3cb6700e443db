"""Notes, through what a user sees and does."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.flows.sealing import seal
from desktop.models.guide import Kind, Stage
from desktop.presenters.destination import Destination, Place
from desktop.presenters.notes import NotesPresenter
from desktop.views.notes_view import NotesView
from desktop.views.widgets import ChoiceField
from tests.views.sight import rows, words
from tests.world import World


@pytest.fixture
def view(qtbot: QtBot, world: World) -> NotesView:
    shown = NotesView(NotesPresenter(world.vault))
    qtbot.addWidget(shown)
    shown.resize(900, 700)
    shown.show()
    return shown


def test_without_notes_there_is_a_sentence_and_no_filter(view: NotesView) -> None:
    view.arrive(Destination(Place.NOTES))
    assert "No notes yet" in words(view)
    assert not view.findChild(ChoiceField, "notes-kind").isVisible()


def test_notes_are_filtered_and_opened(qtbot: QtBot, world: World, view: NotesView) -> None:
    uids = {}
    for kind, stage in ((Kind.OKR, Stage.CHECK_IN), (Kind.PERFORMANCE, Stage.REVIEW)):
        talk = world.start(kind, stage)
        world.say(talk, "words")
        uids[kind] = seal(world.vault, kind, talk.uid).uid
    view.arrive(Destination(Place.NOTES))
    assert len(rows(view)) == 2
    choice = view.findChild(ChoiceField, "notes-kind")
    choice.set_key("performance")
    choice.chosen.emit("performance")
    assert [row.objectName() for row in rows(view)] == [f"talk-{uids[Kind.PERFORMANCE]}"]
    with qtbot.waitSignal(view.go) as gone:
        qtbot.mouseClick(rows(view)[0], Qt.MouseButton.LeftButton)
    assert gone.args == [Destination(Place.NOTE, uids[Kind.PERFORMANCE], "performance")]
