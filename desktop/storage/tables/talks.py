"""The tables of a conversation and its note; both rooms have their own set of the same shape."""

from dataclasses import dataclass

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

from desktop.models.conversation import Promise, State
from desktop.models.guide import STAGES, Kind
from desktop.storage.tables.columns import (
    among,
    blob,
    day,
    moment,
    number,
    position,
    refers,
    table,
    text,
    truth,
    uid,
)
from desktop.storage.tables.responses import decline, handover, rebuttal, response

PREFIXES = {Kind.OKR: "okr", Kind.PERFORMANCE: "perf"}


@dataclass(frozen=True, slots=True)
class TalkTables:
    """The tables of one kind of conversation.

    `also_in` are further tables with rows that belong to one and are sealed with it; `also_beside` are further ones
    that are kept with it, but are no part of what was said.
    """

    kind: Kind
    conversation: Table
    answer: Table
    private_note: Table
    commitment: Table
    note: Table
    export: Table
    response: Table
    decline: Table
    handover: Table
    rebuttal: Table
    set_aside: Table
    day_reason: Table
    also_in: tuple[Table, ...] = ()
    also_beside: tuple[Table, ...] = ()

    @property
    def parts(self) -> tuple[Table, ...]:
        """Everything that is written or recorded in a conversation."""
        return (self.answer, self.private_note, self.commitment, *self.also_in)

    @property
    def beside(self) -> tuple[Table, ...]:
        """What is kept with a conversation, but was not said in it."""
        return (self.set_aside, self.day_reason, *self.also_beside)

    @property
    def in_order(self) -> tuple[Table, ...]:
        """The twelve tables that both rooms have."""
        talk = (self.conversation, self.answer, self.private_note, self.commitment, self.note, self.export)
        return (*talk, self.response, self.decline, self.handover, self.rebuttal, self.set_aside, self.day_reason)


def talk_tables(kind: Kind) -> TalkTables:
    """Return the set of tables of one kind."""
    room = PREFIXES[kind]
    return TalkTables(
        kind,
        conversation=_conversation(room, kind),
        answer=_answer(room),
        private_note=_private_note(room),
        commitment=_commitment(room),
        note=_note(room, kind),
        export=_export(room),
        response=response(room),
        decline=decline(room),
        handover=handover(room),
        rebuttal=rebuttal(room),
        set_aside=_set_aside(room),
        day_reason=_day_reason(room),
    )


def _conversation(room: str, kind: Kind) -> Table:
    return table(
        f"{room}_conversation",
        uid(),
        among("kind", [kind]),
        _stage(kind),
        refers("person_uid", "core_person.uid"),
        refers("manager_uid", "core_person.uid", index=False),
        text("guide"),
        day("held_on"),
        text("period"),
        day("period_start"),
        day("period_end"),
        moment("created_at"),
        among("state", State),
        number("step", 0, 1_000_000),
        refers("corrects", f"{room}_note.uid", optional=True),
        text("reason"),
    )


def _answer(room: str) -> Table:
    return table(
        f"{room}_answer",
        _conversation_uid(room),
        text("prompt_id"),
        text("subject"),
        text("voice"),
        text("text"),
        PrimaryKeyConstraint("conversation_uid", "prompt_id", "subject", "voice"),
    )


def _private_note(room: str) -> Table:
    return table(
        f"{room}_private_note",
        _conversation_uid(room),
        text("section_id"),
        text("text"),
        PrimaryKeyConstraint("conversation_uid", "section_id"),
    )


def _set_aside(room: str) -> Table:
    return table(
        f"{room}_set_aside",
        _conversation_uid(room),
        text("prompt_id"),
        text("subject"),
        text("voice"),
        text("rule"),
        text("words"),
        text("reason"),
        moment("at"),
        PrimaryKeyConstraint("conversation_uid", "prompt_id", "subject", "voice", "rule", "words"),
    )


def _day_reason(room: str) -> Table:
    return table(
        f"{room}_day_reason",
        _conversation_uid(room),
        text("reason"),
        moment("at"),
        PrimaryKeyConstraint("conversation_uid"),
    )


def _commitment(room: str) -> Table:
    return table(
        f"{room}_commitment",
        uid(),
        refers("conversation_uid", f"{room}_conversation.uid"),
        refers("person_uid", "core_person.uid"),
        text("text"),
        text("owner"),
        day("due", optional=True),
        among("state", Promise),
        position(),
    )


def _note(room: str, kind: Kind) -> Table:
    return table(
        f"{room}_note",
        uid(),
        text("series"),
        number("revision", 1, 1_000_000),
        text("reason"),
        Column("conversation_uid", Text, ForeignKey(f"{room}_conversation.uid"), unique=True),
        refers("person_uid", "core_person.uid"),
        among("kind", [kind]),
        _stage(kind),
        blob("record"),
        text("digest"),
        blob("salt"),
        moment("sealed_at"),
        text("chain_head"),
        truth("imported"),
        UniqueConstraint("series", "revision"),
        CheckConstraint("(conversation_uid IS NULL) = imported"),
    )


def _export(room: str) -> Table:
    return table(
        f"{room}_export",
        refers("note_uid", f"{room}_note.uid", index=False),
        Column("number", Integer, nullable=False),
        text("file_name"),
        text("sha256"),
        Column("length", Integer, nullable=False),
        moment("made_at"),
        blob("pdf"),
        PrimaryKeyConstraint("note_uid", "number"),
    )


def _conversation_uid(room: str) -> Column[str]:
    return refers("conversation_uid", f"{room}_conversation.uid", index=False)


def _stage(kind: Kind) -> Column[str]:
    return among("stage", STAGES[kind])
