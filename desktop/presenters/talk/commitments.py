"""Who does what by when: the commitments of a talk, and those carried from earlier ones."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from desktop.i18n import _
from desktop.models.conversation import Commitment, Conversation, Promise, State, Voice
from desktop.models.typed import day_of, name_of
from desktop.presenters.notice import read
from desktop.presenters.talk.conversation_screen import NO_ERRORS, CommitmentForm, CommitmentRow, Commitments
from desktop.presenters.talk.words import Field
from desktop.wording import beside, day

if TYPE_CHECKING:
    from desktop.storage.talks.conversations import ConversationStore

PROMISE = Field("commitment", "", Voice.PROMISE)
OWNER = Field("commitment", "", Voice.OWNER)
DUE = Field("commitment", "", Voice.DUE)
FORM = (PROMISE, OWNER, DUE)


def commitments_of(
    store: "ConversationStore",
    conversation: Conversation,
    owners: tuple[str, ...],
    said: Mapping[Field, str],
    errors: Mapping[str, str] = NO_ERRORS,
    prominent: bool = False,
) -> Commitments:
    """Return the commitments of a conversation, carried ones first, with the form as it is typed."""
    own = store.commitments(conversation.uid)
    carried = [] if conversation.corrects else _carried(store, conversation)
    form = CommitmentForm(said.get(PROMISE, ""), said.get(OWNER, "") or owners[0], said.get(DUE, ""))
    rows = [_row(promise, True) for promise in carried] + [_row(promise, False) for promise in own]
    return Commitments(tuple(rows), form, owners, errors, prominent)


def add(
    store: "ConversationStore", conversation: Conversation, owners: tuple[str, ...], said: Mapping[Field, str], uid: str
) -> dict[str, str]:
    """Add the typed commitment as `uid`; return the errors by field (empty: it was added)."""
    errors: dict[str, str] = {}
    text = read(errors, "promise", _promised, said.get(PROMISE, ""))
    due_text = said.get(DUE, "")
    due = read(errors, "due", day_of, due_text) if due_text.strip() else None
    if not errors and text is not None:
        owner = said.get(OWNER, "").strip() or owners[0]
        store.save_commitment(Commitment(uid, conversation.uid, conversation.person_uid, text, owner[:300], due))
    return errors


def due_words(due: date | None, state: Promise) -> str:
    """Return when a commitment is due and where it stands, in words."""
    when = _("by {day}").format(day=day(due)) if due else _("no date")
    settled = {Promise.KEPT: _("kept"), Promise.DROPPED: _("dropped")}
    return f"{when} · {settled[state]}" if state in settled else when


def _promised(text: str) -> str:
    return name_of(text, _("what will be done"))


def _carried(store: "ConversationStore", conversation: Conversation) -> list[Commitment]:
    """Return what an earlier, sealed talk left open."""
    found = []
    for promise in store.open_commitments(conversation.person_uid):
        if promise.conversation_uid == conversation.uid:
            continue
        if store.conversation(promise.conversation_uid).state is State.SEALED:
            found.append(promise)
    return found


def _row(promise: Commitment, carried: bool) -> CommitmentRow:
    detail = beside(promise.owner, due_words(promise.due, promise.state))
    return CommitmentRow(promise.uid, promise.text, detail, str(promise.state), carried)
