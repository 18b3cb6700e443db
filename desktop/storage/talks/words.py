"""The words of a conversation: both voices' answers and the manager's private notes."""

from sqlalchemy import select

from desktop.models.conversation import Answer, PrivateNote
from desktop.storage.room import Room
from desktop.storage.rows import Store
from desktop.storage.tables.talks import TalkTables


class WordStore(Store):
    """Answers and private notes of one kind of conversation; refused once it is sealed."""

    def __init__(self, room: Room, tables: TalkTables) -> None:
        super().__init__(room)
        self._tables = tables

    def save_answer(self, answer: Answer) -> None:
        """Keep one voice's words to one prompt; an emptied field is kept as ""."""
        self._put(self._tables.answer, answer)

    def answers(self, conversation_uid: str) -> tuple[Answer, ...]:
        """Return all answers of a conversation."""
        table = self._tables.answer
        return self._many(Answer, select(table).where(table.c.conversation_uid == conversation_uid))

    def begun(self) -> frozenset[str]:
        """Return the conversations in which a word or a value stands, by uid."""
        table = self._tables.answer
        with self._room.reading() as connection:
            said = select(table.c.conversation_uid).where(table.c.text != "").distinct()
            return frozenset(connection.execute(said).scalars())

    def save_private_note(self, note: PrivateNote) -> None:
        """Keep the manager's note beside a section."""
        self._put(self._tables.private_note, note)

    def private_notes(self, conversation_uid: str) -> tuple[PrivateNote, ...]:
        """Return all private notes of a conversation."""
        table = self._tables.private_note
        return self._many(PrivateNote, select(table).where(table.c.conversation_uid == conversation_uid))
