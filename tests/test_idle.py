"""When nobody touches the window for a while, or the computer slept, it says so."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.app.idle import IdleWatch
from desktop.selftest.hands import until


class Clocks:
    """A clock that stands still while the computer sleeps, and one that does not; seconds."""

    def __init__(self) -> None:
        self.awake, self.wall = 1000.0, 90000.0

    def __call__(self) -> tuple[float, float]:
        return self.awake, self.wall

    def work(self, seconds: float) -> None:
        self.awake += seconds
        self.wall += seconds

    def sleep(self, seconds: float) -> None:
        self.wall += seconds


def watched(qtbot: QtBot, minutes: int) -> tuple[IdleWatch, Clocks, QWindow, list[str]]:
    """Return a watch over a window that has the keyboard, its clocks, and what it told."""
    clocks, told, window = Clocks(), list[str](), QWindow()
    watch = IdleWatch(lambda: minutes, clocks)
    watch.idle.connect(lambda: told.append("idle"))
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    watch.start(app)
    window.show()
    window.requestActivate()
    until(lambda: app.focusWindow() is window, "the window", 10)
    return watch, clocks, window, told


def test_nobody_there_for_so_long_is_told(qtbot: QtBot) -> None:
    watch, clocks, window, told = watched(qtbot, 10)
    clocks.work(599)
    watch.look()
    QTest.keyClick(window, Qt.Key.Key_A)
    clocks.work(599)
    watch.look()
    assert told == []
    clocks.work(1)
    watch.look()
    assert told == ["idle"]


def test_the_mouse_counts_too(qtbot: QtBot) -> None:
    watch, clocks, window, told = watched(qtbot, 1)
    for _move in range(3):
        clocks.work(50)
        QTest.mouseMove(window)
        QTest.mouseClick(window, Qt.MouseButton.LeftButton)
        watch.look()
    assert told == []


def test_after_a_sleep_the_first_touch_is_for_nobody(qtbot: QtBot) -> None:
    watch, clocks, window, told = watched(qtbot, 10)
    clocks.sleep(3600)
    QTest.keyClick(window, Qt.Key.Key_A)
    assert told == ["idle"]


def test_never_is_never(qtbot: QtBot) -> None:
    watch, clocks, _window, told = watched(qtbot, 0)
    clocks.work(1e6)
    assert not watch.look()
    assert told == []
