"""Finding words in one room: an index that is brought up to date when there is time, and what it lacks read fresh.

Changes are queued by triggers, in the transaction that makes them; `index_some` works the queue off. Until then the
changed texts are compared one by one, so that what was typed a moment ago is found as well.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, func, select, text

from desktop.models.folding import Piece, pairs, pieces
from desktop.models.guide import Kind
from desktop.models.search import NOWHEN, PAGE, Found, Hit, Query, Source, newest_first
from desktop.storage.room import Room
from desktop.storage.search.texts import Reading, Text, texts_at, texts_of
from desktop.storage.tables.search import SearchTables

# ruff: noqa: S608 (names of our own tables, no input)

FRESH = 100
"""How many things that wait for the index are read at each search."""

_PER_DAY = 1 << 24
"""The numbers of a day's texts in the index: they begin with the day, so that the newest are found first."""


@dataclass(frozen=True, slots=True)
class Searched:
    """What is searched of one kind of conversation: the tables of its index and what is read for it."""

    kind: Kind
    tables: SearchTables
    readings: tuple[Reading, ...]


class SearchStore:
    """The search of one room; nothing of another room can get into its index or out of it."""

    def __init__(self, room: Room, searched: Searched) -> None:
        self._room = room
        self._kind = searched.kind
        self._tables = searched.tables
        self._readings = searched.readings

    def find(self, query: Query, limit: int = PAGE) -> Found:
        """Return what fits a query, the newest first, at most `limit`; nothing if no word is in it."""
        if not query.words:
            return Found()
        with self._room.reading() as connection:
            numbers = self._numbers(connection, query, limit + 1)
            known = dict(texts_at(connection, self._readings, self._tables, numbers))
            fresh, waiting = self._fresh(connection, query)
        hits = [known[number].hit(self._kind, query) for number in numbers if number in known]
        hits = newest_first([*fresh, *hits])
        return Found(tuple(hits[:limit]), more=len(hits) > limit, waiting=waiting)

    def waiting(self) -> int:
        """Return how many things are not in the index yet."""
        with self._room.reading() as connection:
            return self._count(connection)

    def index_some(self, limit: int = 10) -> int:
        """Bring up to `limit` of the waiting things up to date in the index; return how many there were.

        One transaction of some milliseconds; what was deleted or blanked leaves the index.
        """
        queue = self._tables.queue
        if not self.waiting():
            return 0
        with self._room.writing() as connection:
            waiting = connection.execute(select(queue).limit(limit)).all()
            for about, uid in waiting:
                self._leave(connection, about, uid)
                self._enter(connection, about, tuple(texts_of(connection, self._readings, about, uid)))
                connection.execute(queue.delete().where(queue.c.about == about, queue.c.uid == uid))
        return len(waiting)

    def optimize(self) -> None:
        """Index all that waits, and leave nothing in the index of words that are gone from the vault."""
        while self.index_some(limit=50):
            pass
        with self._room.writing() as connection:
            connection.execute(text(f"INSERT INTO {self._tables.index} ({self._tables.index}) VALUES ('optimize')"))

    def _numbers(self, connection: Connection, query: Query, limit: int) -> list[int]:
        index, item, queue = self._tables.index, self._tables.item.name, self._tables.queue.name
        dated = query.start or query.end
        low = (query.start or NOWHEN + timedelta(1)).toordinal() * _PER_DAY if dated else 0
        high = ((query.end or date.max).toordinal() + 1) * _PER_DAY
        statement = text(
            f"SELECT found.rowid FROM {index} AS found WHERE found.{index} = :wanted AND found.rowid >= :low "
            f"AND found.rowid < :high AND NOT EXISTS (SELECT 1 FROM {item} JOIN {queue} USING (about, uid) "
            f"WHERE {item}.id = found.rowid) ORDER BY found.rowid DESC LIMIT :most"
        )
        wanted = {"wanted": _wanted(query), "low": low, "high": high, "most": limit}
        return list(connection.execute(statement, wanted).scalars())

    def _fresh(self, connection: Connection, query: Query) -> tuple[list[Hit], int]:
        """Return hits among what waits for the index, and how much of it was not looked at."""
        queue = self._tables.queue
        waiting = connection.execute(select(queue).limit(FRESH + 1)).all()
        more = self._count(connection) - FRESH if len(waiting) > FRESH else 0
        texts = (each for about, uid in waiting[:FRESH] for each in texts_of(connection, self._readings, about, uid))
        fitting = (each for each in texts if query.admits(each.source, each.person_uid, each.day))
        return [each.hit(self._kind, query) for each in fitting if query.finds(each.words)], more

    def _count(self, connection: Connection) -> int:
        return connection.execute(select(func.count()).select_from(self._tables.queue)).scalar_one()

    def _leave(self, connection: Connection, about: str, uid: str) -> None:
        item = self._tables.item
        mine = (item.c.about == about, item.c.uid == uid)
        gone = [{"id": number} for number in connection.execute(select(item.c.id).where(*mine)).scalars()]
        if gone:
            connection.execute(text(f"DELETE FROM {self._tables.index} WHERE rowid = :id"), gone)
            connection.execute(item.delete().where(*mine))

    def _enter(self, connection: Connection, about: str, texts: Sequence[Text]) -> None:
        if not texts:
            return
        numbered = tuple(zip(self._free(connection, texts), texts, strict=True))
        rows = [
            {"id": number, "about": about, "uid": each.uid, "source": each.source.value, "part": each.part}
            for number, each in numbered
        ]
        connection.execute(self._tables.item.insert(), rows)
        statement = (
            f"INSERT INTO {self._tables.index} (rowid, words, pairs, marks) VALUES (:id, :words, :pairs, :marks)"
        )
        connection.execute(text(statement), [{"id": number} | _entry(each) for number, each in numbered])

    def _free(self, connection: Connection, texts: Sequence[Text]) -> Iterator[int]:
        """Yield a number that is not taken for each text: its day, and how many that day has."""
        number = self._tables.item.c.id
        free: dict[int, int] = {}
        for each in texts:
            first = each.day.toordinal() * _PER_DAY
            if first not in free:
                taken = select(func.max(number)).where(number >= first, number < first + _PER_DAY)
                free[first] = connection.execute(select(func.coalesce(taken.scalar_subquery() + 1, first))).scalar_one()
            yield free[first]
            free[first] += 1


def _wanted(query: Query) -> str:
    """Return a query as the index reads it: letters and figures in quotes, whatever was typed."""
    parts = [_told(word) for word in query.words]
    if query.person_uid:
        parts.append(f'marks : "{_person(query.person_uid)}"')
    if query.sources:
        parts.append("(" + " OR ".join(f'marks : "{_kind(source)}"' for source in query.sources) + ")")
    return " AND ".join(parts)


def _told(word: Piece) -> str:
    if not word.run:
        return f'words : "{word.folded}"' + (" *" if len(word.folded) > 1 else "")
    if len(word.folded) == 1:
        return f'pairs : "{word.folded}" *'
    return f'pairs : "{" ".join(pairs(word.folded)[:-1])}"'


def _entry(text: Text) -> dict[str, str]:
    """Return what the index is given of a text."""
    found = tuple(pieces(text.words))
    return {
        "words": " ".join(piece.folded for piece in found if not piece.run),
        "pairs": " ".join(pair for piece in found if piece.run for pair in pairs(piece.folded)),
        "marks": f"{_kind(text.source)} {_person(text.person_uid)}",
    }


def _person(uid: str) -> str:
    return f"p{uid.encode().hex()}"


def _kind(source: Source) -> str:
    return "s" + source.value.replace("-", "")
