"""Every safety switch is set on the connection of every room."""

import pytest

from desktop.storage.connection import connect_room, pragma
from desktop.storage.firewall import RoomName
from desktop.storage.vault import Vault

SWITCHES = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "recursive_triggers": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "secure_delete": 1,
    "temp_store": 2,
    "mmap_size": 0,
    "wal_autocheckpoint": 256,
}


@pytest.mark.parametrize("room", RoomName)
def test_every_switch_is_set(untouched: Vault, room: RoomName) -> None:
    connection = connect_room(untouched.folder / "vault.db", room, untouched.key)
    connection.set_authorizer(None)
    assert {name: pragma(connection, name) for name in SWITCHES} == SWITCHES
    connection.close()
