"""The step that keeps what is said about metric values and pay, and why two talks lie close; frozen, see `steps`."""

from typing import Any


def keep_pay_and_days(connection: Any) -> None:
    """Lead a vault to the schema with pay plans, facts that name them, and reasons for days that lie close.

    What was published before says nothing about pay.
    """
    for statement in _STATEMENTS:
        connection.execute(statement)
    for room in ("okr", "perf"):
        connection.execute(_DAY_REASON.format(room=room))


_STATEMENTS = (
    """CREATE TABLE okr_pay_plan (
    uid TEXT NOT NULL,
    name TEXT NOT NULL,
    document TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (uid)
) WITHOUT ROWID, STRICT""",
    """CREATE TABLE okr_pay_mark (
    key_result_uid TEXT NOT NULL,
    plan_uid TEXT,
    threshold TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (key_result_uid),
    FOREIGN KEY(key_result_uid) REFERENCES okr_key_result (uid),
    FOREIGN KEY(plan_uid) REFERENCES okr_pay_plan (uid)
) WITHOUT ROWID, STRICT""",
    "CREATE INDEX ix_okr_pay_mark_plan_uid ON okr_pay_mark (plan_uid)",
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
    position INTEGER NOT NULL,
    PRIMARY KEY (uid),
    FOREIGN KEY(objective_uid) REFERENCES core_published_objective (uid)
) WITHOUT ROWID, STRICT""",
    """INSERT INTO core_fact_new
    SELECT uid, objective_uid, name, start, latest, unit, as_of, source, learning, '', '', '', 0, position
    FROM core_fact""",
    "DROP TABLE core_fact",
    "ALTER TABLE core_fact_new RENAME TO core_fact",
    "CREATE INDEX ix_core_fact_objective_uid ON core_fact (objective_uid)",
)
_DAY_REASON = """CREATE TABLE {room}_day_reason (
    conversation_uid TEXT NOT NULL,
    reason TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (conversation_uid),
    FOREIGN KEY(conversation_uid) REFERENCES {room}_conversation (uid)
) WITHOUT ROWID, STRICT"""
