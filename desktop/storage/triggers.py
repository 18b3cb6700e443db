"""The triggers that hold sealed rows still, whatever program opens the file.

Each refusal has a BEFORE INSERT twin where REPLACE could otherwise take a row away unseen. One thing is let through:
what an open order to erase names may be deleted, and never comes back.
"""

from collections.abc import Iterator

from sqlalchemy import Table

from desktop.models.erasing import Erased
from desktop.storage.faults import SEALED
from desktop.storage.seal import Sealed
from desktop.storage.tables.talks import TalkTables
from desktop.storage.triggers_rights import erased, ordered, person_ordered

# ruff: noqa: S608 (names of our own tables, no input)

_BODY = f"BEGIN SELECT RAISE(ABORT, '{SEALED}'); END"


def chain_triggers() -> Iterator[str]:
    """Return what makes the chain of seals grow at its end only."""
    yield from _append_only("core_seal")
    yield _refuse(
        "core_seal",
        "INSERT",
        "NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM core_seal) OR NEW.prev IS NOT "
        "coalesce((SELECT hash FROM core_seal WHERE seq = NEW.seq - 1), '') OR "
        "EXISTS (SELECT 1 FROM core_seal WHERE uid = NEW.uid)",
    )


def transfer_triggers() -> Iterator[str]:
    """Return what keeps the lines of what was handed over as they were written."""
    yield from _append_only("core_transfer", person_ordered("OLD.person_uid"))
    yield _refuse(
        "core_transfer",
        "INSERT",
        "EXISTS (SELECT 1 FROM core_transfer WHERE uid = NEW.uid AND person_uid = NEW.person_uid "
        "AND direction = NEW.direction)",
    )


def talk_triggers(tables: TalkTables) -> Iterator[str]:
    """Return the triggers of one kind of conversation."""
    yield from _conversation(tables)
    for table in (*tables.parts, *tables.beside):
        yield from _held(table, tables)
    yield from _note(tables)
    yield from _append_only(tables.export.name, ordered("OLD.note_uid", Erased.NOTE))
    yield _refuse(
        tables.export.name,
        "INSERT",
        f"EXISTS (SELECT 1 FROM {tables.export.name} WHERE note_uid = NEW.note_uid AND number = NEW.number)",
    )
    yield from _attached(tables.response, Sealed.RESPONSE, "pdf_sha256")
    yield from _attached(tables.decline, Sealed.DECLINE)
    yield from _attached(tables.rebuttal, Sealed.REBUTTAL, "sha256")
    yield from _append_only(tables.handover.name, ordered("OLD.note_uid", Erased.NOTE))
    yield _refuse(tables.handover.name, "INSERT", f"EXISTS (SELECT 1 FROM {tables.handover.name} WHERE uid = NEW.uid)")


def _conversation(tables: TalkTables) -> Iterator[str]:
    name = tables.conversation.name
    yield _refuse(name, "DELETE", f"OLD.state = 'sealed' AND NOT {ordered('OLD.uid', Erased.CONVERSATION)}")
    yield _refuse(
        name,
        "UPDATE",
        "OLD.state = 'sealed' OR NEW.uid IS NOT OLD.uid OR NEW.person_uid IS NOT OLD.person_uid OR "
        "(NEW.state = 'sealed' AND "
        f"NOT EXISTS (SELECT 1 FROM {tables.note.name} WHERE conversation_uid = NEW.uid))",
    )
    gone = erased("NEW.uid", Erased.CONVERSATION)
    yield _refuse(name, "INSERT", f"NEW.state = 'sealed' OR {_sealed(tables, 'NEW.uid')} OR {gone}")


