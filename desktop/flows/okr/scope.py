"""Which key results an OKR conversation is about."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.models.okr import KeyResult, Level, Objective

if TYPE_CHECKING:
    from desktop.models.people import Person
    from desktop.storage.vault import OkrStore


@dataclass(frozen=True, slots=True)
class Scoped:
    """A key result with its objective."""

    objective: Objective
    key_result: KeyResult


def objectives_of(okrs: "OkrStore", person: "Person", start: date, end: date) -> tuple[Objective, ...]:
    """Return the objectives that concern `person` in a period: the company's, their team's and their own."""
    cycles = [cycle for cycle in okrs.cycles() if cycle.starts_on <= end and start <= cycle.ends_on]
    found = [objective for cycle in cycles for objective in okrs.objectives(cycle.uid)]
    return tuple(objective for objective in found if _concerns(objective, person))


def results_of(okrs: "OkrStore", person: "Person", start: date, end: date) -> tuple[Scoped, ...]:
    """Return the key results a conversation with `person` goes through: their team's and their own.

    The company's objectives are beside the conversation, not in it: nobody reports on them in a 1:1. A person
    without a team talks about the company's.
    """
    objectives = [o for o in objectives_of(okrs, person, start, end) if o.level is not Level.COMPANY]
    if not person.team_uid:
        objectives = list(objectives_of(okrs, person, start, end))
    return tuple(Scoped(objective, result) for objective in objectives for result in okrs.key_results(objective.uid))


def _concerns(objective: Objective, person: "Person") -> bool:
    if objective.level is Level.COMPANY:
        return True
    owner = person.team_uid if objective.level is Level.TEAM else person.uid
    return bool(owner) and objective.owner_uid == owner
