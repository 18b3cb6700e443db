"""The moments that were written down about one person, the newest first."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop.i18n import _, ngettext
from desktop.models.coverage import coverage
from desktop.models.performance import Evidence
from desktop.presenters.performance.coverage_words import spread_of
from desktop.presenters.performance.evidence_words import evidence_detail
from desktop.presenters.talk.context import Spread

if TYPE_CHECKING:
    from desktop.storage.performance.evidence import EvidenceStore

PAGE = 10
"""How many are shown at first, and how many more each time."""
_HALF_YEAR = timedelta(days=182)


@dataclass(frozen=True, slots=True)
class MomentRow:
    """One moment in words."""

    uid: str
    words: str
    detail: str


@dataclass(frozen=True, slots=True)
class Moments:
    """Some of the moments; `more` is the verb that shows further ones, "" where all are shown."""

    rows: tuple[MomentRow, ...]
    count: str
    more: str
    spread: Spread


def moments_of(store: "EvidenceStore", person_uid: str, shown: int, today: date) -> Moments:
    """Return the newest `shown` moments of a person, and how those of the last half-year are spread."""
    count = store.count(person_uid)
    rows = [_row(each) for each in store.latest(person_uid, shown)]
    start = today - _HALF_YEAR
    spread = spread_of(coverage(store.evidence(person_uid, start, date.max), start, today, today))
    return Moments(
        rows=tuple(rows),
        count=ngettext("{n} moment", "{n} moments", count).format(n=count) if count else "",
        more=_("Show {n} more").format(n=min(PAGE, count - shown)) if count > shown else "",
        spread=spread,
    )


def _row(seen: Evidence) -> MomentRow:
    return MomentRow(seen.uid, " ".join(seen.behaviour.split()), evidence_detail(seen))
