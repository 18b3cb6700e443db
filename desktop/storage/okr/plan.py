"""What teams want to reach: cycles, objectives, key results."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, select

from desktop.models.okr import Cycle, KeyResult, Objective
from desktop.storage.faults import Refused
from desktop.storage.okr.pay import forget_unnamed
from desktop.storage.okr.schema import CHECK_IN, CYCLE, KEY_RESULT, OBJECTIVE, PAY_MARK, REFLECTION, TALKS
from desktop.storage.okr.young_okrs import require_cycle, require_objective, used_cycles
from desktop.storage.rows import Store, found, put
from desktop.storage.tables.core import CONTRIBUTOR, FACT, PUBLISHED_OBJECTIVE


class PlanStore(Store):
    """Cycles with their objectives and key results, in the order they were added."""

    def save_cycle(self, cycle: Cycle) -> None:
        """Add a cycle, or bring the one of this uid up to date; raise Stopped where two systems would start at once."""
        with self._room.writing() as connection:
            require_cycle(connection, cycle)
            put(connection, CYCLE, cycle)

    def cycle(self, uid: str) -> Cycle:
        """Return a cycle; raise Problem if there is none of this uid."""
        return self._one(Cycle, CYCLE, uid)

    def cycles(self) -> tuple[Cycle, ...]:
        """Return all cycles, the earliest first."""
        return self._many(Cycle, select(CYCLE).order_by(CYCLE.c.starts_on, CYCLE.c.name))

    def used_cycles(self) -> tuple[Cycle, ...]:
        """Return the cycles in which a team or the company has worked with OKRs, see `young_okrs`."""
        with self._room.reading() as connection:
            return used_cycles(connection)

    def save_objective(self, objective: Objective) -> None:
        """Add an objective, or bring the one of this uid up to date.

        Raises Stopped for one person's objective in one of the firm's first cycles, unless the sponsor allowed it.
        """
        with self._room.writing() as connection:
            require_objective(connection, objective)
            put(connection, OBJECTIVE, objective)

    def objective(self, uid: str) -> Objective:
        """Return an objective; raise Problem if there is none of this uid."""
        return self._one(Objective, OBJECTIVE, uid)

    def objectives(self, cycle_uid: str | None = None) -> tuple[Objective, ...]:
        """Return the objectives of a cycle (None: of all)."""
        chosen = select(OBJECTIVE).order_by(OBJECTIVE.c.position)
        if cycle_uid is not None:
            chosen = chosen.where(OBJECTIVE.c.cycle_uid == cycle_uid)
        return self._many(Objective, chosen)

    def delete_objective(self, uid: str) -> None:
        """Delete an objective that has no key results; raise Problem otherwise."""
        with self._room.writing() as connection:
            if found(connection, KEY_RESULT, KEY_RESULT.c.objective_uid == uid):
                raise Refused("This objective has key results; delete those first.")
            if found(connection, PUBLISHED_OBJECTIVE, PUBLISHED_OBJECTIVE.c.uid == uid):
                raise Refused("This objective is shared with performance conversations; stop sharing it first.")
            connection.execute(OBJECTIVE.delete().where(OBJECTIVE.c.uid == uid))

    def save_key_result(self, key_result: KeyResult) -> None:
        """Add a key result, or bring the one of this uid up to date (`shared` is set by publishing alone)."""
        self._put(KEY_RESULT, key_result)

    def key_result(self, uid: str) -> KeyResult:
        """Return a key result; raise Problem if there is none of this uid."""
        results = self._many(KeyResult, _with_shared().where(KEY_RESULT.c.uid == uid))
        if not results:
            raise Refused("The vault no longer has this key result; go back and open its objective again.")
        return results[0]

    def key_results(self, objective_uid: str) -> tuple[KeyResult, ...]:
        """Return the key results of an objective."""
        chosen = _with_shared().where(KEY_RESULT.c.objective_uid == objective_uid)
        return self._many(KeyResult, chosen.order_by(KEY_RESULT.c.position))

    def contributors(self, key_result_uid: str) -> tuple[str, ...]:
        """Return the uids of the people who work on a key result."""
        chosen = select(CONTRIBUTOR.c.person_uid).where(CONTRIBUTOR.c.key_result_uid == key_result_uid)
        with self._room.reading() as connection:
            return tuple(connection.execute(chosen).scalars())

    def set_contributors(self, key_result_uid: str, person_uids: Sequence[str]) -> None:
        """Say who works on a key result, instead of what was said before."""
        with self._room.writing() as connection:
            connection.execute(CONTRIBUTOR.delete().where(CONTRIBUTOR.c.key_result_uid == key_result_uid))
            for person_uid in dict.fromkeys(person_uids):
                connection.execute(CONTRIBUTOR.insert().values(key_result_uid=key_result_uid, person_uid=person_uid))

    def delete_key_result(self, uid: str) -> None:
        """Delete a key result that nothing refers to yet (a typing mistake); raise Problem otherwise."""
        with self._room.writing() as connection:
            _nothing_refers_to(connection, uid)
            connection.execute(PAY_MARK.delete().where(PAY_MARK.c.key_result_uid == uid))
            forget_unnamed(connection)
            connection.execute(CONTRIBUTOR.delete().where(CONTRIBUTOR.c.key_result_uid == uid))
            connection.execute(KEY_RESULT.delete().where(KEY_RESULT.c.uid == uid))


def _with_shared() -> Select[Any]:
    shared = select(FACT.c.uid).where(FACT.c.uid == KEY_RESULT.c.uid).exists()
    return select(KEY_RESULT, shared.label("shared"))


def _nothing_refers_to(connection: Connection, uid: str) -> None:
    if found(connection, FACT, FACT.c.uid == uid):
        raise Refused("This key result is shared with performance conversations; stop sharing it first.")
    for table in (CHECK_IN, REFLECTION):
        if found(connection, table, table.c.key_result_uid == uid):
            raise Refused("This key result has a history; it stays, so that what was known then can be read.")
    answers = TALKS.answer
    if found(connection, answers, answers.c.subject == uid, answers.c.text != ""):
        raise Refused("A conversation says something about this key result; it stays.")
