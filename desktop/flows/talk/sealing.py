"""From a conversation to a sealed note.

What was said is gathered into one record, the record becomes canonical bytes, and the vault takes note, digest and
seal in one transaction.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from desktop.flows.okr import sealing as okr_sealing
from desktop.flows.performance import sealing as performance_sealing
from desktop.models.conversation import Conversation
from desktop.models.guide import Kind
from desktop.models.ids import new_uid, now
from desktop.models.note import Note, canonical, digest_of
from desktop.models.policy import policy_text
from desktop.models.problems import Problem
from desktop.models.record import Sealing, Talk

if TYPE_CHECKING:
    from desktop.storage.vault import Vault


def seal(vault: "Vault", kind: Kind, conversation_uid: str) -> Note:
    """Seal a draft conversation and return its note; raise Problem if nothing was said or it is sealed already."""
    conversation = vault.conversations(kind).conversation(conversation_uid)
    talk = gather(vault, conversation, _subjects(vault, conversation))
    if not _anything_said(talk):
        raise Problem("Nothing has been noted in this conversation yet; write at least one answer before sealing.")
    before = _corrected_note(vault, conversation)
    sealing = _place_in_series(conversation, before)
    record = canonical(_record(vault, talk, sealing, before.content if before else {}))
    return vault.notes(kind).seal(_note(conversation, sealing, record))


def gather(vault: "Vault", conversation: Conversation, subjects: Mapping[str, str]) -> Talk:
    """Return the whole conversation with the people in it; `subjects` names the key results it goes through."""
    store = vault.conversations(conversation.kind)
    employee = vault.people.person(conversation.person_uid)
    return Talk(
        conversation=conversation,
        manager=vault.people.person(conversation.manager_uid),
        employee=employee,
        team=vault.people.team(employee.team_uid).name if employee.team_uid else "",
        answers=store.answers(conversation.uid),
        commitments=store.commitments(conversation.uid),
        subjects=subjects,
        policy=policy_text(vault.policy.decisions(), conversation.guide.rule),
    )


def _subjects(vault: "Vault", conversation: Conversation) -> Mapping[str, str]:
    return okr_sealing.subjects(vault, conversation) if conversation.kind is Kind.OKR else {}


def _record(vault: "Vault", talk: Talk, sealing: Sealing, before: Mapping[str, Any]) -> dict[str, Any]:
    if talk.conversation.kind is Kind.OKR:
        return okr_sealing.record(vault, talk, sealing, before)
    return performance_sealing.record(vault, talk, sealing, before)


def _anything_said(talk: Talk) -> bool:
    return bool(talk.commitments) or any(answer.text.strip() for answer in talk.answers)


def _corrected_note(vault: "Vault", conversation: Conversation) -> Note | None:
    """Return the note this conversation corrects, None for a first note; only the newest revision is corrected."""
    if not conversation.corrects:
        return None
    notes = vault.notes(conversation.kind)
    before = notes.note(conversation.corrects)
    newest = max(notes.revisions(before.series), key=lambda note: note.revision)
    if newest.uid != before.uid:
        raise Problem("This note was corrected once more in the meantime; open the newest revision and correct that.")
    return before


def _place_in_series(conversation: Conversation, before: Note | None) -> Sealing:
    uid = new_uid()
    if before is None:
        return Sealing(uid, uid, 1, now())
    return Sealing(uid, before.series, before.revision + 1, now(), conversation.reason, before.digest)


def _note(conversation: Conversation, sealing: Sealing, record: bytes) -> Note:
    return Note(
        uid=sealing.uid,
        series=sealing.series,
        revision=sealing.revision,
        reason=sealing.reason,
        conversation_uid=conversation.uid,
        person_uid=conversation.person_uid,
        kind=conversation.kind,
        stage=conversation.stage,
        record=record,
        digest=digest_of(record),
        sealed_at=sealing.sealed_at,
    )
