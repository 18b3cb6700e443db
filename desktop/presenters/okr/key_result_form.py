"""A key result as it is typed, with a live check of its levels and of the name that may cross the bridge."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from desktop.i18n import _, say
from desktop.models.ids import new_uid
from desktop.models.okr import Cycle, KeyResult, KeyResultKind, Levels, written_in_time
from desktop.models.problems import Problem
from desktop.models.typed import name_of, number_of, shown
from desktop.presenters.notice import read
from desktop.presenters.okr.okr_words import amount

LEVELS = ("baseline", "commit", "target", "stretch")


@dataclass(frozen=True, slots=True)
class KeyResultForm:
    """What is typed about a key result; `people` are the uids of who works on it, a line each."""

    kind: str = KeyResultKind.METRIC.value
    title: str = ""
    neutral_name: str = ""
    unit: str = ""
    baseline: str = ""
    commit: str = ""
    target: str = ""
    stretch: str = ""
    late_reason: str = ""
    people: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known before the form is read: where it belongs, the day, and what stands already (None for new)."""

    objective_uid: str
    cycle: Cycle
    today: date
    earlier: KeyResult | None = None
    has_check_ins: bool = False
    has_reflection: bool = False


@dataclass(frozen=True, slots=True)
class LevelsCheck:
    """What the four typed numbers say together; `ordered` is None as long as one is missing."""

    words: str
    ordered: bool | None


def form_of(result: KeyResult, people: Sequence[str] = ()) -> KeyResultForm:
    """Return the form filled with a key result and who works on it."""
    return KeyResultForm(
        kind=result.kind.value,
        title=result.title,
        neutral_name=result.neutral_name,
        unit=result.unit,
        baseline=shown(result.baseline),
        commit=shown(result.commit),
        target=shown(result.target),
        stretch=shown(result.stretch),
        late_reason=result.late_reason,
        people="\n".join(people),
    )


def read_key_result(form: KeyResultForm, known: Known) -> KeyResult | dict[str, str]:
    """Return the key result that is typed, or the errors by field ("levels" for their order)."""
    errors: dict[str, str] = {}
    kind = KeyResultKind(form.kind)
    title = read(errors, "title", _title, form.title)
    neutral = read(errors, "neutral_name", _optional, form.neutral_name)
    unit = read(errors, "unit", _unit_reader(kind), form.unit)
    numbers = _numbers(form, errors) if kind is KeyResultKind.METRIC else {}
    if not errors:
        errors |= _order_errors(numbers) | _rule_errors(form, known, kind, numbers)
    if errors or title is None or neutral is None or unit is None:
        return errors
    written_on, reason = _written(form, known, kind, numbers)
    return KeyResult(
        uid=known.earlier.uid if known.earlier else new_uid(),
        objective_uid=known.objective_uid,
        kind=kind,
        title=title,
        neutral_name=neutral,
        unit="" if kind is KeyResultKind.MILESTONE else unit,
        baseline=numbers.get("baseline"),
        commit=numbers.get("commit"),
        target=numbers.get("target"),
        stretch=numbers.get("stretch"),
        written_on=written_on,
        late_reason=reason,
        shared=known.earlier.shared if known.earlier else False,
    )


def check_levels(form: KeyResultForm) -> LevelsCheck:
    """Return what the typed levels say together, while they are being typed."""
    if form.kind != KeyResultKind.METRIC:
        return LevelsCheck("", None)
    errors: dict[str, str] = {}
    numbers = _numbers(form, errors)
    if errors:
        return LevelsCheck("", None)
    if wrong := _order_errors(numbers):
        return LevelsCheck(wrong["levels"], False)
    falling = numbers["stretch"] < numbers["baseline"]
    way = " → ".join(amount(numbers[name], "") for name in LEVELS)
    words = _("Less is better: {levels}") if falling else _("More is better: {levels}")
    return LevelsCheck(words.format(levels=f"{way} {form.unit.strip()}".strip()), True)


def comes_late(form: KeyResultForm, known: Known) -> bool:
    """Return whether these levels would be written, or changed, after the cycle began."""
    if form.kind != KeyResultKind.METRIC or known.today < known.cycle.starts_on:
        return False
    return not _unchanged(form, known)


def level_numbers(form: KeyResultForm) -> tuple[Decimal, ...]:
    """Return the typed numbers that must not cross the bridge, as far as they can be read."""
    numbers = _numbers(form, {})
    return tuple(numbers[name] for name in LEVELS[1:] if name in numbers)


def _numbers(form: KeyResultForm, errors: dict[str, str]) -> dict[str, Decimal]:
    read_all = {name: read(errors, name, _number, getattr(form, name)) for name in LEVELS}
    return {name: number for name, number in read_all.items() if number is not None}


def _order_errors(numbers: dict[str, Decimal]) -> dict[str, str]:
    if not numbers:
        return {}
    try:
        Levels(*(numbers[name] for name in LEVELS))
    except Problem as problem:
        return {"levels": say(problem)}
    return {}


def _rule_errors(form: KeyResultForm, known: Known, kind: KeyResultKind, numbers: dict[str, Decimal]) -> dict[str, str]:
    """Return what the rules of time refuse: a late level without a reason, a change after the facts."""
    earlier = known.earlier
    if earlier and known.has_check_ins and kind is not earlier.kind:
        return {"kind": _("There are check-ins already, so the kind can no longer change. Add a new key result.")}
    changed = numbers and not _unchanged(form, known)
    if earlier and known.has_reflection and changed:
        return {"levels": _("This key result has its final score, so its levels can no longer change.")}
    if not changed:
        return {}
    try:
        written_in_time(known.cycle, known.today, form.late_reason)
    except Problem:
        return {"late_reason": _("Please say why the levels come late; one sentence is enough.")}
    return {}


def _written(
    form: KeyResultForm, known: Known, kind: KeyResultKind, numbers: dict[str, Decimal]
) -> tuple[date | None, str]:
    """Return when the levels were written and why late; unchanged levels keep both."""
    if kind is not KeyResultKind.METRIC:
        return (known.earlier.written_on if known.earlier else known.today), ""
    if known.earlier and _unchanged(form, known):
        return known.earlier.written_on, known.earlier.late_reason
    return known.today, form.late_reason.strip() if comes_late(form, known) else ""


def _unchanged(form: KeyResultForm, known: Known) -> bool:
    if known.earlier is None or known.earlier.levels is None:
        return False
    typed = _numbers(form, {})
    return all(typed.get(name) == getattr(known.earlier, name) for name in LEVELS)


def _title(text: str) -> str:
    return name_of(text, _("what the key result is"))


def _optional(text: str) -> str:
    return name_of(text, "") if text.strip() else ""


def _unit_reader(kind: KeyResultKind) -> Callable[[str], str]:
    return _unit if kind is KeyResultKind.METRIC else _optional


def _unit(text: str) -> str:
    if not text.strip():
        raise Problem("In which unit is it measured? For example hours, % or euros.")
    return name_of(text, _("the unit"))


def _number(text: str) -> Decimal:
    if not text.strip():
        raise Problem("Please write a number here.")
    return number_of(text)
