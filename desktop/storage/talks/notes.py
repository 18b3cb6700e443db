"""Sealed notes of one kind, their revisions, and the signed PDFs made of them."""

import hashlib
import secrets
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy import Connection, Table, func, select

from desktop.models.conversation import Conversation, State
from desktop.models.ids import now
from desktop.models.note import Note, digest_of
from desktop.storage.faults import Refused
from desktop.storage.room import Room
from desktop.storage.rows import Store, add, found, one
from desktop.storage.seal import Sealed, Thing, append, words_of
from desktop.storage.tables.talks import TalkTables


@dataclass(frozen=True, slots=True)
class Export:
    """A signed PDF as it was handed out: its name, its SHA-256 in hex, its length in bytes."""

    note_uid: str
    number: int
    file_name: str
    sha256: str
    length: int
    made_at: datetime
    pdf: bytes = field(repr=False)


class NoteStore(Store):
    """Notes can be added; the vault changes and removes none."""

    def __init__(self, room: Room, tables: TalkTables) -> None:
        super().__init__(room)
        self._tables = tables

    def seal(self, note: Note) -> Note:
        """Seal the note's conversation: note, chain and state at once; return it with its chain head.

        Raises Problem if the conversation is sealed already or this revision exists.
        """
        with self._room.writing() as connection:
            table = self._tables.conversation
            conversation = one(connection, Conversation, table, note.conversation_uid)
            if conversation.state is State.SEALED:
                raise Refused("This conversation is sealed already; open a correction to change what it says.")
            salt = secrets.token_bytes(32)
            words = words_of(connection, table, self._tables.parts, conversation.uid)
            thing = Thing(note.kind, "sealed", Sealed.CONVERSATION, conversation.uid, note.sealed_at)
            append(connection, thing, salt, words)
            sealed = add_note(connection, self._tables, note, "sealed", salt)
            mine = table.c.uid == conversation.uid
            connection.execute(table.update().where(mine).values(state=State.SEALED.value))
        return sealed

    def add_imported(self, note: Note) -> Note:
        """Take in a note sealed elsewhere; return it with its place in this vault's chain.

        Raises Problem if it, or another note in its place, is here already. Its person must be in the vault.
        """
        with self._room.writing() as connection:
            return add_imported(connection, self._tables, note)

    def note(self, uid: str) -> Note:
        """Return a note; raise Problem if there is none of this uid."""
        return self._one(Note, self._tables.note, uid)

    def notes(self, person_uid: str | None = None) -> tuple[Note, ...]:
        """Return notes (of one person), the newest first."""
        table = self._tables.note
        chosen = select(table).order_by(table.c.sealed_at.desc(), table.c.revision.desc())
        if person_uid is not None:
            chosen = chosen.where(table.c.person_uid == person_uid)
        return self._many(Note, chosen)

    def revisions(self, series: str) -> tuple[Note, ...]:
        """Return all revisions of a note, the first one first."""
        table = self._tables.note
        return self._many(Note, select(table).where(table.c.series == series).order_by(table.c.revision))

    def save_export(self, note_uid: str, file_name: str, pdf: bytes) -> Export:
        """Keep a signed PDF beside its note for good, and return it as it is kept."""
        table = self._tables.export
        with self._room.writing() as connection:
            last = select(func.max(table.c.number)).where(table.c.note_uid == note_uid)
            number = (connection.execute(last).scalar() or 0) + 1
            sha256 = hashlib.sha256(pdf).hexdigest()
            export = Export(note_uid, number, file_name, sha256, len(pdf), now(), pdf)
            add(connection, table, export)
        return export

    def exports(self, note_uid: str) -> tuple[Export, ...]:
        """Return the signed PDFs of a note, the newest last."""
        table = self._tables.export
        return self._many(Export, select(table).where(table.c.note_uid == note_uid).order_by(table.c.number))

    def handed_out(self) -> tuple[tuple[str, int, str], ...]:
        """Return note uid, length and SHA-256 of every signed PDF, without reading any."""
        table = self._tables.export
        with self._room.reading() as connection:
            rows = connection.execute(select(table.c.note_uid, table.c.length, table.c.sha256)).all()
        return tuple((row.note_uid, row.length, row.sha256) for row in rows)


def add_imported(connection: Connection, tables: TalkTables, note: Note) -> Note:
    """Take in a note sealed elsewhere within a transaction; see `NoteStore.add_imported`."""
    imported = replace(note, conversation_uid="", imported=True)
    return add_note(connection, tables, imported, "imported", secrets.token_bytes(32))


def add_note(connection: Connection, tables: TalkTables, note: Note, event: str, salt: bytes) -> Note:
    """Add a note and its entry of the chain within a transaction; raise Problem if it cannot stand there."""
    if note.digest != digest_of(note.record):
        raise Refused("The record does not match its digest; it was changed on the way here.")
    _nothing_in_its_place(connection, tables.note, note)
    thing = Thing(note.kind, event, Sealed.NOTE, note.uid, note.sealed_at)
    sealed = replace(note, chain_head=append(connection, thing, salt, note.record))
    add(connection, tables.note, sealed, salt=salt)
    return sealed


def _nothing_in_its_place(connection: Connection, table: Table, note: Note) -> None:
    if found(connection, table, table.c.uid == note.uid):
        raise Refused("This note is in the vault already.")
    if found(connection, table, table.c.series == note.series, table.c.revision == note.revision):
        raise Refused("The vault already has another revision {n} of this note.", n=note.revision)
