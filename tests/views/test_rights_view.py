"""Rights and retention, through what a user sees and does."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.flows.talk.sealing import seal
from desktop.models.guide import Kind, Stage
from desktop.models.people import Person
from desktop.models.performance import Evidence
from desktop.presenters.destination import Destination, Place
from desktop.presenters.people.rights import RightsPresenter
from desktop.views.people.rights_view import RightsView
from desktop.views.widgets import AreaField
from tests.views.sight import choose, press, words, write
from tests.world import World


@pytest.fixture
def view(qtbot: QtBot, world: World, tmp_path: Path) -> RightsView:
    world.say(world.start(Kind.PERFORMANCE, Stage.REVIEW), "The rota helped.")
    world.vault.people.save(Person("third", "Ana Ruiz", "Works with Tomas"))
    shown = RightsView(RightsPresenter(world.vault, tmp_path))
    qtbot.addWidget(shown)
    shown.resize(1000, 1200)
    shown.show()
    shown.arrive(Destination(Place.RIGHTS, world.employee.uid))
    return shown


def look(qtbot: QtBot, view: RightsView) -> None:
    press(qtbot, view, "look-erasure")
    qtbot.waitUntil(lambda: "This goes for good" in words(view))


def erase_button(view: RightsView) -> QPushButton:
    found = view.findChild(QPushButton, "erase")
    assert isinstance(found, QPushButton)
    return found


def test_what_goes_stays_and_cannot_be_reached_is_said_before(qtbot: QtBot, view: RightsView) -> None:
    look(qtbot, view)
    told = words(view)
    for line in ("1 talk", "1 answer in a talk", "This stays", "chain of seals", "Works with Tomas", "snapshots"):
        assert line in told


def test_only_the_typed_name_erases(qtbot: QtBot, world: World, view: RightsView) -> None:
    look(qtbot, view)
    write(qtbot, view, "erase-name", "Tomas")
    assert not erase_button(view).isEnabled()
    write(qtbot, view, "erase-name", "Tomas Oyelaran")
    press(qtbot, view, "erase")
    qtbot.waitUntil(lambda: "Nothing of this person is in the vault any more" in words(view))
    assert "Tomas" not in words(view)
    assert [person.name for person in world.vault.people.people()] == ["Ana Ruiz", "Mira Solberg"]
    with qtbot.waitSignal(view.go) as gone:
        press(qtbot, view, "back-to-person")
    assert gone.args == [Destination(Place.PEOPLE)]


def test_a_hold_stands_in_the_way_until_it_is_released(qtbot: QtBot, view: RightsView) -> None:
    press(qtbot, view, "put-hold")
    assert "Type the reason" in words(view) or "reason" in words(view)
    write(qtbot, view, "hold-reason", "A claim")
    press(qtbot, view, "put-hold")
    assert "A claim" in words(view)
    look(qtbot, view)
    assert "A legal hold stands" in words(view)
    assert not erase_button(view).isVisible()
    press(qtbot, view, "release-hold")
    look(qtbot, view)
    assert erase_button(view).isVisible()


def test_one_goes_back_to_the_person(qtbot: QtBot, world: World, view: RightsView) -> None:
    with qtbot.waitSignal(view.go) as gone:
        press(qtbot, view, "back-to-person")
    assert gone.args == [Destination(Place.PERSON, world.employee.uid)]


def test_everything_held_comes_in_one_archive(qtbot: QtBot, view: RightsView, tmp_path: Path) -> None:
    press(qtbot, view, "access-collect")
    assert "Please type a passphrase" in words(view)
    write(qtbot, view, "access-passphrase", "four calm green words")
    write(qtbot, view, "access-again", "four calm green words")
    press(qtbot, view, "access-collect")
    qtbot.waitUntil(lambda: "The archive lies in" in words(view))
    (archive,) = tmp_path.glob("*.zip")
    assert "Tomas Oyelaran" in archive.name


def test_a_statement_is_kept_with_what_it_is_about(qtbot: QtBot, world: World, view: RightsView) -> None:
    assert "Their own statement" not in words(view)
    world.vault.evidence.save_evidence(Evidence("seen", world.employee.uid, "", date(2026, 11, 2), "a", "Late", "c"))
    talk = world.vault.conversations(Kind.PERFORMANCE).conversations()[0]
    note = seal(world.vault, Kind.PERFORMANCE, talk.uid)
    view.arrive(Destination(Place.RIGHTS, world.employee.uid))
    press(qtbot, view, "statement-attach")
    assert "Write the statement first" in words(view)
    for key in (note.uid, "seen"):
        choose(view, "statement-about", key)
        field = view.findChild(AreaField, "statement-words")
        assert field is not None
        field.focusProxy().setPlainText("I was ill.")
        press(qtbot, view, "statement-attach")
    assert [each.text for each in world.vault.evidence.statements(world.employee.uid)] == ["I was ill."]
    (kept,) = world.vault.responses(Kind.PERFORMANCE).rebuttals(note.uid)
    assert kept.content == b"I was ill."
