"""Typed words on their way to the disk, without a keystroke ever waiting."""

from PySide6.QtCore import QObject, QTimer, Signal

DELAY = 300
"""Milliseconds between the first unsaved keystroke and its hand-over to the writer."""


class Autosave(QObject):
    """Collects what changes in many fields and hands it on at most `DELAY` milliseconds after the first keystroke.

    The timer is not restarted by further typing: somebody who never pauses still loses no more than that.

    Signals:
        due(str, str): a field's key and its newest text.
    """

    due = Signal(str, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: dict[str, str] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY)
        self._timer.timeout.connect(self.flush)

    def take(self, key: str, text: str) -> None:
        """Take the newest text of a field."""
        self._waiting[key] = text
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Hand on everything now: before next, back, seal, hide and close."""
        self._timer.stop()
        waiting, self._waiting = self._waiting, {}
        for key, text in waiting.items():
            self.due.emit(key, text)


class Watch(QObject):
    """Ties one field's `edited(str)` to the autosave under a key that may change with the question."""

    def __init__(self, autosave: Autosave, key: str = "") -> None:
        super().__init__(autosave)
        self._autosave = autosave
        self.key = key

    def changed(self, text: str) -> None:
        """Slot for the field's signal."""
        self._autosave.take(self.key, text)


class SaveNews(QObject):
    """What the vault's writer reports from its own thread, brought to the window's thread.

    Signals:
        saved(): everything typed is on disk.
        failed(str): the disk did not take it; the sentence says why. The words wait in memory.
    """

    saved = Signal()
    failed = Signal(str)
