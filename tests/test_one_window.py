"""A second start on the same vault brings the first window forward and ends; another program is named."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.app.address import address, may_be_there
from desktop.selftest.hands import press, until
from desktop.views.people.home_view import HomeView
from desktop.views.vault.trouble_view import TroubleView
from tests.running import at, clean_up, running, seen
from tests.storage.test_holding import held_elsewhere
from tests.test_locking import lock
from tests.world import make_world

ROOT = Path(__file__).parents[1]


@pytest.fixture
def folder(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A closed vault, and nobody's own settings."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    made = make_world(tmp_path / "vault")
    made.vault.close()
    return made.vault.folder


def started(folder: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "desktop", "--vault", str(folder)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def started_again(folder: Path) -> tuple[int | None, str]:
    """Start the program a second time; return how it ended and what it said."""
    with started(folder) as second:
        try:
            until(lambda: second.poll() is not None, "the end of the second start", 30)
            out, err = second.communicate()
            return second.returncode, out + err
        finally:
            second.kill()


def test_a_second_start_brings_the_window_forward_and_ends(folder: Path) -> None:
    with running(folder, folder.parent / "settings.toml") as program:
        at(program, HomeView)
        until(lambda: may_be_there(folder), "the listening window", 10)
        program.window.showMinimized()
        clean_up()
        assert program.window.isMinimized()
        assert started_again(folder) == (0, "")
        assert not program.window.isMinimized() and program.window.isVisible()
        mode = os.stat(address(folder)).st_mode
        assert stat.S_ISSOCK(mode) and not mode & (stat.S_IRWXG | stat.S_IRWXO)
    assert not may_be_there(folder)


def test_a_locked_window_comes_forward_too_and_stays_locked(folder: Path) -> None:
    with running(folder, folder.parent / "settings.toml") as program:
        at(program, HomeView)
        until(lambda: may_be_there(folder), "the listening window", 10)
        lock(program)
        assert started_again(folder) == (0, "")
        assert program.window.is_veiled


def test_what_a_killed_window_left_is_taken_over(folder: Path) -> None:
    with started(folder) as first:
        until(lambda: may_be_there(folder), "the listening window", 30)
        first.kill()
        first.wait()
    assert Path(address(folder)).exists() and not may_be_there(folder)
    with running(folder, folder.parent / "settings.toml") as program:
        at(program, HomeView)
        until(lambda: may_be_there(folder), "the listening window", 10)
        assert started_again(folder) == (0, "")


def test_the_name_of_the_socket_is_the_folders_whatever_leads_there(folder: Path) -> None:
    link = folder.with_name("link")
    link.symlink_to(folder)
    assert address(link) == address(folder)
    assert address(folder.parent) != address(folder)
    assert "vault" not in Path(address(folder)).name


def test_who_holds_the_vault_is_said_and_one_may_try_again(folder: Path) -> None:
    with held_elsewhere(folder) as other, running(folder, folder.parent / "settings.toml") as program:
        view = at(program, TroubleView)
        assert f"process {other.pid} on" in seen(view)
        other.kill()
        other.wait()
        press(view, "try-again")
        at(program, HomeView)
