"""The settings screen without pixels."""

from pathlib import Path

import pytest

from desktop.models.problems import Problem
from desktop.presenters.notice import Tone
from desktop.presenters.people.person_form import PersonForm
from desktop.presenters.vault.preferences import PreferencesPresenter
from desktop.settings import Settings, load_settings, save_settings
from desktop.storage.vault import Vault
from tests.keys import VAULT_KEY
from tests.world import World


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


@pytest.fixture
def presenter(world: World, file: Path) -> PreferencesPresenter:
    def save(settings: Settings) -> None:
        save_settings(file, settings)

    return PreferencesPresenter(world.vault, lambda: load_settings(file), save, [Problem("a.toml: no {x}.", x="id")])


def test_where_things_lie_and_what_is_wrong_with_guides(world: World, presenter: PreferencesPresenter) -> None:
    shown = presenter.open()
    assert (shown.vault, shown.guides) == (str(world.vault.folder), str(world.vault.guides_folder))
    assert shown.guide_problems == ("a.toml: no id.",)
    assert shown.me.name == "Mira Solberg"
    assert shown.fingerprint == "" and shown.identity


def test_the_appearance_is_kept_and_nothing_else_is_forgotten(presenter: PreferencesPresenter, file: Path) -> None:
    save_settings(file, Settings(vault="/v"))
    assert presenter.choose_theme("dark").theme == "dark"
    assert load_settings(file) == Settings(theme="dark", vault="/v")


def test_when_to_lock_is_kept_and_what_was_written_by_hand_can_be_chosen(
    presenter: PreferencesPresenter, file: Path
) -> None:
    assert presenter.open().lock == "10"
    assert presenter.choose_lock("0").lock == "0"
    assert load_settings(file).lock_minutes == 0
    save_settings(file, Settings(lock_minutes=7))
    shown = presenter.open()
    assert (shown.lock, ("7", "7 minutes") in shown.locks) == ("7", True)


def test_a_disk_that_refuses_is_told(presenter: PreferencesPresenter, file: Path) -> None:
    file.parent.write_text("in the way", encoding="utf-8")
    notice = presenter.choose_theme("dark").notice
    assert notice is not None and notice.tone is Tone.BAD


def test_my_name_is_changed_or_refused_with_what_was_typed(world: World, presenter: PreferencesPresenter) -> None:
    wrong = presenter.save_me(PersonForm("", "Director"))
    assert wrong.me.role == "Director" and "name" in wrong.me.errors
    saved = presenter.save_me(PersonForm("Mira S.", "Director"))
    assert saved.notice is not None and saved.notice.tone is Tone.GOOD
    me = world.vault.profile.me()
    assert me is not None and (me.uid, me.name) == (world.manager.uid, "Mira S.")


def test_a_vault_whose_first_start_was_cut_off_learns_who_its_owner_is(tmp_path: Path, file: Path) -> None:
    vault = Vault.create(tmp_path / "cut off", VAULT_KEY)
    presenter = PreferencesPresenter(vault, lambda: load_settings(file), lambda settings: None, ())
    assert presenter.open().me == PersonForm()
    presenter.save_me(PersonForm("Mira Solberg", "Head of Support"))
    me = vault.profile.me()
    assert me is not None and (me.name, me.role) == ("Mira Solberg", "Head of Support")
    vault.close()
