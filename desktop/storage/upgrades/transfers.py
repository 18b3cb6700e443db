"""The step that lets a vault remember what was handed over to other managers; frozen, see `steps`."""

from typing import Any


def remember_transfers(connection: Any) -> None:
    """Lead a vault to the schema with the lines of what was handed over and taken over."""
    for statement in _STATEMENTS:
        connection.execute(statement)


_STATEMENTS = (
    """CREATE TABLE core_transfer (
    uid TEXT NOT NULL,
    person_uid TEXT NOT NULL,
    direction TEXT NOT NULL CHECK (direction IN ('out', 'in')),
    at INTEGER NOT NULL,
    name TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    okr_notes INTEGER NOT NULL CHECK (okr_notes BETWEEN 0 AND 1000000),
    performance_notes INTEGER NOT NULL CHECK (performance_notes BETWEEN 0 AND 1000000),
    PRIMARY KEY (uid, person_uid, direction),
    FOREIGN KEY(person_uid) REFERENCES core_person (uid)
) WITHOUT ROWID, STRICT""",
    "CREATE INDEX ix_core_transfer_person_uid ON core_transfer (person_uid)",
)
