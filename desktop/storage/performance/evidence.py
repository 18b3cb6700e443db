"""What a performance conversation stands on: role expectations and observed examples."""

from datetime import date

from sqlalchemy import func, select

from desktop.models.performance import Capture, Evidence, Expectation, Statement
from desktop.storage.faults import Refused
from desktop.storage.performance.schema import CAPTURE, EVIDENCE, EXPECTATION, STATEMENT
from desktop.storage.rows import Store, add, found


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
            connection.execute(STATEMENT.delete().where(STATEMENT.c.expectation_uid == uid))
            connection.execute(EXPECTATION.delete().where(EXPECTATION.c.uid == uid))

    def save_evidence(self, evidence: Evidence) -> None:
        """Add an observation, or bring the one of this uid up to date."""
        self._put(EVIDENCE, evidence)

    def observation(self, uid: str) -> Evidence:
        """Return the observation of a uid; raise Problem if there is none (any more)."""
        return self._one(Evidence, EVIDENCE, uid)

    def evidence(self, person_uid: str, start: date, end: date) -> tuple[Evidence, ...]:
        """Return what was observed of a person in a period, both days included, the earliest first."""
        table = EVIDENCE.c
        chosen = select(EVIDENCE).where(
            table.person_uid == person_uid, table.observed_on.between(start.isoformat(), end.isoformat())
        )
        return self._many(Evidence, chosen.order_by(table.observed_on, table.position))

    def latest(self, person_uid: str, most: int) -> tuple[Evidence, ...]:
        """Return at most so many observations of a person, the newest first."""
        table = EVIDENCE.c
        mine = select(EVIDENCE).where(table.person_uid == person_uid)
        return self._many(Evidence, mine.order_by(table.observed_on.desc(), table.position.desc()).limit(most))

    def count(self, person_uid: str) -> int:
        """Return how many observations of a person there are."""
        with self._room.reading() as connection:
            mine = select(func.count()).select_from(EVIDENCE).where(EVIDENCE.c.person_uid == person_uid)
            return int(connection.execute(mine).scalar_one())

    def count_examples(self, person_uid: str, start: date, end: date) -> int:
        """Return how many observations of a person in a period stand for an expectation."""
        table = EVIDENCE.c
        with self._room.reading() as connection:
            mine = select(func.count()).where(
                table.person_uid == person_uid,
                table.observed_on.between(start.isoformat(), end.isoformat()),
                table.expectation_uid != "",
            )
            return int(connection.execute(mine).scalar_one())

    def save_capture(self, capture: Capture) -> None:
        """Keep an observation as it is typed."""
        self._put(CAPTURE, capture)

    def capture(self, uid: str) -> Capture | None:
        """Return what is typed as a correction of an observation ("": as a new one); None if nothing is."""
        found = self._many(Capture, select(CAPTURE).where(CAPTURE.c.uid == uid))
        return found[0] if found else None

    def drop_capture(self, uid: str) -> None:
        """Let go of what is typed."""
        with self._room.writing() as connection:
            connection.execute(CAPTURE.delete().where(CAPTURE.c.uid == uid))

    def delete_evidence(self, uid: str) -> None:
        """Delete an observation, with a correction of it that was begun; sealed notes keep what they cite."""
        with self._room.writing() as connection:
            connection.execute(CAPTURE.delete().where(CAPTURE.c.uid == uid))
            connection.execute(STATEMENT.delete().where(STATEMENT.c.evidence_uid == uid))
            connection.execute(EVIDENCE.delete().where(EVIDENCE.c.uid == uid))

    def add_statement(self, statement: Statement) -> None:
        """Keep what the person says to an example or an expectation with it."""
        with self._room.writing() as connection:
            add(connection, STATEMENT, statement)

    def statements(self, person_uid: str) -> tuple[Statement, ...]:
        """Return what a person said to the examples and expectations about them, the oldest first."""
        seen = select(EVIDENCE.c.uid).where(EVIDENCE.c.person_uid == person_uid)
        asked = select(EXPECTATION.c.uid).where(EXPECTATION.c.person_uid == person_uid)
        mine = STATEMENT.c.evidence_uid.in_(seen) | STATEMENT.c.expectation_uid.in_(asked)
        return self._many(Statement, select(STATEMENT).where(mine).order_by(STATEMENT.c.received_at))
