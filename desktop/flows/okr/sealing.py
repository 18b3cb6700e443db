"""The OKR side of sealing: the key results as they stand now are copied into the record."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from desktop.flows.okr.scope import Scoped, results_of
from desktop.models.conversation import Conversation
from desktop.models.guide import AnswerType
from desktop.models.okr_record import DiscussedResult, okr_record
from desktop.models.record import Sealing, Talk

if TYPE_CHECKING:
    from desktop.storage.vault import Vault


def subjects(vault: "Vault", conversation: Conversation) -> dict[str, str]:
    """Return the key results a conversation goes through: uid → title."""
    return {item.key_result.uid: item.key_result.title for item in _scope(vault, conversation)}


def record(vault: "Vault", talk: Talk, sealing: Sealing, before: Mapping[str, Any]) -> dict[str, Any]:
    """Return the record of an OKR conversation; `before` is the record that this one corrects, if any."""
    discussed = [_discussed(vault, talk, item) for item in _scope(vault, talk.conversation)]
    made = okr_record(talk, sealing, discussed)
    if before:
        made["key_results"] = _as_cited(vault, talk, made["key_results"], before["key_results"])
    return made


def _as_cited(vault: "Vault", talk: Talk, now: list[Any], before: list[Any]) -> list[Any]:
    """A correction cites what the note cited; only what was recorded anew in the correction replaces it."""
    anew = {entry["uid"]: entry for entry in now if _recorded_in(vault, talk.conversation.uid, entry["uid"])}
    return [anew.get(entry["uid"], entry) for entry in before]


def _recorded_in(vault: "Vault", conversation_uid: str, result_uid: str) -> bool:
    entries = (vault.okrs.latest_check_in(result_uid), vault.okrs.reflection(result_uid))
    return any(entry is not None and entry.conversation_uid == conversation_uid for entry in entries)


def _scope(vault: "Vault", conversation: Conversation) -> tuple[Scoped, ...]:
    person = vault.people.person(conversation.person_uid)
    return results_of(vault.okrs, person, conversation.period_start, conversation.period_end)


def _discussed(vault: "Vault", talk: Talk, item: Scoped) -> DiscussedResult:
    asked = {prompt.answer for section in talk.conversation.guide.sections for prompt in section.prompts}
    uid = item.key_result.uid
    return DiscussedResult(
        item.objective,
        item.key_result,
        check_in=vault.okrs.latest_check_in(uid),
        reflection=vault.okrs.reflection(uid) if AnswerType.REFLECTION in asked else None,
    )
