"""The presenters of a vault's key, with the storage they need."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from desktop.i18n import _
from desktop.presenters.vault.new_lock import LockWords, NewLockPresenter, NewLockTools
from desktop.presenters.vault.unlock import Doors, UnlockPresenter
from desktop.presenters.vault.vault_lock import LockTools, VaultLockPresenter
from desktop.storage.keys.recovery import groups, tidied
from desktop.storage.keys.unlocking import (
    Shut,
    can_remember,
    forget,
    lock,
    remember,
    remembers,
    shut,
    unlock,
    unlock_by_recovery,
)
from desktop.storage.vault_key import VaultKey


def unlocking(folder: Path) -> UnlockPresenter[VaultKey]:
    """Return what opens the locked vault in `folder`."""
    doors = Doors(partial(unlock, folder), partial(unlock_by_recovery, folder), partial(lock, folder))
    return UnlockPresenter(doors, str(folder), keyless=shut(folder) is Shut.KEYLESS)


def new_lock(words: LockWords, key: VaultKey, finish: Callable[[VaultKey, str], None]) -> NewLockPresenter:
    """Return what asks for the passphrase of a new key and shows its recovery key."""
    return NewLockPresenter(words, groups(key), NewLockTools(tidied, _sheet_of(key), partial(finish, key)))


def vault_lock(folder: Path, key: Callable[[], VaultKey]) -> VaultLockPresenter:
    """Return what changes the lock of an open vault; `key` is asked when it is wanted."""
    return VaultLockPresenter(
        LockTools(
            mark=lambda: key().mark,
            check=partial(unlock, folder),
            change=lambda passphrase: lock(folder, key(), passphrase),
            groups=lambda: groups(key()),
            save_sheet=lambda path: _sheet_of(key())(path),
            can_remember=can_remember,
            remembers=lambda: remembers(folder),
            remember=lambda wanted: remember(folder, key()) if wanted else forget(folder),
        )
    )


def _sheet_of(key: VaultKey) -> Callable[[Path], Path]:
    def save(path: Path) -> Path:
        from desktop.flows.vault.recovery_sheets import save_sheet

        return save_sheet(key, path, date.today())

    return save


def founding_words() -> LockWords:
    """Return what is said while a new vault gets its key."""
    return LockWords(
        _("Lock your vault"),
        _("Everything you write is encrypted on this computer. A passphrase opens it."),
        _("Make my vault"),
        _("Making your vault and your signing identity…"),
    )


def encrypting_words() -> LockWords:
    """Return what is said while a vault that is not encrypted yet gets its key."""
    return LockWords(
        _("This vault is not encrypted yet"),
        _(
            "It was made before vaults were encrypted. Choose a passphrase, write down the recovery key, and "
            "everything in it is encrypted; the file that anyone could read is gone afterwards."
        ),
        _("Encrypt my vault"),
        _("Encrypting your vault…"),
    )
