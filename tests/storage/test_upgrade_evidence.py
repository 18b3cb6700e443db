"""Observations of older vaults come along; they say nothing of what nobody asked then."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.models.ids import now
from desktop.models.performance import Evidence, Leaning, Sense, Statement, Topic
from desktop.storage.connection import connect
from desktop.storage.schema import UPGRADES
from desktop.storage.vault import Vault
from tests.keys import VAULT_KEY
from tests.storage.sample import EMPLOYEE, outside
from tests.storage.test_upgrades import FIRST, shape

OLD = Evidence("evidence", EMPLOYEE.uid, "expectation", date(2026, 10, 1), "Rota", "Wrote a list", "No gap")


@pytest.fixture(params=[2, 5])
def old(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """The folder of a vault of an older schema, with two observations more than it had at first."""
    folder = tmp_path / "old"
    folder.mkdir()
    (folder / "vault.db").touch()
    connection = connect(folder / "vault.db", VAULT_KEY)
    connection.executescript(FIRST.read_text(encoding="utf-8"))
    for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        connection.execute(f'DROP TRIGGER "{name}"')  # every upgrade makes them anew
    for step in UPGRADES[: request.param - 1]:
        step(connection)
    connection.execute(f"PRAGMA user_version={request.param}")
    for row in (("later", "tomas", "expectation", 3), ("alone", "tomas", None, 2)):
        connection.execute("INSERT INTO perf_evidence VALUES (?, ?, ?, '2026-10-02', 'a', 'b', 'c', ?)", row)
    if request.param == 5:
        connection.execute("INSERT INTO perf_statement VALUES ('said', 'alone', NULL, 'It was Monday', 0)")
    connection.close()
    return folder


def test_every_observation_comes_along_in_its_order(old: Path) -> None:
    vault = Vault.open(old, VAULT_KEY)
    found = vault.evidence.evidence(EMPLOYEE.uid, date.min, date.max)
    assert found[0] == OLD
    assert [each.uid for each in found] == ["evidence", "alone", "later"]
    assert {(each.leaning, each.sense, each.fact_uid, each.topic, each.recorded_at) for each in found} == {
        (Leaning.UNSAID, Sense.UNSAID, "", Topic.NONE, None)
    }
    assert vault.check() == ()
    vault.close()


def test_the_vault_has_the_shape_of_a_new_one(old: Path, vault: Vault) -> None:
    upgraded = Vault.open(old, VAULT_KEY)
    assert shape(outside(upgraded)) == shape(outside(vault))
    upgraded.close()


def test_old_observations_can_be_said_more_of_and_deleted(old: Path) -> None:
    vault = Vault.open(old, VAULT_KEY)
    more = replace(OLD, leaning=Leaning.POSITIVE, sense=Sense.SEEN, fact_uid="f", topic=Topic.FOCUS, recorded_at=now())
    vault.evidence.save_evidence(more)
    assert vault.evidence.observation("evidence").leaning is Leaning.POSITIVE
    vault.evidence.add_statement(Statement("mine", "later", "", "So it was", now()))
    for uid in ("evidence", "alone", "later"):
        vault.evidence.delete_evidence(uid)
    assert vault.evidence.evidence(EMPLOYEE.uid, date.min, date.max) == ()
    assert vault.evidence.statements(EMPLOYEE.uid) == ()
    vault.close()
