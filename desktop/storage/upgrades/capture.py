"""The step that keeps observations as they are typed, and the firm's own scale for ratings; frozen, see `steps`."""

from typing import Any


def keep_captures(connection: Any) -> None:
    """Lead a vault to the schema with observations being typed and a scale for ratings."""
    for statement in _STATEMENTS:
        connection.execute(statement)


_STATEMENTS = (
    """CREATE TABLE perf_capture (
    uid TEXT NOT NULL,
    person_uid TEXT,
    observed_on TEXT NOT NULL,
    situation TEXT NOT NULL,
    behaviour TEXT NOT NULL,
    impact TEXT NOT NULL,
    leaning TEXT NOT NULL,
    sense TEXT NOT NULL,
    expectation_uid TEXT NOT NULL,
    fact_uid TEXT NOT NULL,
    topic TEXT NOT NULL,
    PRIMARY KEY (uid),
    FOREIGN KEY(person_uid) REFERENCES core_person (uid)
) WITHOUT ROWID, STRICT""",
    "CREATE INDEX ix_perf_capture_person_uid ON perf_capture (person_uid)",
    """CREATE TABLE core_scale (
    label TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (label)
) WITHOUT ROWID, STRICT""",
)
