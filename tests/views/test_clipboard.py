"""Secrets on the clipboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.selftest.hands import until
from desktop.views import clipboard
from desktop.views.clipboard import copy_secret, forget_copied

SECRET = "calm river seven stones"


@pytest.fixture(autouse=True)
def board(qtbot: QtBot) -> Iterator[None]:
    yield
    QApplication.clipboard().clear()  # what the clipboard still holds when Python ends crashes it


def held() -> str:
    return QGuiApplication.clipboard().text()


def test_a_secret_goes_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "SECONDS", 0.01)
    copy_secret(SECRET)
    assert held() == SECRET
    until(lambda: held() == "", "the empty clipboard", 10)


def test_a_secret_goes_when_the_window_locks_or_quits() -> None:
    copy_secret(SECRET)
    forget_copied()
    assert held() == ""


def test_what_was_copied_since_is_left_alone() -> None:
    copy_secret(SECRET)
    QGuiApplication.clipboard().setText("something else")
    forget_copied()
    assert held() == "something else"
    QGuiApplication.clipboard().setText(SECRET)  # by somebody else, who may want it
    forget_copied()
    assert held() == SECRET


def test_clipboard_managers_are_asked_not_to_keep_it() -> None:
    copy_secret(SECRET)
    data = QGuiApplication.clipboard().mimeData()
    assert bytes(data.data("x-kde-passwordManagerHint").data()) == b"secret"
    assert data.hasFormat("org.nspasteboard.ConcealedType")
