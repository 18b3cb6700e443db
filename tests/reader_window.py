"""Starts the program as somebody who may only read the vault's folder, who then repairs that; for a test."""

import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.selftest.hands import press
from desktop.views.home_view import HomeView
from desktop.views.trouble_view import TroubleView
from tests.running import at, running, seen

NOBODY = 65534


def main() -> None:
    """Meet the trouble, repair it, try again."""
    folder = Path(sys.argv[1])
    app = QApplication(sys.argv[:1])
    with running(folder, folder.parent / "settings.toml") as program:
        at(program, HomeView)  # all is loaded: who may only read may be unable to read Python's own files
    (folder / "vault.db").chmod(0o400)
    folder.chmod(0o500)
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    with running(folder, folder.parent / "settings.toml") as program:
        print(seen(at(program, TroubleView)))
        folder.chmod(0o700)
        (folder / "vault.db").chmod(0o600)
        press(at(program, TroubleView), "try-again")
        at(program, HomeView)
        print("Home")
    app.quit()


if __name__ == "__main__":
    main()
