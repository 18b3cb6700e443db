"""A field for several lines of text, with the conduct of a form's field."""

from PySide6.QtCore import Signal

from desktop.views.widgets.editor import Editor
from desktop.views.widgets.field import Field


class AreaField(Field):
    """A label above lines of text that grow.

    Signals:
        edited(str): the person changed the text; not sent for text that was put there.
    """

    edited = Signal(str)

    def __init__(
        self, label: str, hint: str = "", placeholder: str = "", min_lines: int = 2, max_lines: int = 8
    ) -> None:
        self._editor = Editor(min_lines, max_lines)
        super().__init__(label, hint, self._editor)
        self._editor.setPlaceholderText(placeholder)
        self._editor.edited.connect(self._edited)

    def text(self) -> str:
        """Return what is typed."""
        return self._editor.words()

    def editor(self) -> Editor:
        """Return the editor itself, for marks in the text."""
        return self._editor

    def set_text(self, text: str) -> None:
        """Show `text`, unless it stands there already."""
        if text != self.text():
            self._editor.put(text)

    def set_read_only(self, read_only: bool) -> None:
        """Let the text be read but not changed."""
        self._editor.setReadOnly(read_only)

    def _edited(self, text: str) -> None:
        self.set_error("")
        self.edited.emit(text)
