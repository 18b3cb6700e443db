"""How long things are kept: editable rules that name where their period comes from. Nothing goes by itself."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Subject(StrEnum):
    """What a rule is about."""

    OKR_NOTE = "okr-note"
    PERFORMANCE_NOTE = "performance-note"
    DRAFT = "draft"
    EVIDENCE = "evidence"
    PRIVATE_NOTE = "private-note"


class Start(StrEnum):
    """The day from which the months count."""

    MADE = "made"
    PERIOD_END = "period-end"
    SEALED = "sealed"


@dataclass(frozen=True, slots=True)
class Rule:
    """How many months something is kept, from which day on, and whose rule that is; `months` None: no end."""

    subject: Subject
    months: int | None
    start: Start
    source: str


DEFAULTS = (
    Rule(Subject.OKR_NOTE, 24, Start.PERIOD_END, "A proposal; no law is known that asks for OKRs to be kept"),
    Rule(Subject.PERFORMANCE_NOTE, 48, Start.SEALED, "US federal performance files: four years"),
    Rule(Subject.DRAFT, 12, Start.MADE, "29 CFR 1602.14 (US): personnel records one year from their making"),
    Rule(Subject.EVIDENCE, 24, Start.MADE, "US records on merit that bear on pay: two years"),
    Rule(Subject.PRIVATE_NOTE, 12, Start.SEALED, "29 CFR 1602.14 (US): personnel records one year from their making"),
)
"""Where a firm begins; a lawyer has to say what holds for it."""


def ends_on(start: date, months: int) -> date:
    """Return the day on which something that began on `start` has been kept for `months` months.

    The calendar ends with the year 9999, and so does every time.

    >>> ends_on(date(2026, 1, 31), 1)
    datetime.date(2026, 2, 28)
    """
    years, month = divmod(start.month - 1 + months, 12)
    year, month = start.year + years, month + 1
    if year > date.max.year:
        return date.max
    return date(year, month, min(start.day, _days(year, month)))


def _days(year: int, month: int) -> int:
    return monthrange(year, month)[1]
