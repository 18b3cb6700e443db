"""The PDFs below a folder, found without following a link or opening what is no file."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from desktop.models.problems import Problem


@dataclass(frozen=True, slots=True)
class Found:
    """A PDF, or a folder that could not be looked into: `problem` says why it cannot be read, "" if nothing is known.

    `name` is its path below the folder that was searched.
    """

    path: Path
    name: str
    problem: str = ""


def pdfs_below(folder: Path) -> tuple[Found, ...]:
    """Return every *.pdf below `folder`, sorted by its path; a folder called x.pdf is a folder like any other.

    Links to folders are left out. Links to files and folders that may not be opened are found with a problem, so that
    no file goes unmentioned. Raises Problem if `folder` is none, cannot be opened, or holds no PDF.
    """
    closed: list[OSError] = []
    paths = [
        Path(place, name)
        for place, _folders, names in os.walk(folder, onerror=closed.append)
        for name in names
        if name.lower().endswith(".pdf")
    ]
    shut = [Path(fault.filename) for fault in closed]
    if folder in shut:
        raise Problem(_why_shut(folder), folder=folder)
    if not paths and not shut:
        raise Problem("There is no PDF in {folder} or in the folders below it.", folder=folder)
    found = [_found(path, folder) for path in paths] + [_shut(path, folder) for path in shut]
    return tuple(sorted(found, key=lambda each: each.path))


def _found(path: Path, folder: Path) -> Found:
    return Found(path, _below(path, folder), _no_file(path))


def _no_file(path: Path) -> str:
    """Return why a name in a folder is no file to read: a pipe, for one, would keep its reader waiting for ever."""
    try:
        mode = path.lstat().st_mode
    except OSError:
        return ""  # gone or closed meanwhile: reading it says which
    if stat.S_ISLNK(mode):
        return "This is a link, so it was not followed; check the file that it leads to."
    return "" if stat.S_ISREG(mode) else "This is no ordinary file, so it was not read."


def _shut(path: Path, folder: Path) -> Found:
    return Found(path, _below(path, folder), "This folder cannot be opened, so nothing in it was checked.")


def _below(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()


def _why_shut(folder: Path) -> str:
    if folder.is_file():
        return "{folder} is a file, not a folder; choose a folder."
    if folder.exists():
        return "{folder} cannot be opened; ask its owner, or choose another folder."
    return "The folder {folder} does not exist; choose another one."
