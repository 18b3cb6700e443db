"""A vault made before vaults were encrypted becomes encrypted, and nothing that can be read is left of it.

The encrypted copy is compared with the plain file row by row before it takes its place. A plug pulled at any moment
leaves one whole vault under the vault's name, plain or encrypted; what else is left is cleared away at the next try.
"""

import hashlib
import os
from contextlib import closing
from pathlib import Path
from typing import Any

from desktop.durable import sync_folder
from desktop.models.problems import Problem
from desktop.storage.connection import APPLICATION_ID, connect, pragma
from desktop.storage.faults import told
from desktop.storage.opening import FILE_NAME, is_plain
from desktop.storage.vault_key import VaultKey

_OLD = FILE_NAME + ".plain"
_NEW = FILE_NAME + ".new"
_BESIDE = ("-journal", "-wal", "-shm")
_PIECE = 1 << 20


def convert(folder: Path, key: VaultKey) -> None:
    """Encrypt the vault in `folder` under `key`, whose key file has to be there already; slow for a large vault.

    Raises Problem if the vault is damaged, in use, or the disk refuses; the plain vault is untouched then.
    """
    with told():
        if is_plain(folder / FILE_NAME):
            _settle(folder / FILE_NAME)
            _copy(folder / FILE_NAME, folder / _NEW, key)
            _swap(folder)
        clear_away(folder)


def clear_away(folder: Path) -> None:
    """Overwrite and remove what is left of a plain vault once the encrypted one stands in its place."""
    if is_plain(folder / FILE_NAME):
        return
    _remove(folder / _NEW)
    for name in (_OLD, *(_OLD + end for end in _BESIDE)):
        if (folder / name).exists():
            _overwrite(folder / name)
            (folder / name).unlink()
    sync_folder(folder)


def _settle(path: Path) -> None:
    """Bring everything into the main file; raise Problem if somebody else works in it or it is damaged."""
    with closing(connect(path, None)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
        if pragma(connection, "journal_mode") != "delete":
            raise Problem("Another program holds the vault's file; close that program, then try again.")
        if connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
            raise Problem("The vault's file is damaged, so it was left as it is; restore a backup first.")


def _copy(plain: Path, new: Path, key: VaultKey) -> None:
    """Write the encrypted copy and compare it."""
    _remove(new)
    os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    with closing(connect(new, key)) as connection:
        connection.execute("PRAGMA trusted_schema=OFF")
        connection.execute("ATTACH DATABASE ? AS plain KEY ''", (str(plain),))
        number = int(pragma(connection, "plain.user_version"))
        connection.execute("SELECT sqlcipher_export('main', 'plain')")
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={number}")
        if _content(connection, "main") != _content(connection, "plain"):
            raise Problem("The encrypted copy of the vault is not the same; nothing was changed. Please try again.")
    with new.open("rb") as file:
        os.fsync(file.fileno())


def _swap(folder: Path) -> None:
    """Put the encrypted file in the plain one's place; the plain one is kept by another name to be overwritten."""
    (folder / _OLD).unlink(missing_ok=True)
    try:
        (folder / _OLD).hardlink_to(folder / FILE_NAME)
    except OSError:  # a file system without links: the plain file goes without being overwritten
        (folder / _OLD).unlink(missing_ok=True)
    (folder / _NEW).replace(folder / FILE_NAME)
    sync_folder(folder)


def _content(connection: Any, database: str) -> str:
    """Return a digest of everything in a database: its schema and every row, whatever their order on the disk."""
    # ruff: noqa: S608 (names of our own tables, no input)
    digest = hashlib.sha256()
    schema = f"SELECT type, name, sql FROM {database}.sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY 1, 2"
    for kind, name, sql in connection.execute(schema).fetchall():
        digest.update(f"{kind} {name} {sql}\n".encode())
        if kind == "table" and not sql.startswith("CREATE VIRTUAL"):  # what such a one holds lies in tables beside it
            rows = connection.execute(f'SELECT * FROM {database}."{name}"')
            prints = sorted(hashlib.sha256(repr(row).encode("utf-8", "surrogatepass")).digest() for row in rows)
            digest.update(b"".join(prints))
    return digest.hexdigest()


def _overwrite(path: Path) -> None:
    """Write zeros over a file's content (a disk that moves its blocks about may still hold an older copy)."""
    with path.open("r+b") as file:
        left = path.stat().st_size
        while left > 0:
            left -= file.write(bytes(min(left, _PIECE)))
        file.flush()
        os.fsync(file.fileno())


def _remove(path: Path) -> None:
    for name in (path.name, *(path.name + end for end in _BESIDE)):
        path.with_name(name).unlink(missing_ok=True)
