"""One way to open the vault's file: every safety switch is set here, in the order that matters.

The key comes first, before anything is read; a file that turns out not to be encrypted under it is closed at once
(SQLCipher would go on in plain text). What each switch is for: WAL with `synchronous=FULL`
loses nothing that was acknowledged; `trusted_schema` and `cell_size_check` refuse a file made to do harm;
`secure_delete` leaves no deleted words behind; `recursive_triggers` lets the seal's triggers see a REPLACE.
"""

import sys
from pathlib import Path
from typing import Any
from urllib.parse import quote

from desktop.storage.driver import driver
from desktop.storage.firewall import RoomName, authorizer
from desktop.storage.vault_key import VaultKey

APPLICATION_ID = 0x44554F4C
"""Marks the file as a Duologue vault ("DUOL")."""

_SWITCHES = (
    "foreign_keys=ON",
    "recursive_triggers=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "temp_store=MEMORY",
    "mmap_size=0",
    "cache_size=-16384",
    "synchronous=FULL",
    "secure_delete=ON",
    "wal_autocheckpoint=256",
    "journal_size_limit=4194304",
)
_MAC = ("fullfsync=ON", "checkpoint_fullfsync=ON")


def connect(path: Path, key: VaultKey | None) -> Any:
    """Return an unrestricted connection to an existing file: to make, upgrade and check a vault.

    Without a `key` the file is in plain text, as vaults were before they were encrypted.
    """
    address = f"file:{quote(str(path.absolute()))}?mode=rw"
    connection = driver.connect(
        address, uri=True, timeout=5, isolation_level=None, check_same_thread=False, cached_statements=256
    )
    try:
        if key is not None:
            _unlock(connection, key)
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except driver.Error:
        connection.close()
        raise
    return connection


def connect_room(path: Path, room: RoomName, key: VaultKey | None) -> Any:
    """Return a connection that serves `room` and cannot leave it."""
    connection = connect(path, key)
    try:
        set_switches(connection)
        connection.set_authorizer(authorizer(room))
    except driver.Error:
        connection.close()
        raise
    return connection


def set_switches(connection: Any) -> None:
    """Set every safety switch on a fresh connection."""
    for switch in _SWITCHES + (_MAC if sys.platform == "darwin" else ()):
        connection.execute(f"PRAGMA {switch}")


def _unlock(connection: Any, key: VaultKey) -> None:
    """Give the connection its key as raw bytes: no key ever stands in a statement or an address."""
    connection.execute("PRAGMA cipher_log = off")  # else errors go to stderr, with page numbers
    connection.set_key(b"x'" + key.data.hex().encode() + b"'")
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if pragma(connection, "cipher_status") != "1":
        raise driver.DatabaseError("the file is not encrypted")


def pragma(connection: Any, name: str) -> Any:
    """Return the value of a setting of the file, such as `user_version`."""
    return connection.execute(f"PRAGMA {name}").fetchone()[0]
