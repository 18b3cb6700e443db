"""The command line on a locked vault: where the passphrase may come from, and what is said without it."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop.cli import main
from desktop.storage.keys.key_file import KEY_FILE
from desktop.storage.keys.recovery import written
from desktop.storage.keys.unlocking import lock
from desktop.storage.keys.wrapping import LIGHT
from desktop.storage.vault import Vault
from tests.keys import PASSPHRASE, VAULT_KEY
from tests.storage.sample import new_vault

ROOT = Path(__file__).resolve().parent.parent

Told = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of our own: no test may meet the vault of whoever runs it."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    for name in ("DUOLOGUE_VAULT", "DUOLOGUE_PASSPHRASE"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "home"


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    """A vault that only its passphrase opens."""
    new_vault(tmp_path / "vault").close()
    lock(tmp_path / "vault", VAULT_KEY, PASSPHRASE, LIGHT)
    return tmp_path / "vault"


def listed(folder: Path, *more: str) -> int:
    return main(["--vault", str(folder), *more, "list"])


def test_the_environment_may_hold_the_passphrase(locked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUOLOGUE_PASSPHRASE", PASSPHRASE)
    assert listed(locked) == 0


@pytest.mark.parametrize("before", [True, False])
def test_a_file_may_hold_the_passphrase(locked: Path, tmp_path: Path, before: bool) -> None:
    (tmp_path / "passphrase").write_text(PASSPHRASE + "\n")
    told = ["--passphrase-file", str(tmp_path / "passphrase")]
    assert main([*told, "--vault", str(locked), "list"] if before else ["--vault", str(locked), "list", *told]) == 0


def test_a_wrong_passphrase_is_one_sentence(locked: Path, monkeypatch: pytest.MonkeyPatch, capsys: Told) -> None:
    monkeypatch.setenv("DUOLOGUE_PASSPHRASE", "wrong")
    assert listed(locked) == 2
    out, err = capsys.readouterr()
    assert out == "" and err == "duologue: This is not the passphrase of this vault; nothing was opened.\n"


def test_with_nobody_to_ask_it_is_said_how_to_tell(locked: Path) -> None:
    command = [sys.executable, "-m", "desktop", "--vault", str(locked), "list"]
    run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, stdin=subprocess.DEVNULL)
    assert run.returncode == 2 and run.stdout == ""
    assert run.stderr.count("\n") == 1 and "--passphrase-file" in run.stderr and "DUOLOGUE_PASSPHRASE" in run.stderr


def test_without_a_key_file_the_recovery_key_opens(locked: Path, monkeypatch: pytest.MonkeyPatch, capsys: Told) -> None:
    (locked / KEY_FILE).unlink()
    monkeypatch.setenv("DUOLOGUE_PASSPHRASE", written(VAULT_KEY))
    assert listed(locked) == 0
    monkeypatch.setenv("DUOLOGUE_PASSPHRASE", PASSPHRASE)
    assert listed(locked) == 2
    assert "recovery key" in capsys.readouterr().err


def test_a_vault_from_before_is_sent_to_the_window(tmp_path: Path, capsys: Told) -> None:
    Vault.create(tmp_path / "plain", None).close()
    assert listed(tmp_path / "plain") == 2
    assert "not encrypted yet" in capsys.readouterr().err


def test_checking_a_file_asks_for_no_passphrase(locked: Path, monkeypatch: pytest.MonkeyPatch, capsys: Told) -> None:
    """Who was not asked for a vault by name only looks at a file; the locked vault knows nobody then."""
    monkeypatch.setenv("DUOLOGUE_VAULT", str(locked))
    example = ROOT / "tests" / "files"
    file = next(example.rglob("*.pdf"))
    assert main(["verify", str(file)]) in (0, 1)
    assert "your vault cannot be opened" in capsys.readouterr().err
