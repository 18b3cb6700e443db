"""Making and opening the vault's file: every way in which that can fail has its sentence."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop.durable import sync_folder
from desktop.models.problems import Problem
from desktop.storage.connection import APPLICATION_ID, connect, pragma, set_switches
from desktop.storage.schema import SCHEMA, make, upgrade
from desktop.storage.vault_key import VaultKey

FILE_NAME = "vault.db"

_PLAIN = b"SQLite format 3\0"
"""What a file begins with that is not encrypted."""


def is_plain(path: Path) -> bool:
    """Tell whether an existing file is a database that anybody can read; raise OSError if nobody may look."""
    with path.open("rb") as file:
        return file.read(len(_PLAIN)) == _PLAIN


def make_file(path: Path, key: VaultKey | None) -> None:
    """Make an empty vault for its owner's eyes alone; it gets its name only once it is whole."""
    fresh = path.with_name(path.name + ".new")
    _remove(fresh)
    os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        _fill(fresh, key)
        fresh.rename(path)
    except BaseException:
        _remove(fresh)
        raise
    sync_folder(path.parent)


def check_file(path: Path, key: VaultKey | None, before: Callable[[], object] | None = None) -> None:
    """Look at an existing file before writing anything; raise Problem if it is no vault to work in.

    One of an older format is led up to now, after `before` was done; a plain one is left: it is encrypted first.
    """
    if not path.is_file():
        raise Problem("“{name}” should be the vault's file, but it is none; choose another folder.", name=path)
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise Problem("The vault in “{folder}” is read-only; make folder and file writable.", folder=path.parent)
    connection = connect(path, key)
    try:
        number = _schema_number(connection)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
        if key is not None and number < SCHEMA:
            if before:
                before()
            upgrade(connection, number)
    finally:
        connection.close()


def is_outdated(path: Path, key: VaultKey | None) -> bool:
    """Tell whether opening the file will change its format; False also for what is no vault to work in."""
    if not path.is_file():
        return False
    connection = connect(path, key)
    try:
        return 0 < int(pragma(connection, "user_version")) < SCHEMA
    finally:
        connection.close()


def _schema_number(connection: Any) -> int:
    number = int(pragma(connection, "user_version"))
    if pragma(connection, "application_id") != APPLICATION_ID or number < 1:
        raise Problem("This file is not a Duologue vault; choose another folder.")
    if number > SCHEMA:
        raise Problem(
            "This vault was made by a newer Duologue (its format is {theirs}, this one reads up to {ours}); "
            "install the newer version. Nothing was changed.",
            theirs=number,
            ours=SCHEMA,
        )
    return number


def _fill(path: Path, key: VaultKey | None) -> None:
    connection = connect(path, key)
    try:
        set_switches(connection)
        make(connection)
        # Last, so that the whole vault is in this one file when it gets its name.
        connection.execute("PRAGMA journal_mode=WAL")
    finally:
        connection.close()


def _remove(fresh: Path) -> None:
    for name in (fresh.name, f"{fresh.name}-journal", f"{fresh.name}-wal", f"{fresh.name}-shm"):
        fresh.with_name(name).unlink(missing_ok=True)
