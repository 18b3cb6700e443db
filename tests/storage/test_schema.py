"""The shape of the vault: strict tables, fields as columns, no road between the two sides."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Table

from desktop.models import (
    bridge,
    conversation,
    erasing,
    identity,
    note,
    okr,
    people,
    performance,
    preparation,
    response,
    retention,
)
from desktop.storage import schema
from desktop.storage.connection import connect
from desktop.storage.driver import driver
from desktop.storage.okr import schema as schema_okr
from desktop.storage.performance import schema as schema_performance
from desktop.storage.performance import schema_preparation
from desktop.storage.schema import tables, trigger_statements, upgrade
from desktop.storage.tables import core as schema_core
from desktop.storage.tables import rights as schema_rights
from desktop.storage.talks.notes import Export
from desktop.storage.vault import Vault
from tests.keys import VAULT_KEY
from tests.storage.sample import new_vault, outside

STORED: list[tuple[type, Table]] = [
    (people.Team, schema_core.TEAM),
    (people.Person, schema_core.PERSON),
    (identity.Identity, schema_core.IDENTITY),
    (identity.Root, schema_core.ROOT),
    (identity.Anchor, schema_core.ANCHOR),
    (identity.Pin, schema_core.PIN),
    (bridge.PublishedObjective, schema_core.PUBLISHED_OBJECTIVE),
    (bridge.MetricFact, schema_core.FACT),
    (okr.Cycle, schema_okr.CYCLE),
    (okr.Objective, schema_okr.OBJECTIVE),
    (okr.KeyResult, schema_okr.KEY_RESULT),
    (okr.CheckIn, schema_okr.CHECK_IN),
    (okr.Reflection, schema_okr.REFLECTION),
    (performance.Expectation, schema_performance.EXPECTATION),
    (performance.Evidence, schema_performance.EVIDENCE),
    (performance.Statement, schema_performance.STATEMENT),
    (preparation.SheetMade, schema_preparation.SHEET),
    (preparation.SheetReturned, schema_preparation.SHEET_RETURNED),
    (preparation.SheetTaken, schema_preparation.SHEET_TAKEN),
    (erasing.Hold, schema_rights.HOLD),
    (retention.Rule, schema_rights.RETENTION),
]
for talks in (schema_okr.TALKS, schema_performance.TALKS):
    STORED += [
        (conversation.Conversation, talks.conversation),
        (conversation.Answer, talks.answer),
        (conversation.PrivateNote, talks.private_note),
        (conversation.Commitment, talks.commitment),
        (note.Note, talks.note),
        (Export, talks.export),
        (response.Response, talks.response),
        (response.Decline, talks.decline),
        (response.Handover, talks.handover),
        (response.Rebuttal, talks.rebuttal),
    ]
DERIVED = {"shared"}
HOUSEKEEPING = {"position", "salt", "pdf_sha256"}


@pytest.mark.parametrize(("value", "table"), STORED, ids=[table.name for _, table in STORED])
def test_columns_are_named_like_fields(value: Any, table: Table) -> None:
    fields = {field.name for field in dataclasses.fields(value)}
    assert fields - DERIVED == {column.name for column in table.c} - HOUSEKEEPING


def test_every_table_is_strict_and_has_no_rowid(vault: Vault) -> None:
    found = (
        outside(vault)
        .execute("SELECT name, wr, strict FROM pragma_table_list WHERE name GLOB '*_*' AND type = 'table'")
        .fetchall()
    )
    kinds = {name: (without, strict) for name, without, strict in found if not name.startswith("sqlite_")}
    assert set(kinds) == {table.name for table in tables()}
    assert set(kinds.values()) == {(1, 1)}


def reachable(start: Table) -> Iterator[str]:
    """Yield the names of all tables that foreign keys lead to."""
    known, waiting = set(), [start]
    while waiting:
        table = waiting.pop()
        for key in table.foreign_keys:
            if key.column.table.name not in known:
                known.add(key.column.table.name)
                waiting.append(key.column.table)
    yield from known


@pytest.mark.parametrize("table", tables(), ids=lambda table: table.name)
def test_no_foreign_key_leads_to_another_room(table: Table) -> None:
    own = table.name.split("_")[0] + "_"
    allowed = ("core_",) if own == "core_" else ("core_", own)
    assert [name for name in reachable(table) if not name.startswith(allowed)] == []


def test_the_performance_room_can_hold_no_score_level_or_confidence() -> None:
    words = ("score", "zone", "confidence", "baseline", "commit", "target", "stretch", "level")
    shared = [table for table in tables() if not table.name.startswith("okr_")]
    columns = {f"{table.name}.{column.name}" for table in shared for column in table.c}
    told = {name for name in columns if any(name.split(".")[1] == word for word in words)}
    assert told == set()


def test_a_vault_has_every_trigger_and_no_other(vault: Vault) -> None:
    found = outside(vault).execute("SELECT sql FROM sqlite_schema WHERE type IN ('trigger', 'view')").fetchall()
    assert sorted(sql for (sql,) in found) == sorted(trigger_statements())


def test_the_driver_has_a_safe_sqlite() -> None:
    """Older versions can lose commits when a write-ahead file is begun anew."""
    assert driver.sqlite_version_info >= (3, 51, 3)


def test_an_upgrade_runs_once_and_brings_the_triggers_back(tmp_path: Path) -> None:
    path = made(tmp_path)
    old = connect(path, VAULT_KEY)
    old.execute("PRAGMA foreign_keys=ON")
    upgrade(old, 1, [rebuild_teams])
    connection = connect(path, VAULT_KEY)
    assert connection.execute("PRAGMA user_version").fetchone() == (2,)
    assert connection.execute("SELECT floor FROM core_team").fetchall() == [(None,)]
    triggers = connection.execute("SELECT sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    assert sorted(sql for (sql,) in triggers) == sorted(trigger_statements())
    upgrade(connection, 2, [rebuild_teams])
    assert connection.execute("PRAGMA user_version").fetchone() == (2,)


def test_a_failing_upgrade_leaves_everything_as_it_was(tmp_path: Path) -> None:
    path = made(tmp_path)
    before = connect(path, VAULT_KEY).execute("SELECT name, sql FROM sqlite_schema").fetchall()
    with pytest.raises(driver.OperationalError):
        upgrade(connect(path, VAULT_KEY), 1, [rebuild_teams, fail])
    after = connect(path, VAULT_KEY)
    assert after.execute("SELECT name, sql FROM sqlite_schema").fetchall() == before
    assert after.execute("PRAGMA user_version").fetchone() == (schema.SCHEMA,)


def test_an_upgrade_that_loses_rows_is_taken_back(tmp_path: Path) -> None:
    path = made(tmp_path)
    with pytest.raises(ValueError, match="refer to nothing"):
        upgrade(connect(path, VAULT_KEY), 1, [lose_teams])
    assert connect(path, VAULT_KEY).execute("SELECT count(*) FROM core_team").fetchone() == (1,)


def made(tmp_path: Path) -> Path:
    """Return the file of a closed vault with a person in a team."""
    new_vault(tmp_path / "vault").close()
    return tmp_path / "vault" / "vault.db"


def rebuild_teams(connection: Any) -> None:
    """Rebuild a table that others refer to, with one column more."""
    connection.execute("CREATE TABLE fresh (uid TEXT NOT NULL PRIMARY KEY, name TEXT, floor INTEGER) STRICT")
    connection.execute("INSERT INTO fresh SELECT uid, name, NULL FROM core_team")
    connection.execute("DROP TABLE core_team")
    connection.execute("ALTER TABLE fresh RENAME TO core_team")


def lose_teams(connection: Any) -> None:
    """Forget the teams that people are in."""
    connection.execute("DELETE FROM core_team")


def fail(connection: Any) -> None:
    """Break off in the middle."""
    connection.execute("SELECT nonsense")
