"""The key of a vault, and that without it there is nothing to read."""

import sqlite3
from pathlib import Path

import pytest

from desktop.models.guide import Kind
from desktop.models.problems import Problem
from desktop.storage.connection import connect
from desktop.storage.driver import driver
from desktop.storage.vault import Vault
from desktop.storage.vault_key import VaultKey
from tests.keys import VAULT_KEY
from tests.storage.sample import EMPLOYEE, MANAGER, new_vault, sealed


def test_a_key_says_nothing_of_itself() -> None:
    assert VaultKey.new() != VaultKey.new()
    assert VAULT_KEY.root.decode() not in repr(VAULT_KEY) and VAULT_KEY.data.hex() not in repr(VAULT_KEY)
    assert VAULT_KEY.data != VAULT_KEY.derived(b"mark") and VAULT_KEY.mark not in VAULT_KEY.data.hex()


@pytest.mark.parametrize("length", [0, 19, 21, 32])
def test_a_key_of_another_length_is_none(length: int) -> None:
    with pytest.raises(ValueError, match="20 bytes"):
        VaultKey(bytes(length))


def test_no_name_or_word_is_readable_in_the_folder(tmp_path: Path) -> None:
    vault = new_vault(tmp_path)
    sealed(vault, Kind.PERFORMANCE)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    vault.close()
    files += [path for path in tmp_path.rglob("*") if path.is_file()]
    assert files
    for path in files:
        content = path.read_bytes() if path.exists() else b""
        for secret in (MANAGER.name, EMPLOYEE.name, "core_person", "SQLite format"):
            assert secret.encode() not in content, path


def test_another_programs_sqlite_reads_nothing(tmp_path: Path) -> None:
    new_vault(tmp_path).close()
    with sqlite3.connect(tmp_path / "vault.db") as other, pytest.raises(sqlite3.DatabaseError, match="not a database"):
        other.execute("SELECT * FROM sqlite_schema")


def test_another_key_opens_nothing_and_changes_nothing(tmp_path: Path) -> None:
    new_vault(tmp_path).close()
    before = (tmp_path / "vault.db").read_bytes()
    for key in (VaultKey.new(), None):
        with pytest.raises(Problem, match="not a Duologue vault, or it is damaged"):
            Vault.open(tmp_path, key)
    assert (tmp_path / "vault.db").read_bytes() == before


def test_a_plain_file_is_not_taken_for_an_encrypted_one(tmp_path: Path) -> None:
    Vault.create(tmp_path, None).close()
    with pytest.raises(driver.DatabaseError):
        connect(tmp_path / "vault.db", VAULT_KEY)
