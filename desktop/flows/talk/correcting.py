"""A correction: a sealed note stays as it is, and a conversation with the same words opens beside it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.models.conversation import Conversation, State
from desktop.models.ids import new_uid, now
from desktop.models.note import Note
from desktop.models.problems import Problem
from desktop.models.typed import is_blank

if TYPE_CHECKING:
    from desktop.storage.talks.conversations import ConversationStore


def reopen(conversations: "ConversationStore", note: Note, reason: str) -> Conversation:
    """Return a draft with all that the sealed conversation held; sealing it makes the next revision.

    Raises Problem if no reason is given, if the note came from another vault, or if a correction is open already.
    """
    if is_blank(reason):
        raise Problem("A correction needs its reason; one sentence is enough.")
    if not note.conversation_uid:
        raise Problem("This note was imported; only the vault that sealed it can correct it.")
    for draft in conversations.conversations(note.person_uid, State.DRAFT):
        if draft.corrects == note.uid:
            raise Problem("A correction of this note is open already; finish or discard that one first.")
    old = conversations.conversation(note.conversation_uid)
    draft = replace(
        old,
        uid=new_uid(),
        state=State.DRAFT,
        created_at=now(),
        corrects=note.uid,
        reason=reason.strip(),
    )
    conversations.add(draft)
    _copy_words(conversations, old.uid, draft.uid)
    return draft


def _copy_words(conversations: "ConversationStore", old: str, new: str) -> None:
    for answer in conversations.answers(old):
        conversations.save_answer(replace(answer, conversation_uid=new))
    for private in conversations.private_notes(old):
        conversations.save_private_note(replace(private, conversation_uid=new))
    for promise in conversations.commitments(old):
        conversations.save_commitment(replace(promise, uid=new_uid(), conversation_uid=new))
