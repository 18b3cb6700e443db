"""Has nobody touched the window for a while? Also where the computer slept meanwhile."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication

_EVERY = 5_000
"""Milliseconds between two looks at the clock."""
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)


def _both_clocks() -> tuple[float, float]:
    return time.monotonic(), time.time()


class IdleWatch(QObject):
    """Notes when one of the program's windows was last touched. It looks at windows only, not at every widget's events.

    Two clocks are read, as one of them stands still while the computer sleeps. `minutes` is asked each time; 0: never.

    Signals:
        idle(): nobody has touched the program for so long.
        lock_keys(): Ctrl+L was pressed over a question, where the window's own shortcuts rest.
    """

    idle = Signal()
    lock_keys = Signal()

    def __init__(self, minutes: Callable[[], int], clocks: Callable[[], tuple[float, float]] = _both_clocks) -> None:
        super().__init__()
        self._minutes = minutes
        self._clocks = clocks
        self._touched = self._clocks()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.look)

    def start(self, app: QGuiApplication) -> None:
        """Count from now on."""
        self._touched = self._clocks()
        if not self._timer.isActive():
            self._timer.start()
            app.focusWindowChanged.connect(self._window_changed)
            self._window_changed(app.focusWindow())

    def look(self) -> bool:
        """Tell by the signal, and in return, whether nobody has touched the program for long enough."""
        minutes = self._minutes()
        past = max(now - then for now, then in zip(self._clocks(), self._touched, strict=True))
        if not minutes or past < minutes * 60:
            return False
        self._touched = self._clocks()
        self.idle.emit()
        return True

    # slots

    def _window_changed(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    # events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a touch; the first one after a long sleep finds the window locked, and is for nobody."""
        if event.type() not in _TOUCHES:
            return False
        late = self.look()
        self._touched = self._clocks()
        asked = _is_lock_key(event) and QApplication.activeModalWidget() is not None
        if asked and not late:
            self.lock_keys.emit()
        return late or asked


def _is_lock_key(event: QEvent) -> bool:
    return (
        isinstance(event, QKeyEvent)
        and event.key() == Qt.Key.Key_L
        and event.modifiers() == Qt.KeyboardModifier.ControlModifier
    )
