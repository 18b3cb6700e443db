"""The performance room: role expectations, observed examples, and the performance conversations."""

from dataclasses import replace

from sqlalchemy import CheckConstraint, PrimaryKeyConstraint

from desktop.models.guide import Kind
from desktop.models.performance import Leaning, Sense, Topic
from desktop.storage.performance.schema_preparation import PREPARATION
from desktop.storage.tables.columns import among, day, moment, position, refers, table, text, uid
from desktop.storage.tables.search import About, Watched, search_tables
from desktop.storage.tables.talks import talk_tables

TALKS = replace(talk_tables(Kind.PERFORMANCE), also_beside=PREPARATION)

EXPECTATION = table(
    "perf_expectation",
    uid(),
    refers("person_uid", "core_person.uid"),
    text("text"),
    position(),
)

EVIDENCE = table(
    "perf_evidence",
    uid(),
    refers("person_uid", "core_person.uid"),
    refers("expectation_uid", "perf_expectation.uid", optional=True),
    day("observed_on"),
    text("situation"),
    text("behaviour"),
    text("impact"),
    among("leaning", Leaning),
    among("sense", Sense),
    text("fact_uid"),
    among("topic", Topic),
    moment("recorded_at", optional=True),
    position(),
)
"""`fact_uid` is no foreign key: sharing a key result may stop, and the OKR room must not look in here for it."""

CAPTURE = table(
    "perf_capture",
    text("uid"),
    refers("person_uid", "core_person.uid", optional=True),
    *(text(name) for name in ("observed_on", "situation", "behaviour", "impact", "leaning", "sense")),
    *(text(name) for name in ("expectation_uid", "fact_uid", "topic")),
    PrimaryKeyConstraint("uid"),
)
"""Observations that are being typed: what stands in a form, whatever it is."""

STATEMENT = table(
    "perf_statement",
    uid(),
    refers("evidence_uid", "perf_evidence.uid", optional=True),
    refers("expectation_uid", "perf_expectation.uid", optional=True),
    text("text"),
    moment("received_at"),
    CheckConstraint("(evidence_uid IS NULL) <> (expectation_uid IS NULL)"),
)
"""What the person says to an example or an expectation about them."""

SEARCH = search_tables(
    Kind.PERFORMANCE,
    Watched("perf_expectation", About.EXPECTATION, "uid"),
    Watched("perf_evidence", About.EVIDENCE, "uid"),
    Watched("perf_sheet_returned", About.TALK, "conversation_uid"),
)

PERFORMANCE = (*TALKS.in_order, *PREPARATION, EXPECTATION, EVIDENCE, CAPTURE, STATEMENT, SEARCH.item, SEARCH.queue)
