"""Reading and writing single values: the few statements that all stores share."""

from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, func, select

from desktop.storage.adapter import from_row, to_row
from desktop.storage.faults import Refused
from desktop.storage.room import Room

T = TypeVar("T")


class Store:
    """What every store stands on: the room it works in. One method is one transaction."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def _put(self, table: Table, value: Any) -> None:
        with self._room.writing() as connection:
            put(connection, table, value)

    def _one(self, cls: type[T], table: Table, uid: str) -> T:
        with self._room.reading() as connection:
            return one(connection, cls, table, uid)

    def _many(self, cls: type[T], statement: Select[Any]) -> tuple[T, ...]:
        with self._room.reading() as connection:
            return many(connection, cls, statement)


def add(connection: Connection, table: Table, value: Any, **more: Any) -> None:
    """Insert `value`; `more` are columns that are no field of it."""
    row = to_row(value, table) | more
    if "position" in table.c:
        row["position"] = select(func.coalesce(func.max(table.c.position), 0) + 1).scalar_subquery()
    connection.execute(table.insert().values(row))


def put(connection: Connection, table: Table, value: Any) -> None:
    """Bring the row with the key of `value` up to date (it keeps its position), or insert it.

    Two plain statements, no upsert: upserting a person, SQLite would look into the other rooms' tables.
    """
    row = to_row(value, table)
    mine = and_(*(column == row.pop(column.name) for column in table.primary_key))
    if connection.execute(table.update().where(mine).values(row)).rowcount == 0:
        add(connection, table, value)


def one(connection: Connection, cls: type[T], table: Table, uid: str) -> T:
    """Return the value of a uid; raise Problem if the vault does not have it."""
    row = connection.execute(select(table).where(table.c.uid == uid)).one_or_none()
    if row is None:
        raise Refused("The vault no longer has this entry; go back and open it again.")
    return from_row(cls, row._asdict())


def many(connection: Connection, cls: type[T], statement: Select[Any]) -> tuple[T, ...]:
    """Return the values of all rows that `statement` selects, in its order."""
    return tuple(from_row(cls, row._asdict()) for row in connection.execute(statement))


def found(connection: Connection, table: Table, *conditions: ColumnElement[bool]) -> bool:
    """Tell whether any row of `table` meets all conditions."""
    return connection.execute(select(1).select_from(table).where(and_(*conditions)).limit(1)).first() is not None
