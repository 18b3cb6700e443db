"""How long a newcomer waits: from a copy of the source without any environment to the first window."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.figures import Figure, figure
from bench.screen import painted, screen
from bench.startup import ROOT, settings

_LEFT_BEHIND = (".git", ".venv", "build", "dist", "__pycache__", ".*_cache")
_PATIENCE = 1800.0


def measure() -> list[Figure]:
    """Return how long `dev.py run` takes in a bare copy: to its first window (without Xvfb: to its end)."""
    with tempfile.TemporaryDirectory(prefix="bench-bare-") as folder:
        copy, home = Path(folder, "copy"), Path(folder, "home")
        home.mkdir()
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*_LEFT_BEHIND))
        if shutil.which("Xvfb"):
            seconds, name = _to_window(copy, home), "bare environment to the first window"
        else:
            seconds, name = _to_end(copy, home), "bare environment to the end of the self-test"
    return [figure(name, [seconds], [seconds], "itself")]


def _command() -> list[str]:
    return [getattr(sys, "_base_executable", sys.executable), "dev.py", "run"]


def _environment(home: Path, display: str) -> dict[str, str]:
    kept = settings(home, display)
    kept.pop("VIRTUAL_ENV", None)
    if not display:
        kept.pop("QT_QPA_PLATFORM")
    return kept


def _to_end(copy: Path, home: Path) -> float:
    begun = time.perf_counter()
    subprocess.run(_command(), cwd=copy, env=_environment(home, ""), check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def _to_window(copy: Path, home: Path) -> float:
    with screen() as seen:
        empty, begun = seen.look(), time.perf_counter()
        process = subprocess.Popen(
            _command(),
            cwd=copy,
            env=_environment(home, seen.display),
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            while not painted(empty, seen.look()):
                if process.poll() is not None or time.perf_counter() - begun > _PATIENCE:
                    raise RuntimeError("dev.py showed no window")
                time.sleep(0.02)
            return time.perf_counter() - begun
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait()
