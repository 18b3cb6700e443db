"""How long until there is a window, beside an almost empty one of PySide6 in the same rounds."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bench.figures import Figure, figure
from bench.screen import Screen, differs, painted, screen

ROOT = Path(__file__).resolve().parent.parent
BARE = """
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1280, 800)
window.setCentralWidget(QLabel("Duologue"))
window.show()
app.exec()
"""
_QUIET = 0.8
_PATIENCE = 60.0
_LITTLE = 0.005
"""Share of the pixels that may still differ once a window counts as settled: a caret blinks."""


@dataclass(frozen=True, slots=True)
class Start:
    """Seconds from the start of the process to its first painted window, and to the last change of it."""

    first: float
    settled: float


def measure(vault: Path, rounds: int) -> list[Figure]:
    """Return how fast the window on `vault` is painted and filled, warm: one round first does not count."""
    with tempfile.TemporaryDirectory(prefix="bench-home-") as home:
        measured = seen_on_screen if shutil.which("Xvfb") else told
        pairs = measured(vault, Path(home), rounds + 1)[1:]
    ours, theirs = ([pair[which] for pair in pairs] for which in (0, 1))
    first, yard, beside = [each.first for each in ours], [each.first for each in theirs], "a bare QMainWindow"
    return [
        figure("warm start to first painted window", first, yard, beside, "ratio ≤ 1.8"),
        figure("warm start to the settled home screen", [each.settled for each in ours], yard, beside),
        figure("(bare QMainWindow, first painted)", yard, yard, "itself"),
    ]


def seen_on_screen(vault: Path, home: Path, rounds: int) -> list[tuple[Start, Start]]:
    """Return pairs of starts, ours and the bare one, as they are seen on a screen."""
    program = [sys.executable, "-m", "desktop", "--vault", str(vault)]
    bare = [sys.executable, "-c", BARE]
    with screen() as seen:
        return [(watched(program, seen, home), watched(bare, seen, home)) for _ in range(rounds)]


def told(vault: Path, home: Path, rounds: int) -> list[tuple[Start, Start]]:
    """Return the same offscreen, as the programs tell it themselves (where there is no Xvfb)."""
    program = ["desktop", str(vault)]
    return [(_reported(program, home), _reported(["bare"], home)) for _ in range(rounds)]


def watched(command: Sequence[str], seen: Screen, home: Path) -> Start:
    """Start a program on a screen that is watched, wait for its window, and end it."""
    empty = seen.look()
    begun = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=ROOT, env=settings(home, seen.display), stdout=subprocess.DEVNULL, start_new_session=True
    )
    try:
        return _watch(process, seen, empty, begun)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        process.wait()
        _wait_for(seen, empty)


def settings(home: Path, display: str = "") -> dict[str, str]:
    """Return an environment like a user's: own home folder, byte code kept, one screen (none: offscreen)."""
    kept = {name: value for name, value in os.environ.items() if name not in _OWN}
    places: Mapping[str, str] = {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
    }
    shown = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"} if display else {"QT_QPA_PLATFORM": "offscreen"}
    return {**kept, **places, **shown}


_OWN = ("PYTHONDONTWRITEBYTECODE", "DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "DUOLOGUE_VAULT")


def _watch(process: subprocess.Popen[bytes], seen: Screen, empty: bytes, begun: float) -> Start:
    first, last = 0.0, empty
    changes: list[tuple[float, bytes]] = []
    while True:
        look, now = seen.look(), time.perf_counter() - begun
        if look != last:
            last = look
            changes.append((now, look))
            first = first or (now if painted(empty, look) else 0.0)
        if first and now - changes[-1][0] > _QUIET:
            return Start(first, _settled(changes, first))
        if process.poll() is not None or now > _PATIENCE:
            raise RuntimeError("the program showed no window")
        time.sleep(0.001)


def _settled(changes: Sequence[tuple[float, bytes]], first: float) -> float:
    """Return when the screen was last far from how it stayed."""
    final = changes[-1][1]
    settled = changes[-1][0]
    for moment, look in reversed(changes):
        if differs(look, final, _LITTLE):
            break
        settled = moment
    return max(settled, first)


def _wait_for(seen: Screen, empty: bytes) -> None:
    end = time.perf_counter() + 5
    while differs(seen.look(), empty) and time.perf_counter() < end:
        time.sleep(0.01)


def _reported(what: Sequence[str], home: Path) -> Start:
    """Start a program offscreen that tells by itself when it has painted."""
    command = [sys.executable, "-m", "bench.painting", *what]
    begun = time.perf_counter()
    with subprocess.Popen(command, cwd=ROOT, env=settings(home), stdout=subprocess.PIPE, text=True) as process:
        told = process.stdout.readline() if process.stdout else ""
        moment = time.perf_counter() - begun
    if told != "painted\n":
        raise RuntimeError("the program showed no window")
    return Start(moment, moment)
