"""The step that gives older vaults their search: an index for each room, and everything queued for it.

Its text is frozen: it says what the tables were to become at the time, whatever they are today.
"""

from typing import Any

# ruff: noqa: S608 (names of our own tables, no input)


def add_search(connection: Any) -> None:
    """Lead a vault up to the schema with search; the words are read into the index later, when there is time."""
    for room, abouts in _ABOUT.items():
        for statement in _TABLES:
            connection.execute(statement.replace("<room>", room))
        for about, (table, uid) in abouts.items():
            connection.execute(f"INSERT INTO {room}_search_queue SELECT '{about}', {uid} FROM {table}")


_ABOUT = {
    "okr": {
        "talk": ("okr_conversation", "uid"),
        "note": ("okr_note", "uid"),
        "objective": ("okr_objective", "uid"),
        "key-result": ("okr_key_result", "uid"),
    },
    "perf": {
        "talk": ("perf_conversation", "uid"),
        "note": ("perf_note", "uid"),
        "expectation": ("perf_expectation", "uid"),
        "evidence": ("perf_evidence", "uid"),
    },
}

_TABLES = (
    """CREATE TABLE <room>_search_item (
    id INTEGER NOT NULL,
    about TEXT NOT NULL CHECK (about IN ('talk', 'note', 'expectation', 'evidence', 'objective', 'key-result')),
    uid TEXT NOT NULL,
    source TEXT NOT NULL,
    part TEXT NOT NULL,
    PRIMARY KEY (id)
) WITHOUT ROWID, STRICT""",
    "CREATE INDEX ix_<room>_search_item_about ON <room>_search_item (about, uid)",
    """CREATE TABLE <room>_search_queue (
    about TEXT NOT NULL CHECK (about IN ('talk', 'note', 'expectation', 'evidence', 'objective', 'key-result')),
    uid TEXT NOT NULL,
    PRIMARY KEY (about, uid)
) WITHOUT ROWID, STRICT""",
    """CREATE VIRTUAL TABLE <room>_search USING fts5(words, pairs, marks, content='', contentless_delete=1,
    prefix='2 3', tokenize="unicode61 remove_diacritics 2 categories 'L* M* N* Co'")""",
)