def _held(table: Table, tables: TalkTables) -> Iterator[str]:
    """Hold the rows of a sealed conversation; none may be added, changed, moved in or out, or removed."""
    old, new = _sealed(tables, "OLD.conversation_uid"), _sealed(tables, "NEW.conversation_uid")
    yield _refuse(table.name, "DELETE", f"{old} AND NOT {_going(table, tables)}")
    renamed, taken = "", ""
    if "uid" in table.c:
        renamed, taken = "NEW.uid IS NOT OLD.uid OR ", f" OR {_sealed(tables, _owner(table))}"
    changed = f"({old} OR {new}) AND ({_changed(table)})"
    if table in tables.also_in:
        changed += f" AND NOT ({_let_go(table)})"
    yield _refuse(table.name, "UPDATE", f"{renamed}({changed})")
    yield _refuse(table.name, "INSERT", new + taken)


def _note(tables: TalkTables) -> Iterator[str]:
    name, conversation = tables.note.name, tables.conversation.name
    yield from _append_only(name, ordered("OLD.uid", Erased.NOTE))
    yield _refuse(
        name,
        "INSERT",
        f"{erased('NEW.uid', Erased.NOTE)} OR "
        f"EXISTS (SELECT 1 FROM {name} WHERE uid = NEW.uid OR conversation_uid = NEW.conversation_uid OR "
        "(series = NEW.series AND revision = NEW.revision)) "
        "OR NOT EXISTS (SELECT 1 FROM core_seal WHERE uid = NEW.uid AND hash = NEW.chain_head) "
        f"OR (NEW.conversation_uid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {conversation} "
        "WHERE uid = NEW.conversation_uid AND state = 'draft'))",
    )


def _attached(table: Table, kind: Sealed, once: str = "") -> Iterator[str]:
    """Hold what is attached to a note; it needs its seal first, and what column `once` says stands there once."""
    same = f" OR (note_uid = NEW.note_uid AND {once} = NEW.{once})" if once else ""
    yield from _append_only(table.name, ordered("OLD.uid", Erased(kind.value)))
    yield _refuse(
        table.name,
        "INSERT",
        f"{erased('NEW.uid', Erased(kind.value))} OR EXISTS (SELECT 1 FROM {table.name} WHERE uid = NEW.uid{same}) "
        f"OR NOT EXISTS (SELECT 1 FROM core_seal WHERE uid = NEW.uid AND kind = '{kind}')",
    )


def _append_only(name: str, but: str = "0") -> Iterator[str]:
    """Rows are added and no more; `but`: the one case in which they may be deleted."""
    yield _refuse(name, "UPDATE", "1")
    yield _refuse(name, "DELETE", f"NOT {but}")


def _refuse(table: str, event: str, when: str) -> str:
    return f"CREATE TRIGGER {table}_{event.lower()} BEFORE {event} ON {table} WHEN {when} {_BODY}"


def _sealed(tables: TalkTables, uid: str) -> str:
    talk = tables.conversation.name
    return f"EXISTS (SELECT 1 FROM {talk} AS held WHERE held.uid = {uid} AND held.state = 'sealed')"


def _going(table: Table, tables: TalkTables) -> str:
    """The condition that a part of a conversation goes by an open order; private notes can go alone."""
    if table in tables.also_in:
        return "0"
    alone = (Erased.PRIVATE,) if table is tables.private_note else ()
    return ordered("OLD.conversation_uid", Erased.CONVERSATION, *alone)


def _let_go(table: Table) -> str:
    """The condition that a row outlives its conversation, which goes by an open order, and nothing else changes."""
    same = " AND ".join(f"NEW.{name} IS OLD.{name}" for name in table.c.keys() if name != "conversation_uid")  # noqa: SIM118
    return f"NEW.conversation_uid IS NULL AND {same} AND {ordered('OLD.conversation_uid', Erased.CONVERSATION)}"


def _owner(table: Table) -> str:
    return f"(SELECT mine.conversation_uid FROM {table.name} AS mine WHERE mine.uid = NEW.uid)"


def _changed(table: Table) -> str:
    """All columns but one: whether a commitment was kept is known only after the talk."""
    free = "state" if table.name.endswith("_commitment") else ""
    return " OR ".join(f"NEW.{name} IS NOT OLD.{name}" for name in table.c.keys() if name != free)  # noqa: SIM118
