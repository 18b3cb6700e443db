"""A vault of the first schema, with all that was in it, becomes one of today."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.models.guide import Kind
from desktop.models.identity import Identity, Pin
from desktop.models.problems import Problem
from desktop.models.search import Query
from desktop.storage.adapter import read_moment
from desktop.storage.backups import backups
from desktop.storage.connection import connect
from desktop.storage.restoring import restore
from desktop.storage.schema import SCHEMA
from desktop.storage.vault import Vault
from tests.keys import VAULT_KEY
from tests.storage.sample import EMPLOYEE, KEY_RESULT, MANAGER, NOON, outside, response_of

FIRST = Path(__file__).with_name("schema_1.sql")
CHANGED = {"core_identity", "core_pin", "perf_evidence"}


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """The folder of a vault as the first schema made it."""
    folder = tmp_path / "old"
    folder.mkdir()
    (folder / "vault.db").touch()
    connection = connect(folder / "vault.db", VAULT_KEY)
    connection.executescript(FIRST.read_text(encoding="utf-8"))
    connection.close()
    return folder


@pytest.fixture
def upgraded(old: Path) -> Iterator[Vault]:
    """The same vault, opened today."""
    vault = Vault.open(old, VAULT_KEY)
    yield vault
    vault.close()


def shape(connection: Any) -> dict[tuple[str, str], str]:
    """Return everything the file's schema says, without regard to quotes, line breaks and spaces."""
    rows = connection.execute("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema").fetchall()
    return {(kind, name): on + ": " + re.sub(r'[\s"]+', "", sql) for kind, name, on, sql in rows}


def columns(connection: Any) -> dict[str, list[Any]]:
    """Return what SQLite makes of every table."""
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()]
    return {name: connection.execute(f"PRAGMA table_xinfo({name})").fetchall() for name in names}


def content(connection: Any) -> dict[str, list[Any]]:
    """Return every row of every table."""
    return {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in columns(connection)}


def test_it_has_the_shape_of_a_new_one(upgraded: Vault, vault: Vault) -> None:
    assert shape(outside(upgraded)) == shape(outside(vault))
    assert columns(outside(upgraded)) == columns(outside(vault))
    assert outside(upgraded).execute("PRAGMA user_version").fetchone() == (SCHEMA,)


def test_nothing_is_lost(old: Path) -> None:
    before = content(connect(old / "vault.db", VAULT_KEY))
    assert sum(map(len, before.values())) > 30
    Vault.open(old, VAULT_KEY).close()
    after = content(connect(old / "vault.db", VAULT_KEY))
    assert {name: after[name] for name in before if name not in CHANGED} == {
        name: rows for name, rows in before.items() if name not in CHANGED
    }
    assert {name: len(after[name]) for name in CHANGED} == {name: len(before[name]) for name in CHANGED}


def test_every_seal_holds(upgraded: Vault) -> None:
    assert upgraded.check() == ()
    for kind in Kind:
        assert {note.imported for note in upgraded.notes(kind).notes()} == {True, False}
        assert upgraded.notes(kind).exports(f"{kind}-talk-note")[0].pdf == b"%PDF-1.7\x00\xff"
    assert upgraded.okrs.key_results(KEY_RESULT.objective_uid) == (KEY_RESULT,)


def test_identities_and_pins_come_along(upgraded: Vault) -> None:
    mine = Identity("identity", MANAGER.uid, b"\x30\x00cert", b"\x00key", NOON, b"", "")
    assert upgraded.profile.identity(MANAGER.uid) == mine
    assert set(upgraded.profile.pinned()) == {
        (EMPLOYEE.uid, b"\x30\x00tomas"),
        (MANAGER.uid, b"\x30\x00one"),
        (MANAGER.uid, b"\x30\x00two"),
    }
    (made,) = outside(upgraded).execute("SELECT created_at FROM core_meta").fetchone()
    first_day = read_moment(made)
    assert upgraded.profile.current_pin(EMPLOYEE.uid) == Pin(EMPLOYEE.uid, b"\x30\x00tomas", first_day)


def test_of_several_old_pins_none_is_taken_for_the_current_one(upgraded: Vault) -> None:
    assert upgraded.profile.current_pin(MANAGER.uid) is None
    assert all(pin.replaced_at for pin in upgraded.profile.pins(MANAGER.uid))
    upgraded.profile.pin(MANAGER.uid, b"\x30\x00two")
    assert [pin.certificate[2:] for pin in upgraded.profile.pins(MANAGER.uid)] == [b"two", b"two", b"one"]


@pytest.mark.parametrize("kind", Kind)
def test_it_takes_answers(upgraded: Vault, kind: Kind) -> None:
    upgraded.responses(kind).add_response(response_of(f"{kind}-talk-note"))
    assert upgraded.responses(kind).file("response") == response_of("").pdf
    assert upgraded.check() == ()


def test_its_words_wait_for_the_index_and_are_found(upgraded: Vault) -> None:
    for kind, thing in ((Kind.OKR, KEY_RESULT.uid), (Kind.PERFORMANCE, f"{Kind.PERFORMANCE}-talk")):
        search = upgraded.search(kind)
        queue = outside(upgraded).execute(f"SELECT uid FROM {search._tables.queue.name}").fetchall()
        assert (thing,) in queue
        before = search.find(Query("rota"))
        assert before.hits
        while search.index_some():
            pass
        assert search.find(Query("rota")) == before


def test_a_later_start_changes_nothing_more(upgraded: Vault) -> None:
    upgraded.close()
    before = content(outside(upgraded))
    Vault.open(upgraded.folder, VAULT_KEY).close()
    assert content(outside(upgraded)) == before


def test_a_backup_of_the_older_format_is_made_first(old: Path) -> None:
    before = content(connect(old / "vault.db", VAULT_KEY))
    Vault.open(old, VAULT_KEY).close()
    (made,) = backups(old / "backups")
    assert content(connect(made.file, VAULT_KEY)) == before
    Vault.open(old, VAULT_KEY).close()
    assert backups(old / "backups") == (made,)


def test_without_room_for_the_backup_nothing_is_changed(old: Path) -> None:
    before = content(connect(old / "vault.db", VAULT_KEY))
    (old / "backups").write_text("a file in its place")
    with pytest.raises(Problem):
        Vault.open(old, VAULT_KEY)
    assert content(connect(old / "vault.db", VAULT_KEY)) == before


def test_a_backup_of_an_older_format_is_restored_as_todays(old: Path, tmp_path: Path) -> None:
    vault = Vault.open(old, VAULT_KEY)
    people = vault.people.people()
    vault.close()
    (made,) = backups(old / "backups")
    restore(made.path, VAULT_KEY, tmp_path / "anew")
    vault = Vault.open(tmp_path / "anew", VAULT_KEY)
    assert vault.people.people() == people and vault.check() == ()
    vault.close()
