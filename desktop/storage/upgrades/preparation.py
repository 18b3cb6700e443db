"""The step that keeps preparation sheets; frozen, see `steps`."""

from typing import Any


def keep_sheets(connection: Any) -> None:
    """Lead a vault to the schema in which sheets are kept, with what came back in them and what was taken in."""
    for statement in _STATEMENTS:
        connection.execute(statement)


_STATEMENTS = (
    """CREATE TABLE perf_sheet (
    uid TEXT NOT NULL,
    conversation_uid TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    file_name TEXT NOT NULL,
    sent_on TEXT,
    PRIMARY KEY (uid),
    FOREIGN KEY(conversation_uid) REFERENCES perf_conversation (uid)
) WITHOUT ROWID, STRICT""",
    "CREATE INDEX ix_perf_sheet_conversation_uid ON perf_sheet (conversation_uid)",
    """CREATE TABLE perf_sheet_returned (
    uid TEXT NOT NULL,
    conversation_uid TEXT NOT NULL,
    sheet_uid TEXT NOT NULL,
    arrived_at INTEGER NOT NULL,
    saved_at INTEGER,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    said TEXT NOT NULL,
    pdf BLOB NOT NULL,
    PRIMARY KEY (uid),
    FOREIGN KEY(conversation_uid) REFERENCES perf_conversation (uid)
) WITHOUT ROWID, STRICT""",
    "CREATE INDEX ix_perf_sheet_returned_conversation_uid ON perf_sheet_returned (conversation_uid)",
    """CREATE TABLE perf_sheet_taken (
    conversation_uid TEXT NOT NULL,
    mark TEXT NOT NULL,
    evidence_uid TEXT NOT NULL,
    PRIMARY KEY (conversation_uid, mark),
    FOREIGN KEY(conversation_uid) REFERENCES perf_conversation (uid)
) WITHOUT ROWID, STRICT""",
)
