"""Making and opening the vault's file: every way in which that can fail has its sentence."""

import os
from pathlib import Path
from typing import Any

from desktop.models.problems import Problem
from desktop.storage.connection import APPLICATION_ID, connect, pragma, set_switches
from desktop.storage.schema import SCHEMA, make, upgrade


def make_file(path: Path) -> None:
    """Make an empty vault for its owner's eyes alone; it gets its name only once it is whole."""
    fresh = path.with_name(path.name + ".new")
    _remove(fresh)
    os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        _fill(fresh)
        fresh.rename(path)
    except BaseException:
        _remove(fresh)
        raise
    _sync(path.parent)


def check_file(path: Path) -> None:
    """Look at an existing file before writing anything; raise Problem if it is no vault to work in."""
    if not path.is_file():
        raise Problem("“{name}” should be the vault's file, but it is none; choose another folder.", name=path)
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise Problem("The vault in “{folder}” is read-only; make folder and file writable.", folder=path.parent)
    connection = connect(path)
    try:
        number = _schema_number(connection)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
        upgrade(connection, number)
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


def _fill(path: Path) -> None:
    connection = connect(path)
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


def _sync(folder: Path) -> None:
    """Make the file's new name durable (Windows has no way to ask for that, and needs none)."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
