"""The common room: people, who signs, what was published across the bridge, and the chain of seals."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Text,
    UniqueConstraint,
)

from desktop.models.guide import Kind
from desktop.models.transfer import Direction
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

TEAM = table("core_team", uid(), text("name"))

PERSON = table(
    "core_person",
    uid(),
    text("name"),
    text("role"),
    text("email"),
    refers("team_uid", "core_team.uid", optional=True),
)

META = table(
    "core_meta",
    Column("only", Integer, CheckConstraint("only = 1"), primary_key=True),
    text("vault_uid"),
    moment("created_at"),
    refers("me_uid", "core_person.uid", optional=True, index=False),
)
"""One row: the vault itself, and who its owner is."""

IDENTITY = table(
    "core_identity",
    uid(),
    refers("person_uid", "core_person.uid"),
    blob("certificate"),
    blob("key"),
    moment("created_at"),
    blob("chain"),
    text("token"),
)

ROOT = table("core_root", uid(), text("name"), blob("certificate"), blob("key"), moment("created_at"))
"""The firm's own authority, which issues identities."""

ANCHOR = table(
    "core_anchor",
    blob("certificate"),
    text("name"),
    moment("added_at"),
    PrimaryKeyConstraint("certificate"),
)
"""Authorities that are trusted beside the own one."""

PIN = table(
    "core_pin",
    refers("person_uid", "core_person.uid", index=False),
    blob("certificate"),
    moment("pinned_at"),
    truth("compared"),
    moment("replaced_at", optional=True),
    position(),
    PrimaryKeyConstraint("person_uid", "position"),
)
"""Whose certificate we expect to see, and which one before; other signers are unknown."""

Index("uq_core_pin_current", PIN.c.person_uid, unique=True, sqlite_where=PIN.c.replaced_at.is_(None))

PUBLISHED_OBJECTIVE = table(
    "core_published_objective",
    uid(),
    text("title"),
    text("team_uid"),
    text("cycle"),
    day("starts_on"),
    day("ends_on"),
)

FACT = table(
    "core_fact",
    uid(),
    Column("objective_uid", Text, ForeignKey("core_published_objective.uid"), nullable=False, index=True),
    text("name"),
    text("start"),
    text("latest"),
    text("unit"),
    day("as_of", optional=True),
    text("source"),
    text("learning"),
    text("pay_plan"),
    text("pay_document"),
    text("pay_decided_by"),
    truth("never_pay"),
    truth("dropped"),
    position(),
)

CONTRIBUTOR = table(
    "core_contributor",
    text("key_result_uid"),
    refers("person_uid", "core_person.uid"),
    PrimaryKeyConstraint("key_result_uid", "person_uid"),
)
"""Who works on a key result; no foreign key leads to the OKR room."""

SEAL = table(
    "core_seal",
    number("seq", 1, 2**53),
    among("room", Kind),
    text("event"),
    text("kind"),
    text("uid"),
    text("commitment"),
    moment("at"),
    text("prev"),
    text("hash"),
    PrimaryKeyConstraint("seq"),
    UniqueConstraint("uid"),
)
"""The chain: whatever is sealed adds one entry that holds the hash of the one before; no words are in it."""

SCALE = table("core_scale", text("label"), position(), PrimaryKeyConstraint("label"))
"""The firm's own scale for ratings, the lowest first; empty where it does not rate."""

TRANSFER = table(
    "core_transfer",
    text("uid"),
    refers("person_uid", "core_person.uid"),
    among("direction", Direction),
    moment("at"),
    text("name"),
    text("fingerprint"),
    number("okr_notes", 0, 1_000_000),
    number("performance_notes", 0, 1_000_000),
    PrimaryKeyConstraint("uid", "person_uid", "direction"),
)
"""What was handed over to another manager or taken over from one: a line for each person in it."""

CORE = (TEAM, PERSON, META, IDENTITY, ROOT, ANCHOR, PIN, PUBLISHED_OBJECTIVE, FACT, CONTRIBUTOR, SEAL, SCALE, TRANSFER)
