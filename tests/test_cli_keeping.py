"""`backup`, `restore` and `doctor` on the command line."""

import json
from pathlib import Path

import pytest

from desktop.cli import main
from desktop.models.people import Person
from desktop.storage.keys.key_file import KEY_FILE
from desktop.storage.keys.recovery import written
from desktop.storage.keys.unlocking import lock
from desktop.storage.keys.wrapping import LIGHT
from desktop.storage.vault import Vault
from tests.keys import PASSPHRASE, VAULT_KEY
from tests.storage.sample import new_vault

Told = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A vault whose passphrase the environment holds."""
    monkeypatch.setenv("DUOLOGUE_PASSPHRASE", PASSPHRASE)
    new_vault(tmp_path / "vault").close()
    lock(tmp_path / "vault", VAULT_KEY, PASSPHRASE, LIGHT)
    return tmp_path / "vault"


def backed_up(folder: Path, into: Path, capsys: Told) -> Path:
    assert main(["--vault", str(folder), "backup", str(into), "--json"]) == 0
    return Path(json.loads(capsys.readouterr().out)["backup"])


def add_pia(folder: Path) -> None:
    vault = Vault.open(folder, VAULT_KEY)
    vault.people.save(Person("pia", "Pia Lindqvist"))
    vault.close()


def people(folder: Path) -> set[str]:
    vault = Vault.open(folder, VAULT_KEY)
    found = {person.uid for person in vault.people.people()}
    vault.close()
    return found


def test_there_and_back_and_undone(folder: Path, tmp_path: Path, capsys: Told) -> None:
    made = backed_up(folder, tmp_path / "stick", capsys)
    add_pia(folder)
    assert main(["restore", str(made), "--vault", str(folder), "--json"]) == 0
    kept = json.loads(capsys.readouterr().out)["kept"]
    assert "pia" not in people(folder)
    assert main(["restore", kept, "--vault", str(folder)]) == 0
    assert "pia" in people(folder)


def test_the_recovery_key_restores_too(
    folder: Path, tmp_path: Path, capsys: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = backed_up(folder, tmp_path / "stick", capsys)
    (made / KEY_FILE).unlink()
    monkeypatch.setenv("DUOLOGUE_PASSPHRASE", written(VAULT_KEY))
    assert main(["restore", str(made / "vault.db"), "--vault", str(tmp_path / "anew")]) == 0
    assert "mira" in people(tmp_path / "anew")


def test_what_is_no_backup_is_told(folder: Path, tmp_path: Path, capsys: Told) -> None:
    assert main(["restore", str(tmp_path / "nothing"), "--vault", str(folder)]) == 2
    assert "no backup in" in capsys.readouterr().err


def test_a_wrong_passphrase_restores_nothing(
    folder: Path, tmp_path: Path, capsys: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = backed_up(folder, tmp_path / "stick", capsys)
    monkeypatch.setenv("DUOLOGUE_PASSPHRASE", "wrong")
    assert main(["restore", str(made), "--vault", str(folder)]) == 2
    assert "not the passphrase" in capsys.readouterr().err


def test_a_sound_vault_is_said_to_be(folder: Path, capsys: Told) -> None:
    assert main(["--vault", str(folder), "doctor"]) == 0
    told = capsys.readouterr().out
    assert "All is well" in told and "no backup beside the vault" in told
    assert main(["--vault", str(folder), "doctor", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["sound"] is True


def test_a_damaged_backup_is_found(folder: Path, capsys: Told) -> None:
    made = backed_up(folder, folder / "backups", capsys)
    (made / "vault.db").write_bytes(b"\x00" * 8192)
    assert main(["--vault", str(folder), "doctor", "--json"]) == 1
    (wrong,) = json.loads(capsys.readouterr().out)["wrong"]
    assert made.name in wrong


def test_a_lifted_lock_on_sealed_notes_is_found(folder: Path, capsys: Told) -> None:
    from desktop.storage.connection import connect

    connection = connect(folder / "vault.db", VAULT_KEY)
    connection.execute("DROP TRIGGER core_seal_update")
    connection.close()
    assert main(["--vault", str(folder), "doctor"]) == 1
    assert "locks on sealed notes" in capsys.readouterr().err
