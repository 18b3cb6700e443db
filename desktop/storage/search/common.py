"""Finding people and published facts: they are few, so they are compared one by one, and need no index."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import Row, select

from desktop.models.search import Found, Hit, Query, Source, snippet_of
from desktop.storage.rows import Store
from desktop.storage.tables.core import FACT, PERSON, PUBLISHED_OBJECTIVE


class CommonSearch(Store):
    """What is in the common room, and so may be found from everywhere."""

    def people(self, query: Query) -> Found:
        """Return the people whose name, role or e-mail address fit; they have no day."""
        with self._room.reading() as connection:
            rows = connection.execute(select(PERSON).order_by(PERSON.c.name)).all()
        return Found(tuple(_found(query, map(_person, rows))))

    def facts(self, query: Query) -> Found:
        """Return the published facts that fit, the newest first; never more of a key result than was published."""
        whole = FACT.join(PUBLISHED_OBJECTIVE, PUBLISHED_OBJECTIVE.c.uid == FACT.c.objective_uid)
        told = select(FACT, PUBLISHED_OBJECTIVE.c.title, PUBLISHED_OBJECTIVE.c.starts_on).select_from(whole)
        with self._room.reading() as connection:
            rows = connection.execute(told).all()
        found = _found(query, map(_fact, rows))
        return Found(tuple(sorted(found, key=lambda hit: hit.day, reverse=True)))


_Texts = Iterator[tuple[Source, str, str, date, str]]


def _person(row: Row[Any]) -> tuple[Source, str, str, date, str]:
    told = " · ".join(part for part in (row.name, row.role, row.email) if part)
    return Source.PERSON, row.uid, row.uid, date.min, told


def _fact(row: Row[Any]) -> tuple[Source, str, str, date, str]:
    told = " · ".join(part for part in (row.name, row.learning, row.source, row.title) if part)
    return Source.FACT, row.uid, "", date.fromisoformat(row.as_of or row.starts_on), told


def _found(query: Query, texts: _Texts) -> Iterator[Hit]:
    for source, uid, person_uid, day, words in texts:
        if query.admits(source, person_uid, day) and query.finds(words):
            yield Hit(source, None, uid, "", person_uid, day, snippet_of(words, query.words))
