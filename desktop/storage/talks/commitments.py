"""Who does what by when: the commitments of a conversation."""

from typing import Any

from sqlalchemy import ColumnElement, Select, select

from desktop.models.conversation import Commitment, Promise, State
from desktop.storage.tables.talks import TalkTables
from desktop.storage.talks.words import WordStore


class CommitmentStore(WordStore):
    """Commitments of one kind of conversation, in the order they were made."""

    def save_commitment(self, commitment: Commitment) -> None:
        """Add a commitment to a draft, or bring the one of this uid up to date."""
        self._put(self._tables.commitment, commitment)

    def delete_commitment(self, uid: str) -> None:
        """Take a commitment out of a draft; raise Problem if its conversation is sealed."""
        table = self._tables.commitment
        with self._room.writing() as connection:
            connection.execute(table.delete().where(table.c.uid == uid))

    def commitments(self, conversation_uid: str) -> tuple[Commitment, ...]:
        """Return the commitments of a conversation."""
        table = self._tables.commitment
        chosen = select(table).where(table.c.conversation_uid == conversation_uid)
        return self._many(Commitment, chosen.order_by(table.c.position))

    def open_commitments(self, person_uid: str) -> tuple[Commitment, ...]:
        """Return what is still open between the manager and a person, the oldest first."""
        return self._many(Commitment, self._standing(person_uid).where(self._open))

    def promised(self, person_uid: str) -> tuple[Commitment, ...]:
        """Return what was promised in sealed conversations with a person, however it ended, the oldest first."""
        talk = self._tables.conversation.c
        sealed = select(talk.uid).where(talk.state == State.SEALED.value)
        own = self._tables.commitment.c.conversation_uid.in_(sealed)
        return self._many(Commitment, self._standing(person_uid).where(own))

    @property
    def _open(self) -> ColumnElement[bool]:
        return self._tables.commitment.c.state == Promise.OPEN.value

    def _standing(self, person_uid: str) -> Select[Any]:
        """Select the commitments with a person.

        A sealed correction holds a copy of every commitment, so those of the note it corrects are left out.
        """
        table = self._tables.commitment
        not_corrected = table.c.conversation_uid.not_in(_corrected(self._tables))
        return select(table).where(table.c.person_uid == person_uid, not_corrected).order_by(table.c.position)

    def set_promise(self, uid: str, promise: Promise) -> None:
        """Say where a commitment stands; also after its conversation is sealed."""
        table = self._tables.commitment
        with self._room.writing() as connection:
            connection.execute(table.update().where(table.c.uid == uid).values(state=promise.value))


def _corrected(tables: TalkTables) -> Select[Any]:
    """Select the conversations whose note has been corrected by a sealed revision."""
    note, correction = tables.note, tables.conversation
    return (
        select(note.c.conversation_uid)
        .join(correction, correction.c.corrects == note.c.uid)
        .where(correction.c.state == State.SEALED.value, note.c.conversation_uid.is_not(None))
    )
