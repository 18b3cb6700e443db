"""Settings, through what a user sees and does."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.models.problems import Problem
from desktop.presenters.destination import Destination, Place
from desktop.presenters.vault.preferences import PreferencesPresenter
from desktop.selftest.hands import choose
from desktop.settings import Settings, load_settings, save_settings
from desktop.views.vault.preferences_view import PreferencesView
from desktop.views.widgets import LineField, RadioField
from tests.lock_screens import lock_of
from tests.views.sight import press, words
from tests.world import World


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


@pytest.fixture
def view(qtbot: QtBot, world: World, file: Path) -> PreferencesView:
    def save(settings: Settings) -> None:
        save_settings(file, settings)

    problems = [Problem("firm.toml: title is missing.")]
    shown = PreferencesView(
        PreferencesPresenter(world.vault, lambda: load_settings(file), save, problems), lock_of(world)
    )
    qtbot.addWidget(shown)
    shown.resize(900, 1200)
    shown.show()
    shown.arrive(Destination(Place.SETTINGS))
    return shown


def test_the_appearance_is_chosen_kept_and_told(qtbot: QtBot, view: PreferencesView, file: Path) -> None:
    options = view.findChild(RadioField, "theme").findChildren(QAbstractButton)
    dark = next(option for option in options if "Dark" in (option.text() or option.accessibleName()))
    with qtbot.waitSignal(view.theme_chosen) as chosen:
        dark.click()
    assert chosen.args == ["dark"]
    assert load_settings(file).theme == "dark"


def test_when_the_window_locks_is_chosen(view: PreferencesView, file: Path) -> None:
    choose(view, "lock-minutes", "30")
    assert load_settings(file).lock_minutes == 30


def test_where_the_vault_lies_can_be_copied(qtbot: QtBot, world: World, view: PreferencesView) -> None:
    assert str(world.vault.folder) in words(view)
    press(qtbot, view, "copy-vault")
    assert QGuiApplication.clipboard().text() == str(world.vault.folder)


def test_identity_and_trust_is_one_step_away(qtbot: QtBot, view: PreferencesView) -> None:
    with qtbot.waitSignal(view.go) as gone:
        press(qtbot, view, "open-identity")
    assert gone.args == [Destination(Place.IDENTITY)]


def test_my_role_is_changed(qtbot: QtBot, world: World, view: PreferencesView) -> None:
    field = view.findChild(LineField, "me-role").focusProxy()
    field.clear()
    qtbot.keyClicks(field, "Director")
    press(qtbot, view, "save-me")
    me = world.vault.profile.me()
    assert me is not None and me.role == "Director"
    assert "Saved." in words(view)


def test_problems_of_own_guides_are_said(view: PreferencesView) -> None:
    assert "firm.toml: title is missing." in words(view)
