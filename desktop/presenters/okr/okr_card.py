"""A key result in a few words: its levels, how far it is, where it started."""

from dataclasses import dataclass

from desktop.i18n import _
from desktop.models.okr import CheckIn, KeyResult, KeyResultKind, Reflection
from desktop.presenters.okr.okr_words import amount, confidence_words, progress, started_words, value_words
from desktop.presenters.talk.context import ContextRow
from desktop.wording import day


@dataclass(frozen=True, slots=True)
class KeyResultCard:
    """The head of a form about a key result; `levels` are names with numbers, `latest` its line with the bar."""

    objective: str
    title: str
    levels: tuple[tuple[str, str], ...]
    latest: ContextRow


def context_row(result: KeyResult, latest: CheckIn | Reflection | None, mark: float | None) -> ContextRow:
    """Return a key result as one line with a bar: the latest value, where it started, how sure the team is.

    `latest` is the reflection once there is one; `mark` is how much of the cycle is over (0 to 1).
    """
    if latest is None:
        fraction = 0.0 if result.kind is KeyResultKind.METRIC else None
        detail = f"{started_words(result)} · {_('no check-in yet')}"
        return ContextRow(result.title, "", detail, fraction, mark if fraction is not None else None)
    fraction = progress(result, latest.value)
    as_of = _("as of {day}").format(day=day(latest.as_of))
    known = (started_words(result), as_of, _standing(latest))
    return ContextRow(
        label=result.title,
        value=value_words(result, latest.value),
        detail=" · ".join(part for part in known if part),
        fraction=fraction,
        mark=mark if fraction is not None else None,
    )


def _standing(latest: CheckIn | Reflection) -> str:
    return _("final value") if isinstance(latest, Reflection) else confidence_words(latest.confidence)


def level_pairs(result: KeyResult) -> tuple[tuple[str, str], ...]:
    """Return the four levels with their names and units, () where the kind has none."""
    levels = result.levels
    if levels is None:
        return ()
    named = (
        (_("Start"), levels.baseline),
        (_("Commit"), levels.commit),
        (_("Target"), levels.target),
        (_("Stretch"), levels.stretch),
    )
    return tuple((name, amount(value, result.unit)) for name, value in named)
