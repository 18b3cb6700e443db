"""Asking for a folder."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_folder(parent: QWidget, question: str, folder: str, chosen: Callable[[str], None]) -> None:
    """Open a dialog that begins in `folder`; `chosen` (a bound method) gets the folder, unless nobody chooses one."""
    dialog = QFileDialog(parent, question, folder)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.fileSelected.connect(chosen)
    dialog.open()
