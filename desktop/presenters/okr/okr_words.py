"""How the OKR side says values, scores, zones and kinds."""

from datetime import date
from decimal import Decimal

from desktop.i18n import _
from desktop.models.okr import (
    Cycle,
    Decision,
    KeyResult,
    KeyResultKind,
    Level,
    Zone,
    score,
    shown_score,
    zone,
)
from desktop.models.typed import shown
from desktop.wording import day


def amount(value: Decimal | None, unit: str) -> str:
    """Return a number with its unit ("5.1 h"), "" for none."""
    return f"{shown(value)} {unit}".strip() if value is not None else ""


def value_words(key_result: KeyResult, value: Decimal) -> str:
    """Return a value as this kind of key result says it: a number with its unit, or done / not done."""
    if key_result.kind is KeyResultKind.MILESTONE:
        return _("done") if value else _("not done")
    return amount(value, key_result.unit)


def started_words(key_result: KeyResult) -> str:
    """Return where the key result started; the name of its kind where that is no number."""
    if key_result.kind is KeyResultKind.METRIC:
        return _("Started at {value}").format(value=amount(key_result.baseline, key_result.unit))
    return kind_words(key_result.kind)


def confidence_words(confidence: int | None) -> str:
    """Return a confidence in words, "" for none."""
    return "" if confidence is None else _("confidence {n}/10").format(n=confidence)


def score_words(key_result: KeyResult, value: Decimal) -> str:
    """Return score and zone of a value, both from the one function; kinds without levels have none."""
    levels = key_result.levels
    if levels is None:
        return _("No score: only a metric key result has one.")
    exact = score(levels, value)
    return _("Score {score} · {zone}").format(score=shown_score(exact), zone=zone_words(zone(levels, value)))


def zone_words(which: Zone) -> str:
    """Return the name of a zone."""
    return {
        Zone.BELOW: _("below commit"),
        Zone.COMMIT: _("commit zone"),
        Zone.TARGET: _("target zone"),
        Zone.STRETCH: _("stretch zone"),
    }[which]


def decision_words(decision: Decision) -> str:
    """Return what happens to a key result in the next cycle."""
    return {Decision.KEEP: _("Keep"), Decision.MODIFY: _("Modify"), Decision.REMOVE: _("Remove")}[decision]


def kind_words(kind: KeyResultKind) -> str:
    """Return the name of a kind of key result."""
    return {
        KeyResultKind.METRIC: _("Metric"),
        KeyResultKind.MILESTONE: _("Milestone"),
        KeyResultKind.BASELINE: _("Baseline"),
    }[kind]


def level_words(level: Level) -> str:
    """Return whose objective it is."""
    return {Level.COMPANY: _("Company"), Level.TEAM: _("Team"), Level.INDIVIDUAL: _("Individual")}[level]


def cycle_words(cycle: Cycle) -> str:
    """Return a cycle with its dates."""
    return f"{cycle.name} · {day(cycle.starts_on)} – {day(cycle.ends_on)}"


def bar_legend() -> str:
    """Return what the bars mean."""
    return _("Bar: the way from start to target. Mark: how much of the cycle is over.")


def progress(key_result: KeyResult, value: Decimal) -> float | None:
    """Return how much of the way from baseline to target is done, 0 to 1, for a bar; None for a baseline."""
    if key_result.kind is KeyResultKind.MILESTONE:
        return 1.0 if value else 0.0
    levels = key_result.levels
    if levels is None:
        return None
    way = (value - levels.baseline) / (levels.target - levels.baseline)
    return float(min(max(way, Decimal(0)), Decimal(1)))


def elapsed(cycle: Cycle, today: date) -> float | None:
    """Return how much of a cycle is over, 0 to 1; None before it starts."""
    if today < cycle.starts_on:
        return None
    days = (cycle.ends_on - cycle.starts_on).days + 1
    return min((today - cycle.starts_on).days + 1, days) / days
