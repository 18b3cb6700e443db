"""Where a hit of the search leads: to the very place, where there is one."""

from typing import TYPE_CHECKING

from desktop.models.guide import Kind
from desktop.models.search import Hit, Source
from desktop.presenters.destination import Destination, Place

if TYPE_CHECKING:
    from desktop.storage.vault import Vault

_OF_OKRS = (Source.OBJECTIVE, Source.KEY_RESULT, Source.CHECK_IN, Source.LEARNING)


def leads_to(vault: "Vault", hit: Hit, origin: Destination) -> Destination:
    """Return where a hit is opened; `origin` is where the search began, and where a shared fact stands.

    Raises Problem if what was found has gone since.
    """
    if hit.source is Source.FACT:
        return origin
    if hit.source in _OF_OKRS:
        return Destination(Place.OKRS, _cycle_uid(vault, hit))
    if hit.source is Source.SHEET:
        return Destination(Place.PREPARE, hit.conversation_uid, str(hit.kind))
    if hit.note_uid:
        return Destination(Place.NOTE, hit.note_uid, str(hit.kind))
    if hit.conversation_uid and hit.kind:
        return _in_draft(vault, hit, hit.kind)
    return Destination(Place.PERSON, hit.person_uid)


def _cycle_uid(vault: "Vault", hit: Hit) -> str:
    uid = hit.uid
    if hit.source is not Source.OBJECTIVE:
        uid = vault.okrs.key_result(uid).objective_uid
    return vault.okrs.objective(uid).cycle_uid


def _in_draft(vault: "Vault", hit: Hit, kind: Kind) -> Destination:
    """Return a draft at the section in which the words stand."""
    if hit.correction:
        return Destination(Place.REVIEW, hit.conversation_uid, str(kind))
    guide = vault.conversations(kind).conversation(hit.conversation_uid).guide
    place = hit.part.partition("/")[0]
    sections = (
        number
        for number, section in enumerate(guide.sections)
        if place in (section.id, *(prompt.id for prompt in section.prompts))
    )
    section = next(sections, None)
    return Destination(Place.CONVERSATION, hit.conversation_uid, str(kind), "" if section is None else str(section))
