"""A vault of the schema before keeps all it has, and can keep what is set aside from then on."""

from pathlib import Path

from desktop.models.conversation import SetAside
from desktop.models.guide import Kind
from desktop.models.ids import now
from desktop.storage.connection import connect
from desktop.storage.schema import UPGRADES
from desktop.storage.upgrades.set_aside import keep_set_aside
from desktop.storage.vault import Vault
from tests.keys import VAULT_KEY
from tests.storage.test_upgrades import FIRST


def test_both_rooms_keep_it_and_the_seals_hold(tmp_path: Path) -> None:
    (tmp_path / "vault.db").touch()
    connection = connect(tmp_path / "vault.db", VAULT_KEY)
    connection.executescript(FIRST.read_text(encoding="utf-8"))
    for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        connection.execute(f'DROP TRIGGER "{name}"')  # every upgrade makes them anew
    at = UPGRADES.index(keep_set_aside)
    for step in UPGRADES[:at]:
        step(connection)
    connection.execute(f"PRAGMA user_version={at + 1}")
    connection.close()
    vault = Vault.open(tmp_path, VAULT_KEY)
    assert vault.check() == ()
    for kind in Kind:
        store = vault.conversations(kind)
        for talk in store.conversations():
            if talk.state == "draft":
                finding = SetAside(talk.uid, "p", "", "manager", "trait", "lazy", "Quoted", now())
                store.set_aside(finding)
                assert store.all_set_aside(talk.uid) == (finding,)
    vault.close()
