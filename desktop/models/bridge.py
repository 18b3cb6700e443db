"""The one narrow bridge from OKRs to the performance conversation.

What stands here is all that may cross: names, values with unit, date and source, and learnings. There is no place
for a score, a zone, a confidence or a level, on purpose: a value beside its levels is the score.
"""

from dataclasses import dataclass
from datetime import date

from desktop.models.guide import Stage


@dataclass(frozen=True, slots=True)
class PublishedObjective:
    """An objective as the performance side may know it. `team_uid` is "" for the whole company."""

    uid: str
    title: str
    team_uid: str
    cycle: str
    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class MetricFact:
    """A key result as the performance side may know it: its neutral name and what happened.

    `start` and `latest` are written numbers ("9", "5.1") or words ("open", "done"), so that nothing can be computed
    from them by mistake. Where a written plan says that the value may inform pay, the plan is named with its document
    and who decides by it, without its thresholds; or the value never touches pay. `dropped`: it does not go on in the
    next cycle.
    """

    uid: str
    objective_uid: str
    name: str
    start: str
    latest: str
    unit: str
    as_of: date | None
    source: str
    learning: str = ""
    pay_plan: str = ""
    pay_document: str = ""
    pay_decided_by: str = ""
    never_pay: bool = False
    dropped: bool = False


@dataclass(frozen=True, slots=True)
class Promised:
    """How many commitments somebody made in OKR conversations, and how many of them were kept or dropped."""

    owner: str
    made: int
    kept: int
    dropped: int


@dataclass(frozen=True, slots=True)
class TalksHeld:
    """Which OKR conversations two people held in a period, and how many commitments came of them.

    Days, stages and counts alone: the words of an OKR conversation may hold a score.
    """

    talks: tuple[tuple[date, Stage], ...] = ()
    promised: tuple[Promised, ...] = ()
