"""Where the window on a vault can be reached by a second start: known without Qt's network, which takes a while."""

import os
import sys
from contextlib import suppress
from pathlib import Path


def address(folder: Path) -> str:
    """Return the socket of this user's window on the vault in `folder`; its name tells nothing about the folder."""
    import hashlib

    real = str(folder.resolve()).encode("utf-8", "surrogateescape")
    user = os.environ.get("USERNAME", "") if sys.platform == "win32" else ""
    name = "duologue-" + hashlib.sha256(user.encode() + b"\0" + real).hexdigest()[:24]
    return name if sys.platform == "win32" else str(_shelf() / name)  # Windows: a named pipe


def may_be_there(folder: Path) -> bool:
    """Tell whether asking for a window on the vault in `folder` is worth while: False if surely nobody listens."""
    if sys.platform == "win32":
        return True
    if not _is_ours(_shelf()):
        return False
    import socket

    with suppress(OSError), socket.socket(socket.AF_UNIX) as asking:
        asking.connect(address(folder))
        return True
    return False


def make_shelf() -> bool:
    """Make the folder for the sockets, for this user alone; False if somebody else's is in its place."""
    if sys.platform == "win32":
        return True
    with suppress(OSError):
        _shelf().mkdir(mode=0o700)
    return _is_ours(_shelf())


def clear_shelf() -> None:
    """Take the folder away, if no window listens any more."""
    if sys.platform != "win32":
        with suppress(OSError):
            _shelf().rmdir()


def _shelf() -> Path:
    own = os.environ.get("XDG_RUNTIME_DIR")
    if own:
        return Path(own, "duologue")
    import tempfile

    return Path(tempfile.gettempdir(), f"duologue-{os.getuid()}")


def _is_ours(shelf: Path) -> bool:
    """Tell whether the folder is there, and nobody else's."""
    try:
        status = shelf.lstat()
    except OSError:
        return False
    return status.st_uid == os.getuid() and not status.st_mode & 0o077
