"""What a disk, a file or another program can do to the vault, each said in one sentence."""

import errno
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from desktop.models.problems import Problem
from desktop.storage.driver import driver

SEALED = "sealed"
"""What the triggers say when somebody touches a sealed row."""


class Refused(Problem):
    """The vault will never take this, however often it is tried; other faults may be gone a moment later."""


class Damaged(Problem):
    """What is in the file is no longer what was written; only a backup helps."""


@contextmanager
def told() -> Iterator[None]:
    """Turn every fault of database and disk in the block into a Problem (`Refused`: trying again is vain)."""
    try:
        yield
    except DBAPIError as fault:
        raise problem_of(fault.orig) from fault
    except PoolTimeout as fault:
        raise _locked() from fault
    except (driver.Error, OSError) as fault:
        raise problem_of(fault) from fault


def problem_of(fault: BaseException | None) -> Problem:
    """Return the Problem that says what `fault` (of the driver or the system) means."""
    name = getattr(fault, "sqlite_errorname", "") or ""
    if name == "SQLITE_CONSTRAINT":
        return _refusal(str(fault))
    if name in _DATABASE:
        return _DATABASE[name]()
    if isinstance(fault, OSError):
        return _SYSTEM.get(fault.errno or 0, lambda: _unusable(fault))()
    return _refused(str(fault))


def _full() -> Problem:
    return Problem("The disk is full, so this is not saved yet; free some space and it will be.")


def _read_only() -> Problem:
    return Problem("The vault cannot be written to; make its folder writable and it goes on by itself.")


def _locked() -> Problem:
    return Problem("Another program holds the vault's file; close that program, then it goes on by itself.")


def _unusable(fault: OSError) -> Problem:
    return Problem("The vault's folder cannot be used: {reason}.", reason=fault.strerror or fault)


def _refused(reason: str) -> Problem:
    return Refused("The vault refused this ({reason}); nothing was changed.", reason=reason)


_DATABASE: Mapping[str, Callable[[], Problem]] = {
    "SQLITE_FULL": _full,
    "SQLITE_READONLY": _read_only,
    "SQLITE_PERM": _read_only,
    "SQLITE_BUSY": _locked,
    "SQLITE_LOCKED": _locked,
    "SQLITE_CORRUPT": lambda: Damaged("The vault's file is damaged; do not go on working in it, restore a backup."),
    "SQLITE_NOTADB": lambda: Damaged(
        "This file is not a Duologue vault, or it is damaged; choose another folder or restore a backup."
    ),
    "SQLITE_IOERR": lambda: Problem(
        "The disk reported an error, so this is not saved yet; check the disk and its free space."
    ),
    "SQLITE_CANTOPEN": lambda: Problem(
        "The vault's file cannot be opened; check that its folder is still there and yours to write in."
    ),
    "SQLITE_TOOBIG": lambda: Refused("This is larger than one field of the vault can hold; please shorten it."),
}

_SYSTEM: Mapping[int, Callable[[], Problem]] = {
    errno.ENOSPC: _full,
    errno.EDQUOT: _full,
    errno.EACCES: _read_only,
    errno.EPERM: _read_only,
    errno.EROFS: _read_only,
}


def _refusal(message: str) -> Problem:
    """Say why a constraint or a trigger said no."""
    if message == SEALED:
        return Refused("This is sealed and stays as it is; open a correction instead.")
    if message.startswith("UNIQUE"):
        return Refused("This is in the vault already.")
    if message.startswith("FOREIGN KEY"):
        return Refused(
            "This belongs together with something that is not in the vault, or something else still needs it."
        )
    return _refused(message)
