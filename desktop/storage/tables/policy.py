"""The tables of what the firm has decided: topics, who was won, the performance system, what the sponsor allowed."""

from sqlalchemy import CheckConstraint, Column, Integer, PrimaryKeyConstraint

from desktop.models.policy import Change, Guard, PayLink, Role, Topic
from desktop.storage.tables.columns import among, day, moment, position, refers, table, text, uid

POLICY = table(
    "core_policy",
    among("topic", Topic),
    text("answer"),
    text("decided_by"),
    text("decided_on"),
    PrimaryKeyConstraint("topic"),
)
"""Days are as they were typed: what cannot be read is said, and kept."""

ENGAGEMENT = table(
    "core_engagement",
    uid(),
    among("role", Role),
    text("name"),
    text("engaged_on"),
    refers("person_uid", "core_person.uid", optional=True),
    position(),
)

SYSTEM = table(
    "core_performance_system",
    Column("only", Integer, CheckConstraint("only = 1"), primary_key=True),
    text("rating"),
    among("pay_link", PayLink),
    text("pay"),
    text("dates"),
    text("forms"),
    text("decides"),
    among("change", Change),
    text("starts_on"),
    day("launch_on", optional=True),
)
"""One row. `starts_on` is what is typed, `launch_on` the day that was let through."""

OVERRIDE = table(
    "core_override",
    uid(),
    among("guard", Guard),
    text("subject"),
    refers("person_uid", "core_person.uid", optional=True),
    text("sponsor"),
    text("reason"),
    moment("given_at"),
)
"""`subject` may name a cycle, without a foreign key: none leads from the common room to the OKRs."""

ADOPTION = (POLICY, ENGAGEMENT, SYSTEM, OVERRIDE)
