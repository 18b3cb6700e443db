"""The step that adds the firm's roll-out; frozen, see `steps`."""

from typing import Any


def add_policy(connection: Any) -> None:
    """Lead a vault to the schema with decisions, who was won, the performance system, and what the sponsor allowed."""
    for statement in _STATEMENTS:
        connection.execute(statement)


_STATEMENTS = (
    """CREATE TABLE core_policy (
    topic TEXT NOT NULL CHECK (topic IN (
        'levels', 'number', 'scoring', 'cycle', 'kinds', 'place', 'reviews', 'kpis', 'alignment',
        'bottom-up', 'rule', 'pay', 'access', 'disagreeing', 'contact', 'first-cycles')),
    answer TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    decided_on TEXT NOT NULL,
    PRIMARY KEY (topic)
) WITHOUT ROWID, STRICT""",
    """CREATE TABLE core_engagement (
    uid TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('hr', 'sponsor', 'explainer', 'coach')),
    name TEXT NOT NULL,
    engaged_on TEXT NOT NULL,
    person_uid TEXT,
    position INTEGER NOT NULL,
    PRIMARY KEY (uid),
    FOREIGN KEY(person_uid) REFERENCES core_person (uid)
) WITHOUT ROWID, STRICT""",
    "CREATE INDEX ix_core_engagement_person_uid ON core_engagement (person_uid)",
    """CREATE TABLE core_performance_system (
    only INTEGER NOT NULL CHECK (only = 1),
    rating TEXT NOT NULL,
    pay_link TEXT NOT NULL CHECK (pay_link IN ('', 'none', 'values', 'rating', 'score')),
    pay TEXT NOT NULL,
    dates TEXT NOT NULL,
    forms TEXT NOT NULL,
    decides TEXT NOT NULL,
    change TEXT NOT NULL CHECK (change IN ('', 'same', 'changed', 'new')),
    starts_on TEXT NOT NULL,
    launch_on TEXT,
    PRIMARY KEY (only)
) WITHOUT ROWID, STRICT""",
    """CREATE TABLE core_override (
    uid TEXT NOT NULL,
    guard TEXT NOT NULL CHECK (guard IN ('individual', 'both-at-once')),
    subject TEXT NOT NULL,
    person_uid TEXT,
    sponsor TEXT NOT NULL,
    reason TEXT NOT NULL,
    given_at INTEGER NOT NULL,
    PRIMARY KEY (uid),
    FOREIGN KEY(person_uid) REFERENCES core_person (uid)
) WITHOUT ROWID, STRICT""",
    "CREATE INDEX ix_core_override_person_uid ON core_override (person_uid)",
)
