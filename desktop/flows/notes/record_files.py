"""Records out of files: JSON, or what is attached to a signed PDF; checked before anybody sees them."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop.documents.judging.schema import validate
from desktop.documents.judging.verify import verify
from desktop.flows.keys.checking import read_file
from desktop.models.note import canonical
from desktop.models.problems import Problem

_DAYS = frozenset({"held_on", "sealed_at", "start", "end", "due", "as_of", "written_on", "observed_on", "decided_on"})
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
TABLES = (".csv", ".tsv", ".xlsx", ".xls", ".ods")


@dataclass(frozen=True, slots=True)
class Incoming:
    """A valid record, and the signed PDF it came from (b"" for a JSON file)."""

    record: Mapping[str, Any]
    pdf: bytes = field(default=b"", repr=False)


class Untrusted(Problem):
    """The file can be read, and the answer is no: what it says is not what was signed."""


def read_records(path: Path) -> tuple[Incoming, ...]:
    """Return the records in a file: one, or the several of a JSON array.

    Raises Untrusted for a PDF that is not signed or was altered, Problem for what holds no valid record.
    """
    if path.suffix.lower() in TABLES:
        raise Problem("Tables cannot be imported yet; records can: the signed PDF of a note, or its JSON file.")
    data = read_file(path)
    if b"%PDF-" in data[:1024]:
        return (_attached(data, path.name),)
    found = _json(data)
    return tuple(Incoming(_checked(record)) for record in (found if isinstance(found, list) else [found]))


def _attached(pdf: bytes, name: str) -> Incoming:
    verdict = verify(pdf, name, ())
    if not verdict.intact:
        raise Untrusted("This file is unsigned or was changed after signing, so it is not imported.")
    if not verdict.record:
        raise Problem("This PDF holds no record of a note; only those that Duologue made do.")
    return Incoming(_checked(_json(verdict.record)), pdf)


def _json(data: bytes) -> Any:
    try:
        return json.loads(data.decode("utf-8-sig"), object_pairs_hook=_unique, parse_constant=_no_constant)
    except UnicodeDecodeError:
        raise Problem("This is neither a PDF nor a JSON file in UTF-8.") from None
    except json.JSONDecodeError as fault:
        sentence = "This is no valid JSON: look at line {line}, column {column}."
        raise Problem(sentence, line=fault.lineno, column=fault.colno) from None
    except ValueError as fault:
        raise Problem("This is no record of a note ({reason}).", reason=fault) from None
    except RecursionError:
        raise Problem("This is no record of a note; it is nested too deeply.") from None


def _checked(record: Any) -> Mapping[str, Any]:
    validate(record)
    require_real_days(record)
    try:
        canonical(record)
    except UnicodeEncodeError:
        raise Problem("The record holds half a character, which no text can have.") from None
    checked: Mapping[str, Any] = record
    return checked


def require_real_days(part: Any, name: str = "") -> None:
    """Raise Problem for a day that only looks like one: a schema knows no calendar."""
    if isinstance(part, Mapping):
        for key, value in part.items():
            require_real_days(value, key)
    elif isinstance(part, list):
        for value in part:
            require_real_days(value)
    elif name in _DAYS and part and _DAY.match(part):
        try:
            datetime.fromisoformat(part)
        except ValueError:
            raise Problem("“{day}” ({place}) is no day of the calendar.", day=part, place=name) from None


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _value in pairs]
        raise ValueError(f"“{next(name for name in names if names.count(name) > 1)}” is there twice")
    return found


def _no_constant(word: str) -> None:
    raise ValueError(f"{word} is not a number")
