"""The guards on young OKRs, asked by the OKR room within the transaction that would let something through."""

from datetime import date

from sqlalchemy import Connection, select

from desktop.models.adoption import require_one_at_a_time, require_team_first
from desktop.models.okr import Cycle, Objective
from desktop.models.policy import Decision, Override, first_cycles
from desktop.storage.rows import found, many
from desktop.storage.schema_okr import CYCLE, OBJECTIVE
from desktop.storage.schema_policy import OVERRIDE, POLICY, SYSTEM


def require_objective(connection: Connection, objective: Objective) -> None:
    """Raise Stopped for a new individual objective in one of the first cycles; one that is there may be reworded."""
    table = OBJECTIVE.c
    same = table.level == objective.level, table.owner_uid == objective.owner_uid
    if found(connection, OBJECTIVE, table.uid == objective.uid, table.cycle_uid == objective.cycle_uid, *same):
        return
    decisions = {each.topic: each for each in many(connection, Decision, select(POLICY))}
    require_team_first(objective, _cycles(connection), first_cycles(decisions), _overrides(connection))


def require_cycle(connection: Connection, cycle: Cycle) -> None:
    """Raise Stopped if a cycle would become the first one, in which a new performance system starts already."""
    launch_on = connection.execute(select(SYSTEM.c.launch_on)).scalar()
    days = CYCLE.c.starts_on == cycle.starts_on.isoformat(), CYCLE.c.ends_on == cycle.ends_on.isoformat()
    if launch_on and not found(connection, CYCLE, CYCLE.c.uid == cycle.uid, *days):
        others = [each for each in _cycles(connection) if each.uid != cycle.uid]
        require_one_at_a_time(date.fromisoformat(launch_on), [*others, cycle], _overrides(connection))


def _cycles(connection: Connection) -> tuple[Cycle, ...]:
    return many(connection, Cycle, select(CYCLE))


def _overrides(connection: Connection) -> tuple[Override, ...]:
    return many(connection, Override, select(OVERRIDE))
