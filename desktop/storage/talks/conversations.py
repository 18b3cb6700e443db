"""Conversations of one kind, from the first word to the seal."""

from datetime import date
from typing import Any

from sqlalchemy import select

from desktop.models.conversation import Conversation, State
from desktop.storage.rows import add, one
from desktop.storage.talks.day_reasons import DayReasonStore


class ConversationStore(DayReasonStore):
    """One kind's conversations with their words and commitments; the same class serves both rooms."""

    def add(self, conversation: Conversation) -> None:
        """Add a draft."""
        with self._room.writing() as connection:
            add(connection, self._tables.conversation, conversation)

    def conversation(self, uid: str) -> Conversation:
        """Return a conversation; raise Problem if there is none of this uid."""
        return self._one(Conversation, self._tables.conversation, uid)

    def conversations(self, person_uid: str | None = None, state: State | None = None) -> tuple[Conversation, ...]:
        """Return conversations (of one person, in one state), the newest day first."""
        table = self._tables.conversation
        chosen = select(table).order_by(table.c.held_on.desc(), table.c.created_at.desc())
        if person_uid is not None:
            chosen = chosen.where(table.c.person_uid == person_uid)
        if state is not None:
            chosen = chosen.where(table.c.state == state.value)
        return self._many(Conversation, chosen)

    def set_step(self, uid: str, step: int) -> None:
        """Remember where to resume a draft."""
        self._change(uid, step=step)

    def set_held_on(self, uid: str, held_on: date) -> None:
        """Change the day of a draft."""
        self._change(uid, held_on=held_on.isoformat())

    def discard(self, uid: str) -> None:
        """Delete a draft with all that was written or recorded in it; raise Problem if it is sealed."""
        with self._room.writing() as connection:
            for part in (*self._tables.parts, *self._tables.beside):
                connection.execute(part.delete().where(part.c.conversation_uid == uid))
            table = self._tables.conversation
            connection.execute(table.delete().where(table.c.uid == uid))

    def _change(self, uid: str, **columns: Any) -> None:
        table = self._tables.conversation
        with self._room.writing() as connection:
            one(connection, Conversation, table, uid)
            connection.execute(table.update().where(table.c.uid == uid).values(**columns))
