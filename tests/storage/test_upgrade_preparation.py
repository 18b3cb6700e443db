"""A vault of the schema before keeps all it has, and can keep preparation sheets from then on."""

from datetime import date
from pathlib import Path

from desktop.models.guide import Kind
from desktop.models.ids import now
from desktop.models.preparation import SheetMade
from desktop.storage.connection import connect
from desktop.storage.schema import UPGRADES
from desktop.storage.upgrades.preparation import keep_sheets
from desktop.storage.vault import Vault
from tests.keys import VAULT_KEY
from tests.storage.test_upgrades import FIRST


def test_sheets_are_kept_and_the_seals_hold(tmp_path: Path) -> None:
    (tmp_path / "vault.db").touch()
    connection = connect(tmp_path / "vault.db", VAULT_KEY)
    connection.executescript(FIRST.read_text(encoding="utf-8"))
    for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        connection.execute(f'DROP TRIGGER "{name}"')  # every upgrade makes them anew
    at = UPGRADES.index(keep_sheets)
    for step in UPGRADES[:at]:
        step(connection)
    connection.execute(f"PRAGMA user_version={at + 1}")
    connection.close()
    vault = Vault.open(tmp_path, VAULT_KEY)
    assert vault.check() == ()
    drafts = [each for each in vault.conversations(Kind.PERFORMANCE).conversations() if each.state == "draft"]
    for talk in drafts:
        vault.preparation.add_made(SheetMade("m" * 32, talk.uid, now(), "Sheet.pdf"))
        vault.preparation.set_sent("m" * 32, date(2026, 11, 17))
        (made,) = vault.preparation.made(talk.uid)
        assert made.sent_on == date(2026, 11, 17)
    vault.close()
