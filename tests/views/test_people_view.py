"""People, through what a user sees and does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.models.ids import new_uid
from desktop.models.people import Person
from desktop.presenters.destination import Destination, Place
from desktop.presenters.people.people import PeoplePresenter
from desktop.views.people.people_view import PeopleView
from desktop.views.people.person_fields import NEW_TEAM
from desktop.views.widgets import ChoiceField, LineField, ListRow
from tests.views.sight import line, press, rows, words, write
from tests.world import World

MARKUP = "<b>&<img src=x>"


@pytest.fixture
def view(qtbot: QtBot, world: World) -> PeopleView:
    world.vault.people.save(Person(new_uid(), "Siobhán Byrne", "Engineer"))
    world.vault.people.save(Person(new_uid(), MARKUP, "Tester"))
    shown = PeopleView(PeoplePresenter(world.vault))
    qtbot.addWidget(shown)
    shown.resize(900, 800)
    shown.show()
    shown.arrive(Destination(Place.PEOPLE))
    return shown


def names(view: PeopleView) -> list[str]:
    return sorted(row.accessibleName().split(",")[0] for row in rows(view))


def test_the_list_narrows_as_one_types(qtbot: QtBot, view: PeopleView) -> None:
    assert names(view) == [MARKUP, "Siobhán Byrne", "Tomas Oyelaran"]
    write(qtbot, view, "people-search", "sio")
    assert names(view) == ["Siobhán Byrne"]
    write(qtbot, view, "people-search", "zzz")
    assert names(view) == []
    assert "Nobody fits “zzz”" in words(view)


def test_a_row_leads_to_the_person(qtbot: QtBot, world: World, view: PeopleView) -> None:
    row = view.findChild(ListRow, f"person-{world.employee.uid}")
    with qtbot.waitSignal(view.go) as gone:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert gone.args == [Destination(Place.PERSON, world.employee.uid)]


def test_markup_in_a_name_is_only_text(view: PeopleView) -> None:
    shown = [label for label in view.findChildren(QLabel) if label.text() == MARKUP]
    assert shown and all(label.textFormat() is Qt.TextFormat.PlainText for label in shown)


def test_a_person_with_a_new_team_is_added(qtbot: QtBot, world: World, view: PeopleView) -> None:
    press(qtbot, view, "add-person")
    write(qtbot, view, "add-name", "Jonas Lind")
    team = view.findChild(ChoiceField, "add-team")
    assert not view.findChild(LineField, "add-new-team").isVisible()
    team.set_key(NEW_TEAM)
    team.chosen.emit(NEW_TEAM)
    write(qtbot, view, "add-new-team", "Platform")
    with qtbot.waitSignal(view.go) as gone:
        press(qtbot, view, "add-confirm")
    person = world.vault.people.person(gone.args[0].uid)
    assert (person.name, world.vault.people.team(person.team_uid).name) == ("Jonas Lind", "Platform")


def test_a_missing_name_is_asked_for_each_time_and_search_loses_nothing(qtbot: QtBot, view: PeopleView) -> None:
    press(qtbot, view, "add-person")
    write(qtbot, view, "add-role", "Engineer")
    for _attempt in range(2):
        press(qtbot, view, "add-confirm")
        assert view.findChild(LineField, "add-name").error()
        write(qtbot, view, "add-name", "x")
        qtbot.keyClick(line(view, "add-name"), Qt.Key.Key_Backspace)
        assert not view.findChild(LineField, "add-name").error()
    write(qtbot, view, "people-search", "tomas")
    assert view.findChild(LineField, "add-role").text() == "Engineer"
    press(qtbot, view, "add-cancel")
    press(qtbot, view, "add-person")
    assert view.findChild(LineField, "add-role").text() == ""


def test_the_destination_can_open_the_form(view: PeopleView) -> None:
    view.arrive(Destination(Place.PEOPLE, path="add"))
    assert view.findChild(LineField, "add-name").isVisible()
    view.arrive(Destination(Place.PEOPLE))
    assert not view.findChild(LineField, "add-name").isVisible()
