"""The steps that lead older vaults up to now, each as it was written then.

Their text is frozen: it says what the tables were to become at the time, whatever they are today.
"""

from typing import Any


def attach_answers(connection: Any) -> None:
    """Lead a vault from schema 1 to 2: answers to notes in both rooms, own authorities, pins with a history."""
    for statement in _TRUST:
        connection.execute(statement)
    for room in ("okr", "perf"):
        for statement in _ANSWERS:
            connection.execute(statement.replace("<room>", room))


_TRUST = (
    "ALTER TABLE core_identity RENAME TO core_identity_1",
    """CREATE TABLE core_identity (
    uid TEXT NOT NULL,
    person_uid TEXT NOT NULL,
    certificate BLOB NOT NULL,
    "key" BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    chain BLOB NOT NULL,
    token TEXT NOT NULL,
    PRIMARY KEY (uid),
    FOREIGN KEY(person_uid) REFERENCES core_person (uid)
) WITHOUT ROWID, STRICT""",
    "INSERT INTO core_identity SELECT uid, person_uid, certificate, \"key\", created_at, x'', '' FROM core_identity_1",
    "DROP TABLE core_identity_1",
    "CREATE INDEX ix_core_identity_person_uid ON core_identity (person_uid)",
    """CREATE TABLE core_root (
    uid TEXT NOT NULL,
    name TEXT NOT NULL,
    certificate BLOB NOT NULL,
    "key" BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (uid)
) WITHOUT ROWID, STRICT""",
    """CREATE TABLE core_anchor (
    certificate BLOB NOT NULL,
    name TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    PRIMARY KEY (certificate)
) WITHOUT ROWID, STRICT""",
    "ALTER TABLE core_pin RENAME TO core_pin_1",
    """CREATE TABLE core_pin (
    person_uid TEXT NOT NULL,
    certificate BLOB NOT NULL,
    pinned_at INTEGER NOT NULL,
    compared INTEGER NOT NULL CHECK (compared BETWEEN 0 AND 1),
    replaced_at INTEGER,
    position INTEGER NOT NULL,
    PRIMARY KEY (person_uid, position),
    FOREIGN KEY(person_uid) REFERENCES core_person (uid)
) WITHOUT ROWID, STRICT""",
    # When a pin was made was not kept, so it counts from the vault's first day. Nor was which of several is the
    # current one: then none is, and the person's next signature is compared anew.
    """INSERT INTO core_pin
    SELECT person_uid, certificate, created_at, 0,
        CASE WHEN count(*) OVER (PARTITION BY person_uid) > 1 THEN created_at END,
        row_number() OVER (ORDER BY person_uid, certificate)
    FROM core_pin_1, core_meta""",
    "DROP TABLE core_pin_1",
    "CREATE UNIQUE INDEX uq_core_pin_current ON core_pin (person_uid) WHERE replaced_at IS NULL",
)

_ANSWERS = (
    """CREATE TABLE <room>_response (
    uid TEXT NOT NULL,
    note_uid TEXT NOT NULL,
    way TEXT NOT NULL CHECK (way IN ('file', 'room')),
    arrival TEXT NOT NULL CHECK (arrival IN ('re-saved', 'answered', 'unknown-signer', 'signed', 'witnessed')),
    choice TEXT NOT NULL CHECK (choice IN ('', 'received', 'agree', 'disagree')),
    comment TEXT NOT NULL,
    scores_used INTEGER CHECK (scores_used BETWEEN 0 AND 1),
    signer TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    signed_at INTEGER,
    arrived_at INTEGER NOT NULL,
    file_name TEXT NOT NULL,
    pdf_sha256 TEXT NOT NULL,
    certificate BLOB NOT NULL,
    salt BLOB NOT NULL,
    pdf BLOB NOT NULL,
    PRIMARY KEY (uid),
    UNIQUE (note_uid, pdf_sha256),
    FOREIGN KEY(note_uid) REFERENCES <room>_note (uid)
) WITHOUT ROWID, STRICT""",
    """CREATE TABLE <room>_decline (
    uid TEXT NOT NULL,
    note_uid TEXT NOT NULL,
    declined_on TEXT NOT NULL,
    reason TEXT NOT NULL,
    witness TEXT NOT NULL,
    response_uid TEXT,
    recorded_at INTEGER NOT NULL,
    salt BLOB NOT NULL,
    PRIMARY KEY (uid),
    FOREIGN KEY(note_uid) REFERENCES <room>_note (uid),
    FOREIGN KEY(response_uid) REFERENCES <room>_response (uid)
) WITHOUT ROWID, STRICT""",
    "CREATE INDEX ix_<room>_decline_note_uid ON <room>_decline (note_uid)",
    "CREATE INDEX ix_<room>_decline_response_uid ON <room>_decline (response_uid)",
    """CREATE TABLE <room>_handover (
    uid TEXT NOT NULL,
    note_uid TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (uid),
    FOREIGN KEY(note_uid) REFERENCES <room>_note (uid)
) WITHOUT ROWID, STRICT""",
    "CREATE INDEX ix_<room>_handover_note_uid ON <room>_handover (note_uid)",
    """CREATE TABLE <room>_rebuttal (
    uid TEXT NOT NULL,
    note_uid TEXT NOT NULL,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    length INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    salt BLOB NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (uid),
    UNIQUE (note_uid, sha256),
    FOREIGN KEY(note_uid) REFERENCES <room>_note (uid)
) WITHOUT ROWID, STRICT""",
)
