"""The column kinds of all tables, the same words everywhere; STRICT, so that a number stays one.

Only text, whole numbers and bytes: see `adapter` for how values are told in them.
"""

from collections.abc import Iterable
from enum import StrEnum

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.sql.schema import SchemaItem

METADATA = MetaData()

MOMENT = BigInteger().with_variant(Integer, "sqlite")


def table(name: str, *parts: SchemaItem) -> Table:
    """Return a table of the vault; without rowids, so that no row can be addressed but by its key."""
    return Table(name, METADATA, *parts, sqlite_strict=True, sqlite_with_rowid=False)


def uid() -> Column[str]:
    """Return the column by which a row is known on every machine."""
    return Column("uid", Text, primary_key=True)


def text(name: str, *more: SchemaItem) -> Column[str]:
    """Return a column of words; "" where there are none."""
    return Column(name, Text, *more, nullable=False)


def refers(name: str, to: str, *, optional: bool = False, index: bool = True) -> Column[str]:
    """Return a column that leads to the row `to` ("table.column"); optional ones are NULL for ""."""
    return Column(name, Text, ForeignKey(to), nullable=optional, index=index)


def among(name: str, choices: Iterable[StrEnum]) -> Column[str]:
    """Return a column that holds one of these choices."""
    words = ", ".join(f"'{choice.value}'" for choice in choices)
    return text(name, CheckConstraint(f"{name} IN ({words})"))


def day(name: str, *, optional: bool = False) -> Column[str]:
    """Return a column of ISO days."""
    return Column(name, Text, nullable=optional)


def decimal(name: str, *, optional: bool = False) -> Column[str]:
    """Return a column of exact decimals, kept as written."""
    return Column(name, Text, nullable=optional)


def moment(name: str, *, optional: bool = False) -> Column[int]:
    """Return a column of moments in milliseconds since 1970 (UTC)."""
    return Column(name, MOMENT, nullable=optional)


def number(name: str, low: int, high: int, *, optional: bool = False) -> Column[int]:
    """Return a column of whole numbers from `low` to `high`."""
    return Column(name, Integer, CheckConstraint(f"{name} BETWEEN {low} AND {high}"), nullable=optional)


def truth(name: str, *, optional: bool = False) -> Column[int]:
    """Return a column of yes (1) and no (0); an optional one is NULL where nobody said."""
    return number(name, 0, 1, optional=optional)


def blob(name: str) -> Column[bytes]:
    """Return a column of bytes."""
    return Column(name, LargeBinary, nullable=False)


def position() -> Column[int]:
    """Return the column that keeps the order in which rows were first added; no field of a value."""
    return Column("position", Integer, nullable=False)
