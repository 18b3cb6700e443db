"""The record of an OKR conversation: the shared part and the key results with their levels and scores."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desktop.models.okr import CheckIn, KeyResult, Objective, Reflection, score, shown_score, zone
from desktop.models.record import Sealing, Talk, shared_record
from desktop.models.typed import shown


@dataclass(frozen=True, slots=True)
class DiscussedResult:
    """A key result as it stood when the conversation was sealed."""

    objective: Objective
    key_result: KeyResult
    check_in: CheckIn | None = None
    reflection: Reflection | None = None


def okr_record(talk: Talk, sealing: Sealing, discussed: Sequence[DiscussedResult]) -> dict[str, Any]:
    """Return the whole record; the key results are copied in, so a later change of one changes no note."""
    return shared_record(talk, sealing) | {"key_results": [_result(item) for item in discussed]}


def _result(item: DiscussedResult) -> dict[str, Any]:
    result = item.key_result
    return {
        "uid": result.uid,
        "objective": item.objective.title,
        "level": str(item.objective.level),
        "kind": str(result.kind),
        "title": result.title,
        "unit": result.unit,
        "levels": _levels(result),
        "check_in": _check_in(item.check_in) if item.check_in else None,
        "reflection": _reflection(result, item.reflection) if item.reflection else None,
    }


def _levels(result: KeyResult) -> dict[str, str] | None:
    levels = result.levels
    if levels is None:
        return None
    return {
        "baseline": shown(levels.baseline),
        "commit": shown(levels.commit),
        "target": shown(levels.target),
        "stretch": shown(levels.stretch),
        "written_on": result.written_on.isoformat() if result.written_on else "",
        "late_reason": result.late_reason,
    }


def _check_in(entry: CheckIn) -> dict[str, Any]:
    return {
        "value": shown(entry.value),
        "as_of": entry.as_of.isoformat(),
        "source": entry.source,
        "confidence": entry.confidence,
    }


def _reflection(result: KeyResult, entry: Reflection) -> dict[str, Any]:
    levels = result.levels
    return {
        "value": shown(entry.value),
        "as_of": entry.as_of.isoformat(),
        "source": entry.source,
        "score": shown_score(score(levels, entry.value)) if levels else "",
        "zone": str(zone(levels, entry.value)) if levels else "",
        "learning": entry.learning,
        "decision": str(entry.decision),
        "rescore_reason": entry.rescore_reason,
    }
