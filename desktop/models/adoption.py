"""What is stopped while OKRs are young: individual objectives, and a new performance system in the first cycle.

The reasons are the method's: individual OKRs turn into task lists and are read as a judgement, and two systems
launched at once are taken for one.
"""

from collections.abc import Sequence
from datetime import date

from desktop.models.okr import Cycle, Level, Objective
from desktop.models.policy import Guard, Override
from desktop.models.problems import Problem


class Stopped(Problem):
    """What only the sponsor can allow; `guard`, `subject` and `person_uid` are those of the override it takes."""

    def __init__(self, sentence: str, guard: Guard, subject: str, person_uid: str = "", **facts: object) -> None:
        super().__init__(sentence, **facts)
        self.guard = guard
        self.subject = subject
        self.person_uid = person_uid


def is_young(cycle: Cycle, used: Sequence[Cycle], count: int) -> bool:
    """Tell whether a cycle is one of the firm's first `count`; only those that were `used` come before it."""
    return sum(each.starts_on < cycle.starts_on for each in used if each.uid != cycle.uid) < count


def first_cycle(used: Sequence[Cycle], cycles: Sequence[Cycle]) -> Cycle | None:
    """Return the cycle in which OKRs start: the first that was `used`, or the first of all while none was."""
    return min(used or cycles, key=lambda cycle: (cycle.starts_on, cycle.name), default=None)


def allowed(overrides: Sequence[Override], guard: Guard, subject: str, person_uid: str = "") -> bool:
    """Tell whether the sponsor has allowed this."""
    return any((each.guard, each.subject, each.person_uid) == (guard, subject, person_uid) for each in overrides)


def require_team_first(
    objective: Objective, cycle: Cycle, used: Sequence[Cycle], count: int, overrides: Sequence[Override]
) -> None:
    """Raise Stopped for one person's objective in one of the firm's first `count` cycles that nobody has allowed."""
    if objective.level is not Level.INDIVIDUAL or not is_young(cycle, used, count):
        return
    if not allowed(overrides, Guard.INDIVIDUAL, cycle.uid, objective.owner_uid):
        raise Stopped(
            "“{cycle}” is one of your first cycles (the first {n}; one counts if key results were written before its "
            "end), and OKRs begin with teams: those of one person turn into task lists and are soon read as a "
            "judgement. Choose a team, or enter the executive sponsor's name and why they allow it.",
            Guard.INDIVIDUAL,
            cycle.uid,
            objective.owner_uid,
            cycle=cycle.name,
            n=count,
        )


def require_one_at_a_time(launch_on: date | None, first: Cycle | None, overrides: Sequence[Override]) -> None:
    """Raise Stopped if a new performance system starts within the `first` cycle, and nobody has allowed it."""
    if launch_on and first and clashes(launch_on, first):
        start = launch_on.isoformat()
        if not allowed(overrides, Guard.BOTH_AT_ONCE, start):
            raise Stopped(
                "A new performance system would start on {day}, within “{cycle}”, the cycle in which your OKRs start. "
                "People would take the two for one, and scores for ratings. Keep them apart in time, or enter the "
                "executive sponsor's name and why they allow it.",
                Guard.BOTH_AT_ONCE,
                start,
                day=start,
                cycle=first.name,
            )


def clashes(launch_on: date | None, first: Cycle | None) -> bool:
    """Tell whether a new performance system starts within the first cycle."""
    return bool(first and launch_on and first.starts_on <= launch_on <= first.ends_on)
