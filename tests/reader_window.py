"""Starts the program as somebody who may only read the vault's folder, who then repairs that; for a test."""

import ctypes
import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.selftest.hands import press
from desktop.views.people.home_view import HomeView
from desktop.views.vault.trouble_view import TroubleView
from tests.running import at, running, seen

CAPABILITIES = 0x20080522
READ_ANYTHING = 1 << 2


def main() -> None:
    """Meet the trouble, repair it, try again."""
    folder = Path(sys.argv[1])
    app = QApplication(sys.argv[:1])
    with running(folder, folder.parent / "settings.toml") as program:
        at(program, HomeView)  # all is loaded: who may only read may be unable to read Python's own files
    (folder / "vault.db").chmod(0o400)
    folder.chmod(0o500)
    if os.getuid() == 0:
        lay_down_powers()
    with running(folder, folder.parent / "settings.toml") as program:
        print(seen(at(program, TroubleView)))
        folder.chmod(0o700)
        (folder / "vault.db").chmod(0o600)
        press(at(program, TroubleView), "try-again")
        at(program, HomeView)
        print("Home")
    app.quit()


def lay_down_powers() -> None:
    """Let file permissions hold for root too, except for reading: the checkout may lie where only root can look."""
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(CAPABILITIES, 0)
    held = (ctypes.c_uint32 * 6)()
    assert libc.capget(header, held) == 0
    kept = held[0] & READ_ANYTHING
    assert libc.capset(header, (ctypes.c_uint32 * 6)(kept, kept)) == 0


if __name__ == "__main__":
    main()
