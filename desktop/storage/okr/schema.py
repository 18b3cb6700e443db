"""The OKR room: cycles, objectives, key results, what was learned, and the OKR conversations."""

from dataclasses import replace

from sqlalchemy import CheckConstraint, PrimaryKeyConstraint, UniqueConstraint

from desktop.models.guide import Kind
from desktop.models.okr import Decision, KeyResultKind, Level
from desktop.storage.tables.columns import among, day, decimal, moment, number, position, refers, table, text, uid
from desktop.storage.tables.search import About, Watched, search_tables
from desktop.storage.tables.talks import talk_tables

_TALKS = talk_tables(Kind.OKR)

CYCLE = table(
    "okr_cycle",
    uid(),
    text("name"),
    day("starts_on"),
    day("ends_on"),
    CheckConstraint("ends_on > starts_on"),
)

OBJECTIVE = table(
    "okr_objective",
    uid(),
    refers("cycle_uid", "okr_cycle.uid"),
    among("level", Level),
    text("owner_uid"),
    text("title"),
    text("why_now"),
    text("individual_reason"),
    position(),
)

KEY_RESULT = table(
    "okr_key_result",
    uid(),
    refers("objective_uid", "okr_objective.uid"),
    among("kind", KeyResultKind),
    text("title"),
    text("neutral_name"),
    text("unit"),
    decimal("baseline", optional=True),
    decimal("commit", optional=True),
    decimal("target", optional=True),
    decimal("stretch", optional=True),
    day("written_on", optional=True),
    text("late_reason"),
    position(),
)
"""`KeyResult.shared` is no column: a key result is shared while `core_fact` has a row of its uid."""

PAY_PLAN = table("okr_pay_plan", uid(), text("name"), text("document"), text("decided_by"), position())

PAY_MARK = table(
    "okr_pay_mark",
    refers("key_result_uid", "okr_key_result.uid", index=False),
    refers("plan_uid", "okr_pay_plan.uid", optional=True),
    text("threshold"),
    text("reason"),
    PrimaryKeyConstraint("key_result_uid"),
)
"""What is said about a key result's value and pay; a row without a plan: it never touches pay."""

CHECK_IN = table(
    "okr_check_in",
    uid(),
    refers("key_result_uid", "okr_key_result.uid"),
    decimal("value"),
    day("as_of"),
    text("source"),
    number("confidence", 0, 10, optional=True),
    moment("recorded_at"),
    refers("conversation_uid", "okr_conversation.uid", optional=True),
    UniqueConstraint("key_result_uid", "conversation_uid"),
)

REFLECTION = table(
    "okr_reflection",
    uid(),
    refers("key_result_uid", "okr_key_result.uid"),
    decimal("value"),
    day("as_of"),
    text("source"),
    text("learning"),
    among("decision", Decision),
    moment("recorded_at"),
    refers("conversation_uid", "okr_conversation.uid", optional=True),
    text("rescore_reason"),
    UniqueConstraint("key_result_uid", "conversation_uid"),
)

TALKS = replace(_TALKS, also_in=(CHECK_IN, REFLECTION))

SEARCH = search_tables(
    Kind.OKR,
    Watched("okr_objective", About.OBJECTIVE, "uid"),
    Watched("okr_key_result", About.KEY_RESULT, "uid"),
    Watched("okr_check_in", About.KEY_RESULT, "key_result_uid"),
    Watched("okr_reflection", About.KEY_RESULT, "key_result_uid"),
)

OKR = (
    CYCLE,
    OBJECTIVE,
    KEY_RESULT,
    PAY_PLAN,
    PAY_MARK,
    *TALKS.in_order,
    CHECK_IN,
    REFLECTION,
    SEARCH.item,
    SEARCH.queue,
)
