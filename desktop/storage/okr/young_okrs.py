"""The guards on young OKRs, asked by the OKR room within the transaction that would let something through."""

from datetime import date

from sqlalchemy import Connection, select

from desktop.models.adoption import first_cycle, require_one_at_a_time, require_team_first
from desktop.models.okr import Cycle, Level, Objective
from desktop.models.policy import Decision, Override, first_cycles
from desktop.storage.okr.schema import CYCLE, KEY_RESULT, OBJECTIVE
from desktop.storage.rows import found, many, one
from desktop.storage.tables.policy import OVERRIDE, POLICY, SYSTEM


def require_objective(connection: Connection, objective: Objective) -> None:
    """Raise Stopped for a new individual objective in one of the first cycles, and for the first objective of all in

    a cycle in which a new performance system starts. One that is there already may be reworded.
    """
    table = OBJECTIVE.c
    same = table.level == objective.level, table.owner_uid == objective.owner_uid
    if found(connection, OBJECTIVE, table.uid == objective.uid, table.cycle_uid == objective.cycle_uid, *same):
        return
    cycle, used = one(connection, Cycle, CYCLE, objective.cycle_uid), used_cycles(connection)
    decisions = {each.topic: each for each in many(connection, Decision, select(POLICY))}
    overrides = _overrides(connection)
    require_team_first(objective, cycle, used, first_cycles(decisions), overrides)
    if first_cycle([*used, cycle], ()) == cycle:
        require_one_at_a_time(_launch_on(connection), cycle, overrides)


def require_cycle(connection: Connection, cycle: Cycle) -> None:
    """Raise Stopped if OKRs would start in a cycle in which a new performance system starts."""
    days = CYCLE.c.starts_on == cycle.starts_on.isoformat(), CYCLE.c.ends_on == cycle.ends_on.isoformat()
    if found(connection, CYCLE, CYCLE.c.uid == cycle.uid, *days):
        return
    cycles = [*(each for each in many(connection, Cycle, select(CYCLE)) if each.uid != cycle.uid), cycle]
    in_use = {each.uid for each in used_cycles(connection)}
    first = first_cycle([each for each in cycles if each.uid in in_use], cycles)
    if first == cycle:
        require_one_at_a_time(_launch_on(connection), first, _overrides(connection))


def used_cycles(connection: Connection) -> tuple[Cycle, ...]:
    """Return the cycles in which a team or the company has worked with OKRs.

    Each has a key result that was written down before the cycle was over: what is entered afterwards is a memory, and
    nobody has learned from it how OKRs work.
    """
    lived = (
        select(CYCLE.c.uid)
        .join(OBJECTIVE, OBJECTIVE.c.cycle_uid == CYCLE.c.uid)
        .join(KEY_RESULT, KEY_RESULT.c.objective_uid == OBJECTIVE.c.uid)
        .where(OBJECTIVE.c.level != Level.INDIVIDUAL.value, KEY_RESULT.c.written_on <= CYCLE.c.ends_on)
    )
    return many(connection, Cycle, select(CYCLE).where(CYCLE.c.uid.in_(lived)))


def _launch_on(connection: Connection) -> date | None:
    stored = connection.execute(select(SYSTEM.c.launch_on)).scalar()
    return date.fromisoformat(stored) if stored else None


def _overrides(connection: Connection) -> tuple[Override, ...]:
    return many(connection, Override, select(OVERRIDE))
