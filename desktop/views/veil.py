"""What is behind a locked window: out of it altogether, and as it was when it comes back.

Screens on which nothing was typed are thrown away. The one that was shown, and any that holds words which are
nowhere else yet, wait in memory without a window, where neither a person nor a screen reader finds them.
"""

from collections.abc import Iterable

from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from desktop.views.screen_view import ScreenView


def dismiss_dialogs(window: QWidget) -> None:
    """Close every question, menu and file dialog over `window`; each is answered with what changes nothing."""
    for popup in iter(QApplication.activePopupWidget, None):
        if not popup.close():
            break
    for each in QApplication.topLevelWidgets():
        if each is window or not each.isVisible():
            continue
        if isinstance(each, QDialog):
            each.reject()
        else:
            each.close()


def holds_words(view: ScreenView) -> bool:
    """Tell whether somebody typed into the fields of a screen since it was filled, or it has something unsaved."""
    lines = (each for each in view.findChildren(QLineEdit) if not each.isReadOnly())
    if any(each.isModified() and each.text() for each in lines):
        return True
    areas: Iterable[QPlainTextEdit | QTextEdit] = (
        *view.findChildren(QPlainTextEdit),
        *view.findChildren(QTextEdit),
    )
    typed = any(each.document().isModified() and not each.isReadOnly() for each in areas)
    return typed or bool(view.unsaved())


def forget_secrets(root: QWidget) -> None:
    """Empty every field that hides what is typed: passphrases and PINs are typed again."""
    for each in root.findChildren(QLineEdit):
        if each.echoMode() != QLineEdit.EchoMode.Normal:
            each.clear()
