"""The chain of seals: what makes a later change of a sealed note show.

Each entry holds a commitment to what was sealed (SHA-256 of a secret salt and the bytes) and the hash of
the entry before. Whoever can write the file can make a whole new chain; only the hash printed on the paper
in the other person's hand is evidence against that.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Table, func, select

from desktop.i18n import _
from desktop.models.guide import Kind
from desktop.models.note import canonical
from desktop.storage.adapter import read_moment, stored_moment
from desktop.storage.rows import add, many
from desktop.storage.tables.core import SEAL


class Sealed(StrEnum):
    """What an entry of the chain stands for."""

    NOTE = "note"
    CONVERSATION = "conversation"
    RESPONSE = "response"
    DECLINE = "decline"
    REBUTTAL = "rebuttal"


@dataclass(frozen=True, slots=True)
class Seal:
    """One entry; `room` is the kind of conversation, `event` how it came here (sealed, imported or attached)."""

    seq: int
    room: Kind
    event: str
    kind: Sealed
    uid: str
    commitment: str
    at: datetime
    prev: str
    hash: str = ""

    def made_hash(self) -> str:
        """Return the hash that belongs to the other fields."""
        told = {
            "prev": self.prev,
            "seq": self.seq,
            "room": str(self.room),
            "event": self.event,
            "kind": str(self.kind),
            "uid": self.uid,
            "commitment": self.commitment,
            "time": stored_moment(self.at),
        }
        return hashlib.sha256(canonical(told)).hexdigest()


@dataclass(frozen=True, slots=True)
class Thing:
    """What is to be sealed: its bytes under a salt of 32 random bytes."""

    room: Kind
    event: str
    kind: Sealed
    uid: str
    at: datetime


def commit(salt: bytes, content: bytes) -> str:
    """Return the commitment to `content`: says nothing about it without the salt."""
    return hashlib.sha256(salt + content).hexdigest()


def append(connection: Connection, thing: Thing, salt: bytes, content: bytes) -> str:
    """Add an entry at the end of the chain and return the new head."""
    last = many(connection, Seal, select(SEAL).order_by(SEAL.c.seq.desc()).limit(1))
    entry = Seal(
        seq=last[0].seq + 1 if last else 1,
        room=thing.room,
        event=thing.event,
        kind=thing.kind,
        uid=thing.uid,
        commitment=commit(salt, content),
        at=thing.at,
        prev=last[0].hash if last else "",
    )
    entry = replace(entry, hash=entry.made_hash())
    add(connection, SEAL, entry)
    return entry.hash


def chain(connection: Connection) -> tuple[Seal, ...]:
    """Return all entries from the first to the newest."""
    return many(connection, Seal, select(SEAL).order_by(SEAL.c.seq))


def newest_moment(connection: Connection) -> datetime | None:
    """Return when the newest entry was made, by the clock of its day; None for an empty chain."""
    latest: int | None = connection.execute(select(func.max(SEAL.c.at))).scalar_one()
    return None if latest is None else read_moment(latest)


def broken_links(entries: Sequence[Seal]) -> Iterator[str]:
    """Yield a sentence for every entry that was changed, or whose neighbour is missing."""
    prev = ""
    for place, entry in enumerate(entries, start=1):
        if entry.seq != place or entry.prev != prev or entry.hash != entry.made_hash():
            yield _("The chain of seals is broken at entry {seq}.").format(seq=entry.seq)
        prev = entry.hash


def words_of(connection: Connection, conversation: Table, parts: Iterable[Table], uid: str) -> bytes:
    """Return everything a conversation holds as canonical bytes, but for the states that may still change."""
    tables = {table.name: (table, table.c.conversation_uid) for table in parts}
    tables[conversation.name] = (conversation, conversation.c.uid)
    return canonical({name: _rows(connection, table, owner == uid) for name, (table, owner) in tables.items()})


def _rows(connection: Connection, table: Table, mine: Any) -> list[dict[str, Any]]:
    chosen = select(*(column for column in table.c if column.name != "state")).where(mine)
    ordered = chosen.order_by(*table.primary_key)
    return [dict(row) for row in connection.execute(ordered).mappings()]
