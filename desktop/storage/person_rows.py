"""Everything the vault holds about one person, both rooms, read by one unrestricted connection that serves no talk."""

# ruff: noqa: S608 (names of our own tables, no input)

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import Table

from desktop.storage.connection import connect, set_switches
from desktop.storage.faults import told
from desktop.storage.rooms import TALKS
from desktop.storage.tables.columns import METADATA
from desktop.storage.vault_key import VaultKey

Rows = Mapping[str, tuple[Mapping[str, Any], ...]]
"""Table by table (those that hold something), each row as its columns."""


def rows_about(path: Path, key: VaultKey | None, person_uid: str) -> Rows:
    """Return every row that is about a person, private notes and stored files included."""
    with told():
        connection = connect(path, key)
        try:
            set_switches(connection)
            connection.execute("BEGIN")
            found = {table.name: tuple(_rows(connection, table, person_uid)) for table in METADATA.tables.values()}
        finally:
            connection.close()
    return {name: rows for name, rows in found.items() if rows}


def _rows(connection: Any, table: Table, person_uid: str) -> Iterator[Mapping[str, Any]]:
    condition = _about(table)
    if condition:
        names = [column.name for column in table.c if column.name != "salt"]
        columns = ", ".join(f'"{name}"' for name in names)
        order = ", ".join(f'"{column.name}"' for column in table.primary_key)
        statement = f"SELECT {columns} FROM {table.name} WHERE {condition} ORDER BY {order}"
        for row in connection.execute(statement, {"person": person_uid}):
            yield dict(zip(names, row, strict=True))


def _about(table: Table) -> str:
    """Return the condition that a row of `table` is about the person, "" if none of them is."""
    own = {
        "core_person": "uid = :person",
        "okr_objective": "owner_uid = :person",
        "okr_key_result": "objective_uid IN (SELECT uid FROM okr_objective WHERE owner_uid = :person)",
        "perf_statement": "evidence_uid IN (SELECT uid FROM perf_evidence WHERE person_uid = :person) OR "
        "expectation_uid IN (SELECT uid FROM perf_expectation WHERE person_uid = :person)",
    }
    if table.name in own:
        return own[table.name]
    if "person_uid" in table.c and table.name != "core_erasure":
        return "person_uid = :person"
    for tables in TALKS.values():
        if table in (*tables.parts, *tables.beside):
            return f"conversation_uid IN (SELECT uid FROM {tables.conversation.name} WHERE person_uid = :person)"
        if table in tables.in_order:
            return f"note_uid IN (SELECT uid FROM {tables.note.name} WHERE person_uid = :person)"
    return ""
