"""A new cycle as it is typed, with a suggestion: the next quarter that has none."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.i18n import _, say
from desktop.models.ids import new_uid
from desktop.models.okr import Cycle
from desktop.models.problems import Problem
from desktop.models.typed import day_of, name_of
from desktop.presenters.notice import read


@dataclass(frozen=True, slots=True)
class CycleForm:
    """What is typed about a cycle; the last two are asked for only once it was stopped."""

    name: str = ""
    starts_on: str = ""
    ends_on: str = ""
    sponsor: str = ""
    sponsor_reason: str = ""


def suggested_cycle(cycles: Sequence[Cycle], today: date) -> CycleForm:
    """Return the form filled with this quarter, or with the first one after it that no cycle touches.

    Where there is none within ten years, it is empty.
    """
    first = date(today.year, (today.month - 1) // 3 * 3 + 1, 1)
    while any(cycle.starts_on <= _quarter_end(first) and first <= cycle.ends_on for cycle in cycles):
        first = _quarter_end(first) + timedelta(days=1)
        if first.year > today.year + 10:
            return CycleForm()
    name = _("Q{quarter} {year}").format(quarter=(first.month + 2) // 3, year=first.year)
    return CycleForm(name, first.isoformat(), _quarter_end(first).isoformat())


def read_cycle(form: CycleForm, cycles: Sequence[Cycle]) -> Cycle | dict[str, str]:
    """Return the cycle that is typed, or the errors by field; a name that another cycle has is one."""
    errors: dict[str, str] = {}
    name = read(errors, "name", _name, form.name)
    starts_on = read(errors, "starts_on", day_of, form.starts_on)
    ends_on = read(errors, "ends_on", day_of, form.ends_on)
    if name and any(cycle.name.casefold() == name.casefold() for cycle in cycles):
        errors["name"] = _("There is a cycle of this name already; please choose another one.")
    if errors or name is None or starts_on is None or ends_on is None:
        return errors
    try:
        return Cycle(new_uid(), name, starts_on, ends_on)
    except Problem as problem:
        return {"ends_on": say(problem)}


def current_cycle(cycles: Sequence[Cycle], today: date) -> Cycle | None:
    """Return the cycle that runs today, else the next one, else the last one; None if there is none."""
    running = [cycle for cycle in cycles if cycle.starts_on <= today <= cycle.ends_on]
    coming = [cycle for cycle in cycles if cycle.starts_on > today]
    if running:
        return max(running, key=lambda cycle: cycle.starts_on)
    if coming:
        return min(coming, key=lambda cycle: cycle.starts_on)
    return max(cycles, key=lambda cycle: cycle.ends_on, default=None)


def _quarter_end(first: date) -> date:
    following = date(first.year + (first.month + 2) // 12, (first.month + 2) % 12 + 1, 1)
    return following - timedelta(days=1)


def _name(text: str) -> str:
    return name_of(text, _("the name of the cycle"))
