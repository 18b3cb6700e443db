"""What was published before comes along; nothing of it counts as dropped, and nobody is said to work on it."""

from pathlib import Path

from desktop.storage.connection import connect
from desktop.storage.schema import UPGRADES
from desktop.storage.upgrades.contributors import name_contributors
from desktop.storage.vault import Vault
from tests.keys import VAULT_KEY
from tests.storage.sample import EMPLOYEE
from tests.storage.test_upgrades import FIRST


def test_facts_come_along(tmp_path: Path) -> None:
    (tmp_path / "vault.db").touch()
    connection = connect(tmp_path / "vault.db", VAULT_KEY)
    connection.executescript(FIRST.read_text(encoding="utf-8"))
    for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        connection.execute(f'DROP TRIGGER "{name}"')  # every upgrade makes them anew
    at = UPGRADES.index(name_contributors)
    for step in UPGRADES[:at]:
        step(connection)
    connection.execute(
        "INSERT INTO core_published_objective VALUES ('o', 'Help', '', 'Q4', '2026-10-01', '2026-12-31')"
    )
    row = "'fact', 'o', 'First reply', '9', '5', 'hours', NULL, '', '', '', '', '', 1, 1"
    connection.execute(f"INSERT INTO core_fact VALUES ({row})")  # noqa: S608
    connection.execute(f"PRAGMA user_version={at + 1}")
    connection.close()
    vault = Vault.open(tmp_path, VAULT_KEY)
    (fact,) = vault.facts.named(["fact"])
    assert (fact.name, fact.latest, fact.never_pay, fact.dropped) == ("First reply", "5", True, False)
    assert vault.facts.contributors([fact.uid]) == ()
    vault.okrs.set_contributors(fact.uid, [EMPLOYEE.uid])
    assert vault.facts.contributors([fact.uid]) == ((fact.uid, EMPLOYEE.uid),)
    assert vault.check() == ()
    vault.close()
