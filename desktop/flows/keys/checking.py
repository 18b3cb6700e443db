"""Whether a file can be trusted: read from disk, judged by `documents`."""

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

from desktop.documents.judging.verify import verify
from desktop.flows.keys.known import NOBODY, Known
from desktop.models.problems import Problem
from desktop.models.verdict import Verdict

LARGEST = 100 * 1024 * 1024
"""Bytes; a note has about 100 thousand, and what is far larger is no note but a way to fill the memory."""


def check_file(path: Path, known: Known = NOBODY, password: str = "") -> Verdict:
    """Return what is found in the file at `path`; `known` are those who are expected to have signed it.

    Raises Problem if it cannot be read, Locked (a Problem) if it needs another `password`.
    """
    return verify(read_file(path), path.name, known.certificates, known.anchors, password)


def read_file(path: Path) -> bytes:
    """Return what is in a file; raise Problem if it is missing, no file, unreadable, too large, or being written."""
    try:
        with path.open("rb") as file:
            return read_whole(file)
    except FileNotFoundError:
        raise Problem("There is no such file; check its name and its folder.") from None
    except IsADirectoryError:
        raise Problem(_FOLDER) from None
    except OSError as fault:
        raise Problem(_FOLDER if path.is_dir() else _sentence(fault), reason=fault.strerror) from fault


def read_whole(file: BinaryIO) -> bytes:
    """Return what is in an open file; raise Problem if it is too large, or if somebody writes it meanwhile."""
    before = os.fstat(file.fileno())
    if before.st_size > LARGEST:
        raise Problem("This file is larger than 100 MB, so it is no note of Duologue.")
    data = file.read(LARGEST + 1)
    after = os.fstat(file.fileno())
    if stat.S_ISREG(before.st_mode) and (before.st_mtime_ns, len(data)) != (after.st_mtime_ns, after.st_size):
        raise Problem("This file changed while it was read; wait until it is saved, and try again.")
    return data


_FOLDER = "This is a folder; choose a file."


def _sentence(fault: OSError) -> str:
    if fault.errno in (errno.EACCES, errno.EPERM):
        return "You may not open this file; ask its owner, or copy it to a folder of your own."
    return "This file cannot be read ({reason}); copy it to this computer and try again."
