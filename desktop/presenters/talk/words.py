"""Every word typed into a conversation: in memory at once, on disk as fast as the writer gets it there.

The conversation and its review page share one `Words`, so that both show what was typed last even while the disk
does not take it.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from desktop.models.conversation import Answer, PrivateNote, Voice
from desktop.models.guide import Kind

if TYPE_CHECKING:
    from desktop.storage.talks.conversations import ConversationStore
    from desktop.storage.writer import Writer


class Field(NamedTuple):
    """Where a word stands: the prompt, the key result it is about ("" for none), and whose field it is."""

    prompt_id: str
    subject: str
    voice: Voice


class Words:
    """The typed words of the conversations of one kind."""

    def __init__(self, kind: Kind, conversations: "ConversationStore", writer: "Writer") -> None:
        self._kind = kind
        self._conversations = conversations
        self._writer = writer
        self._said: dict[str, dict[Field, str]] = {}
        self._private: dict[str, dict[str, str]] = {}
        self._places: dict[str, int] = {}

    def said(self, uid: str) -> Mapping[Field, str]:
        """Return all fields of a conversation, newest words."""
        if uid not in self._said:
            stored = self._conversations.answers(uid)
            self._said[uid] = {Field(a.prompt_id, a.subject, a.voice): a.text for a in stored}
        return self._said[uid]

    def private(self, uid: str) -> Mapping[str, str]:
        """Return the private notes of a conversation by section id."""
        if uid not in self._private:
            self._private[uid] = {note.section_id: note.text for note in self._conversations.private_notes(uid)}
        return self._private[uid]

    def type(self, uid: str, field: Field, text: str) -> None:
        """Take the newest words of a field; nothing is written if they are the same."""
        if self.said(uid).get(field, "") != text:
            self._said[uid][field] = text
            self._writer.save_answer(self._kind, Answer(uid, field.prompt_id, field.subject, field.voice, text))

    def type_private(self, uid: str, section_id: str, text: str) -> None:
        """Take the newest words of a private note."""
        if self.private(uid).get(section_id, "") != text:
            self._private[uid][section_id] = text
            self._writer.save_private_note(self._kind, PrivateNote(uid, section_id, text))

    def place(self, uid: str, stored: int) -> int:
        """Return where a conversation stands: as it was moved last, else as it is `stored`."""
        return self._places.get(uid, stored)

    def move(self, uid: str, place: int) -> None:
        """Take the place where a conversation stands now."""
        if self._places.get(uid) != place:
            self._places[uid] = place
            self._writer.save_step(self._kind, uid, place)

    def forget(self, uid: str) -> None:
        """Let go of a conversation that is gone, also of what waits to be saved."""
        for kept in (self._said, self._private, self._places):
            kept.pop(uid, None)
        self._writer.forget(self._kind, uid)

    def settle(self, seconds: float = 2.0) -> bool:
        """Wait until everything typed is on disk; False if it is not by then (it stays in memory and is retried)."""
        return self._writer.flush(seconds)
