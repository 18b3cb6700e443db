"""What a user sees on a view and does to it."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.widgets import ChoiceField, LineField, ListRow


def settle() -> None:
    """Let rows that were just added be shown, and then laid out."""
    for _round in range(3):
        QCoreApplication.processEvents()


def words(view: QWidget) -> str:
    """Return all words on the screen, a line each."""
    settle()
    found = [label.text() for label in view.findChildren(QLabel) if label.isVisible()]
    lists = [each for each in view.findChildren(QListWidget) if each.isVisible()]
    found += [each.item(row).text() for each in lists for row in range(each.count())]
    return "\n".join(found)


def rows(view: QWidget) -> list[ListRow]:
    """Return the rows on the screen."""
    settle()
    return [row for row in view.findChildren(ListRow) if row.isVisible()]


def press(qtbot: QtBot, view: QWidget, name: str) -> None:
    """Click the button of this object name."""
    settle()
    buttons = [button for button in view.findChildren(QPushButton, name) if button.isVisible()]
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)


def line(view: QWidget, name: str) -> QWidget:
    """Return the line one types into."""
    edit = view.findChild(LineField, name).focusProxy()
    assert edit is not None
    return edit


def write(qtbot: QtBot, view: QWidget, name: str, text: str) -> None:
    """Type into a line instead of what stands there."""
    qtbot.keyClick(line(view, name), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(line(view, name), Qt.Key.Key_Delete)
    qtbot.keyClicks(line(view, name), text)


def choose(view: QWidget, name: str, key: str) -> None:
    """Choose an option of a list."""
    choice = view.findChild(ChoiceField, name)
    choice.set_key(key)
    choice.chosen.emit(key)
