"""What is attached to a sealed note, each row with its own seal in the chain."""

import secrets
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, select

from desktop.i18n import _
from desktop.models.erasing import Erased
from desktop.models.note import canonical, digest_of
from desktop.storage.adapter import to_row
from desktop.storage.erased import Gone
from desktop.storage.rows import add
from desktop.storage.seal import Seal, Sealed, Thing, append, commit
from desktop.storage.tables.talks import TalkTables


def attach(connection: Connection, thing: Thing, table: Table, value: Any, **more: str) -> None:
    """Seal the row that `value` and the columns `more` make, and insert it into `table`."""
    salt = secrets.token_bytes(32)
    append(connection, thing, salt, _content(to_row(value, table) | more))
    add(connection, table, value, salt=salt, **more)


ATTACHED, IMPORTED = "attached", "imported"
"""How something came to its note: in this vault, or along with the note from another one."""


def attaching(tables: TalkTables, kind: Sealed, uid: str, at: datetime, event: str = ATTACHED) -> Thing:
    """Return what the chain says of something that is attached to a note of this room."""
    return Thing(tables.kind, event, kind, uid, at)


def wrong_attached(connection: Connection, tables: TalkTables, seals: Mapping[str, Seal], gone: Gone) -> Iterator[str]:
    """Yield a sentence for everything attached that was changed, removed, or put there without a seal.

    `seals` are the chain's entries of this room by uid; what is `gone` by an order is not missed.
    """
    for kind, table in _tables(tables).items():
        missing = {seal.uid for seal in seals.values() if seal.kind is kind}
        for row in connection.execute(select(table)):
            missing.discard(row.uid)
            yield from _wrong_row(kind, row._asdict(), seals.get(row.uid))
        for uid in sorted(uid for uid in missing if not gone.has(Erased(kind.value), uid)):
            yield _gone(kind).format(uid=uid)


def _tables(tables: TalkTables) -> Mapping[Sealed, Table]:
    return {
        Sealed.RESPONSE: tables.response,
        Sealed.DECLINE: tables.decline,
        Sealed.REBUTTAL: tables.rebuttal,
    }


def _wrong_row(kind: Sealed, row: Mapping[str, Any], seal: Seal | None) -> Iterator[str]:
    if seal is None or seal.kind is not kind:
        yield _unsealed(kind).format(uid=row["uid"])
    elif seal.commitment != commit(row["salt"], _content(row)):
        yield _changed(kind).format(uid=row["uid"])


def _content(row: Mapping[str, Any]) -> bytes:
    """Return all of a row but its salt as canonical bytes; a file stands there by its SHA-256."""
    return canonical({name: _told(value) for name, value in row.items() if name != "salt"})


def _told(value: Any) -> Any:
    return digest_of(value) if isinstance(value, bytes) else value


def _changed(kind: Sealed) -> str:
    return {
        Sealed.RESPONSE: _("The answer {uid} or its file was changed after it was attached."),
        Sealed.DECLINE: _("The refusal to sign {uid} was changed after it was recorded."),
        Sealed.REBUTTAL: _("The rebuttal {uid} or its file was changed after it was attached."),
    }[kind]


def _gone(kind: Sealed) -> str:
    return {
        Sealed.RESPONSE: _("An answer that was attached to a note is missing: {uid}."),
        Sealed.DECLINE: _("A refusal to sign is missing: {uid}."),
        Sealed.REBUTTAL: _("A rebuttal that was attached to a note is missing: {uid}."),
    }[kind]


def _unsealed(kind: Sealed) -> str:
    return {
        Sealed.RESPONSE: _("The answer {uid} has no seal in the chain."),
        Sealed.DECLINE: _("The refusal to sign {uid} has no seal in the chain."),
        Sealed.REBUTTAL: _("The rebuttal {uid} has no seal in the chain."),
    }[kind]
