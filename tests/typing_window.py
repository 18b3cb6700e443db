"""Types without end into a conversation of the real window, and prints what is on disk whenever that is told.

To be killed: `typed N` stands for the Nth keystroke, `saved N` for an acknowledgement that N characters are on disk.
"""

import sys
from collections.abc import Hashable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from desktop.models.guide import Kind
from desktop.presenters.destination import Place
from desktop.selftest.hands import press
from desktop.storage.vault import Vault
from desktop.views.widgets import VoiceField
from tests.running import go, running

PAUSE = 8


class Typist:
    """Presses one key after the other."""

    def __init__(self, editor: QPlainTextEdit) -> None:
        self._editor = editor
        self._typed = 0

    def press(self) -> None:
        """Press the next key."""
        QTest.keyClick(self._editor, Qt.Key(Qt.Key.Key_A.value + self._typed % 26))
        self._typed += 1
        print(f"typed {self._typed}\n", end="", flush=True)


def tell_saves(vault: Vault, uid: str) -> None:
    """Print after each acknowledgement of the writer how much a reader finds on disk."""
    told = vault.writer.on_saved

    def saved(key: Hashable) -> None:
        told(key)
        on_disk = max((len(each.text) for each in vault.conversations(Kind.PERFORMANCE).answers(uid)), default=0)
        if on_disk:  # the place in the conversation is acknowledged, too
            print(f"saved {on_disk}\n", end="", flush=True)  # one write: two threads print

    vault.writer.on_saved = saved


def main() -> None:
    """Type until killed."""
    app = QApplication(sys.argv[:1])
    folder, uid = Path(sys.argv[1]), sys.argv[2]
    with running(folder, folder / "settings.toml") as program:
        view = go(program, Place.CONVERSATION, uid, Kind.PERFORMANCE)
        for _step in range(3):
            press(view, "next")
        tell_saves(program._house.vault, uid)
        field = view.findChild(VoiceField, "voice-employee")
        typist, timer = Typist(field.editor()), QTimer()
        timer.timeout.connect(typist.press)
        timer.start(PAUSE)
        app.exec()


if __name__ == "__main__":
    main()
