"""The performance room: role expectations, observed examples, and the performance conversations."""

from desktop.models.guide import Kind
from desktop.storage.columns import day, position, refers, table, text, uid
from desktop.storage.schema_talks import talk_tables

TALKS = talk_tables(Kind.PERFORMANCE)

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
    position(),
)

PERFORMANCE = (*TALKS.in_order, EXPECTATION, EVIDENCE)
