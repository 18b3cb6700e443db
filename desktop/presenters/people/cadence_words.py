"""How long ago two people talked, in words, and whether that is long."""

from datetime import date, timedelta

from desktop.i18n import _, ngettext
from desktop.models.guide import Kind

LONG = {Kind.OKR: timedelta(weeks=4), Kind.PERFORMANCE: timedelta(weeks=26)}
"""After how long a conversation of a kind is overdue: check-ins live from their rhythm, and twice a year is the least
at which two people can speak of a period they both remember."""


def ago(day: date | None, today: date) -> str:
    """Return how long ago a day was: "today", "5 days ago", "7 weeks ago", "11 months ago", "never" for none."""
    if day is None:
        return _("never")
    days = (today - day).days
    if days <= 0:
        return _("today")
    if days < 14:
        return ngettext("{n} day ago", "{n} days ago", days).format(n=days)
    if days < 84:
        return ngettext("{n} week ago", "{n} weeks ago", days // 7).format(n=days // 7)
    months = days * 12 // 365
    return ngettext("{n} month ago", "{n} months ago", months).format(n=months)


def is_long(kind: Kind, day: date | None, today: date) -> bool:
    """Return whether a conversation of a kind, held last on `day` (None: never), is overdue."""
    return day is None or today - day > LONG[kind]
