"""What older vaults published stays published and says nothing about pay; the new tables are there."""

from pathlib import Path

from desktop.models.pay import PayMark, PayPlan
from desktop.storage.connection import connect
from desktop.storage.schema import UPGRADES
from desktop.storage.upgrades.pay import keep_pay_and_days
from desktop.storage.vault import Vault
from tests.keys import VAULT_KEY
from tests.storage.sample import outside
from tests.storage.test_upgrades import FIRST, shape


def test_facts_come_along_and_can_name_a_plan_from_then_on(tmp_path: Path, vault: Vault) -> None:
    folder = tmp_path / "old"
    folder.mkdir()
    (folder / "vault.db").touch()
    connection = connect(folder / "vault.db", VAULT_KEY)
    connection.executescript(FIRST.read_text(encoding="utf-8"))
    for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        connection.execute(f'DROP TRIGGER "{name}"')  # every upgrade makes them anew
    at = UPGRADES.index(keep_pay_and_days)
    for step in UPGRADES[:at]:
        step(connection)
    connection.execute("INSERT INTO core_published_objective VALUES ('o', 'Aim', '', 'Q4', '2026-10-01', '2026-12-31')")
    connection.execute("INSERT INTO core_fact VALUES ('f', 'o', 'Reply', '9', '5', 'h', NULL, 'report', '', 1)")
    (result,) = connection.execute("SELECT uid FROM okr_key_result LIMIT 1").fetchone()
    before = connection.execute("SELECT uid, name, latest FROM core_fact ORDER BY uid").fetchall()
    connection.execute(f"PRAGMA user_version={at + 1}")
    connection.close()
    old = Vault.open(folder, VAULT_KEY)
    facts = old.facts.named([uid for uid, *_rest in before])
    assert before
    assert sorted((fact.uid, fact.name, fact.latest) for fact in facts) == [tuple(row) for row in before]
    assert {(fact.pay_plan, fact.never_pay) for fact in facts} == {("", False)}
    plan = PayPlan("p", "Plan", "Annex", "Board")
    old.okrs.mark_pay(PayMark(result, "p", "3", "older"), plan)
    assert old.okrs.pay_plans() == (plan,)
    assert old.check() == ()
    assert shape(outside(old)) == shape(outside(vault))
    old.close()
