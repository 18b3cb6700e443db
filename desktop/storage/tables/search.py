"""The search index of a room: the index itself, what stands in it, and what waits to be put there.

Every name carries the room's prefix, the tables that SQLite makes beside the index too (`okr_search_data` and the
like), so that the wall holds them as it holds any other table. The index keeps no words of its own that could be
read back. Its rows are numbered by day, so that the newest are found first without sorting.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Column, Index, PrimaryKeyConstraint, Table

from desktop.models.guide import Kind
from desktop.storage.tables.columns import MOMENT, among, table, text
from desktop.storage.tables.talks import PREFIXES

# ruff: noqa: S608 (names of our own tables, no input)


class About(StrEnum):
    """What is indexed as one: whatever changes in it, all its words are read anew."""

    TALK = "talk"
    NOTE = "note"
    EXPECTATION = "expectation"
    EVIDENCE = "evidence"
    OBJECTIVE = "objective"
    KEY_RESULT = "key-result"


@dataclass(frozen=True, slots=True)
class SearchTables:
    """The tables of one room's search; `watched` are the tables whose changes are queued, and how."""

    index: str
    item: Table
    queue: Table
    watched: tuple["Watched", ...]


@dataclass(frozen=True, slots=True)
class Watched:
    """A table whose rows are searched: every change queues the thing that column `key` names.

    Of a change only the columns `only` matter; all do if there are none.
    """

    table: str
    about: About
    key: str
    only: tuple[str, ...] = ()


def search_tables(kind: Kind, *more: Watched) -> SearchTables:
    """Return the search tables of one room; `more` is watched beside the conversations and their notes."""
    room = PREFIXES[kind]
    return SearchTables(
        index=f"{room}_search",
        item=_item(room),
        queue=table(
            f"{room}_search_queue",
            among("about", About),
            text("uid"),
            PrimaryKeyConstraint("about", "uid"),
        ),
        watched=(*_talks(room), *more),
    )


def index_statement(tables: SearchTables) -> str:
    """Return the statement that makes the index: words, pairs of letters, and marks to filter by."""
    return (
        f"CREATE VIRTUAL TABLE {tables.index} USING fts5(words, pairs, marks, content='', contentless_delete=1, "
        "prefix='2 3', tokenize=\"unicode61 remove_diacritics 2 categories 'L* M* N* Co'\")"
    )


def search_triggers(tables: SearchTables) -> Iterator[str]:
    """Return what queues every change; it runs no function and takes no time to speak of."""
    for watched in tables.watched:
        for event, rows in (("INSERT", ("NEW",)), ("UPDATE", ("OLD", "NEW")), ("DELETE", ("OLD",))):
            yield _trigger(tables.queue.name, watched, event, rows)


def _item(room: str) -> Table:
    item = table(
        f"{room}_search_item",
        Column("id", MOMENT, primary_key=True, autoincrement=False),
        among("about", About),
        text("uid"),
        text("source"),
        text("part"),
    )
    Index(f"ix_{room}_search_item_about", item.c.about, item.c.uid)
    return item


def _talks(room: str) -> tuple[Watched, ...]:
    return (
        Watched(f"{room}_conversation", About.TALK, "uid", ("uid", "person_uid", "held_on")),
        *(Watched(f"{room}_{part}", About.TALK, "conversation_uid") for part in ("answer", "private_note")),
        Watched(f"{room}_commitment", About.TALK, "conversation_uid"),
        Watched(f"{room}_note", About.NOTE, "uid"),
        *(Watched(f"{room}_{part}", About.NOTE, "note_uid") for part in ("response", "decline", "rebuttal")),
    )


def _trigger(queue: str, watched: Watched, event: str, rows: tuple[str, ...]) -> str:
    only = f" OF {', '.join(watched.only)}" if event == "UPDATE" and watched.only else ""
    puts = " ".join(
        f"INSERT OR IGNORE INTO {queue} (about, uid) VALUES ('{watched.about}', {row}.{watched.key});" for row in rows
    )
    return (
        f"CREATE TRIGGER {watched.table}_search_{event.lower()} AFTER {event}{only} ON {watched.table} BEGIN {puts} END"
    )
