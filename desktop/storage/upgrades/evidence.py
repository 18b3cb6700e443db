"""The step that lets observations say more about themselves; frozen, see `steps`."""

from typing import Any


def sort_evidence(connection: Any) -> None:
    """Lead a vault to the schema whose observations have a leaning, a sense, a fact, a topic and their moment.

    Older ones say nothing of it. The table is made anew under another name and takes the old one's place, so that
    what refers to it goes on doing so.
    """
    for statement in _STATEMENTS:
        connection.execute(statement)


_STATEMENTS = (
    """CREATE TABLE perf_evidence_new (
    uid TEXT NOT NULL,
    person_uid TEXT NOT NULL,
    expectation_uid TEXT,
    observed_on TEXT NOT NULL,
    situation TEXT NOT NULL,
    behaviour TEXT NOT NULL,
    impact TEXT NOT NULL,
    leaning TEXT NOT NULL CHECK (leaning IN ('', 'positive', 'developmental')),
    sense TEXT NOT NULL CHECK (sense IN ('', 'seen', 'heard')),
    fact_uid TEXT NOT NULL,
    topic TEXT NOT NULL CHECK (topic IN ('', 'impact', 'focus', 'communication', 'learning')),
    recorded_at INTEGER,
    position INTEGER NOT NULL,
    PRIMARY KEY (uid),
    FOREIGN KEY(person_uid) REFERENCES core_person (uid),
    FOREIGN KEY(expectation_uid) REFERENCES perf_expectation (uid)
) WITHOUT ROWID, STRICT""",
    """INSERT INTO perf_evidence_new
    SELECT uid, person_uid, expectation_uid, observed_on, situation, behaviour, impact, '', '', '', '', NULL, position
    FROM perf_evidence""",
    "DROP TABLE perf_evidence",
    "ALTER TABLE perf_evidence_new RENAME TO perf_evidence",
    "CREATE INDEX ix_perf_evidence_expectation_uid ON perf_evidence (expectation_uid)",
    "CREATE INDEX ix_perf_evidence_person_uid ON perf_evidence (person_uid)",
)
