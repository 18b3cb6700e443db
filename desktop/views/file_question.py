"""Asking for a file: one that is there, or where a new one shall lie."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_file(parent: QWidget, question: str, kinds: str, chosen: Callable[[str], None]) -> None:
    """Open a dialog for a file that is there; `chosen` (a bound method) gets it, unless nobody chooses one."""
    dialog = QFileDialog(parent, question, "", kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    _open(dialog, chosen)


def ask_place(parent: QWidget, question: str, name: str, chosen: Callable[[str], None]) -> None:
    """Open a dialog for a new file; `chosen` (a bound method) gets where it shall lie.

    A name that is taken already gets a number when the file is written, so nobody is asked about it.
    """
    dialog = QFileDialog(parent, question)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.setDefaultSuffix(name.rpartition(".")[2])
    dialog.selectFile(name)
    _open(dialog, chosen)


def _open(dialog: QFileDialog, chosen: Callable[[str], None]) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(chosen)
    dialog.open()
