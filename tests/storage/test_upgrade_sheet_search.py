"""What came back in sheets before they were searched is found after the upgrade."""

from pathlib import Path

from desktop.models.guide import Kind
from desktop.models.search import Query, Source
from desktop.storage.connection import connect
from desktop.storage.schema import UPGRADES
from desktop.storage.upgrades.sheet_search import search_sheets
from desktop.storage.vault import Vault
from tests.keys import VAULT_KEY
from tests.storage.test_upgrades import FIRST

SAID = '{"answers": {"proud": "I rebuilt the queue"}, "moments": []}'


def test_sheets_that_came_back_earlier_are_found(tmp_path: Path) -> None:
    (tmp_path / "vault.db").touch()
    connection = connect(tmp_path / "vault.db", VAULT_KEY)
    connection.executescript(FIRST.read_text(encoding="utf-8"))
    for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        connection.execute(f'DROP TRIGGER "{name}"')  # every upgrade makes them anew
    at = UPGRADES.index(search_sheets)
    for step in UPGRADES[:at]:
        step(connection)
    connection.execute("DELETE FROM perf_search_queue")
    (uid,) = connection.execute("SELECT uid FROM perf_conversation LIMIT 1").fetchone()
    row = (uid, "0" * 64, SAID, b"%PDF")
    connection.execute("INSERT INTO perf_sheet_returned VALUES ('s', ?, 'made', 1, NULL, 'Sheet.pdf', ?, ?, ?)", row)
    connection.execute(f"PRAGMA user_version={at + 1}")
    connection.close()
    vault = Vault.open(tmp_path, VAULT_KEY)
    (hit,) = vault.search(Kind.PERFORMANCE).find(Query("rebuilt")).hits
    assert (hit.source, hit.conversation_uid) == (Source.SHEET, uid)
    assert vault.check() == ()
    vault.close()
