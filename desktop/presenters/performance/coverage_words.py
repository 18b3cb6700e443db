"""What a coverage says in words and as a small chart: what there is, and above all what is missing."""

from collections.abc import Iterator, Sequence

from desktop.i18n import _, ngettext
from desktop.models.coverage import RECENT, Coverage, Month
from desktop.presenters.talk.context import Spread, SpreadBar
from desktop.wording import month, month_short

_LONG = 2 * RECENT.days
"""A period must be longer than this for its last three weeks to be only a part of it."""


def spread_of(coverage: Coverage) -> Spread:
    """Return a coverage in words, with its bars."""
    missing = tuple(_missing(coverage))
    return Spread(
        title=_("What you have written down"),
        summary=_summary(coverage),
        bars=tuple(_bar(each) for each in coverage.months),
        spoken=_spoken(coverage.months),
        missing=missing,
        fine="" if missing or not _is_whole(coverage) else _("Every month has something, of both kinds."),
    )


def _is_whole(coverage: Coverage) -> bool:
    both = bool(coverage.positive and coverage.developmental)
    return both and all(each.total for each in coverage.months)


def _summary(coverage: Coverage) -> str:
    if not coverage.days:
        return _("The period has not begun yet.")
    if not coverage.total:
        return _("No observation from this period yet.")
    words = ngettext("{n} observation", "{n} observations", coverage.total).format(n=coverage.total)
    parts = [_("{n} positive").format(n=coverage.positive), _("{n} developmental").format(n=coverage.developmental)]
    if coverage.unsaid:
        parts.append(_("{n} unsaid").format(n=coverage.unsaid))
    return _("{count}: {parts}").format(count=words, parts=", ".join(parts))


def _missing(coverage: Coverage) -> Iterator[str]:
    if coverage.total:
        yield from _gaps(coverage)
        yield from _recency(coverage)
        yield from _leaning(coverage)
    if coverage.mute:
        words = ngettext("{n} does not say what was done.", "{n} do not say what was done.", coverage.mute)
        yield words.format(n=coverage.mute)
    if coverage.after:
        words = ngettext(
            "{n} is dated after the period and does not count here.",
            "{n} are dated after the period and do not count here.",
            coverage.after,
        )
        yield words.format(n=coverage.after)
    if coverage.ahead:
        words = ngettext(
            "{n} is dated in the future; correct its day.",
            "{n} are dated in the future; correct their days.",
            coverage.ahead,
        )
        yield words.format(n=coverage.ahead)


def _gaps(coverage: Coverage) -> Iterator[str]:
    if coverage.gaps:
        yield _("Nothing from {months}.").format(months=_joined(_runs(coverage)))


def _recency(coverage: Coverage) -> Iterator[str]:
    total, recent = coverage.total, coverage.recent
    if coverage.days <= _LONG or total < 2 or 2 * recent <= total:
        return
    when = _("the last three weeks of the period") if coverage.ended else _("the last three weeks")
    if recent == total:
        words = _("Both are from {when}.") if total == 2 else _("All {n} are from {when}.")
        yield words.format(n=total, when=when)
    else:
        yield _("{recent} of {n} are from {when}.").format(recent=recent, n=total, when=when)


def _leaning(coverage: Coverage) -> Iterator[str]:
    if coverage.total > 1 and not coverage.unsaid:
        if not coverage.developmental:
            yield _("None is developmental: what could grow?")
        if not coverage.positive:
            yield _("None is positive: what went well?")
    if coverage.unsaid:
        words = ngettext(
            "{n} does not say whether it is positive or developmental.",
            "{n} do not say whether they are positive or developmental.",
            coverage.unsaid,
        )
        yield words.format(n=coverage.unsaid)


def _runs(coverage: Coverage) -> list[str]:
    """Return the months without anything, three and more in a row as one ("March to June")."""
    dated = len({each.first.year for each in coverage.months}) > 1
    runs: list[list[Month]] = []
    for each in coverage.gaps:
        if runs and _follows(runs[-1][-1], each):
            runs[-1].append(each)
        else:
            runs.append([each])
    return [words for run in runs for words in _run(run, dated)]


def _run(run: Sequence[Month], dated: bool) -> list[str]:
    if len(run) < 3:
        return [_name(each, dated) for each in run]
    one_year = run[0].first.year == run[-1].first.year
    first = _name(run[0], dated and not one_year)
    return [_("{first} to {last}").format(first=first, last=_name(run[-1], dated))]


def _follows(earlier: Month, later: Month) -> bool:
    return (later.first.year - earlier.first.year) * 12 + later.first.month - earlier.first.month == 1


def _name(each: Month, dated: bool) -> str:
    return f"{month(each.first)} {each.first.year}" if dated else month(each.first)


def _joined(words: Sequence[str]) -> str:
    if len(words) == 1:
        return words[0]
    return _("{some} and {last}").format(some=", ".join(words[:-1]), last=words[-1])


def _bar(each: Month) -> SpreadBar:
    return SpreadBar(month_short(each.first), each.positive, each.developmental, each.unsaid, each.counts)


def _spoken(months: Sequence[Month]) -> str:
    """Return the chart as a list: every month with what it holds."""
    return "; ".join(_("{month}: {held}").format(month=_name(each, True), held=_held(each)) for each in months)


def _held(each: Month) -> str:
    held = (
        (each.positive, _("{n} positive")),
        (each.developmental, _("{n} developmental")),
        (each.unsaid, _("{n} unsaid")),
    )
    return ", ".join(words.format(n=n) for n, words in held if n) or _("nothing")
