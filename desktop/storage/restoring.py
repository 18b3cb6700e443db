"""A backup takes the place of the vault, which becomes a backup itself: so that it can be undone.

The copy is prepared beside the vault (brought up to the present format, what was erased since erased in it, too) and
takes its name in one step; a plug pulled at any moment leaves one whole vault.
"""

import os
import shutil
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path

from desktop.durable import sync_folder
from desktop.models.erasing import ErasureOrder
from desktop.models.ids import now
from desktop.models.problems import Problem
from desktop.storage.backups import FOLDER_NAME, Backup, contents, make_backup, vault_uid
from desktop.storage.connection import connect
from desktop.storage.erasing.orders import orders, replay
from desktop.storage.faults import told
from desktop.storage.holding import Hold
from desktop.storage.keys.key_file import KEY_FILE, DamagedKeyFile, read_key_file
from desktop.storage.opening import FILE_NAME, is_outdated
from desktop.storage.vault_key import VaultKey

_COPY = "restoring.db"
_BESIDE = ("-journal", "-wal", "-shm")


def restore(backup: Path, key: VaultKey | None, folder: Path) -> Backup | None:
    """Put the vault in the folder `backup` in the place of the one in `folder`; return the present one as a backup.

    None if there was no vault in `folder`, or it cannot be read any more: then its files are kept in a folder
    "damaged-…" beside it. Raises Held if a program works in it, Problem if the backup is damaged or another vault's.
    """
    with told():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        hold = Hold(folder)
        try:
            return _restored(backup, key, folder)
        finally:
            hold.release()


def _restored(backup: Path, key: VaultKey | None, folder: Path) -> Backup | None:
    present = folder / FILE_NAME
    readable = is_sound(present, key)
    _refuse_strangers(backup, key, folder, readable)
    erased = orders(present, key) if readable and not is_outdated(present, key) else ()
    try:
        _prepare(backup, key, folder / _COPY, erased)
        kept = _put_aside(folder, key, readable)
        _give_key_file(backup, folder)
        (folder / _COPY).replace(present)
        sync_folder(folder)
    finally:
        _remove(folder / _COPY)
    return kept


def _refuse_strangers(backup: Path, key: VaultKey | None, folder: Path, readable: bool) -> None:
    """Raise Problem if the backup cannot be read, or is one of another vault."""
    contents(backup / FILE_NAME, key)
    if readable and vault_uid(backup / FILE_NAME, key) != vault_uid(folder / FILE_NAME, key):
        raise Problem("This is a backup of another vault; nothing was changed. Restore it into a folder of its own.")
    if not readable and (folder / FILE_NAME).exists() and key and _mark(folder) not in ("", key.mark):
        raise Problem("This is a backup of another vault; nothing was changed. Restore it into a folder of its own.")


def _prepare(backup: Path, key: VaultKey | None, copy: Path, erased: Sequence[ErasureOrder]) -> None:
    _remove(copy)
    with closing(connect(backup / FILE_NAME, key)) as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))
    copy.chmod(0o600)
    replay(copy, key, erased)  # also brings it up to the present format
    _settle(copy, key)
    with copy.open("rb") as written:
        os.fsync(written.fileno())


def _put_aside(folder: Path, key: VaultKey | None, readable: bool) -> Backup | None:
    """Keep the present vault, and leave nothing beside its file that the restored one would take for its own."""
    present = folder / FILE_NAME
    if readable:
        kept = make_backup(folder, key, folder / FOLDER_NAME)
        _settle(present, key)
        return kept
    left = [path for path in folder.glob(f"{FILE_NAME}*") if path.is_file()]
    if left:
        aside = folder / f"damaged-{now():%Y-%m-%dT%H-%M-%S}"
        aside.mkdir(mode=0o700)
        for path in left:
            if path == present:
                shutil.copyfile(path, aside / path.name)  # it keeps its name until the restored one takes it
            else:
                path.replace(aside / path.name)
    return None


def _give_key_file(backup: Path, folder: Path) -> None:
    """Keep the key file that is there if it is this key's, for its passphrase is the newer one."""
    if (backup / KEY_FILE).is_file() and _mark(folder) != _mark(backup):
        shutil.copyfile(backup / KEY_FILE, folder / KEY_FILE)
        (folder / KEY_FILE).chmod(0o600)


def is_sound(file: Path, key: VaultKey | None) -> bool:
    """Tell whether a vault's file is there, opens with this key, and can be read from end to end."""
    if not file.exists():
        return False
    try:
        vault_uid(file, key)
        with told(), closing(connect(file, key)) as connection:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except Problem:
        return False


def _mark(folder: Path) -> str:
    """Return which key the key file in a folder is of, "" if it cannot be read."""
    try:
        return read_key_file(folder).mark
    except DamagedKeyFile:
        return ""


def _settle(file: Path, key: VaultKey | None) -> None:
    """Bring everything into the one file, so that nothing lies beside it."""
    with closing(connect(file, key)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")


def _remove(file: Path) -> None:
    for name in (file.name, *(file.name + end for end in _BESIDE)):
        with suppress(OSError):
            file.with_name(name).unlink(missing_ok=True)
