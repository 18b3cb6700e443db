"""What somebody said or noted: a labelled editor that is never written over while one types."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.widgets.boxes import bare
from desktop.views.widgets.editor import Editor
from desktop.views.widgets.icon_mark import Icon
from desktop.views.widgets.text import Text


class VoiceField(QWidget):
    """A label, a hint at its right, and an editor for one voice's words.

    Signals:
        edited(str): the person changed the words.
    """

    edited = Signal(str)

    def __init__(self, label: str = "", hint: str = "", min_lines: int = 3, max_lines: int = 14) -> None:
        super().__init__()
        self._key: str | None = None
        self._label = Text(label, "strong")
        self._hint = Text(hint, "caption")
        self._mark = Icon("", "muted", 16)
        self._editor = Editor(min_lines, max_lines)
        self._build()
        self.set_label(label)
        self.set_hint(hint)
        self._editor.edited.connect(self.edited)

    def text(self) -> str:
        """Return the words as they stand."""
        return self._editor.words()

    def set_text(self, key: str, text: str) -> None:
        """Show `text` if `key`, the question it answers, is another one; never as an echo of typing."""
        if key != self._key:
            self._key = key
            self._editor.put(text)

    def set_label(self, label: str) -> None:
        """Change whose words these are."""
        self._label.setText(label)
        self._editor.setAccessibleName(label)

    def set_hint(self, hint: str) -> None:
        """Change the words at the label's right."""
        self._hint.setText(hint)
        self._editor.setAccessibleDescription(hint)

    def set_placeholder(self, text: str) -> None:
        """Show `text` while the editor is empty."""
        self._editor.setPlaceholderText(text)

    def set_read_only(self, read_only: bool) -> None:
        """Let the words be read but not changed."""
        self._editor.setReadOnly(read_only)

    def editor(self) -> Editor:
        """Return the editor itself, for the keyboard focus and for marks in the text."""
        return self._editor

    def _build(self) -> None:
        self._label.setBuddy(self._editor)
        self._mark.hide()
        head = bare(QHBoxLayout(), 6)
        head.addWidget(self._label, 1)
        head.addWidget(self._mark)
        head.addWidget(self._hint, 0, Qt.AlignmentFlag.AlignVCenter)
        layout = bare(QVBoxLayout(self), 6)
        layout.addLayout(head)
        layout.addWidget(self._editor)
        layout.addStretch(1)
        self.setFocusProxy(self._editor)


class NoteField(VoiceField):
    """The private note: a lock beside its hint and a ground of its own."""

    def __init__(self, label: str = "", hint: str = "", min_lines: int = 2, max_lines: int = 8) -> None:
        super().__init__(label, hint, min_lines, max_lines)
        self._mark.set_icon("lock", "muted")
        self._mark.show()
        self._editor.setProperty("private", True)
