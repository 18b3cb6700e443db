"""Files that survive a pulled plug: on the disk before they have their name, and the name on the disk, too."""

import errno
import os
import secrets
from pathlib import Path

PRIVATE = 0o600
"""For the owner's eyes alone."""
SHARED = 0o666
"""As the user's own umask has it."""


def replace_file(path: Path, content: bytes) -> None:
    """Write a file for its owner's eyes alone, whole or not at all; raise OSError if the disk refuses."""
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}.new")
    write_new_file(draft, content, PRIVATE)
    try:
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def write_new_file(path: Path, content: bytes, mode: int) -> None:
    """Write a file that is not there yet, down to the disk; raise OSError, and leave nothing, if that fails."""
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), mode)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable; raise OSError if the disk fails.

    Windows and some network drives have no such step and see to it themselves.
    """
    if os.name != "posix":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as fault:
        if fault.errno not in _NO_SUCH_STEP:
            raise


_NO_SUCH_STEP = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EACCES})
