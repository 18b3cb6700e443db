"""How the firm rolls out: what it has said, what the vault holds of it, and when a new performance system starts."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from desktop.models.adoption import allowed, clashes, first_cycle, is_young, require_one_at_a_time
from desktop.models.okr import Cycle, KeyResult, KeyResultKind, Level, Objective
from desktop.models.policy import Guard, Override, first_cycles
from desktop.models.problems import Problem
from desktop.models.readiness import RollOut, Seen
from desktop.models.typed import day_of

if TYPE_CHECKING:
    from desktop.storage.core.policy import PolicyStore
    from desktop.storage.okr.okrs import OkrStore

_MOST = 5
"""Key results of one objective; the method's advice is two to five."""


def told(policy: "PolicyStore") -> RollOut:
    """Return everything the firm has said."""
    return RollOut(policy.decisions(), policy.engagements(), policy.system(), policy.launch_on(), policy.overrides())


def seen(okrs: "OkrStore", said: RollOut, today: date) -> Seen:
    """Return what the vault holds that the method has a rule about."""
    cycles, used, count = okrs.cycles(), okrs.used_cycles(), first_cycles(said.decisions)
    early = [cycle for cycle in cycles if is_young(cycle, used, count)]
    lone = [each for cycle in early for each in okrs.objectives(cycle.uid) if _is_somebodys(each)]
    first = first_cycle(used, cycles)
    current = [each for each in cycles if each.starts_on <= today <= each.ends_on]
    running = [(each, okrs.key_results(each.uid)) for cycle in current for each in okrs.objectives(cycle.uid)]
    return Seen(
        today,
        clash=first.name if first and clashes(said.launch_on, first) else "",
        near=first.name if first and clashes(said.open_start, first) else "",
        individual=_titles(each for each in lone if not _may(each, said.overrides)),
        allowed=_titles(each for each in lone if _may(each, said.overrides)),
        crowded=_titles(each for each, results in running if len(results) > _MOST),
        listed=_titles(each for each, results in running if _is_task_list(results)),
        quiet=_quiet(okrs, current, [one for _each, results in running for one in results], today),
    )


def launch(policy: "PolicyStore", okrs: "OkrStore", typed: str, by: Override | None = None) -> date:
    """Let a new performance system start on a typed day and return it.

    Raises Stopped if that lies in the cycle in which OKRs start, unless the sponsor allows it (`by`, or before), and
    Problem if nothing is typed that is a day.
    """
    if not typed.strip():
        raise Problem("Enter the day on which the new performance system starts.")
    day = day_of(typed)
    given = policy.overrides()
    require_one_at_a_time(day, first_cycle(okrs.used_cycles(), okrs.cycles()), (*given, by) if by else given)
    if by:
        policy.allow(by)
    policy.set_launch(day)
    return day


def _titles(objectives: Iterable[Objective]) -> tuple[str, ...]:
    return tuple(each.title for each in objectives)


def _is_somebodys(objective: Objective) -> bool:
    """Tell whether an objective is one person's; those of somebody who was erased are nobody's."""
    return objective.level is Level.INDIVIDUAL and bool(objective.owner_uid)


def _may(objective: Objective, overrides: Sequence[Override]) -> bool:
    return allowed(overrides, Guard.INDIVIDUAL, objective.cycle_uid, objective.owner_uid)


def _is_task_list(results: Sequence[KeyResult]) -> bool:
    return len(results) > 1 and all(each.kind is KeyResultKind.MILESTONE for each in results)


def _quiet(okrs: "OkrStore", current: Sequence[Cycle], results: Sequence[KeyResult], today: date) -> int | None:
    """Return for how many days nobody has checked in while a cycle with key results runs."""
    if not results:
        return None
    latest = [entry.as_of for each in results if (entry := okrs.latest_check_in(each.uid))]
    return (today - max([*latest, *(cycle.starts_on for cycle in current)])).days
