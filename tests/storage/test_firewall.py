"""Each room's connection is refused the other rooms, however the question is put."""

from collections.abc import Iterator
from typing import Any

import pytest

from desktop.models.guide import Kind
from desktop.storage.connection import connect_room
from desktop.storage.driver import driver
from desktop.storage.firewall import RIGHTS, RoomName, authorizer
from desktop.storage.schema import tables
from desktop.storage.vault import Vault
from tests.storage.sample import KEY_RESULT, outside, store_okrs

OKR = [table.name for table in tables() if table.name.startswith("okr_")]
INDEX = [f"okr_search{part}" for part in ("", "_data", "_idx", "_docsize", "_config")]
"""The search index of the room, and the tables that SQLite keeps it in."""

NO = "prohibited|not authorized|authorization denied|vtable constructor failed: (okr|perf)_search$"
"""The last: an index is refused before it is opened, as it may not read how it was made."""
PERFORMANCE = [table.name for table in tables() if table.name.startswith("perf_")]


@pytest.fixture(scope="module")
def performance(untouched: Vault) -> Iterator[Any]:
    """A connection of the performance room to a vault with OKRs and planted leaks."""
    store_okrs(untouched)
    untouched.search(Kind.OKR).index_some()
    planting = outside(untouched)
    planting.execute("CREATE VIEW perf_leak AS SELECT title FROM okr_key_result")
    planting.execute(
        "CREATE TRIGGER perf_leak_too AFTER INSERT ON perf_expectation BEGIN UPDATE perf_expectation "
        "SET text = (SELECT title FROM okr_key_result) WHERE uid = NEW.uid; END"
    )
    planting.execute("CREATE VIRTUAL TABLE perf_vocabulary USING fts5vocab(okr_search, row)")
    planting.execute(
        "CREATE VIRTUAL TABLE perf_borrowed USING fts5(block, content='okr_search_data', content_rowid='id')"
    )
    planting.execute("INSERT INTO perf_borrowed (rowid, block) VALUES (1, 'reply')")
    planting.close()
    connection = connect_room(untouched.folder / "vault.db", RoomName.PERFORMANCE, untouched.key)
    yield connection
    connection.close()


@pytest.mark.parametrize("table", OKR + INDEX)
@pytest.mark.parametrize(
    "question",
    [
        "SELECT * FROM {t}",
        "SELECT count(*) FROM {t}",
        "SELECT 1 FROM {t}",
        "SELECT EXISTS (SELECT 1 FROM {t})",
        "DELETE FROM {t}",
        "INSERT INTO {t} DEFAULT VALUES",
    ],
)
def test_every_table_of_the_okr_room_is_out_of_reach(performance: Any, table: str, question: str) -> None:
    with pytest.raises(driver.DatabaseError, match=NO):
        performance.execute(question.format(t=table)).fetchall()


