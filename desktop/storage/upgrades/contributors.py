"""The step that says who works on a key result, and that one was dropped; frozen, see `steps`."""

from typing import Any


def name_contributors(connection: Any) -> None:
    """Lead a vault to the schema with contributors and dropped facts; nothing published before counts as dropped."""
    for statement in _STATEMENTS:
        connection.execute(statement)


_STATEMENTS = (
    """CREATE TABLE core_contributor (
    key_result_uid TEXT NOT NULL,
    person_uid TEXT NOT NULL,
    PRIMARY KEY (key_result_uid, person_uid),
    FOREIGN KEY(person_uid) REFERENCES core_person (uid)
) WITHOUT ROWID, STRICT""",
    "CREATE INDEX ix_core_contributor_person_uid ON core_contributor (person_uid)",
    """CREATE TABLE core_fact_new (
    uid TEXT NOT NULL,
    objective_uid TEXT NOT NULL,
    name TEXT NOT NULL,
    start TEXT NOT NULL,
    latest TEXT NOT NULL,
    unit TEXT NOT NULL,
    as_of TEXT,
    source TEXT NOT NULL,
    learning TEXT NOT NULL,
    pay_plan TEXT NOT NULL,
    pay_document TEXT NOT NULL,
    pay_decided_by TEXT NOT NULL,
    never_pay INTEGER NOT NULL CHECK (never_pay BETWEEN 0 AND 1),
    dropped INTEGER NOT NULL CHECK (dropped BETWEEN 0 AND 1),
    position INTEGER NOT NULL,
    PRIMARY KEY (uid),
    FOREIGN KEY(objective_uid) REFERENCES core_published_objective (uid)
) WITHOUT ROWID, STRICT""",
    """INSERT INTO core_fact_new
    SELECT uid, objective_uid, name, start, latest, unit, as_of, source, learning, pay_plan, pay_document,
        pay_decided_by, never_pay, 0, position
    FROM core_fact""",
    "DROP TABLE core_fact",
    "ALTER TABLE core_fact_new RENAME TO core_fact",
    "CREATE INDEX ix_core_fact_objective_uid ON core_fact (objective_uid)",
)
