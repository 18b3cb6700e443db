"""When things happened in the sample firm: days counted from today, weeks from this Monday."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from desktop.models.ids import derived_uid
from desktop.wording import day


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened in the firm on a day."""

    day: date
    happen: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Calendar:
    """Turns the story's counted days into real ones."""

    today: date

    def day(self, offset: int) -> date:
        """Return the day `offset` days after today (before it, if negative)."""
        return self.today + timedelta(days=offset)

    def working_day(self, offset: int) -> date:
        """Return the same, or the Friday before it where that day is at a weekend."""
        found = self.day(offset)
        return found - timedelta(days=max(0, found.weekday() - 4))

    def weeks(self, start: int, count: int) -> tuple[date, date]:
        """Return the first and the last day of `count` weeks that begin `start` weeks after this Monday."""
        first = self.day(-self.today.weekday()) + timedelta(weeks=start)
        return first, first + timedelta(weeks=count, days=-1)


def morning(when: date) -> datetime:
    """Return the moment at which things are written down on a day."""
    return datetime.combine(when, time(9, 30), UTC)


def months(start: date, end: date) -> str:
    """Return the name of a period, such as "Jul 2026 – Nov 2026"."""
    return " – ".join(day(each).partition(" ")[2] for each in (start, end))


def sample_uid(*key: str) -> str:
    """Return the uid of the thing that the story calls by this key."""
    return derived_uid("sample firm", *key)
