from pathlib import Path

import pytest

from desktop.models.policy import Decision, Topic
from desktop.storage.connection import connect
from desktop.storage.schema import UPGRADES
from desktop.storage.upgrades.policy import add_policy
from desktop.storage.vault import Vault
from tests.keys import VAULT_KEY
from tests.storage.sample import outside
from tests.storage.test_upgrades import FIRST, shape


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """The folder of a vault of the schema before this step."""
    folder = tmp_path / "old"
    folder.mkdir()
    (folder / "vault.db").touch()
    connection = connect(folder / "vault.db", VAULT_KEY)
    connection.executescript(FIRST.read_text(encoding="utf-8"))
    for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        connection.execute(f'DROP TRIGGER "{name}"')  # every upgrade makes them anew
    before = UPGRADES[: UPGRADES.index(add_policy)]
    for step in before:
        step(connection)
    connection.execute(f"PRAGMA user_version={1 + len(before)}")
    connection.close()
    return folder


def test_the_vault_has_the_shape_of_a_new_one(old: Path, vault: Vault) -> None:
    upgraded = Vault.open(old, VAULT_KEY)
    assert shape(outside(upgraded)) == shape(outside(vault))
    upgraded.close()


def test_the_policy_of_an_old_vault_can_be_written(old: Path) -> None:
    upgraded = Vault.open(old, VAULT_KEY)
    assert upgraded.policy.decisions() == {}
    upgraded.policy.save_decision(Decision(Topic.REVIEWS, "Two talks"))
    assert upgraded.policy.decisions()[Topic.REVIEWS].answer == "Two talks"
    assert upgraded.check() == ()
    upgraded.close()
