"""What an index remembers of words that are gone; both rooms' indexes, if the vault has them."""

# ruff: noqa: S608 (names of our own tables, no input)

from typing import Any

from desktop.storage.tables.talks import PREFIXES


def clear_index(connection: Any) -> None:
    """Take out of the search indexes whatever waits to be read anew, and merge them, so that no old word stays."""
    there = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    for index in (f"{room}_search" for room in PREFIXES.values()):
        if index in there:
            _clear(connection, index)


def _clear(connection: Any, index: str) -> None:
    waiting = f"SELECT 1 FROM {index}_queue AS q WHERE q.about = {index}_item.about AND q.uid = {index}_item.uid"
    connection.execute(f"DELETE FROM {index} WHERE rowid IN (SELECT id FROM {index}_item WHERE EXISTS ({waiting}))")
    connection.execute(f"DELETE FROM {index}_item WHERE EXISTS ({waiting})")
    connection.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
