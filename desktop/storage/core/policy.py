"""What the firm has decided, whom it has won, its performance system, and what its sponsor has allowed."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select

from desktop.models.policy import Decision, Engagement, Override, PerformanceSystem, Topic
from desktop.storage.adapter import to_row
from desktop.storage.rows import Store, add
from desktop.storage.tables.policy import ENGAGEMENT, OVERRIDE, POLICY, SYSTEM


class PolicyStore(Store):
    """The firm's roll-out, in the common room."""

    def save_decision(self, decision: Decision) -> None:
        """Keep the answer to a topic as it is typed."""
        self._put(POLICY, decision)

    def decisions(self) -> Mapping[Topic, Decision]:
        """Return what was typed to each topic; those without words are missing."""
        return {each.topic: each for each in self._many(Decision, select(POLICY))}

    def save_engagement(self, engagement: Engagement) -> None:
        """Keep who was won, or bring the row of this uid up to date."""
        self._put(ENGAGEMENT, engagement)

    def delete_engagement(self, uid: str) -> None:
        """Take somebody off the list."""
        with self._room.writing() as connection:
            connection.execute(ENGAGEMENT.delete().where(ENGAGEMENT.c.uid == uid))

    def engagements(self) -> tuple[Engagement, ...]:
        """Return everybody who was won, in the order they were added."""
        return self._many(Engagement, select(ENGAGEMENT).order_by(ENGAGEMENT.c.position))

    def save_system(self, system: PerformanceSystem) -> None:
        """Keep how performance is judged today; the start of a new system stays as it was let through."""
        with self._room.writing() as connection:
            if connection.execute(SYSTEM.update().values(to_row(system, SYSTEM))).rowcount == 0:
                add(connection, SYSTEM, system, only=1)

    def system(self) -> PerformanceSystem:
        """Return how performance is judged today, empty if nobody has said."""
        return next(iter(self._many(PerformanceSystem, select(SYSTEM))), PerformanceSystem())

    def launch_on(self) -> date | None:
        """Return when a new performance system starts, None if none does."""
        with self._room.reading() as connection:
            found = connection.execute(select(SYSTEM.c.launch_on)).scalar()
        return date.fromisoformat(found) if found else None

    def set_launch(self, launch_on: date | None) -> None:
        """Keep when a new performance system starts; whether it may is asked before, by `flows.adoption`."""
        stored = launch_on.isoformat() if launch_on else None
        with self._room.writing() as connection:
            if connection.execute(SYSTEM.update().values(launch_on=stored)).rowcount == 0:
                add(connection, SYSTEM, PerformanceSystem(), only=1, launch_on=stored)

    def allow(self, override: Override) -> None:
        """Keep what the sponsor has allowed."""
        self._put(OVERRIDE, override)

    def overrides(self) -> tuple[Override, ...]:
        """Return what the sponsor has allowed, the newest first."""
        return self._many(Override, select(OVERRIDE).order_by(OVERRIDE.c.given_at.desc()))
