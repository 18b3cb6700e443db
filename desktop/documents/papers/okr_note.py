"""What an OKR note shows beyond the shared parts: the key results with their levels, values, scores and learnings."""

from collections.abc import Callable
from itertools import groupby
from typing import Any

from reportlab.platypus import Flowable, Spacer, TableStyle

from desktop.documents.drawing.layout import FONT, FactTable, facts, heading, iso_day, kept, labelled, tight
from desktop.documents.drawing.marks import LevelScale
from desktop.documents.drawing.style import WIDTH, Look, Styles
from desktop.documents.drawing.words import flow, one_line
from desktop.documents.papers.parts import Record
from desktop.i18n import _


def key_results(record: Record, look: Look, style: Styles) -> list[Flowable]:
    """Return the key results by objective: levels, latest check-in, and the reflection where there is one."""
    if not record["key_results"]:
        return []
    parts: list[Flowable] = []
    head = heading(_("The key results at a glance"), look, style)
    for (objective, level), entries in groupby(record["key_results"], key=lambda e: (e["objective"], e["level"])):
        levels = {"company": _("Objective of the company"), "team": _("Objective of the team")}
        label = levels.get(level, _("Objective of one person"))
        head += [one_line(label, style.label), *flow(objective, style.objective), Spacer(1, 2)]
        for entry in entries:
            parts += [*_result(entry, head, look, style), Spacer(1, 8)]
            head = []
    return parts


def _result(entry: Any, head: list[Flowable], look: Look, style: Styles) -> list[Flowable]:
    kinds = {"metric": "", "milestone": _("Milestone"), "baseline": _("Baseline: measured for the first time")}
    title = [*head, *flow(entry["title"], style.prompt)]
    if kinds[entry["kind"]]:
        title.append(one_line(kinds[entry["kind"]], style.label))
    parts = kept(title)
    if entry["levels"]:
        parts += [_scale(entry, look, style), *flow(_written(entry["levels"]), style.small), Spacer(1, 6)]
    parts += [Spacer(1, 3), facts(_values(entry), style)]
    said = entry["reflection"]
    if said:
        parts += labelled(_("What we learned"), said["learning"], style)
        parts += labelled(_("Scored again because"), said["rescore_reason"], style)
    return parts


def _scale(entry: Any, look: Look, style: Styles) -> Flowable:
    """Return the drawn scale above its four levels in figures."""
    names = {"baseline": _("Baseline"), "commit": _("Commit"), "target": _("Target"), "stretch": _("Stretch")}
    known = [(entry[part]["value"], part == "reflection") for part in ("check_in", "reflection") if entry[part]]
    scale = LevelScale([entry["levels"][name] for name in names], known, look)
    figures = [
        [one_line(label, style.label), one_line(_with_unit(entry, entry["levels"][name]), style.cell)]
        for name, label in names.items()
    ]
    made = FactTable([[scale, "", "", ""], figures], colWidths=[WIDTH / 4] * 4)
    made.setStyle(TableStyle([FONT, ("SPAN", (0, 0), (-1, 0)), *tight(below=2)]))
    return made


def _written(levels: Any) -> str:
    """Return when the levels were written: before the cycle began, or why not."""
    if not levels["written_on"]:
        return ""
    words = _("Levels written on {day}").format(day=iso_day(levels["written_on"]))
    if levels["late_reason"]:
        words += " · " + _("late, because: {reason}").format(reason=levels["late_reason"])
    return words


def _values(entry: Any) -> list[tuple[str, str]]:
    pairs = [(_("Latest check-in (○)"), _checked_in(entry))]
    said = entry["reflection"]
    if said:
        decisions = {"keep": _("Keep it"), "modify": _("Modify it"), "remove": _("Remove it")}
        score = " · ".join(part for part in (said["score"], _zone(said["zone"])) if part)
        pairs += [
            (_("Final value (●)"), _value(entry, said)),
            (_("Score and zone"), score),
            (_("In the next cycle"), decisions[said["decision"]]),
        ]
    return pairs


def _checked_in(entry: Any) -> str:
    known = entry["check_in"]
    if not known:
        return _("none yet")
    words = _value(entry, known)
    if known["confidence"] is not None:
        words += "\n" + _("confidence {n} of 10").format(n=known["confidence"])
    return words


def _value(entry: Any, known: Any) -> str:
    done: dict[str, Callable[[], str]] = {"1": lambda: _("done"), "0": lambda: _("not done")}
    value = known["value"]
    shown = done[value]() if entry["kind"] == "milestone" and value in done else _with_unit(entry, value)
    return f"{shown}\n" + " · ".join(part for part in (iso_day(known["as_of"]), known["source"]) if part)


def _with_unit(entry: Any, value: str) -> str:
    return f"{value} {entry['unit']}".strip()


def _zone(zone: str) -> str:
    names = {"below commit": _("below commit"), "commit": _("commit"), "target": _("target"), "stretch": _("stretch")}
    return names.get(zone, "")
