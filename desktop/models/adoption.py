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


def young_cycles(cycles: Sequence[Cycle], count: int) -> tuple[Cycle, ...]:
    """Return the firm's first `count` cycles."""
    return tuple(sorted(cycles, key=lambda cycle: (cycle.starts_on, cycle.name)))[:count]


def allowed(overrides: Sequence[Override], guard: Guard, subject: str, person_uid: str = "") -> bool:
    """Tell whether the sponsor has allowed this."""
    return any((each.guard, each.subject, each.person_uid) == (guard, subject, person_uid) for each in overrides)


def require_team_first(
    objective: Objective, cycles: Sequence[Cycle], count: int, overrides: Sequence[Override]
) -> None:
    """Raise Stopped for one person's objective in one of the firm's first `count` cycles that nobody has allowed."""
    if objective.level is not Level.INDIVIDUAL:
        return
    young = next((each for each in young_cycles(cycles, count) if each.uid == objective.cycle_uid), None)
    if young and not allowed(overrides, Guard.INDIVIDUAL, young.uid, objective.owner_uid):
        raise Stopped(
            "“{cycle}” is one of your first cycles (the first {n} count), and OKRs begin with teams: those of one "
            "person turn into task lists and are soon read as a judgement. Choose a team, or enter the executive "
            "sponsor's name and why they allow it.",
            Guard.INDIVIDUAL,
            young.uid,
            objective.owner_uid,
            cycle=young.name,
            n=count,
        )


def require_one_at_a_time(launch_on: date | None, cycles: Sequence[Cycle], overrides: Sequence[Override]) -> None:
    """Raise Stopped if a new performance system starts within the firm's first cycle, and nobody has allowed it."""
    clash = clashing(launch_on, cycles)
    if launch_on and clash and not allowed(overrides, Guard.BOTH_AT_ONCE, launch_on.isoformat()):
        raise Stopped(
            "The new performance system would start on {day}, within “{cycle}”, the cycle in which your OKRs start. "
            "People would take the two for one, and scores for ratings. Choose a day before or after that cycle, or "
            "have the executive sponsor allow it on the Roll-out page, with their name and a sentence.",
            Guard.BOTH_AT_ONCE,
            launch_on.isoformat(),
            day=launch_on.isoformat(),
            cycle=clash.name,
        )


def clashing(launch_on: date | None, cycles: Sequence[Cycle]) -> Cycle | None:
    """Return the first cycle if a new performance system starts within it, else None."""
    first = next(iter(young_cycles(cycles, 1)), None)
    return first if first and launch_on and first.starts_on <= launch_on <= first.ends_on else None
