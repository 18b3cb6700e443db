"""What opens the vault, in the settings: through what a user sees and does."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.selftest.hands import press, type_into, until
from desktop.storage.keys.recovery import groups
from desktop.storage.keys.unlocking import WrongPassphrase, lock, remembers, unlock
from desktop.storage.keys.wrapping import LIGHT
from desktop.views.vault.vault_lock_section import VaultLockSection
from desktop.views.widgets import Text
from tests.key_store import key_store
from tests.keys import PASSPHRASE, VAULT_KEY
from tests.lock_screens import lock_of
from tests.world import World

__all__ = ["key_store"]

NEW = "a passphrase nobody had before"


@pytest.fixture
def section(world: World, qtbot: QtBot) -> Iterator[VaultLockSection]:
    """The section of a vault with a passphrase."""
    lock(world.vault.folder, VAULT_KEY, PASSPHRASE, LIGHT)
    made = VaultLockSection(lock_of(world))
    qtbot.addWidget(made)
    made.open()
    made.show()
    yield made
    made.leave()


def change(section: VaultLockSection, present: str) -> None:
    press(section, "change-passphrase")
    type_into(section, "present-passphrase", present)
    type_into(section, "new-passphrase", NEW)
    type_into(section, "new-again", NEW)
    press(section, "set-passphrase")


def test_the_passphrase_is_changed(section: VaultLockSection, world: World) -> None:
    change(section, PASSPHRASE)
    until(lambda: section.shown.notice is not None, "the news", 30)
    assert unlock(world.vault.folder, NEW) == VAULT_KEY
    with pytest.raises(WrongPassphrase):
        unlock(world.vault.folder, PASSPHRASE)


def test_without_the_present_one_nothing_is_changed(section: VaultLockSection, world: World) -> None:
    change(section, "not this one at all")
    until(lambda: bool(section.shown.errors), "the refusal", 30)
    assert "not the passphrase" in section.shown.errors["present"]
    assert unlock(world.vault.folder, PASSPHRASE) == VAULT_KEY


def reveal(section: VaultLockSection, passphrase: str) -> None:
    press(section, "show-recovery")
    type_into(section, "asked-passphrase", passphrase)
    press(section, "reveal-recovery")


def shown_groups(section: VaultLockSection) -> list[str]:
    labels = [section.findChild(Text, f"group-{number}") for number in range(1, 10)]
    assert all(label.height() >= label.fontMetrics().height() for label in labels)
    return [label.text().split()[-1] for label in labels if label.text()]


def test_the_recovery_key_is_shown_to_who_knows_the_passphrase(section: VaultLockSection) -> None:
    reveal(section, PASSPHRASE)
    until(lambda: bool(section.shown.groups), "the recovery key", 30)
    assert tuple(shown_groups(section)) == groups(VAULT_KEY)
    press(section, "hide-recovery")
    assert shown_groups(section) == []


def test_nobody_else_sees_it(section: VaultLockSection) -> None:
    reveal(section, "not this one at all")
    until(lambda: bool(section.shown.errors), "the refusal", 30)
    assert shown_groups(section) == []


def test_leaving_hides_it(section: VaultLockSection) -> None:
    reveal(section, PASSPHRASE)
    until(lambda: bool(section.shown.groups), "the recovery key", 30)
    section.leave()
    assert shown_groups(section) == []


def test_the_sheet_is_written_where_it_is_wanted(section: VaultLockSection, tmp_path: Path) -> None:
    reveal(section, PASSPHRASE)
    until(lambda: bool(section.shown.groups), "the recovery key", 30)
    section._key_card.sheet_wanted.emit(str(tmp_path / "sheet.pdf"))
    until(lambda: section.shown.notice is not None, "the news", 30)
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF-")
    assert tuple(shown_groups(section)) == groups(VAULT_KEY)


@pytest.mark.usefixtures("key_store")
def test_the_computer_may_remember(world: World, section: VaultLockSection) -> None:
    section.open()
    press(section, "remember")
    assert remembers(world.vault.folder)
    press(section, "remember")
    assert not remembers(world.vault.folder)


def test_without_a_key_store_it_is_not_offered(section: VaultLockSection) -> None:
    assert section._remember.isHidden()