ATTACKS = [
    "SELECT target FROM okr_key_result",
    "SELECT p.uid, k.stretch FROM core_fact p JOIN okr_key_result k ON k.uid = p.uid",
    "SELECT uid FROM core_fact WHERE uid IN (SELECT uid FROM okr_key_result WHERE target > '3')",
    "SELECT uid FROM core_fact ORDER BY (SELECT target FROM okr_key_result)",
    "SELECT (SELECT confidence FROM okr_check_in LIMIT 1)",
    "SELECT 1 WHERE EXISTS (SELECT 1 FROM okr_check_in WHERE confidence < 5)",
    "WITH k AS (SELECT * FROM okr_key_result) SELECT * FROM k",
    "WITH RECURSIVE k(x) AS (SELECT title FROM okr_key_result UNION SELECT x FROM k) SELECT * FROM k",
    "SELECT uid FROM core_fact UNION SELECT title FROM okr_key_result",
    "SELECT uid FROM core_fact EXCEPT SELECT uid FROM okr_key_result",
    "SELECT max(target) FROM okr_key_result",
    "SELECT uid FROM okr_key_result INDEXED BY ix_okr_key_result_objective_uid WHERE objective_uid = 'o'",
    "SELECT * FROM perf_leak",
    "INSERT INTO perf_expectation (uid, person_uid, text, position) VALUES ('x', 'tomas', 'x', 1)",
    "INSERT INTO perf_expectation SELECT uid, 'tomas', title, 1 FROM okr_key_result",
    "UPDATE perf_expectation SET text = (SELECT title FROM okr_key_result)",
    "DELETE FROM perf_expectation WHERE EXISTS (SELECT 1 FROM okr_reflection)",
    "INSERT INTO core_fact SELECT uid, 'o', title, '', target, '', NULL, '', '', 1 FROM okr_key_result",
    "UPDATE core_fact SET latest = '1'",
    "DELETE FROM core_published_objective",
    "UPDATE core_person SET name = 'x'",
    "UPDATE core_meta SET me_uid = NULL",
    "SELECT key FROM core_identity",
    "SELECT certificate FROM core_pin",
    "UPDATE core_pin SET compared = 1",
    "SELECT key FROM core_root",
    "SELECT count(*) FROM core_root",
    "INSERT INTO core_root VALUES ('x', 'x', x'00', x'00', 0)",
    "SELECT name FROM core_anchor",
    "INSERT INTO core_anchor VALUES (x'00', 'x', 0)",
    "DELETE FROM core_anchor",
    "SELECT comment FROM okr_response",
    "INSERT INTO okr_handover VALUES ('x', 'note', 0)",
    "CREATE VIEW perf_v AS SELECT * FROM okr_key_result",
    "CREATE TEMP VIEW v AS SELECT * FROM okr_key_result",
    "CREATE TEMP TABLE t AS SELECT * FROM okr_key_result",
    "CREATE TEMP TABLE t (x)",
    "CREATE TABLE perf_t (x)",
    "CREATE TABLE perf_t AS SELECT * FROM okr_key_result",
    "CREATE INDEX i ON perf_expectation (text)",
    "CREATE TRIGGER t AFTER INSERT ON perf_evidence BEGIN SELECT 1; END",
    "CREATE TEMP TRIGGER t AFTER INSERT ON perf_evidence BEGIN SELECT 1; END",
    "CREATE VIRTUAL TABLE temp.f USING fts5(x)",
    "DROP TRIGGER perf_note_update",
    "DROP TABLE perf_evidence",
    "DROP VIEW perf_leak",
    "ALTER TABLE perf_evidence ADD COLUMN x TEXT",
    "ALTER TABLE perf_evidence RENAME TO perf_e",
    "REINDEX",
    "ANALYZE",
    "ATTACH DATABASE ':memory:' AS other",
    "DETACH DATABASE main",
    "VACUUM INTO '/tmp/never-made.db'",
    "PRAGMA recursive_triggers = OFF",
    "PRAGMA foreign_keys = OFF",
    "PRAGMA writable_schema = ON",
    "PRAGMA user_version = 9",
    "PRAGMA user_version",
    "PRAGMA read_uncommitted = ON",
    "PRAGMA table_info(okr_key_result)",
    "PRAGMA rekey = 'x'",
    "SELECT * FROM pragma_table_info('okr_key_result')",
    "SELECT sql FROM sqlite_schema",
    "SELECT name FROM sqlite_master",
    "SELECT * FROM sqlite_temp_schema",
    "SELECT load_extension('x')",
    "SELECT hex(text) FROM perf_expectation",
    "SELECT rowid FROM okr_search WHERE okr_search = 'reply'",
    "SELECT rowid FROM okr_search WHERE okr_search MATCH 'reply'",
    "SELECT rowid FROM okr_search('reply')",
    "SELECT count(*) FROM okr_search WHERE okr_search = 'reply'",
    "SELECT rank FROM okr_search WHERE okr_search = 'reply'",
    "SELECT uid FROM core_fact WHERE EXISTS (SELECT 1 FROM okr_search WHERE okr_search = 'reply')",
    "SELECT id FROM okr_search_item NATURAL JOIN perf_search_item",
    "SELECT block FROM okr_search_data",
    "SELECT term FROM okr_search_idx",
    "SELECT sz FROM okr_search_docsize",
    "INSERT INTO okr_search (okr_search) VALUES ('optimize')",
    "INSERT INTO okr_search (okr_search) VALUES ('delete-all')",
    "DELETE FROM okr_search WHERE rowid = 1",
    "SELECT term FROM perf_vocabulary",
    "SELECT count(*) FROM perf_vocabulary",
    "CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, okr_search, row)",
    "CREATE VIRTUAL TABLE perf_words USING fts5vocab(okr_search, row)",
    "SELECT block FROM perf_borrowed",
    "SELECT rowid FROM perf_search WHERE perf_search MATCH 'reply'",
    "SELECT bm25(perf_search) FROM perf_search WHERE perf_search = 'reply'",
    "SELECT highlight(perf_search, 0, '<', '>') FROM perf_search WHERE perf_search = 'reply'",
    "PRAGMA data_version = 1",
    "PRAGMA key = 'x'",
    "PRAGMA cipher_settings",
    "PRAGMA cipher_integrity_check",
    "PRAGMA database_list",
    "PRAGMA index_list(okr_key_result)",
    "PRAGMA foreign_key_list(okr_check_in)",
    "PRAGMA integrity_check",
    "SELECT * FROM pragma_index_list('okr_key_result')",
    "SELECT value FROM json_each((SELECT json_array(target) FROM okr_key_result))",
    "SELECT value FROM json_each('[1]')",
    "UPDATE perf_expectation SET text = k.title FROM okr_key_result AS k",
    "DELETE FROM perf_expectation RETURNING (SELECT title FROM okr_key_result)",
    "INSERT INTO perf_expectation VALUES ('x', 'tomas', 'x', 1) RETURNING (SELECT title FROM okr_key_result)",
    "INSERT INTO perf_expectation VALUES ('x', 'tomas', 'x', 1) ON CONFLICT DO UPDATE SET text = "
    "(SELECT title FROM okr_key_result)",
    "CREATE TEMP TRIGGER t AFTER INSERT ON perf_evidence "
    "BEGIN INSERT INTO perf_evidence SELECT * FROM okr_key_result; END",
    "ATTACH DATABASE 'vault.db' AS again KEY ''",
    "SELECT (VALUES ((SELECT title FROM okr_key_result)))",
    "SELECT uid FROM core_fact GROUP BY uid HAVING (SELECT count(*) FROM okr_check_in) > 0",
    "SELECT uid FROM core_fact LIMIT (SELECT count(*) FROM okr_check_in)",
    "SELECT sum(1) OVER (ORDER BY (SELECT title FROM okr_key_result)) FROM core_fact",
    "INSERT INTO core_contributor VALUES ('result', 'tomas')",
    "DELETE FROM core_contributor",
    "DELETE FROM core_scale",
    "UPDATE core_policy SET answer = 'x'",
    "SELECT threshold FROM okr_pay_mark",
    "SELECT words FROM okr_set_aside",
    "EXPLAIN SELECT target FROM okr_key_result",
    "EXPLAIN QUERY PLAN SELECT target FROM okr_key_result",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_the_performance_connection_is_refused(performance: Any, attack: str) -> None:
    with pytest.raises(driver.DatabaseError, match=NO):
        performance.execute(attack).fetchall()


def test_what_was_published_can_be_read(performance: Any) -> None:
    assert performance.execute("SELECT name, latest FROM core_fact").fetchall() == []
    assert performance.execute("SELECT count(*) FROM perf_evidence").fetchall() == [(0,)]


def test_its_own_search_can_be_used(performance: Any) -> None:
    assert performance.execute("SELECT rowid FROM perf_search WHERE perf_search = 'reply'").fetchall() == []
    assert performance.execute("SELECT count(*) FROM perf_search_queue").fetchall() == [(0,)]


@pytest.mark.parametrize("table", PERFORMANCE + [name.replace("okr", "perf") for name in INDEX])
def test_the_okr_connection_cannot_reach_the_performance_room(untouched: Vault, table: str) -> None:
    connection = connect_room(untouched.folder / "vault.db", RoomName.OKR, untouched.key)
    with pytest.raises(driver.DatabaseError, match=NO):
        connection.execute(f"SELECT count(*) FROM {table}")
    connection.close()


@pytest.mark.parametrize("table", OKR + PERFORMANCE + INDEX + [name.replace("okr", "perf") for name in INDEX])
def test_the_common_connection_reaches_neither_side(untouched: Vault, table: str) -> None:
    connection = connect_room(untouched.folder / "vault.db", RoomName.CORE, untouched.key)
    with pytest.raises(driver.DatabaseError, match=NO):
        connection.execute(f"SELECT count(*) FROM {table}")
    connection.close()


@pytest.mark.parametrize("room", [RoomName.OKR, RoomName.PERFORMANCE])
@pytest.mark.parametrize("table", ["core_identity", "core_root", "core_anchor", "core_pin"])
def test_keys_and_trust_are_for_the_common_room_alone(untouched: Vault, room: RoomName, table: str) -> None:
    connection = connect_room(untouched.folder / "vault.db", room, untouched.key)
    for question in (f"SELECT count(*) FROM {table}", f"SELECT certificate FROM {table}", f"DELETE FROM {table}"):
        with pytest.raises(driver.DatabaseError, match=NO):
            connection.execute(question)
    connection.close()
    assert RIGHTS[RoomName.CORE].may_read(table)
    assert RIGHTS[RoomName.CORE].may_write(table)


def test_a_statement_prepared_before_the_wall_stood_is_refused_too(vault: Vault) -> None:
    store_okrs(vault)
    connection = outside(vault)
    question = "SELECT title FROM okr_key_result"
    assert connection.execute(question).fetchall() == [(KEY_RESULT.title,)]
    connection.set_authorizer(authorizer(RoomName.PERFORMANCE))
    with pytest.raises(driver.DatabaseError, match=NO):
        connection.execute(question)
    connection.close()


def test_every_table_belongs_to_a_room() -> None:
    for table in tables():
        readers = [room for room in RoomName if RIGHTS[room].may_read(table.name)]
        assert readers, table.name
        assert not {RoomName.OKR, RoomName.PERFORMANCE} <= set(readers) or table.name.startswith("core_")


def test_the_door_between_vaults_only_adds_and_sees_no_more_than_what_is_sealed(untouched: Vault) -> None:
    connection = connect_room(untouched.folder / "vault.db", RoomName.TRANSFER, untouched.key)
    closed = [table.name for table in tables() if not RIGHTS[RoomName.TRANSFER].may_read(table.name)]
    assert {"okr_key_result", "okr_private_note", "perf_answer", "core_identity", "core_pin", "core_meta"} <= set(
        closed
    )
    for name in closed + ["okr_search", "okr_search_data", "perf_search"]:
        with pytest.raises(driver.DatabaseError, match=NO):
            connection.execute(f"SELECT * FROM {name}")
    for statement in (
        "DELETE FROM core_person",
        "UPDATE core_person SET name = 'x'",
        "DELETE FROM perf_note",
        "UPDATE core_seal SET hash = ''",
        "UPDATE okr_conversation SET period = ''",
        "INSERT INTO okr_conversation (uid) VALUES ('x')",
    ):
        with pytest.raises(driver.DatabaseError, match=NO):
            connection.execute(statement)
    connection.close()
