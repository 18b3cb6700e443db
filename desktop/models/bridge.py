"""The one narrow bridge from OKRs to the performance conversation.

What stands here is all that may cross: names, values with unit, date and source, and learnings. There is no place
for a score, a zone, a confidence or a level, on purpose: a value beside its levels is the score.
"""

from dataclasses import dataclass
from datetime import date


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
    from them by mistake.
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
