"""The step that keeps why a finding of the writing coach was set aside; frozen, see `steps`."""

from typing import Any


def keep_set_aside(connection: Any) -> None:
    """Lead a vault to the schema in which both kinds of conversation keep what was set aside in them."""
    for room in ("okr", "perf"):
        connection.execute(_STATEMENT.format(room=room))


_STATEMENT = """CREATE TABLE {room}_set_aside (
    conversation_uid TEXT NOT NULL,
    prompt_id TEXT NOT NULL,
    subject TEXT NOT NULL,
    voice TEXT NOT NULL,
    rule TEXT NOT NULL,
    words TEXT NOT NULL,
    reason TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (conversation_uid, prompt_id, subject, voice, rule, words),
    FOREIGN KEY(conversation_uid) REFERENCES {room}_conversation (uid)
) WITHOUT ROWID, STRICT"""
