"""Which rows an order takes away, and taking them away; all on one unrestricted connection."""

# ruff: noqa: S608 (names of our own tables, no input)

from collections.abc import Iterator
from typing import Any

from desktop.models.erasing import Erased, ErasureOrder, Item
from desktop.storage.rooms import TALKS
from desktop.storage.tables.columns import METADATA
from desktop.storage.tables.talks import TalkTables


def items_of(connection: Any, order: ErasureOrder) -> Iterator[Item]:
    """Yield everything that goes with an order: its own items, and what cannot stay without them."""
    wanted = [*order.items, *(_of_person(connection, order.person_uid) if order.person_uid else ())]
    yield from wanted
    for tables in TALKS.values():
        yield from _with_notes(connection, tables, {item.uid for item in wanted if item.kind is Erased.NOTE})
        drafts = {item.uid for item in wanted if item.kind is Erased.CONVERSATION}
        yield from _with_notes(connection, tables, set(_notes_of(connection, tables, drafts)))


def delete_items(connection: Any, order_uid: str) -> None:
    """Delete every row that the open order names, with all that hangs on it."""
    for tables in TALKS.values():
        _delete_talks(connection, tables, order_uid)
    connection.execute(f"DELETE FROM perf_statement WHERE evidence_uid IN {_NAMED}", (order_uid, Erased.EVIDENCE))
    connection.execute(f"DELETE FROM perf_statement WHERE expectation_uid IN {_NAMED}", (order_uid, Erased.EXPECTATION))
    connection.execute(f"DELETE FROM perf_capture WHERE uid IN {_NAMED}", (order_uid, Erased.EVIDENCE))
    connection.execute(f"DELETE FROM perf_evidence WHERE uid IN {_NAMED}", (order_uid, Erased.EVIDENCE))
    connection.execute(f"DELETE FROM perf_expectation WHERE uid IN {_NAMED}", (order_uid, Erased.EXPECTATION))


def delete_person(connection: Any, person_uid: str) -> None:
    """Delete the person and every row that is kept for them; what they owned in the OKRs stays with nobody."""
    connection.execute(
        "UPDATE okr_objective SET owner_uid = '', individual_reason = '' WHERE owner_uid = ?", (person_uid,)
    )
    for table in METADATA.tables.values():
        if any(key.column.table.name == "core_person" for key in table.foreign_keys) and "person_uid" in table.c:
            connection.execute(f"DELETE FROM {table.name} WHERE person_uid = ?", (person_uid,))
    connection.execute("DELETE FROM core_person WHERE uid = ?", (person_uid,))


_NAMED = "(SELECT uid FROM core_erased WHERE order_uid = ?1 AND kind = ?2)"


def _delete_talks(connection: Any, tables: TalkTables, order_uid: str) -> None:
    private = (order_uid, Erased.PRIVATE)
    connection.execute(f"DELETE FROM {tables.private_note.name} WHERE conversation_uid IN {_NAMED}", private)
    talks = (order_uid, Erased.CONVERSATION)
    for table in tables.also_in:
        connection.execute(f"UPDATE {table.name} SET conversation_uid = NULL WHERE conversation_uid IN {_NAMED}", talks)
    for table in (tables.answer, tables.private_note, tables.commitment, *tables.beside):
        connection.execute(f"DELETE FROM {table.name} WHERE conversation_uid IN {_NAMED}", talks)
    notes = (order_uid, Erased.NOTE)
    for table in (tables.decline, tables.response, tables.rebuttal, tables.handover, tables.export):
        connection.execute(f"DELETE FROM {table.name} WHERE note_uid IN {_NAMED}", notes)
    connection.execute(f"DELETE FROM {tables.note.name} WHERE uid IN {_NAMED}", notes)
    connection.execute(f"DELETE FROM {tables.conversation.name} WHERE uid IN {_NAMED}", talks)


def _of_person(connection: Any, person_uid: str) -> Iterator[Item]:
    for tables in TALKS.values():
        yield from _found(connection, Erased.CONVERSATION, tables.conversation.name, "person_uid", {person_uid})
        yield from _found(connection, Erased.NOTE, tables.note.name, "person_uid", {person_uid})
    yield from _found(connection, Erased.EVIDENCE, "perf_evidence", "person_uid", {person_uid})
    yield from _found(connection, Erased.EXPECTATION, "perf_expectation", "person_uid", {person_uid})


def _notes_of(connection: Any, tables: TalkTables, conversations: set[str]) -> Iterator[str]:
    for item in _found(connection, Erased.NOTE, tables.note.name, "conversation_uid", conversations):
        yield item.uid


def _with_notes(connection: Any, tables: TalkTables, notes: set[str]) -> Iterator[Item]:
    """Yield notes of this room with all revisions, the talks behind them, begun corrections, and what is attached."""
    revised = f"SELECT b.uid FROM {tables.note.name} a JOIN {tables.note.name} b ON a.series = b.series WHERE a.uid = ?"
    every = {row[0] for uid in notes for row in connection.execute(revised, (uid,))}
    yield from (Item(Erased.NOTE, uid) for uid in every)
    talks = f"SELECT conversation_uid FROM {tables.note.name} WHERE uid = ? AND conversation_uid IS NOT NULL"
    for uid in every:
        yield from (Item(Erased.CONVERSATION, row[0]) for row in connection.execute(talks, (uid,)))
    yield from _found(connection, Erased.CONVERSATION, tables.conversation.name, "corrects", every)
    for kind, table in (
        (Erased.RESPONSE, tables.response),
        (Erased.DECLINE, tables.decline),
        (Erased.REBUTTAL, tables.rebuttal),
    ):
        yield from _found(connection, kind, table.name, "note_uid", every)


def _found(connection: Any, kind: Erased, table: str, column: str, values: set[str]) -> Iterator[Item]:
    for value in sorted(values):
        for row in connection.execute(f"SELECT uid FROM {table} WHERE {column} = ?", (value,)).fetchall():
            yield Item(kind, row[0])
