"""Types while the vault's folder is pulled out, comes back write-protected, and can be written again; for a test."""

import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.models.guide import Kind
from desktop.presenters.destination import Place
from desktop.selftest.hands import type_into, until
from desktop.views.talk.conversation_view import ConversationView
from tests.reader_window import lay_down_powers
from tests.running import at, go, notices, running, vault_of

FIRST, MORE = "typed after the stick was pulled", ", typed while it was write-protected"


def main() -> None:
    """Print what the window says at each turn, and at the end what is on disk."""
    folder, uid = Path(sys.argv[1]), sys.argv[2]
    if os.getuid() == 0:
        lay_down_powers()  # before any other thread begins: each has its own
    app = QApplication(sys.argv[:1])
    with running(folder, folder.parent / "settings.toml") as program:
        view = go(program, Place.CONVERSATION, uid, Kind.OKR)
        at(program, ConversationView)
        vault = vault_of(program)
        away = folder.with_name("away")
        folder.rename(away)
        type_into(view, "voice-manager", FIRST)
        until(lambda: len(notices(program)) == 1, "the first trouble", 20)
        print(notices(program)[0])
        for path in away.iterdir():
            if path.is_file():
                path.chmod(0o400)
        away.rename(folder)
        folder.chmod(0o500)
        type_into(view, "voice-manager", FIRST + MORE)
        until(lambda: "writable" in "".join(notices(program)), "the second trouble", 20)
        print(notices(program)[0])
        folder.chmod(0o700)
        for path in folder.iterdir():
            if path.is_file():
                path.chmod(0o600)
        view.leave()
        until(lambda: not vault.writer.pending() and not notices(program), "the disk", 20)
        print(*(each.text for each in vault.conversations(Kind.OKR).answers(uid)))
    app.quit()


if __name__ == "__main__":
    main()
