"""How observations are spread over a period: month by month, and between the two leanings."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.models.performance import Evidence, Leaning

RECENT = timedelta(days=21)
"""What is freshest in memory, and passes for the whole period if nobody looks."""
ENOUGH = 14
"""Days of a month that must lie in the period, and be past, before its emptiness says something."""
MOST_MONTHS = 60
"""Of a longer period only the last months are looked at one by one."""


@dataclass(frozen=True, slots=True)
class Month:
    """What was observed in a month of the period; `counts` says whether its emptiness would say something."""

    first: date
    positive: int
    developmental: int
    unsaid: int
    counts: bool

    @property
    def total(self) -> int:
        """All observations of the month."""
        return self.positive + self.developmental + self.unsaid


@dataclass(frozen=True, slots=True)
class Coverage:
    """How the observations of a period are spread over it, up to today.

    `days` are those of the period that have passed; `recent` counts what was observed in the last three weeks of them.
    Outside are `after` (later than the period) and `ahead` (later than today, which can only be a mistake).
    `mute` counts what does not say what was done.
    """

    months: tuple[Month, ...]
    positive: int
    developmental: int
    unsaid: int
    recent: int
    mute: int
    after: int
    ahead: int
    days: int
    ended: bool

    @property
    def total(self) -> int:
        """All observations of the period."""
        return self.positive + self.developmental + self.unsaid

    @property
    def gaps(self) -> tuple[Month, ...]:
        """The months from which there is nothing although there could be."""
        return tuple(month for month in self.months if month.counts and not month.total)


def coverage(evidence: Iterable[Evidence], start: date, end: date, today: date) -> Coverage:
    """Return how `evidence` covers the period from `start` to `end` (both days included), seen from `today`."""
    pieces = tuple(evidence)
    last = min(end, today)
    inside = [each for each in pieces if start <= each.observed_on <= last]
    leanings = Counter(each.leaning for each in inside)
    return Coverage(
        months=tuple(_months(inside, start, last)),
        positive=leanings[Leaning.POSITIVE],
        developmental=leanings[Leaning.DEVELOPMENTAL],
        unsaid=leanings[Leaning.UNSAID],
        recent=sum((last - each.observed_on) < RECENT for each in inside),
        mute=sum(not each.behaviour.strip() for each in inside),
        after=sum(end < each.observed_on <= today for each in pieces),
        ahead=sum(each.observed_on > today for each in pieces),
        days=max((last - start).days + 1, 0),
        ended=end < today,
    )


def _months(inside: Iterable[Evidence], start: date, last: date) -> Iterator[Month]:
    seen = Counter((each.observed_on.year, each.observed_on.month, each.leaning) for each in inside)
    newest = last.year * 12 + last.month - 1
    oldest = max(start.year * 12 + start.month - 1, newest - MOST_MONTHS + 1)
    for at in range(oldest, newest + 1):
        year, month = at // 12, at % 12 + 1
        first = date(year, month, 1)
        yield Month(
            first,
            positive=seen[year, month, Leaning.POSITIVE],
            developmental=seen[year, month, Leaning.DEVELOPMENTAL],
            unsaid=seen[year, month, Leaning.UNSAID],
            counts=_days(first, start, last) >= ENOUGH,
        )


def _days(first: date, start: date, last: date) -> int:
    """Return how many days of the month that begins on `first` lie between two days, both included."""
    end = _end(first)
    return (min(end, last) - max(first, start)).days + 1


def _end(first: date) -> date:
    """Return the last day of a month, also of the last one there is."""
    return date(first.year, 12, 31) if first.month == 12 else first.replace(month=first.month + 1) - timedelta(days=1)
