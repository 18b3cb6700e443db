"""Which backups are kept: close together for the last days, further apart the older they are."""

from collections.abc import Iterable
from datetime import datetime, timedelta

_STEPS = (
    (timedelta(days=2), timedelta(0)),
    (timedelta(days=14), timedelta(days=1)),
    (timedelta(days=84), timedelta(weeks=1)),
    (timedelta(days=365), timedelta(days=30)),
)
"""Up to which age one backup is kept per how long: all, one a day, one a week, one a month; older ones go."""


def kept(moments: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Return which of the backups made at `moments` are kept: of each span the oldest, and always the newest of all.

    The oldest of a span is taken so that what is kept today is kept tomorrow. One from the future (a clock that was
    set back) counts as made now.
    """
    found = sorted(moments)
    spans: dict[tuple[int, int], datetime] = {}
    for moment in found:
        place = _span(moment, now)
        if place is not None:
            spans.setdefault(place, moment)
    return frozenset(spans.values()) | frozenset(found[-1:])


def _span(moment: datetime, now: datetime) -> tuple[int, int] | None:
    """Return the span that a backup stands for; None if it is older than any."""
    age = max(timedelta(0), now - moment)
    for number, (until, length) in enumerate(_STEPS):
        if age <= until:
            stamp = moment.timestamp()
            return number, int(stamp // length.total_seconds()) if length else int(stamp * 1_000_000)
    return None
