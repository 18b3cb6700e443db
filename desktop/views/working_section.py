"""A section whose work may take a while: it says so, waits, and is still there for what comes back."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QWidget
from shiboken6 import isValid

from desktop.views.widgets import Rows, Section, Text, column
from desktop.views.work import Job, Work

_PATIENCE = 200
"""Milliseconds of work before it is told: a line that comes and goes at once would only make the page jump."""


class WorkingSection(Section):
    """What is added goes into a body that takes no clicks while work is under way; nor does `action`, in its head.

    Signals:
        noticed(object): a Notice for the top of the screen, None to take away the one that is there.
    """

    noticed = Signal(object)

    def __init__(self, title: str, action: QWidget | None = None) -> None:
        super().__init__(title, action=action)
        self._action = action
        self._work: Work | None = None
        self._held: QWidget | None = None
        self._instead: QWidget | None = None
        self._words = Text("", "muted")
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedHeight(4)
        self._busy = column(self._words, bar)
        self._busy.hide()
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self._busy.show)
        self.body = Rows(8)
        self.add(self._busy)
        self.add(self.body)

    def refused(self, sentence: str) -> None:
        """Show why the work did not succeed."""
        raise NotImplementedError

    def drop_work(self) -> None:
        """Wait for no work any more; what still comes back is not listened to."""
        if self._work is not None:
            self._work.cancel()
        self._rest()

    def _run(self, words: str, job: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Begin `job`, and say `words` meanwhile; `done` (a bound method) gets what it returns."""
        self._words.setText(words)
        self._patience.start()
        self._disable()
        self._work = Work(_plain(job))
        self._work.done.connect(self._done)
        self._work.failed.connect(self._failed)
        self._then = done
        self._work.start()

    def _rest(self) -> None:
        self._work = None
        self._patience.stop()
        self._busy.hide()
        self._enable(True)
        self._give_back()

    def _give_back(self) -> None:
        """Give the keyboard back to what had it before the work, unless it was put elsewhere meanwhile."""
        held, instead = self._held, self._instead
        self._held = self._instead = None
        if held is not None and isValid(held) and held.isVisible() and self.window().focusWidget() is instead:
            held.setFocus()

    def _disable(self) -> None:
        """Take no clicks, and remember what loses the keyboard by that."""
        held = self.window().focusWidget()
        self._enable(False)
        if held is not None and not held.isEnabled():
            self._held, self._instead = held, self.window().focusWidget()

    def _enable(self, enabled: bool) -> None:
        self.body.setEnabled(enabled)
        if self._action is not None:
            self._action.setEnabled(enabled)

    # slots

    def _done(self, result: object) -> None:
        if self.sender() is self._work:
            self._rest()
            self._then(result)

    def _failed(self, sentence: str) -> None:
        if self.sender() is self._work:
            self._rest()
            self.refused(sentence)


def _plain(job: Callable[[], Any]) -> Job:
    """Return a job that tells no progress; it is over before it could be cancelled."""
    return lambda report, cancelled: job()
