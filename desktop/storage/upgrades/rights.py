"""The step that adds the rights of the person the notes are about; frozen, see `steps`."""

from typing import Any


def add_rights(connection: Any) -> None:
    """Lead a vault to the schema with holds, erasures, retention rules, and statements on examples."""
    for statement in _STATEMENTS:
        connection.execute(statement)


_STATEMENTS = (
    """CREATE TABLE core_hold (
    uid TEXT NOT NULL,
    person_uid TEXT NOT NULL,
    reason TEXT NOT NULL,
    since INTEGER NOT NULL,
    released_at INTEGER,
    PRIMARY KEY (uid),
    FOREIGN KEY(person_uid) REFERENCES core_person (uid)
) WITHOUT ROWID, STRICT""",
    "CREATE INDEX ix_core_hold_person_uid ON core_hold (person_uid)",
    """CREATE TABLE core_erasure (
    uid TEXT NOT NULL,
    person_uid TEXT NOT NULL,
    basis TEXT NOT NULL CHECK (basis IN ('request', 'retention', 'decision')),
    ordered_at INTEGER NOT NULL,
    done_at INTEGER,
    PRIMARY KEY (uid)
) WITHOUT ROWID, STRICT""",
    """CREATE TABLE core_erased (
    uid TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN
        ('conversation', 'note', 'response', 'decline', 'rebuttal', 'private', 'evidence', 'expectation')),
    order_uid TEXT NOT NULL,
    PRIMARY KEY (uid, kind),
    FOREIGN KEY(order_uid) REFERENCES core_erasure (uid)
) WITHOUT ROWID, STRICT""",
    "CREATE INDEX ix_core_erased_order_uid ON core_erased (order_uid)",
    """CREATE TABLE core_retention (
    subject TEXT NOT NULL CHECK (subject IN
        ('okr-note', 'performance-note', 'draft', 'evidence', 'private-note')),
    months INTEGER,
    start TEXT NOT NULL CHECK (start IN ('made', 'period-end', 'sealed')),
    source TEXT NOT NULL,
    PRIMARY KEY (subject)
) WITHOUT ROWID, STRICT""",
    """CREATE TABLE perf_statement (
    uid TEXT NOT NULL,
    evidence_uid TEXT,
    expectation_uid TEXT,
    text TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    PRIMARY KEY (uid),
    CHECK ((evidence_uid IS NULL) <> (expectation_uid IS NULL)),
    FOREIGN KEY(evidence_uid) REFERENCES perf_evidence (uid),
    FOREIGN KEY(expectation_uid) REFERENCES perf_expectation (uid)
) WITHOUT ROWID, STRICT""",
    "CREATE INDEX ix_perf_statement_evidence_uid ON perf_statement (evidence_uid)",
    "CREATE INDEX ix_perf_statement_expectation_uid ON perf_statement (expectation_uid)",
)
