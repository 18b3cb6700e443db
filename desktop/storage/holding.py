"""Who works in a vault: one program at a time, and everybody else is told which.

The lock is the operating system's own (`flock`, on Windows a locked byte): it goes with the process, also where
that is killed, so that no lock is ever stale. It lies on a small file beside the vault that also says who holds it.
"""

import json
import os
import socket
import sys
import threading
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from desktop.models.problems import Problem

LOCK_NAME = "vault.lock"
_AWAY = 1 << 20
"""Which byte Windows locks: beyond what is read, because there nobody else may read what is locked."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A program that works in a vault: its name, process, computer, and since when (local time)."""

    program: str
    process: int
    host: str
    since: str


class Held(Problem):
    """Another program works in the vault."""


class Hold:
    """This program's right to work alone in a vault, until it is released; many may stand on the same lock."""

    def __init__(self, folder: Path) -> None:
        """Take it; raise Held if another program has it, OSError if the folder takes no lock at all."""
        self._path = folder.resolve() / LOCK_NAME
        self._released = False
        with _guard:
            count, descriptor = _held.get(self._path, (0, -1))
            if not count:
                descriptor = _taken(self._path)
            _held[self._path] = (count + 1, descriptor)

    def release(self) -> None:
        """Let other programs in again, once nothing else of this program works there."""
        with _guard:
            if self._released:
                return
            self._released = True
            count, descriptor = _held.pop(self._path)
            if count > 1:
                _held[self._path] = (count - 1, descriptor)
            else:
                _given_back(self._path, descriptor)


def holder(folder: Path) -> Holder | None:
    """Return who says to hold the vault in `folder`; None if nobody does, or it cannot be read.

    What is said counts only while the lock is held: a program that was killed cannot take its name back.
    """
    with suppress(OSError, ValueError, TypeError):
        return Holder(**json.loads((folder / LOCK_NAME).read_text(encoding="utf-8")))
    return None


_guard = threading.Lock()
_held: dict[Path, tuple[int, int]] = {}
"""How often this program holds each lock, and by which descriptor."""


def _taken(path: Path) -> int:
    """Return the descriptor of the locked file, which says from now on who holds it."""
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
        try:
            if not _lock(descriptor):
                raise _held_by(holder(path.parent))
            if _is_at(path, descriptor):
                os.ftruncate(descriptor, 0)
                os.write(descriptor, json.dumps(asdict(_myself())).encode())
                return descriptor
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)  # its holder has just gone and has taken the file along


def _given_back(path: Path, descriptor: int) -> None:
    """Take the file away and the lock off; where an open file cannot go (Windows), the other way round."""
    mine = _is_at(path, descriptor)
    if sys.platform == "win32":
        os.close(descriptor)
    if mine:
        with suppress(OSError):  # it is open elsewhere, or the folder takes no changes
            path.unlink()
    if sys.platform != "win32":
        os.close(descriptor)


def _is_at(path: Path, descriptor: int) -> bool:
    """Tell whether an open file is still the one of that name."""
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except OSError:
        return False


def _lock(descriptor: int) -> bool:
    """Lock the file for this process; False if another one has."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(descriptor, _AWAY, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            os.lseek(descriptor, 0, os.SEEK_SET)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _myself() -> Holder:
    started = Path(sys.argv[0])
    name = started.parent.name if started.name == "__main__.py" else started.name
    return Holder(name or "python", os.getpid(), socket.gethostname(), f"{datetime.now():%Y-%m-%d %H:%M}")


def _held_by(found: Holder | None) -> Held:
    if found is None:
        return Held("Another program works in this vault; close it there, then try again.")
    return Held(
        "Another program works in this vault: {program}, process {process} on {host}, since {since}. "
        "Close it there, then try again.",
        **asdict(found),
    )
