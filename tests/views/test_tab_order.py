"""The keyboard in the window: Tab goes through things as they stand, and nobody is thrown out of what they do."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.app.program import Program
from desktop.models.conversation import Commitment, Conversation
from desktop.models.guide import Kind, Stage
from desktop.models.ids import new_uid
from desktop.presenters.destination import Place
from desktop.selftest.hands import find, press, type_into
from desktop.views.talk.conversation_view import ConversationView
from desktop.views.widgets import Rail, Rows, secondary
from tests.running import clean_up, go, running
from tests.world import World


@pytest.fixture
def program(qtbot: QtBot, world: World) -> Iterator[Program]:
    with running(world.vault.folder, world.vault.folder.parent / "settings.toml") as started:
        started.window.resize(1024, 700)
        started.window.activateWindow()
        qtbot.waitUntil(started.window.isActiveWindow)
        yield started


@pytest.fixture
def talk(world: World) -> Conversation:
    return world.start(Kind.OKR, Stage.CHECK_IN)


def open_talk(program: Program, talk: Conversation) -> ConversationView:
    view = go(program, Place.CONVERSATION, talk.uid, talk.kind)
    assert isinstance(view, ConversationView)
    clean_up()
    return view


def held() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def holds(view: QWidget, name: str) -> bool:
    field = find(view, name)
    return held() in (field, field.focusProxy()) or field.isAncestorOf(held())


def walked(qtbot: QtBot, key: Qt.Key, most: int = 60) -> list[QWidget]:
    """Press a key until the keyboard is back where it was, and return where it stopped."""
    stops = [held()]
    for _press in range(most):
        qtbot.keyClick(held(), key)
        if held() is stops[0]:
            return stops
        stops.append(held())
    raise AssertionError(f"{key} does not come back")


def test_tab_visits_rows_that_were_built_anew_where_they_stand(
    program: Program, qtbot: QtBot, world: World, talk: Conversation
) -> None:
    promise = Commitment(new_uid(), talk.uid, talk.person_uid, "Write the rota down", "Me", None)
    world.vault.conversations(Kind.OKR).save_commitment(promise)
    view = open_talk(program, talk)
    press(view, "skip")
    find(view, "voice-private").setFocus()
    stops = walked(qtbot, Qt.Key.Key_Tab)
    tops = [stop.mapTo(program.window, stop.rect().topLeft()).y() for stop in stops[:4]]
    assert stops[1].accessibleName() == "Remove this commitment"
    assert [stop.objectName() for stop in stops[2:4]] == ["open-commitment", "back"]
    assert tops[0] < tops[1] < tops[2]
    assert walked(qtbot, Qt.Key.Key_Backtab) == [stops[0], *reversed(stops[1:])]


def test_tab_brings_what_it_stops_at_into_view(program: Program, qtbot: QtBot, talk: Conversation) -> None:
    program.window.resize(820, 560)
    view = open_talk(program, talk)
    stops = 0
    for _press in range(30):
        qtbot.keyClick(held(), Qt.Key.Key_Tab)
        clean_up()
        if not program.window.findChild(Rail).isAncestorOf(held()):
            assert not held().visibleRegion().isEmpty(), held().accessibleName()
            stops += 1
    assert stops > 10
    assert view.isVisible()


def test_a_step_begins_in_its_form(program: Program, talk: Conversation) -> None:
    view = open_talk(program, talk)
    assert holds(view, "voice-employee")
    while view.shown.topic != "check-in":
        press(view, "skip")
    assert holds(view, "value")


def test_a_step_that_is_refused_keeps_the_keyboard_where_the_fault_is(
    program: Program, qtbot: QtBot, talk: Conversation
) -> None:
    view = open_talk(program, talk)
    while view.shown.topic != "check-in":
        press(view, "skip")
    type_into(view, "value", "many")
    find(view, "voice-manager").setFocus()
    qtbot.keyClick(held(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    clean_up()
    assert holds(view, "value")
    assert not held().visibleRegion().isEmpty()


def test_adding_a_commitment_leaves_the_keyboard_at_the_commitments(
    program: Program, qtbot: QtBot, talk: Conversation
) -> None:
    view = open_talk(program, talk)
    press(view, "skip")
    press(view, "open-commitment")
    type_into(view, "commitment-what", "Write the rota down")
    type_into(view, "commitment-when", "some day")
    find(view, "commitment-add").setFocus()
    qtbot.keyClick(held(), Qt.Key.Key_Return)
    clean_up()
    assert holds(view, "commitment-when")
    type_into(view, "commitment-when", "2027-03-31")
    find(view, "commitment-add").setFocus()
    qtbot.keyClick(held(), Qt.Key.Key_Return)
    clean_up()
    assert holds(view, "open-commitment")


def test_cancelling_a_new_person_gives_the_keyboard_back(program: Program, qtbot: QtBot) -> None:
    view = go(program, Place.PEOPLE)
    press(view, "add-person")
    find(view, "add-cancel").setFocus()
    qtbot.keyClick(held(), Qt.Key.Key_Space)
    assert holds(view, "add-person")


def test_rows_that_are_replaced_keep_the_keyboard_at_their_place(qtbot: QtBot) -> None:
    rows = Rows()
    qtbot.addWidget(rows)
    rows.set_widgets([secondary(name) for name in ("A", "B", "C")])
    with qtbot.waitActive(rows):
        rows.show()
        rows.activateWindow()
    buttons = rows.findChildren(QWidget)
    buttons[1].setFocus()
    rows.set_widgets([secondary(name) for name in ("D", "E", "F")])
    assert held().accessibleName() == "E"
    rows.set_widgets([secondary("G")])
    assert held().accessibleName() == "G"
    clean_up()
    rows.findChildren(QWidget)[0].clearFocus()
    rows.set_widgets([secondary("H")])
    assert QApplication.focusWidget() is None, "rows take the keyboard only back"


@pytest.mark.parametrize("place", [Place.PERSON, Place.ROLLOUT, Place.OKRS])
def test_a_list_that_opens_is_read_out_with_what_it_chooses(program: Program, world: World, place: Place) -> None:
    view = go(program, place, world.employee.uid if place is Place.PERSON else "")
    clean_up()
    lists = [part for part in view.findChildren(QComboBox) if part.isVisible()]
    assert lists and all(part.accessibleName() for part in lists)
