"""Whether a file can be trusted: read from disk, judged by `documents`."""

import errno
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.documents.verify import verify
from desktop.models.problems import Problem
from desktop.models.verdict import Verdict

if TYPE_CHECKING:
    from desktop.storage.vault import Vault

LARGEST = 100 * 1024 * 1024
"""Bytes; a note has about 100 thousand, and what is far larger is no note but a way to fill the memory."""


def check_file(path: Path, trusted: Sequence[bytes] = ()) -> Verdict:
    """Return what is found in the file at `path`; raise Problem if it cannot be read.

    `trusted` are the certificates (DER) that are expected to have signed; empty: nobody is known.
    """
    return verify(read_file(path), path.name, trusted)


def trusted_of(vault: "Vault") -> tuple[bytes, ...]:
    """Return whose certificates (DER) this vault expects on a note: the owner's own and the pinned ones."""
    own = vault.profile.identity(vault.profile.me_uid())
    pinned = tuple(certificate for _person, certificate in vault.profile.pinned())
    return ((own.certificate,) if own else ()) + pinned


def read_file(path: Path) -> bytes:
    """Return what is in a file; raise Problem if it is missing, no file, unreadable or too large."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise Problem("There is no such file; check its name and its folder.") from None
    except IsADirectoryError:
        raise Problem(_FOLDER) from None
    except OSError as fault:
        raise Problem(_FOLDER if path.is_dir() else _sentence(fault), reason=fault.strerror) from fault
    if len(data) > LARGEST:
        raise Problem("This file is larger than 100 MB, so it is no note of Duologue.")
    return data


_FOLDER = "This is a folder; choose a file."


def _sentence(fault: OSError) -> str:
    if fault.errno in (errno.EACCES, errno.EPERM):
        return "You may not open this file; ask its owner, or copy it to a folder of your own."
    return "This file cannot be read ({reason}); copy it to this computer and try again."
