"""What is searched in conversations and their notes; both rooms have it alike."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import Table, case, literal

from desktop.models.conversation import Voice
from desktop.models.search import Source
from desktop.storage.search.texts import Reading, reading
from desktop.storage.tables.search import About
from desktop.storage.tables.talks import TalkTables

_WRITTEN = frozenset({"text", "situation", "behaviour", "impact", "learning", "title", "objective", "source"})
"""Under these names a record holds what somebody wrote; what was asked is left out."""

_ASKED = frozenset({"format", "prompts", "entries"})
"""What has one of these only says what the talk was about, and what was asked in it."""


def talk_readings(tables: TalkTables) -> tuple[Reading, ...]:
    """Return how the texts of one kind of conversation are read."""
    return (*_said(tables), *_kept(tables))


def talk_reading(tables: TalkTables, source: Source, table: Table, **columns: Any) -> Reading:
    """Return how a table beside a conversation is read; needed are `part` and `words`.

    What was found is where the conversation is, or the note made of it.
    """
    talk, note = tables.conversation, tables.note
    where = {
        "uid": talk.c.uid,
        "person_uid": talk.c.person_uid,
        "day": talk.c.held_on,
        "state": talk.c.state,
        "conversation_uid": talk.c.uid,
        "note_uid": note.c.uid,
        "revision": note.c.revision,
        "corrects": talk.c.corrects,
    }
    whole = table.join(talk, talk.c.uid == table.c.conversation_uid)
    whole = whole.outerjoin(note, note.c.conversation_uid == talk.c.uid)
    return reading(About.TALK, source, whole, **where, **columns)


def _said(tables: TalkTables) -> Iterator[Reading]:
    """Yield what stands in a conversation."""
    said, beside, promised = tables.answer, tables.private_note, tables.commitment
    for voice, source in ((Voice.EMPLOYEE, Source.EMPLOYEE), (Voice.MANAGER, Source.MANAGER)):
        both = talk_reading(tables, source, said, part=said.c.prompt_id + "/" + said.c.subject, words=said.c.text)
        yield replace(both, rows=both.rows.where(said.c.voice == voice.value))
    yield talk_reading(tables, Source.PRIVATE_NOTE, beside, part=beside.c.section_id, words=beside.c.text)
    yield talk_reading(tables, Source.COMMITMENT, promised, part=promised.c.uid, words=promised.c.text)


def _kept(tables: TalkTables) -> Iterator[Reading]:
    """Yield what a note says beyond its conversation, and what came back to it."""
    note = tables.note
    of_note = {"uid": note.c.uid, "person_uid": note.c.person_uid, "note_uid": note.c.uid, "revision": note.c.revision}
    record = case((note.c.imported == 1, note.c.record), else_=None)
    sealed = of_note | {"day": note.c.sealed_at}
    yield reading(About.NOTE, Source.NOTE, note, **sealed, part=literal("record"), words=record, read=record_words)
    yield reading(About.NOTE, Source.NOTE, note, **sealed, part=literal("reason"), words=note.c.reason)
    came, refused, later = tables.response, tables.decline, tables.rebuttal
    for source, table, day, words in (
        (Source.RESPONSE, came, came.c.arrived_at, came.c.comment),
        (Source.DECLINE, refused, refused.c.declined_on, refused.c.reason + " " + refused.c.witness),
        (Source.REBUTTAL, later, later.c.received_at, later.c.file_name),
    ):
        whole = table.join(note, note.c.uid == table.c.note_uid)
        yield reading(About.NOTE, source, whole, **of_note, part=table.c.uid, day=day, words=words)


def record_words(record: bytes | None) -> str:
    """Return what somebody wrote in the record of a note, a line each; "" for what is no record."""
    try:
        told = json.loads(record or b"{}")
    except ValueError:
        return ""
    return "\n".join(dict.fromkeys(_written(told)))


def _written(told: Any) -> Iterator[str]:
    if isinstance(told, list):
        for value in told:
            yield from _written(value)
    elif isinstance(told, dict):
        names = () if _ASKED & told.keys() else sorted(_WRITTEN & told.keys())
        yield from (told[name] for name in names if isinstance(told[name], str))
        for value in told.values():
            yield from _written(value)
