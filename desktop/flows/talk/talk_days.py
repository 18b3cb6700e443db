"""Where conversations of both kinds meet: on the calendar. What is read of the other kind are stages and days alone."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from desktop.models.guide import Kind, Stage
from desktop.models.talk_days import HeldOn, too_near

if TYPE_CHECKING:
    from desktop.storage.vault import Vault


def other_kind(kind: Kind) -> Kind:
    """Return the kind that is not this one."""
    return Kind.PERFORMANCE if kind is Kind.OKR else Kind.OKR


def near_talk(vault: "Vault", kind: Kind, stage: Stage, person_uid: str, day: date) -> HeldOn | None:
    """Return the conversation of the other kind that lies too close to a day, None if none does."""
    return too_near(kind, HeldOn(stage, day), _held(vault, other_kind(kind), person_uid))


def _held(vault: "Vault", kind: Kind, person_uid: str) -> Iterator[HeldOn]:
    for talk in vault.conversations(kind).conversations(person_uid=person_uid):
        yield HeldOn(talk.stage, talk.held_on)
    for note in vault.notes(kind).notes(person_uid=person_uid):
        if note.imported:
            yield HeldOn(note.stage, date.fromisoformat(note.content["held_on"]))
