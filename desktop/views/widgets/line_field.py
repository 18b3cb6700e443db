"""A field for one line of text."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from desktop.views.widgets.field import Field


class LineField(Field):
    """A label above one line of text.

    Signals:
        edited(str): the person changed the text; not sent for text that was put there.
        committed(): Return was pressed, or the field was left after a change.
    """

    edited = Signal(str)
    committed = Signal()

    def __init__(self, label: str, hint: str = "", placeholder: str = "", secret: bool = False) -> None:
        self._edit = QLineEdit()
        self._known = ""
        super().__init__(label, hint, self._edit)
        self._edit.setPlaceholderText(placeholder)
        if secret:
            self.set_secret(True)
        self._edit.textEdited.connect(self._edited)
        self._edit.returnPressed.connect(self._committed)
        self._edit.editingFinished.connect(self._left)

    def text(self) -> str:
        """Return what is typed."""
        return self._edit.text()

    def set_text(self, text: str) -> None:
        """Show `text`, unless it stands there already."""
        if text != self._edit.text():
            self._known = text
            self._edit.setText(text)
            self._edit.setCursorPosition(0)

    def select_all(self) -> None:
        """Select what is typed, so that the next letter replaces it."""
        self._edit.selectAll()

    def set_secret(self, secret: bool) -> None:
        """Show dots instead of what is typed, or the letters."""
        self._edit.setEchoMode(QLineEdit.EchoMode.Password if secret else QLineEdit.EchoMode.Normal)

    def set_read_only(self, read_only: bool) -> None:
        """Let the text be read but not changed."""
        self._edit.setReadOnly(read_only)

    def _edited(self, text: str) -> None:
        self.set_error("")
        self.edited.emit(text)

    def _left(self) -> None:
        if self._edit.text() != self._known:  # Qt also tells of text that was only put there
            self._committed()

    def _committed(self) -> None:
        self._known = self._edit.text()
        self.committed.emit()
