"""What a performance conversation stands on, read only from what was published and observed."""

from datetime import date
from typing import TYPE_CHECKING

from desktop.models.performance_record import Grounds

if TYPE_CHECKING:
    from desktop.models.people import Person
    from desktop.storage.vault import EvidenceStore, FactStore


def grounds_of(facts: "FactStore", evidence: "EvidenceStore", person: "Person", start: date, end: date) -> Grounds:
    """Return the published objectives and facts of the period, the role expectations and the evidence."""
    objectives = facts.objectives(person.team_uid, start, end)
    return Grounds(
        objectives=objectives,
        facts=facts.facts([objective.uid for objective in objectives]),
        expectations=evidence.expectations(person.uid),
        evidence=evidence.evidence(person.uid, start, end),
    )
