"""The key of a person, through what a user sees and does."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.models.ids import now
from desktop.presenters.destination import Destination, Place
from desktop.presenters.keys.person_key import PersonKeyPresenter
from desktop.views.keys.person_key_view import PersonKeyView
from tests.keys import key_of
from tests.views.sight import press, settle, words
from tests.world import World


@pytest.fixture
def view(qtbot: QtBot, world: World) -> PersonKeyView:
    shown = PersonKeyView(PersonKeyPresenter(world.vault))
    qtbot.addWidget(shown)
    shown.resize(900, 900)
    shown.show()
    return shown


def test_nobody_signed_yet(view: PersonKeyView, world: World) -> None:
    view.arrive(Destination(Place.PERSON_KEY, world.employee.uid))
    assert "Key of Tomas Oyelaran" in words(view)
    assert "has not signed anything here yet" in words(view)


def test_a_changed_key_is_loud_until_it_is_compared(qtbot: QtBot, view: PersonKeyView, world: World) -> None:
    first, second = key_of("Tomas Oyelaran"), key_of("Tomas O.")
    world.vault.profile.pin(world.employee.uid, first.certificate, compared=True, moment=now() - timedelta(days=9))
    world.vault.profile.pin(world.employee.uid, second.certificate)
    view.arrive(Destination(Place.PERSON_KEY, world.employee.uid))
    told = words(view)
    assert "changed on" in told and second.fingerprint in told and first.fingerprint in told
    press(qtbot, view, "compare-key")
    assert "changed on" not in words(view)
    settle()
    assert not view.findChild(QPushButton, "compare-key").isVisible()
    pin = world.vault.profile.current_pin(world.employee.uid)
    assert pin is not None and pin.compared


def test_back_to_the_person(qtbot: QtBot, view: PersonKeyView, world: World) -> None:
    view.arrive(Destination(Place.PERSON_KEY, world.employee.uid))
    with qtbot.waitSignal(view.go) as went:
        press(qtbot, view, "back-to-person")
    assert went.args == [Destination(Place.PERSON, world.employee.uid)]
