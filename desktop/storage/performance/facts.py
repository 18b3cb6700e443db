"""What the performance side may know of OKRs: the published facts, read through its own connection."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from desktop.models.bridge import MetricFact, PublishedObjective
from desktop.storage.rows import Store
from desktop.storage.tables.core import CONTRIBUTOR, FACT, PUBLISHED_OBJECTIVE


class FactStore(Store):
    """The far end of the bridge: reading only."""

    def objectives(self, team_uid: str, start: date, end: date) -> tuple[PublishedObjective, ...]:
        """Return the published objectives of a team and of the company whose cycle touches a period.

        Both days belong to the period; a `team_uid` of "" gives the company's objectives alone.
        """
        table = PUBLISHED_OBJECTIVE.c
        chosen = select(PUBLISHED_OBJECTIVE).where(
            table.team_uid.in_(("", team_uid)),
            table.starts_on <= end.isoformat(),
            table.ends_on >= start.isoformat(),
        )
        return self._many(PublishedObjective, chosen.order_by(table.starts_on, table.team_uid, table.title))

    def facts(self, objective_uids: Sequence[str]) -> tuple[MetricFact, ...]:
        """Return the published facts of these objectives, in the order they were first published."""
        chosen = select(FACT).where(FACT.c.objective_uid.in_(objective_uids))
        return self._many(MetricFact, chosen.order_by(FACT.c.position))

    def contributors(self, uids: Sequence[str]) -> tuple[tuple[str, str], ...]:
        """Return who works on these facts' key results: pairs of a fact's uid and a person's."""
        chosen = select(CONTRIBUTOR).where(CONTRIBUTOR.c.key_result_uid.in_(sorted(set(uids))))
        with self._room.reading() as connection:
            return tuple((row.key_result_uid, row.person_uid) for row in connection.execute(chosen))

    def named(self, uids: Sequence[str]) -> tuple[MetricFact, ...]:
        """Return those of these facts that are still published, in the order they were first published."""
        chosen = select(FACT).where(FACT.c.uid.in_(sorted(set(uids))))
        return self._many(MetricFact, chosen.order_by(FACT.c.position))
