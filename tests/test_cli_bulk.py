"""The command line on many files: all notes exported, stopped half-way, shown on a terminal."""

import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.cli import main
from desktop.commands.progress import show_progress, stoppable
from desktop.models.guide import Kind
from desktop.storage.keys.unlocking import unlock_quietly
from desktop.storage.vault import Vault

ROOT = Path(__file__).resolve().parent.parent

Told = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home folder of our own: no test may meet the vault of whoever runs it."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.delenv("DUOLOGUE_VAULT", raising=False)


@pytest.fixture(scope="module")
def firm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli-bulk") / "vault"
    assert main(["demo", "--vault", str(folder), "--no-window"]) == 0
    return folder


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def listed(firm: Path, capsys: Told) -> list[dict[str, str]]:
    capsys.readouterr()
    assert main(["--vault", str(firm), "list", "--json"]) == 0
    rows: list[dict[str, str]] = json.loads(capsys.readouterr().out)
    return rows


def series(firm: Path) -> int:
    """Return how many notes there are, each counted once however often it was revised."""
    vault = Vault.open(firm, unlock_quietly(firm))
    try:
        return len({note.series for kind in Kind for note in vault.notes(kind).notes()})
    finally:
        vault.close()


def test_all_notes_are_exported_in_their_newest_revision(firm: Path, out: Path, capsys: Told) -> None:
    assert main(["--vault", str(firm), "export", "--all", "--out", str(out)]) == 0
    told = capsys.readouterr()
    names = sorted(path.name for path in out.iterdir())
    assert len(names) == series(firm)
    assert all(f"{name}: Signed, checked and saved" in told.out for name in names)
    assert f"{len(names)} files are good." in told.out and told.err == ""
    assert main(["verify", "--vault", str(firm), str(out)]) == 0


def test_a_choice_is_exported_and_told_to_programs(firm: Path, out: Path, capsys: Told) -> None:
    row = next(row for row in listed(firm, capsys) if row["state"] == "sealed" and row["kind"] == "okr")
    typed = ["export", "--all", "--out", str(out), "--kind", "okr", "--person", row["person"], "--json"]
    assert main(["--vault", str(firm), *typed]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["folder"], told["cancelled"], told["total"]) == (str(out), False, len(told["files"]))
    assert sorted(each["file"] for each in told["files"]) == sorted(path.name for path in out.iterdir())
    assert all("OKR conversation" in each["file"] and each["good"] for each in told["files"])


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (["abc", "--all"], "not allowed with"),
        ([], "required"),
        (["abc", "--kind", "okr"], "write “--all” instead of an id"),
        (["--all", "--person", "Nobody Like This"], "Nobody in this vault"),
    ],
)
def test_what_cannot_be_meant_is_one_sentence(
    firm: Path, out: Path, typed: list[str], sentence: str, capsys: Told
) -> None:
    assert main(["--vault", str(firm), "export", *typed, "--out", str(out)]) == 2
    told = capsys.readouterr()
    assert sentence in told.err and told.err.count("\n") == 1


def test_a_missing_folder_is_one_sentence_and_not_one_for_each_note(firm: Path, out: Path, capsys: Told) -> None:
    assert main(["--vault", str(firm), "export", "--all", "--out", str(out / "gone")]) == 2
    told = capsys.readouterr()
    assert "does not exist" in told.err and told.err.count("\n") == 1


def test_ctrl_c_finishes_the_file_at_hand_and_a_second_one_ends_the_command() -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell that runs tests in its background ignores it
    with stoppable() as stopped:
        assert not stopped()
        signal.raise_signal(signal.SIGINT)
        assert stopped()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_progress_is_for_terminals_only(capsys: Told) -> None:
    show_progress(0, 2, "a.pdf")
    assert capsys.readouterr().err == ""


def test_ctrl_c_leaves_whole_files_only(firm: Path, out: Path, capsys: Told) -> None:
    mine, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "desktop", "--vault", str(firm), "export", "--all", "--out", str(out)],
        stdout=subprocess.PIPE,
        stderr=theirs,
        text=True,
        cwd=ROOT,
    )
    os.close(theirs)
    seen = b""
    while b"2/" not in seen:  # the first note is out, the second at hand
        seen += os.read(mine, 1000)
    process.send_signal(signal.SIGINT)
    printed, _none = process.communicate(timeout=60)
    os.close(mine)
    assert process.returncode == 130
    assert "Stopped after 2 of" in printed and b"\x1b[K" in seen
    assert [path.suffix for path in out.iterdir()] == [".pdf", ".pdf"]
    assert main(["verify", "--vault", str(firm), str(out)]) == 0
