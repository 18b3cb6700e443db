"""A start that meets trouble: one sentence on a screen with two ways out, and all is well after the repair."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app.program import Program
from desktop.places import default_vault
from desktop.presenters.destination import Place
from desktop.selftest.hands import press, until
from desktop.settings import load_settings
from desktop.storage.connection import connect
from desktop.storage.schema import SCHEMA
from desktop.views.people.home_view import HomeView
from desktop.views.vault.first_run_view import FirstRunView
from desktop.views.vault.trouble_view import TroubleView
from tests.keys import VAULT_KEY
from tests.running import at, go, running, seen
from tests.world import make_world

ROOT = Path(__file__).parents[1]


@pytest.fixture
def folder(tmp_path: Path, qtbot: QtBot) -> Path:
    """A closed vault."""
    made = make_world(tmp_path / "vault")
    made.vault.close()
    return made.vault.folder


def told(program: Program) -> str:
    """Return the sentence of the trouble."""
    view = at(program, TroubleView)
    return seen(view)


def set_schema(folder: Path, number: int) -> None:
    connection = connect(folder / "vault.db", VAULT_KEY)
    connection.execute(f"PRAGMA user_version={number}")
    connection.close()


def test_a_newer_vault_is_left_alone_until_it_can_be_read(folder: Path) -> None:
    set_schema(folder, SCHEMA + 1)
    before = (folder / "vault.db").read_bytes()
    with running(folder, folder.parent / "settings.toml") as program:
        assert "made by a newer Duologue" in told(program)
        assert (folder / "vault.db").read_bytes() == before
        press(at(program, TroubleView), "try-again")
        until(lambda: "made by a newer Duologue" in told(program), "the same trouble")
        set_schema(folder, SCHEMA)
        press(at(program, TroubleView), "try-again")
        at(program, HomeView)


@pytest.mark.parametrize("content", [b"", b"no database" * 900, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_file_that_is_no_vault_is_said(folder: Path, content: bytes) -> None:
    whole = (folder / "vault.db").read_bytes()
    (folder / "vault.db").write_bytes(content)
    with running(folder, folder.parent / "settings.toml") as program:
        assert "not a Duologue vault" in told(program)
        (folder / "vault.db").write_bytes(whole)
        press(at(program, TroubleView), "try-again")
        at(program, HomeView)


def test_a_vault_damaged_inside_is_said_and_not_worked_in(folder: Path) -> None:
    whole = (folder / "vault.db").read_bytes()
    damaged = bytearray(whole)
    for page in range(4096, len(whole), 4096):
        damaged[page : page + 2000] = b"\xff" * 2000
    (folder / "vault.db").write_bytes(damaged)
    with running(folder, folder.parent / "settings.toml") as program:
        assert "damaged" in told(program)
        (folder / "vault.db").write_bytes(whole)
        press(at(program, TroubleView), "try-again")
        at(program, HomeView)


def test_a_folder_where_the_file_should_be_is_said(folder: Path) -> None:
    (folder / "vault.db").rename(folder / "kept.db")
    (folder / "vault.db").mkdir()
    with running(folder, folder.parent / "settings.toml") as program:
        assert "should be the vault's file" in told(program)
        (folder / "vault.db").rmdir()
        (folder / "kept.db").rename(folder / "vault.db")
        press(at(program, TroubleView), "try-again")
        at(program, HomeView)


def test_a_file_named_as_the_vault_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("mine")
    monkeypatch.setenv("DUOLOGUE_VAULT", str(file))
    with running(default_vault(), tmp_path / "settings.toml") as program:
        assert "is a file; choose the folder" in told(program)
        at(program, TroubleView).elsewhere.emit(str(folder))
        at(program, HomeView)
    assert file.read_text() == "mine"


def test_who_may_only_read_is_told_and_goes_on_after_the_repair() -> None:
    place = Path(tempfile.mkdtemp(prefix="duologue-reader-"))
    try:
        folder = place / "home" / "vault"
        make_world(folder).vault.close()
        command = [sys.executable, "-m", "tests.reader_window", str(folder)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    finally:
        folder.chmod(0o700)
        shutil.rmtree(place)
    assert done.returncode == 0, done.stderr
    assert "is read-only; make folder and file writable" in done.stdout
    assert done.stdout.splitlines()[-1] == "Home"
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("text", ["theme = [", "\x00\xff", 'theme = 7\ngeometry = "%%%"\nvault = ["x"]'])
def test_broken_settings_cost_nothing_but_themselves(folder: Path, text: str) -> None:
    settings = folder.parent / "settings.toml"
    settings.write_text(text, encoding="latin-1")
    with running(folder, settings) as program:
        at(program, HomeView)
        program.window.close()
    assert load_settings(settings).geometry


def test_settings_that_cannot_be_written_stop_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = folder.parent / "settings.toml"
    settings.mkdir()
    monkeypatch.setenv("DUOLOGUE_VAULT", str(folder))
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    with running(folder, settings) as program:
        program._named = False
        program._entrance._opened(program._house)
        at(program, HomeView)
        view = go(program, Place.SETTINGS)
        view._choose_theme("dark")  # type: ignore[attr-defined]
        assert "could not be saved" in seen(view)
        assert program.window.close()
    assert "could not be saved" in capsys.readouterr().err


def test_an_empty_place_asks_who_one_is(tmp_path: Path, qtbot: QtBot) -> None:
    with running(tmp_path / "new", tmp_path / "settings.toml") as program:
        at(program, FirstRunView)
        assert not (tmp_path / "new").exists()
        assert program.window.close()
