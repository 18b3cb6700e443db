"""The whole program on a vault that is locked, without its key file, or not encrypted yet."""

from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.app.house import found_house
from desktop.models.people import Person
from desktop.presenters.destination import Place
from desktop.presenters.people.person_form import PersonForm
from desktop.selftest.hands import find, find_as, press, type_into, until
from desktop.storage.keys.key_file import KEY_FILE
from desktop.storage.keys.recovery import written
from desktop.storage.keys.unlocking import Shut, remember, shut, unlock
from desktop.storage.vault import Vault
from desktop.storage.vault_key import VaultKey
from desktop.views.people.home_view import HomeView
from desktop.views.vault.first_run_view import FirstRunView
from desktop.views.vault.locked_view import LockedView
from desktop.views.vault.new_lock_view import NewLockView
from desktop.views.vault.unlock_view import UnlockView
from desktop.views.widgets import LineField, Text
from tests.key_store import MemoryStore, key_store
from tests.keys import PASSPHRASE, VAULT_KEY
from tests.running import at, go, notices, running, seen

__all__ = ["key_store"]

NAME = "Mira Solberg"


def locked(tmp_path: Path) -> Path:
    found_house(tmp_path / "vault", Person("me", NAME), VAULT_KEY, PASSPHRASE)
    return tmp_path / "vault"


def recover(view: QWidget) -> None:
    type_into(view, "recovery-code", written(VAULT_KEY).lower())
    for field in ("new-passphrase", "new-again"):
        type_into(view, field, "another calm passphrase")
    press(view, "recover")


def test_the_passphrase_opens_and_a_wrong_one_does_not(qapp: object, tmp_path: Path) -> None:
    with running(locked(tmp_path), tmp_path / "settings.toml") as program:
        view = at(program, UnlockView)
        assert NAME not in seen(program.window)
        type_into(view, "passphrase", "not this one")
        press(view, "unlock")
        until(lambda: "not the passphrase" in find_as(view, "passphrase", LineField).error(), "a refusal", 20)
        type_into(view, "passphrase", PASSPHRASE)
        press(view, "unlock")
        at(program, HomeView)
    assert all(PASSPHRASE.encode() not in file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())


def test_without_its_key_file_the_recovery_key_opens_and_makes_a_new_one(qapp: object, tmp_path: Path) -> None:
    folder = locked(tmp_path)
    (folder / KEY_FILE).unlink()
    with running(folder, tmp_path / "settings.toml") as program:
        recover(at(program, UnlockView))
        at(program, HomeView)
    assert unlock(folder, "another calm passphrase") == VAULT_KEY


def test_a_vault_that_is_not_encrypted_yet_becomes_encrypted(qapp: object, tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    Vault.create(folder, None).close()
    assert shut(folder) is Shut.PLAIN
    with running(folder, tmp_path / "settings.toml") as program:
        view = at(program, NewLockView)
        for field in ("lock-passphrase", "lock-again"):
            type_into(view, field, PASSPHRASE)
        press(view, "choose-passphrase")
        key = [find_as(view, f"group-{number}", Text).text().split()[-1] for number in range(1, 10)]
        press(view, "written-down")
        for answer in ("answer-0", "answer-1"):
            number = int(find(view, answer).findChildren(QLineEdit)[0].accessibleName().split()[-1])
            type_into(view, answer, key[number - 1])
        press(view, "finish")
        at(program, HomeView)
    assert shut(folder) is Shut.LOCKED
    assert unlock(folder, PASSPHRASE)


def test_after_locking_the_passphrase_is_asked_and_one_goes_on(qapp: object, tmp_path: Path) -> None:
    with running(locked(tmp_path), tmp_path / "settings.toml") as program:
        view = at(program, UnlockView)
        type_into(view, "passphrase", PASSPHRASE)
        press(view, "unlock")
        people = go(program, Place.PEOPLE) if at(program, HomeView) else None
        program.window.lock_wanted.emit()
        press(at(program, LockedView), "unlock")
        view = at(program, UnlockView)
        assert NAME not in seen(program.window) and str(tmp_path) not in shown(program.window)
        type_into(view, "passphrase", PASSPHRASE)
        press(view, "unlock")
        until(lambda: program.window.screen_view is people, "what was left", 20)
        assert VaultKey not in {type(each) for each in vars(program._entrance).values()}


def test_what_the_computer_remembers_does_not_open_a_locked_window(
    qapp: object, tmp_path: Path, key_store: MemoryStore
) -> None:
    folder = locked(tmp_path)
    remember(folder, VAULT_KEY)
    with running(folder, tmp_path / "settings.toml") as program:
        at(program, HomeView)
        program.window.lock_wanted.emit()
        press(at(program, LockedView), "unlock")
        at(program, UnlockView)


def test_a_folder_that_cannot_hold_a_vault_is_said_before_a_recovery_key_is_shown(qapp: object, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with running(tmp_path / "none", tmp_path / "settings.toml") as program:
        view = at(program, FirstRunView)
        view.show_screen(view._presenter.choose_folder(tmp_path / "file" / "vault", PersonForm(name=NAME)))
        press(view, "begin")
        until(lambda: bool(notices(program)), "the refusal", 10)
        assert program.window.screen_view is view


def shown(window: QWidget) -> str:
    """Return the words that stand in the window."""
    return "\n".join(text.text() for text in window.findChildren(Text) if text.isVisible())
