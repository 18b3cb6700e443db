"""Is everything in the vault as it was written? Slow on purpose: it reads all of it."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from sqlalchemy import Connection, select

from desktop.i18n import _
from desktop.models.conversation import State
from desktop.models.erasing import Erased
from desktop.models.guide import Kind
from desktop.models.note import Note
from desktop.storage.adapter import from_row
from desktop.storage.connection import connect
from desktop.storage.erased import Gone, gone_from
from desktop.storage.faults import told
from desktop.storage.rooms import TALKS, Rooms
from desktop.storage.schema import trigger_statements
from desktop.storage.seal import Seal, Sealed, broken_links, chain, commit, words_of
from desktop.storage.tables.talks import TalkTables
from desktop.storage.talks.attached import wrong_attached
from desktop.storage.vault_key import VaultKey


def verify_chain(rooms: Rooms) -> tuple[str, ...]:
    """Return what is wrong with notes and what is attached to them, a sentence each; empty if all is as sealed."""
    with rooms.core.reading() as connection:
        entries = chain(connection)
        gone = gone_from(connection)
    wrong = list(broken_links(entries))
    for kind in Kind:
        with rooms.of(kind).reading() as connection:
            wrong += _wrong_notes(connection, TALKS[kind], {e.uid: e for e in entries if e.room is kind}, gone)
    return tuple(wrong)


def wrong_in_file(path: Path, key: VaultKey | None) -> tuple[str, ...]:
    """Return what is wrong with the file itself: damage, rows that lead nowhere, locks that were removed."""
    with told():
        connection = connect(path, key)
        try:
            damage = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(10)")]
            stray = connection.execute("PRAGMA foreign_key_check").fetchall()
            locks = {
                row[0] for row in connection.execute("SELECT sql FROM sqlite_schema WHERE type IN ('trigger', 'view')")
            }
        finally:
            connection.close()
    wrong = [_("The file is damaged: {what}").format(what=what) for what in damage if what != "ok"]
    wrong += [_("An entry of {table} leads nowhere.").format(table=row[0]) for row in stray]
    if locks != set(trigger_statements()):
        wrong.append(_("The locks on sealed notes were changed by another program."))
    return tuple(wrong)


def _wrong_notes(connection: Connection, tables: TalkTables, seals: Mapping[str, Seal], gone: Gone) -> Iterator[str]:
    seen = set()
    for row in connection.execute(select(tables.note)):
        note = from_row(Note, row._asdict())
        seen |= {note.uid, note.conversation_uid} - {""}
        yield from _wrong_note(note, row.salt, seals.get(note.uid))
        if note.conversation_uid and not gone.has(Erased.PRIVATE, note.conversation_uid):
            words = words_of(connection, tables.conversation, tables.parts, note.conversation_uid)
            seal = seals.get(note.conversation_uid)
            if seal is None or seal.commitment != commit(row.salt, words):
                yield _("The conversation behind note {uid} was changed after it was sealed.").format(uid=note.uid)
    for seal in seals.values():
        if seal.kind is Sealed.NOTE and seal.uid not in seen and not gone.has(Erased.NOTE, seal.uid):
            yield _("A sealed note is missing: {uid}.").format(uid=seal.uid)
    yield from _wrong_states(connection, tables)
    yield from _wrong_exports(connection, tables)
    yield from wrong_attached(connection, tables, seals, gone)
    yield from _came_back(connection, tables, gone)


def _came_back(connection: Connection, tables: TalkTables, gone: Gone) -> Iterator[str]:
    """Yield a sentence for what a finished order took away and is here nevertheless."""
    holding = {
        Erased.CONVERSATION: tables.conversation,
        Erased.NOTE: tables.note,
        Erased.RESPONSE: tables.response,
        Erased.DECLINE: tables.decline,
        Erased.REBUTTAL: tables.rebuttal,
    }
    for kind, table in holding.items():
        for uid in connection.execute(select(table.c.uid)).scalars():
            if gone.for_good(kind, uid):
                yield _("{uid} was erased, but it is here again.").format(uid=uid)


def _wrong_note(note: Note, salt: bytes, seal: Seal | None) -> Iterator[str]:
    if seal is None or seal.hash != note.chain_head:
        yield _("The note {uid} has no seal in the chain.").format(uid=note.uid)
    elif seal.commitment != commit(salt, note.record) or not _as_its_record_says(note):
        yield _("The note {uid} was changed after it was sealed.").format(uid=note.uid)


def _as_its_record_says(note: Note) -> bool:
    """Compare the columns with the sealed record, which repeats them."""
    record = note.content
    told = record.get("note", {})
    columns = (note.uid, note.series, note.revision, note.reason, str(note.kind), str(note.stage))
    repeated = (
        *(told.get(name) for name in ("uid", "series", "revision", "reason")),
        record["kind"],
        record["stage"],
    )
    return columns == repeated and note.digest == hashlib.sha256(note.record).hexdigest()


def _wrong_states(connection: Connection, tables: TalkTables) -> Iterator[str]:
    talk, note = tables.conversation.c, tables.note.c
    noted = select(note.uid).where(note.conversation_uid == talk.uid).exists()
    for row in connection.execute(select(talk.uid).where((talk.state == State.SEALED.value) != noted)):
        yield _("The conversation {uid} says it is sealed but has no note, or the other way round.").format(uid=row.uid)


def _wrong_exports(connection: Connection, tables: TalkTables) -> Iterator[str]:
    for row in connection.execute(select(tables.export)):
        if hashlib.sha256(row.pdf).hexdigest() != row.sha256 or len(row.pdf) != row.length:
            yield _("The stored PDF {name} was changed.").format(name=row.file_name)
