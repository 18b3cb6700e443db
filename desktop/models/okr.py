"""Objectives, key results and the one function that scores them.

Nothing that serves the performance conversation imports this module; what may cross is in `bridge`.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal, localcontext
from enum import StrEnum
from itertools import pairwise

from desktop.models.problems import Problem
from desktop.models.typed import is_blank


class Level(StrEnum):
    """Whose objective it is. Teams are the default; the method advises against beginning with individuals."""

    COMPANY = "company"
    TEAM = "team"
    INDIVIDUAL = "individual"


class KeyResultKind(StrEnum):
    """How a key result is known to be reached."""

    METRIC = "metric"
    MILESTONE = "milestone"
    BASELINE = "baseline"


class Zone(StrEnum):
    """Where a value lies among the levels."""

    BELOW = "below commit"
    COMMIT = "commit"
    TARGET = "target"
    STRETCH = "stretch"


class Decision(StrEnum):
    """What happens to a key result in the next cycle."""

    KEEP = "keep"
    MODIFY = "modify"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class Cycle:
    """A stretch of time with its own OKRs, a quarter for example."""

    uid: str
    name: str
    starts_on: date
    ends_on: date

    def __post_init__(self) -> None:
        if self.ends_on <= self.starts_on:
            raise Problem("A cycle ends after it starts; please check the two dates.")


@dataclass(frozen=True, slots=True)
class Objective:
    """What a team or the company wants to reach, and why now. `owner_uid`: team, person, or "" for the company."""

    uid: str
    cycle_uid: str
    level: Level
    owner_uid: str
    title: str
    why_now: str = ""
    individual_reason: str = ""

    def __post_init__(self) -> None:
        if self.level is Level.INDIVIDUAL and not self.individual_reason.strip():
            raise Problem(
                "OKRs begin with teams: individual ones turn into task lists and are soon read as a judgement. "
                "If you want one all the same, write down why."
            )


@dataclass(frozen=True, slots=True)
class Levels:
    """The four numbers of a metric key result, strictly rising or strictly falling."""

    baseline: Decimal
    commit: Decimal
    target: Decimal
    stretch: Decimal

    def __post_init__(self) -> None:
        rising = self.baseline < self.commit < self.target < self.stretch
        falling = self.baseline > self.commit > self.target > self.stretch
        if not (rising or falling):
            raise Problem(
                "The levels are out of order: baseline, commit, target and stretch must rise all the way or fall "
                "all the way, each different from the one before."
            )

    def mirrored(self) -> "Levels":
        """Return the levels with the sign turned, so that "more is better" holds."""
        return Levels(*(level.copy_negate() for level in (self.baseline, self.commit, self.target, self.stretch)))


@dataclass(frozen=True, slots=True)
class KeyResult:
    """How the team will know that it got there.

    Metric ones have all four levels and a unit; milestone and baseline ones have none. `written_on` and
    `late_reason` keep the rule visible that levels are written before the cycle starts. `neutral_name` is the
    wording that may cross to the performance side: it holds no target.
    """

    uid: str
    objective_uid: str
    kind: KeyResultKind
    title: str
    neutral_name: str = ""
    unit: str = ""
    baseline: Decimal | None = None
    commit: Decimal | None = None
    target: Decimal | None = None
    stretch: Decimal | None = None
    written_on: date | None = None
    late_reason: str = ""
    shared: bool = False

    def __post_init__(self) -> None:
        if self.kind is KeyResultKind.METRIC:
            if self.levels is None:
                raise Problem("A metric key result needs all four levels: baseline, commit, target and stretch.")
            if not self.unit.strip():
                raise Problem("A metric key result needs a unit, such as hours, % or euros.")
        elif any(x is not None for x in (self.baseline, self.commit, self.target, self.stretch)):
            raise Problem("Only a metric key result has levels; choose “metric” or clear the numbers.")

    @property
    def levels(self) -> Levels | None:
        """The four levels, or None where the kind has none."""
        if self.baseline is None or self.commit is None or self.target is None or self.stretch is None:
            return None
        return Levels(self.baseline, self.commit, self.target, self.stretch)


@dataclass(frozen=True, slots=True)
class CheckIn:
    """What was known about a key result on a day: the value (1 or 0 for a milestone), its source, the confidence."""

    uid: str
    key_result_uid: str
    value: Decimal
    as_of: date
    source: str
    confidence: int | None
    recorded_at: datetime
    conversation_uid: str = ""


@dataclass(frozen=True, slots=True)
class Reflection:
    """The end of a key result: final value, what was learned, what happens to it. Scored once, by `score`."""

    uid: str
    key_result_uid: str
    value: Decimal
    as_of: date
    source: str
    learning: str
    decision: Decision
    recorded_at: datetime
    conversation_uid: str = ""
    rescore_reason: str = ""


@dataclass(frozen=True, slots=True)
class Anchors:
    """The scores that stand at commit, target and stretch; a setting, one for the whole organisation."""

    commit: Decimal = Decimal("0.3")
    target: Decimal = Decimal("0.7")
    stretch: Decimal = Decimal("1.0")


def score(levels: Levels, value: Decimal, anchors: Anchors = Anchors()) -> Decimal:  # noqa: B008 (frozen value)
    """Return the score of `value`, 0 to 1: piecewise linear between the anchors (design, section 2).

    It is cut to 80 digits, never rounded up: a score reaches an anchor only where the value reaches its level.
    """
    if levels.stretch < levels.baseline:
        return score(levels.mirrored(), value.copy_negate(), anchors)
    points = (
        (levels.baseline, Decimal(0)),
        (levels.commit, anchors.commit),
        (levels.target, anchors.target),
        (levels.stretch, anchors.stretch),
    )
    if value <= levels.baseline:
        return Decimal(0)
    with localcontext(_EXACT):
        for (low, low_score), (high, high_score) in pairwise(points):
            if value < high:
                return low_score + (high_score - low_score) * ((value - low) / (high - low))
    return anchors.stretch


_EXACT = Context(prec=80, rounding=ROUND_FLOOR)


def zone(levels: Levels, value: Decimal) -> Zone:
    """Return the zone of `value`; each level belongs to the zone it opens."""
    if levels.stretch < levels.baseline:
        return zone(levels.mirrored(), value.copy_negate())
    if value >= levels.stretch:
        return Zone.STRETCH
    if value >= levels.target:
        return Zone.TARGET
    return Zone.COMMIT if value >= levels.commit else Zone.BELOW


def shown_score(value: Decimal, anchors: Anchors = Anchors()) -> str:  # noqa: B008 (frozen value)
    """Return a score as people read it: two decimals, half up.

    A score just below an anchor is not rounded up to it, so that number and zone never contradict each other.
    """
    nearest = value.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    if any(value < anchor <= nearest for anchor in (anchors.commit, anchors.target, anchors.stretch)):
        nearest = value.quantize(Decimal("0.01"), rounding=ROUND_FLOOR)
    return str(nearest)


def written_in_time(cycle: Cycle, written_on: date, late_reason: str) -> None:
    """Raise Problem if levels are written after the cycle began and no reason says why."""
    if written_on >= cycle.starts_on and is_blank(late_reason):
        raise Problem(
            "“{cycle}” began on {day}. Levels are written before a cycle starts, so that nobody fits them to the "
            "outcome; if they come late, say why.",
            cycle=cycle.name,
            day=cycle.starts_on.isoformat(),
        )
