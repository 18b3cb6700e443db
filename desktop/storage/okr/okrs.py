"""The whole OKR side: plan, progress, and the one door to the other side."""

from collections.abc import Sequence

from sqlalchemy import select

from desktop.models.bridge import MetricFact, PublishedObjective
from desktop.storage.okr.pay import PayStore
from desktop.storage.okr.plan import PlanStore
from desktop.storage.okr.progress import ProgressStore
from desktop.storage.rows import found, put
from desktop.storage.tables.core import FACT, PUBLISHED_OBJECTIVE


class OkrStore(PlanStore, ProgressStore, PayStore):
    """OKRs, and what of them is published to the common room."""

    def publish(self, objective: PublishedObjective, facts: Sequence[MetricFact]) -> None:
        """Publish an objective with these facts, or bring them up to date; its other facts stay."""
        with self._room.writing() as connection:
            put(connection, PUBLISHED_OBJECTIVE, objective)
            for fact in facts:
                put(connection, FACT, fact)

    def published(self, key_result_uid: str) -> MetricFact | None:
        """Return what is published of a key result, None if nothing is."""
        facts = self._many(MetricFact, select(FACT).where(FACT.c.uid == key_result_uid))
        return facts[0] if facts else None

    def unpublish(self, key_result_uid: str) -> None:
        """Take back a fact, and its objective with the last one; sealed notes keep what they cite."""
        with self._room.writing() as connection:
            of = FACT.delete().where(FACT.c.uid == key_result_uid).returning(FACT.c.objective_uid)
            objective_uid = connection.execute(of).scalar()
            if objective_uid and not found(connection, FACT, FACT.c.objective_uid == objective_uid):
                connection.execute(PUBLISHED_OBJECTIVE.delete().where(PUBLISHED_OBJECTIVE.c.uid == objective_uid))
