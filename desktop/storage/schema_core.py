"""The common room: people, who signs, what was published across the bridge, and the chain of seals."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    PrimaryKeyConstraint,
    Text,
    UniqueConstraint,
)

from desktop.models.guide import Kind
from desktop.storage.columns import among, blob, day, moment, number, position, refers, table, text, uid

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
)

PIN = table(
    "core_pin",
    refers("person_uid", "core_person.uid", index=False),
    blob("certificate"),
    PrimaryKeyConstraint("person_uid", "certificate"),
)
"""Whose certificate we expect to see; other signers are unknown."""

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
    position(),
)

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
"""The chain: every sealed note adds one entry that holds the hash of the one before; no words are in it."""

CORE = (TEAM, PERSON, META, IDENTITY, PIN, PUBLISHED_OBJECTIVE, FACT, SEAL)
