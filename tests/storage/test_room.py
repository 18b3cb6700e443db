"""Transactions of a room."""

from collections.abc import Iterator

import pytest

from desktop.models.problems import Problem
from desktop.storage.core.people import PeopleStore
from desktop.storage.driver import driver
from desktop.storage.firewall import RoomName
from desktop.storage.room import Room, VaultFile
from desktop.storage.rows import put
from desktop.storage.tables.core import PERSON
from desktop.storage.vault import Vault
from tests.storage.sample import EMPLOYEE, MANAGER, outside


@pytest.fixture
def room(vault: Vault) -> Iterator[Room]:
    """A common room of its own."""
    made = Room(RoomName.CORE, VaultFile(vault.folder / "vault.db", vault.key))
    yield made
    made.close()


def test_a_transaction_that_writes_has_the_lock_from_the_start(vault: Vault, room: Room) -> None:
    other = outside(vault)
    other.execute("PRAGMA busy_timeout = 0")
    with room.writing(), pytest.raises(driver.OperationalError, match="locked"):
        other.execute("BEGIN IMMEDIATE")
    with room.reading():
        other.execute("BEGIN IMMEDIATE")
    other.close()


def test_a_transaction_that_breaks_off_changes_nothing(vault: Vault, room: Room) -> None:
    with pytest.raises(Problem, match="broken off"), room.writing() as connection:
        connection.execute(PERSON.update().values(name="gone"))
        raise Problem("broken off")
    assert vault.people.people() == (MANAGER, EMPLOYEE)


def test_a_reader_sees_one_moment(vault: Vault, room: Room) -> None:
    with room.reading() as connection:
        before = connection.execute(PERSON.select()).all()
        vault.people.save(MANAGER.__class__("new", "Newcomer"))
        assert connection.execute(PERSON.select()).all() == before
    assert len(vault.people.people()) == 3


def test_a_room_opens_again_after_closing(room: Room) -> None:
    store = PeopleStore(room)
    assert len(store.people()) == 2
    room.close()
    assert len(store.people()) == 2


def test_reading_a_fault_inside_a_transaction_is_a_problem(room: Room) -> None:
    with pytest.raises(Problem, match="refused"), room.writing() as connection:
        connection.exec_driver_sql("SELECT nonsense")


def test_saving_what_is_there_changes_it_in_place(vault: Vault, room: Room) -> None:
    with room.writing() as connection:
        put(connection, PERSON, EMPLOYEE)
    assert vault.people.person(EMPLOYEE.uid) == EMPLOYEE
