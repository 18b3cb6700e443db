"""What an OKR note shows beyond the shared parts: the key results with their levels, values, scores and learnings."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from reportlab.platypus import Flowable, Spacer

from desktop.documents.parts import Record, heading, iso_day, table
from desktop.documents.style import Styles
from desktop.documents.words import flow
from desktop.i18n import _


def key_results(record: Record, style: Styles) -> list[Flowable]:
    """Return the key results by objective: levels, latest check-in, and the reflection where there is one."""
    if not record["key_results"]:
        return []
    parts = heading(_("Key results"), style)
    for objective, entries in groupby(record["key_results"], key=lambda entry: str(entry["objective"])):
        own = list(entries)
        parts += [*flow(objective, style.prompt), _levels(own, style), Spacer(1, 6)]
        parts += [part for entry in own if entry["reflection"] for part in _reflection(entry, style)]
    return parts


def _levels(entries: Sequence[Any], style: Styles) -> Flowable:
    heads = (_("Key result"), _("Levels"), _("Latest check-in"))
    rows = [(_title(entry), _level_words(entry), _check_in(entry)) for entry in entries]
    return table(heads, rows, (40, 28, 32), style)


def _title(entry: Any) -> str:
    kinds = {"metric": "", "milestone": _("Milestone"), "baseline": _("Baseline")}
    return "\n".join(part for part in (entry["title"], kinds[entry["kind"]]) if part)


def _level_words(entry: Any) -> str:
    levels = entry["levels"]
    if not levels:
        return "–"
    lines = [
        _("baseline {value}").format(value=levels["baseline"]),
        _("commit {value}").format(value=levels["commit"]),
        _("target {value}").format(value=levels["target"]),
        _("stretch {value}").format(value=levels["stretch"]),
    ]
    words = f"{entry['unit']}: {lines[0]}\n{' · '.join(lines[1:])}"
    if levels["written_on"]:
        words += "\n" + _("written {day}").format(day=iso_day(levels["written_on"]))
    if levels["late_reason"]:
        words += "\n" + _("written late: {reason}").format(reason=levels["late_reason"])
    return words


def _check_in(entry: Any) -> str:
    known = entry["check_in"]
    if not known:
        return _("none yet")
    words = f"{_value(entry, known['value'])}\n{iso_day(known['as_of'])} · {known['source']}"
    if known["confidence"] is not None:
        words += "\n" + _("confidence {n} of 10").format(n=known["confidence"])
    return words


def _reflection(entry: Any, style: Styles) -> list[Flowable]:
    said = entry["reflection"]
    decisions = {"keep": _("keep"), "modify": _("modify"), "remove": _("remove")}
    final = _value(entry, said["value"])
    if said["score"]:
        final += " · " + _("score {score}, {zone}").format(score=said["score"], zone=said["zone"])
    source = f"{iso_day(said['as_of'])} · {said['source']}"
    parts = [
        *flow(f"{entry['title']} — {_('final')}: {final}", style.about),
        *flow(source, style.quiet),
        *flow(_("Learned: {learning}").format(learning=said["learning"]), style.body),
        *flow(_("Decision: {decision}").format(decision=decisions[said["decision"]]), style.body),
    ]
    if said["rescore_reason"]:
        parts += flow(_("Scored again because: {reason}").format(reason=said["rescore_reason"]), style.quiet)
    return [*parts, Spacer(1, 6)]


def _value(entry: Any, value: str) -> str:
    if entry["kind"] == "milestone":
        return _("done") if value != "0" else _("not done")
    return f"{value} {entry['unit']}".strip()
