"""What a performance conversation stands on: role expectations and observed examples."""

from datetime import date

from sqlalchemy import select

from desktop.models.performance import Evidence, Expectation
from desktop.storage.faults import Refused
from desktop.storage.rows import Store, found
from desktop.storage.schema_performance import EVIDENCE, EXPECTATION


class EvidenceStore(Store):
    """Role expectations with dated observations, each person's in the order they were written."""

    def save_expectation(self, expectation: Expectation) -> None:
        """Add an expectation, or bring the one of this uid up to date."""
        self._put(EXPECTATION, expectation)

    def expectations(self, person_uid: str) -> tuple[Expectation, ...]:
        """Return what the role asks of a person."""
        chosen = select(EXPECTATION).where(EXPECTATION.c.person_uid == person_uid)
        return self._many(Expectation, chosen.order_by(EXPECTATION.c.position))

    def delete_expectation(self, uid: str) -> None:
        """Delete an expectation without examples; raise Problem otherwise."""
        with self._room.writing() as connection:
            if found(connection, EVIDENCE, EVIDENCE.c.expectation_uid == uid):
                raise Refused("This expectation has examples; delete those first.")
            connection.execute(EXPECTATION.delete().where(EXPECTATION.c.uid == uid))

    def save_evidence(self, evidence: Evidence) -> None:
        """Add an observation, or bring the one of this uid up to date."""
        self._put(EVIDENCE, evidence)

    def evidence(self, person_uid: str, start: date, end: date) -> tuple[Evidence, ...]:
        """Return what was observed of a person in a period, both days included, the earliest first."""
        table = EVIDENCE.c
        chosen = select(EVIDENCE).where(
            table.person_uid == person_uid, table.observed_on.between(start.isoformat(), end.isoformat())
        )
        return self._many(Evidence, chosen.order_by(table.observed_on, table.position))

    def delete_evidence(self, uid: str) -> None:
        """Delete an observation; sealed notes keep what they cite."""
        with self._room.writing() as connection:
            connection.execute(EVIDENCE.delete().where(EVIDENCE.c.uid == uid))
