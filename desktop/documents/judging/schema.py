"""The published shape of a record, and how a record gets out of a file."""

import json
import zlib
from collections.abc import Mapping
from functools import cache
from typing import Any

import pikepdf
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError, best_match

from desktop.documents.drawing.attachments import RECORD_NAME
from desktop.documents.files.locks import locked, opened
from desktop.documents.files.unfolding import refuse_bomb
from desktop.i18n import _
from desktop.models.problems import Problem
from desktop.models.typed import is_moment
from desktop.places import resources

_FORMATS = {"duologue-okr-note": "okr-note-1", "duologue-performance-note": "performance-note-1"}
_MOST = 20_000_000
"""Bytes of a record; a small file may unfold to gigabytes, and none of ours comes near."""

_formats = FormatChecker(formats=["date"])


def validate(record: object) -> None:
    """Raise Problem, naming the place in the record, unless it has the published shape of its kind."""
    if not isinstance(record, Mapping) or str(record.get("format")) not in _FORMATS:
        raise Problem("This is not the record of a Duologue conversation.")
    if record.get("version") != 1:
        raise Problem("This record was written by a newer Duologue; update Duologue to read it.")
    fault = best_match(_validator(str(record["format"])).iter_errors(record))
    if fault is not None:
        raise Problem("This record cannot be used: {place} {fault}.", place=_place(fault), fault=_said(fault))


def read_record(pdf: bytes, password: str = "") -> bytes:
    """Return the record attached to a PDF, b"" if there is none; raise Problem if the file cannot be read."""
    refuse_bomb(pdf)
    try:
        with opened(pdf, password) as file:
            spec = file.attachments.get(RECORD_NAME)
            return b"" if spec is None else _unfolded(spec.obj.EF.F)
    except pikepdf.PasswordError as error:
        raise locked(password) from error
    except Problem:
        raise
    except Exception as error:  # a damaged file can fail the parser in any way
        raise Problem("This file cannot be read as a PDF; it may be damaged or cut off.") from error


def _unfolded(stream: Any) -> bytes:
    filters = stream.get("/Filter", None)
    raw: bytes = stream.read_raw_bytes()
    data = raw if filters is None else zlib.decompressobj().decompress(raw, _MOST + 1)
    if len(data) > _MOST:
        raise Problem("The record attached to this file is far too long to be one of Duologue's.")
    return data


@cache
def _validator(form: str) -> Draft202012Validator:
    path = resources() / "schema" / f"{_FORMATS[form]}.schema.json"
    return Draft202012Validator(json.loads(path.read_text(encoding="utf-8")), format_checker=_formats)


@_formats.checks("date-time", raises=ValueError)
def _is_moment(value: object) -> bool:
    return not isinstance(value, str) or is_moment(value)


def _place(fault: ValidationError) -> str:
    """Return where the fault lies, such as "key_results, no. 2, levels"; list items are counted from 1."""
    parts = [_("no. {n}").format(n=part + 1) if isinstance(part, int) else part for part in fault.absolute_path]
    return f"“{', '.join(parts)}”" if parts else _("the record")


def _said(fault: ValidationError) -> str:
    """Return what is wrong there, to follow the place in a sentence."""
    value: Any = fault.instance
    schema: Any = fault.schema
    expected: Any = fault.validator_value
    if fault.validator == "additionalProperties":
        extra = sorted(set(value) - set(schema["properties"]))
        return _("has no place for {names}").format(names=_named(extra))
    if fault.validator == "required":
        missing = [name for name in expected if name not in value]
        return _("is without {names}").format(names=_named(missing))
    if fault.validator in ("maxLength", "maxItems"):
        return _("is too long (at most {n})").format(n=expected)
    if fault.validator in ("minLength", "minItems"):
        return _("must not be empty")
    if fault.validator in ("minimum", "maximum"):
        return _("is out of range")
    if fault.validator == "type":
        return _("holds another sort of value than expected")
    return _("cannot be “{value}”").format(value=_short(value))


def _named(names: list[str]) -> str:
    return ", ".join(f"“{_short(name)}”" for name in names[:3])


def _short(value: object) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 60 else text[:59] + "…"
