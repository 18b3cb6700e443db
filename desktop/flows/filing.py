"""Files that are whole or not there: written under a temporary name, then given their own in one step."""

import errno
import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from desktop.durable import SHARED, sync_folder, write_new_file
from desktop.models.problems import Problem

_FULL = "There is no room left in {folder}; free some space or choose another folder."
_READ_ONLY = "{folder} cannot be written to; choose a folder where you may save files."
_MISSING = "The folder {folder} does not exist; choose another one or create it first."
_NO_FOLDER = "{folder} is a file, not a folder; choose a folder."
_OTHER = "The file could not be saved in {folder} ({reason}); try again or choose another folder."


@contextmanager
def drafted(folder: Path, data: bytes) -> Iterator[Path]:
    """Write `data` durably to a temporary file in `folder` and lend it; no draft is ever left behind.

    Raises Problem if the folder is missing, read-only or full.
    """
    with saving_to(folder):
        draft = _write(folder, data)
    try:
        yield draft
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def give_name(draft: Path, name: str) -> Path:
    """Give a draft its name, or "name (2)" and so on where it is taken; return where the file lies."""
    with saving_to(draft.parent):
        for candidate in _candidates(draft.parent / name):
            if _claimed(draft, candidate):
                sync_folder(draft.parent)
                return candidate
    raise AssertionError("there is always a next number")


def take_name(draft: Path, path: Path) -> None:
    """Give a draft exactly this name; raise Problem if a file has it already."""
    with saving_to(path.parent):
        if not _claimed(draft, path):
            raise Problem("There is a file {path} already; choose another name.", path=path)
        sync_folder(path.parent)


def write_new(folder: Path, name: str, data: bytes) -> Path:
    """Write a new file, whole or not at all, and return where it lies; raise Problem if it cannot be."""
    with drafted(folder, data) as draft:
        return give_name(draft, name)


def require_folder(folder: Path) -> None:
    """Raise Problem if `folder` is not there or no folder, before anything is made for it."""
    with saving_to(folder):
        if not folder.is_dir():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(folder))


@contextmanager
def saving_to(folder: Path) -> Iterator[None]:
    """Turn every fault of the disk inside the block into a sentence about `folder`."""
    try:
        yield
    except OSError as fault:
        sentence = _sentence(folder, fault.errno)
        raise Problem(sentence, folder=folder, reason=fault.strerror or str(fault)) from fault


def _sentence(folder: Path, code: int | None) -> str:
    if code in (errno.ENOSPC, errno.EDQUOT):
        return _FULL
    if code in (errno.EACCES, errno.EPERM, errno.EROFS):
        return _READ_ONLY
    if code == errno.ENOTDIR or folder.is_file():
        return _NO_FOLDER
    return _MISSING if code == errno.ENOENT else _OTHER


def _write(folder: Path, data: bytes) -> Path:
    draft = folder / f".duologue-{secrets.token_hex(8)}.part"
    write_new_file(draft, data, SHARED)
    return draft


def _candidates(path: Path) -> Iterator[Path]:
    yield path
    for number in count(2):
        yield path.with_name(f"{path.stem} ({number}){path.suffix}")


def _claimed(draft: Path, path: Path) -> bool:
    """Give `draft` the name `path` if no file has it, even if another program tries at the same moment."""
    try:
        if sys.platform == "win32":
            draft.rename(path)
        else:
            path.hardlink_to(draft)
    except FileExistsError:
        return False
    except OSError:
        return _reserved(draft, path)
    return True


def _reserved(draft: Path, path: Path) -> bool:
    """The same where a file system has no such step (FAT, some network drives): take the name, replace it."""
    try:
        path.open("xb").close()
    except FileExistsError:
        return False
    try:
        draft.replace(path)
    except BaseException:  # also an interrupt: an empty file under this name would pass for the note
        with suppress(OSError):
            path.unlink()
        raise
    return True
