"""What is read to be searched: one statement for each kind of text, of any room, and what its rows say.

Each statement yields the columns of `Row`. All of a thing is read by its uid; what was found is read by its number
in the index.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, null, select

from desktop.models.guide import Kind
from desktop.models.search import NOWHEN, Hit, Query, Source, Standing, snippet_of
from desktop.storage.adapter import read_moment
from desktop.storage.tables.search import About, SearchTables


def plainly(words: Any) -> str:
    """Return the words of a column as they are; "" for none."""
    return str(words or "")


@dataclass(frozen=True, slots=True)
class Reading:
    """How one kind of text is read: `rows` calls its thing `uid`, and itself among the thing's texts `part`."""

    about: About
    source: Source
    rows: Select[Any]
    words: Callable[[Any], str] = plainly


def reading(about: About, source: Source, tables: FromClause, **columns: Any) -> Reading:
    """Return a reading of `tables`; needed are uid, part, person_uid, day and words, the rest may be left out.

    `read` (a function) makes the words of what the column holds.
    """
    read: Callable[[Any], str] = columns.pop("read", plainly)
    named = _NOTHING | columns
    chosen = [column.label(name) for name, column in named.items()]
    return Reading(about, source, select(*chosen).select_from(tables), read)


_NOTHING: dict[str, ColumnElement[Any]] = {
    name: null() for name in ("conversation_uid", "note_uid", "revision", "state", "corrects")
}


@dataclass(frozen=True, slots=True)
class Text:
    """One text as it is searched."""

    source: Source
    uid: str
    part: str
    person_uid: str
    day: date
    words: str = field(repr=False)
    row: Mapping[str, Any] = field(repr=False)

    def hit(self, kind: Kind, query: Query) -> Hit:
        """Return this text as it was found."""
        row = self.row
        return Hit(
            source=self.source,
            kind=kind,
            uid=self.uid,
            part=self.part,
            person_uid=self.person_uid,
            day=self.day,
            snippet=snippet_of(self.words, query.words),
            standing=Standing(row["state"] or (Standing.SEALED if row["note_uid"] else Standing.OPEN)),
            conversation_uid=row["conversation_uid"] or "",
            note_uid=row["note_uid"] or "",
            correction=bool(row["corrects"]),
            revision=row["revision"] or 0,
        )


def texts_of(connection: Connection, readings: Sequence[Reading], about: str, uid: str) -> Iterator[Text]:
    """Yield all texts of a thing that say anything."""
    for each in readings:
        if each.about == about:
            rows = each.rows.where(each.rows.selected_columns["uid"] == uid)
            yield from (text for row in connection.execute(rows) if (text := _text(each, row._asdict())).words.strip())


def texts_at(
    connection: Connection, readings: Sequence[Reading], tables: SearchTables, numbers: Sequence[int]
) -> Iterator[tuple[int, Text]]:
    """Yield the texts that stand in the index under these numbers, with their number, in no order."""
    items = connection.execute(select(tables.item).where(tables.item.c.id.in_(numbers))).all() if numbers else []
    wanted = {(item.about, item.source, item.uid, item.part): item.id for item in items}
    for each in readings:
        source = each.source.value
        uids = {item.uid for item in items if (item.about, item.source) == (each.about, source)}
        if uids:
            rows = each.rows.where(each.rows.selected_columns["uid"].in_(uids))
            for row in connection.execute(rows):
                if number := wanted.get((each.about.value, source, row.uid, row.part)):
                    yield number, _text(each, row._asdict())


def _text(reading: Reading, row: Mapping[str, Any]) -> Text:
    words = reading.words(row["words"])
    return Text(reading.source, row["uid"], row["part"], row["person_uid"] or "", _day(row["day"]), words, row)


def _day(told: str | int | None) -> date:
    if told is None or told == "":
        return NOWHEN
    return read_moment(told).astimezone().date() if isinstance(told, int) else date.fromisoformat(told)
