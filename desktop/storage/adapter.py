"""Turns the frozen values into rows and back; columns are named like fields, so one adapter does.

Days are ISO text, moments are milliseconds since 1970 (UTC), decimals are text (exact), truth values are 0
or 1, a guide is JSON text. A text field that is "" is NULL where its column may be NULL (that is where a
foreign key leads).
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from types import UnionType
from typing import Any, TypeVar, get_args, get_type_hints

from sqlalchemy import Table

from desktop.models.guide import Guide, guide_from_data, guide_to_data

T = TypeVar("T")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def to_row(value: Any, table: Table) -> dict[str, Any]:
    """Return the fields of `value` that `table` has a column for, as the vault stores them."""
    return {
        name: _stored(getattr(value, name), table.c[name].nullable) for name in _types(type(value)) if name in table.c
    }


def from_row(cls: type[T], row: Mapping[str, Any]) -> T:
    """Return the value of dataclass `cls` that `row` holds; columns beyond its fields are left out."""
    return cls(**{name: _read(row[name], of) for name, of in _types(cls).items()})


def stored_text(text: str) -> str:
    """Return `text` as the vault can hold it: half a surrogate pair is no character and becomes U+FFFD."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def stored_moment(moment: datetime) -> int:
    """Return an aware moment as whole milliseconds since 1970 (UTC)."""
    return (moment - _EPOCH) // timedelta(milliseconds=1)


def read_moment(milliseconds: int) -> datetime:
    """Return the moment that `stored_moment` wrote down, in UTC."""
    return _EPOCH + timedelta(milliseconds=milliseconds)


def _guide_text(guide: Guide) -> str:
    return json.dumps(guide_to_data(guide), ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=64)
def _guide(text: str) -> Guide:
    """Return the guide written down as `text`; many conversations share one wording."""
    return guide_from_data(json.loads(text))


_WRITE: Mapping[type, Callable[[Any], Any]] = {
    str: stored_text,
    StrEnum: str,
    bool: int,
    datetime: stored_moment,
    date: date.isoformat,
    Decimal: str,
    Guide: _guide_text,
}
_READ: Mapping[type, Callable[[Any], Any]] = {
    bool: bool,
    datetime: read_moment,
    date: date.fromisoformat,
    Decimal: Decimal,
    Guide: _guide,
}


def _stored(value: Any, nullable: bool | None) -> Any:
    if value is None or (nullable and value == ""):
        return None
    kind = StrEnum if isinstance(value, StrEnum) else type(value)
    return _WRITE[kind](value) if kind in _WRITE else value


def _read(value: Any, of: type) -> Any:
    if value is None:
        return "" if of is str else None
    if issubclass(of, StrEnum):
        return of(value)
    return _READ[of](value) if of in _READ else value


_KNOWN: dict[type, dict[str, type]] = {}


def _types(cls: type) -> dict[str, type]:
    """Return the fields of a dataclass with their plain types (`date | None` counts as `date`)."""
    if cls not in _KNOWN:
        hints = get_type_hints(cls)
        _KNOWN[cls] = {field.name: _plain(hints[field.name]) for field in fields(cls)}
    return _KNOWN[cls]


def _plain(hint: Any) -> type:
    if isinstance(hint, UnionType):
        hint = next(part for part in get_args(hint) if part is not type(None))
    plain: type = hint
    return plain
