"""The hands of somebody at the window: find a widget by its name, type, press, choose, wait, take a picture."""

import time
from collections.abc import Callable
from math import sin
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QEventLoop, QPointF, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

W = TypeVar("W", bound=QWidget)


class Missed(AssertionError):
    """Something the journey expected to see did not appear; the sentence says what."""


def find(root: QWidget, name: str) -> QWidget:
    """Return the visible widget called `name`; raise Missed if there is none."""
    return find_as(root, name, QWidget)


def find_as(root: QWidget, name: str, kind: type[W]) -> W:
    """Return the visible widget of a class called `name`, which may take a moment to appear; raise Missed if not."""

    def named() -> list[W]:
        return [widget for widget in root.findChildren(kind, name) if widget.isVisible()]

    until(lambda: bool(named()), f"a visible “{name}”", 5.0)
    return named()[0]


def type_into(root: QWidget, name: str, text: str) -> None:
    """Replace what stands in the field called `name` by `text`, as an input method types it."""
    field = find(root, name)
    edits: list[Any] = [field, *field.findChildren(QLineEdit), *field.findChildren(QPlainTextEdit)]
    edit = next(each for each in edits if isinstance(each, QLineEdit | QPlainTextEdit))
    edit.selectAll()
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(edit, event)


def press(root: QWidget, name: str) -> None:
    """Press the button called `name`, which may wait for work under way; raise Missed if it stays dead."""
    _usable(root, lambda button: button.objectName() == name, f"the button “{name}”")[0].click()


def press_about(root: QWidget, action: str) -> None:
    """Press the last button whose name is `action` and the uid of a thing; raise Missed if there is none to press."""
    _usable(root, lambda button: button.objectName().startswith(f"{action} "), f"a button to “{action}”")[-1].click()


def _usable(root: QWidget, fits: Callable[[QAbstractButton], bool], what: str) -> list[QAbstractButton]:
    """Return the buttons that fit and take a press; raise Missed if there is none within five seconds."""

    def found() -> list[QAbstractButton]:
        buttons = [button for button in root.findChildren(QAbstractButton) if fits(button)]
        return [button for button in buttons if button.isVisible() and button.isEnabled()]

    until(lambda: bool(found()), what, 5.0)
    return found()


def choose(root: QWidget, name: str, key: str) -> None:
    """Choose the option `key` in the field called `name`."""
    field: Any = find(root, name)
    field.set_key(key)
    field.chosen.emit(key)


def draw(space: QWidget) -> None:
    """Draw a line with the mouse, as somebody signs."""
    width, height = space.width(), space.height()
    places = [QPointF(width * (0.1 + 0.7 * step / 40), height * (0.5 + 0.3 * sin(step / 3))) for step in range(41)]
    for step, place in enumerate(places):
        kind = QEvent.Type.MouseButtonPress if step == 0 else QEvent.Type.MouseMove
        _mouse(space, kind, place)
    _mouse(space, QEvent.Type.MouseButtonRelease, places[-1])


def _mouse(space: QWidget, kind: QEvent.Type, place: QPointF) -> None:
    left = Qt.MouseButton.LeftButton
    held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else left
    where = space.mapToGlobal(place)
    event = QMouseEvent(kind, place, where, left, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(space, event)


def row_of(root: QWidget, words: str) -> QAbstractButton:
    """Return the row of a list that begins with `words`."""

    def rows() -> list[QAbstractButton]:
        buttons = root.findChildren(QAbstractButton)
        return [row for row in buttons if row.isVisible() and row.accessibleName().startswith(words)]

    until(lambda: bool(rows()), f"a row that begins with “{words}”", 5.0)
    return rows()[0]


def until(condition: Callable[[], bool], what: str, seconds: float = 60.0) -> None:
    """Let the window live until `condition` holds; raise Missed if it does not in time."""
    loop, ticks, start = QEventLoop(), QTimer(), time.monotonic()

    def look() -> None:
        if condition() or time.monotonic() - start > seconds:
            loop.quit()

    ticks.timeout.connect(look)
    ticks.start(10)
    loop.exec()
    ticks.stop()
    if not condition():
        raise Missed(f"Waited {seconds:.0f} seconds for this: {what}.")


def picture(window: QWidget, path: Path) -> None:
    """Save what the window shows now."""
    for _turn in range(3):  # what is laid out in one turn may ask its surroundings to be laid out in the next
        QApplication.processEvents()
    path.parent.mkdir(parents=True, exist_ok=True)
    if not window.grab().save(str(path)):
        raise Missed(f"The picture {path.name} could not be written.")
