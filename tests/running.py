"""The real program on a real vault, offscreen, for tests that need the whole window."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.app.program import Program
from desktop.models.guide import Kind
from desktop.presenters.destination import Destination, Place
from desktop.selftest.hands import until
from desktop.storage.vault import Vault
from desktop.views.notice_bar import NoticeBar
from desktop.views.screen_view import ScreenView
from desktop.views.vault.opening_view import OpeningView
from desktop.views.widgets import Banner, Question

S = TypeVar("S", bound=QWidget)


@contextmanager
def running(folder: Path, settings: Path) -> Iterator[Program]:
    """Start the program on the vault in `folder`, lend it once its first screen is there, and quit it."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    program = Program(app, folder, settings, folder.parent / "exports")
    program.show()
    opened(program)
    try:
        yield program
    finally:
        app.aboutToQuit.disconnect(program.close)
        program.close()
        program.window.hide()
        program.window.deleteLater()
        program.deleteLater()
        clean_up()


def opened(program: Program) -> QWidget:
    """Wait for the screen that comes after the opening."""
    until(lambda: not isinstance(program.window.screen_view, OpeningView | None), "the first screen", 30)
    view = program.window.screen_view
    assert view is not None
    return view


def at(program: Program, kind: type[S]) -> S:
    """Wait for a screen of a class and return it."""
    until(lambda: isinstance(program.window.screen_view, kind), f"the screen {kind.__name__}", 30)
    view = program.window.screen_view
    assert isinstance(view, kind)
    return view


def go(program: Program, place: Place, uid: str = "", kind: Kind | str = "", path: str = "") -> ScreenView:
    """Turn the window to a place."""
    program.window.navigate(Destination(place, uid, str(kind), path))
    view = program.window.screen_view
    assert view is not None
    return view


def vault_of(program: Program) -> Vault:
    """Return the vault the program has open; its writer tries again soon, so that no test waits for it."""
    assert program._house is not None
    vault = program._house.vault
    vault.writer._pause_seconds = 0.02
    return vault


def question(program: Program) -> Question | None:
    """Return the question that is open."""
    return next((each for each in program.window.findChildren(Question) if each.isVisible()), None)


def answered(program: Program, yes: bool) -> str:
    """Wait for a question, answer it, and return its words."""
    until(lambda: question(program) is not None, "a question", 10)
    asked = question(program)
    assert asked is not None
    said = " ".join(label.text() for label in asked.findChildren(QLabel))
    asked.accept() if yes else asked.reject()
    return said


def notices(program: Program) -> list[str]:
    """Return the sentences above the screens."""
    clean_up()
    bar = program.window.findChild(NoticeBar)
    assert isinstance(bar, NoticeBar)
    return [each.text() for each in bar.findChildren(Banner) if each.isVisible()]


def seen(root: QWidget) -> str:
    """Return every word a person or a screen reader can find in a window: labels, buttons, fields, tooltips."""
    found: list[str] = []
    for widget in (root, *root.findChildren(QWidget)):
        readers: list[Callable[[], str]] = [widget.toolTip, widget.accessibleName, widget.accessibleDescription]
        own = ("text", "toPlainText", "placeholderText")
        readers += [getattr(widget, name) for name in own if hasattr(widget, name)]
        found += [reader() for reader in readers]
        found += [widget.itemText(i) for i in range(widget.count())] if hasattr(widget, "itemText") else []
    return "\n".join(words for words in found if words)


def clean_up() -> None:
    """Let what waits for its deletion be deleted."""
    for _round in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
