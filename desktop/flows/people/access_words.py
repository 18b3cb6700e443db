"""How the parts of an access export are called, and how a row of the vault is read."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from desktop.i18n import _
from desktop.models.preparation import said_of
from desktop.wording import moment

_MOMENTS = ("_at", "since", "at")
_HIDDEN = ("pdf", "content", "certificate", "key", "chain", "guide", "position", "series", "step", "chain_head", "mark")


def part_title(table: str) -> str:
    """Return the heading of what one table holds."""
    room, _sep, thing = table.partition("_")
    side = {"okr": _("OKR conversations"), "perf": _("Performance conversations")}.get(room, _("In common"))
    return f"{side}: {_things().get(thing, thing.replace('_', ' '))}"


def private_hint(table: str) -> str:
    """Return the mark of private notes, "" for the rest."""
    return _("Private: the manager's own notes, never part of a sealed note.") if "private_note" in table else ""


def shown(row: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return what a reader sees of a row: its columns with their values in words; files lie beside."""
    told = {name: value for name, value in row.items() if name not in _HIDDEN and not name.endswith("uid")}
    return [(name.replace("_", " "), _value(name, value)) for name, value in told.items()]


def _value(name: str, value: Any) -> str:
    if name == "record":
        return _record_words(json.loads(value))
    if name == "said":
        return _sheet_words(value)
    if isinstance(value, int) and name.endswith(_MOMENTS):
        return moment(datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=value))
    return "" if value is None or isinstance(value, bytes) else str(value)


def _record_words(record: Mapping[str, Any]) -> str:
    """Return what both said and promised in a sealed note; the whole record is in the data beside."""
    lines = []
    for prompt in (prompt for section in record["sections"] for prompt in section["prompts"]):
        for voice in (voice for entry in prompt["entries"] for voice in entry["voices"]):
            lines.append(f"{prompt['text']} – {voice['name']}: {voice['text']}")
    lines += [f"{promise['owner']}: {promise['text']}" for promise in record["commitments"]]
    return "\n".join(lines)


def _sheet_words(stored: str) -> str:
    """Return what the person wrote on a sheet; which question each line answers stands in the file beside."""
    said = said_of(stored)
    moments = ["; ".join(part for part in each.parts if part) for each in said.moments]
    return "\n".join((*said.answers.values(), *moments))


def _things() -> Mapping[str, str]:
    return {
        "person": _("the person"),
        "pin": _("keys"),
        "hold": _("legal holds"),
        "transfer": _("transfers"),
        "engagement": _("what they were engaged for in the roll-out"),
        "override": _("what the sponsor allowed for them"),
        "conversation": _("talks"),
        "answer": _("answers"),
        "private_note": _("private notes"),
        "commitment": _("commitments"),
        "day_reason": _("why talks of both kinds lie close"),
        "set_aside": _("advice set aside"),
        "sheet": _("preparation sheets made"),
        "sheet_returned": _("preparation sheets that came back"),
        "sheet_taken": _("moments taken in from sheets"),
        "note": _("sealed notes"),
        "export": _("signed PDFs"),
        "response": _("answers to notes"),
        "decline": _("refusals to sign"),
        "handover": _("hand-overs"),
        "rebuttal": _("statements on notes"),
        "expectation": _("what the role asks"),
        "evidence": _("observed examples"),
        "statement": _("statements on examples"),
        "capture": _("examples being typed"),
        "objective": _("own objectives"),
        "key_result": _("key results of own objectives"),
        "check_in": _("check-ins in these talks"),
        "reflection": _("learnings in these talks"),
    }
