"""Where a name stands in what is about somebody else: found by looking through every word of the vault."""

# ruff: noqa: S608 (names of our own tables, no input)

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Table, Text

from desktop.storage.connection import connect, set_switches
from desktop.storage.faults import told
from desktop.storage.performance.schema import EVIDENCE, EXPECTATION, STATEMENT
from desktop.storage.rooms import TALKS
from desktop.storage.tables.columns import METADATA
from desktop.storage.vault_key import VaultKey

_AROUND = 60


@dataclass(frozen=True, slots=True)
class Mention:
    """A name within somebody else's words: which table and column, whose (a person's uid, "" for the firm), the words.

    `sealed`: nobody can change the words; they go only with the whole note.
    """

    table: str
    column: str
    person_uid: str
    words: str
    sealed: bool


def mentions(path: Path, key: VaultKey | None, person_uid: str, name: str) -> tuple[Mention, ...]:
    """Return where `name`, or each of its words of three letters and more, stands in what is not about the person."""
    wanted = [word for word in {name.casefold(), *name.casefold().split()} if len(word) > 2]
    if not wanted:
        return ()
    with told():
        connection = connect(path, key)
        try:
            set_switches(connection)
            return tuple(_found(connection, person_uid, wanted))
        finally:
            connection.close()


def _found(connection: Any, person_uid: str, wanted: list[str]) -> Iterator[Mention]:
    people = {row[0]: row[1] for row in connection.execute(_PARTS)}
    for table in METADATA.tables.values():
        for column in _worded(table):
            for words, owner, sealed in connection.execute(_words(table, column)):
                person = people.get(owner, owner or "")
                text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words or ""
                at = next((found for word in wanted if (found := text.casefold().find(word)) >= 0), -1)
                if at >= 0 and person != person_uid:
                    yield Mention(table.name, column, person, _excerpt(text, at), bool(sealed))


_PARTS = " UNION ALL ".join(
    f"SELECT uid, person_uid FROM {table.name}"
    for table in (
        *(table for tables in TALKS.values() for table in (tables.conversation, tables.note)),
        EVIDENCE,
        EXPECTATION,
    )
)
_DIGESTS = {"digest", "chain_head", "hash", "prev", "commitment", "sha256", "pdf_sha256", "fingerprint"}
_SKIPPED = frozenset({"guide", *_DIGESTS})


def _worded(table: Table) -> Iterator[str]:
    """Yield the columns that hold words: no keys, no choices, no days; of files only the record."""
    for column in table.c:
        keyed = column.foreign_keys or column.name.endswith("uid") or column.name in _SKIPPED
        if isinstance(column.type, Text) and not keyed or column.name == "record":
            yield column.name


def _words(table: Table, column: str) -> str:
    """Return the statement for a column's words with whose they are: a person's uid, or what leads to it."""
    if table.name == "core_person":
        return f"SELECT {column}, uid, 0 FROM core_person"
    if table is STATEMENT:
        return f"SELECT {column}, coalesce(evidence_uid, expectation_uid), 0 FROM {table.name}"
    owner = next((name for name in ("person_uid", "conversation_uid", "note_uid") if name in table.c), "''")
    return f'SELECT told."{column}", {owner}, {_sealed(table)} FROM {table.name} AS told'


def _sealed(table: Table) -> str:
    for tables in TALKS.values():
        talk = f"EXISTS (SELECT 1 FROM {tables.conversation.name} AS t WHERE t.state = 'sealed' AND t.uid = told."
        if table in (*tables.parts, *tables.beside):
            return f"{talk}conversation_uid)"
        if table is tables.conversation:
            return f"{talk}uid)"
        if table in tables.in_order:
            return "1"
    return "0"


def _excerpt(text: str, at: int) -> str:
    start, end = max(at - _AROUND, 0), at + _AROUND
    return ("…" if start else "") + " ".join(text[start:end].split()) + ("…" if end < len(text) else "")
