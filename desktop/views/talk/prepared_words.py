"""What the employee wrote before the talk, above the fields of the talk itself; it can be read and copied, no more."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.presenters.talk.prepared import Prepared
from desktop.views.widgets import Card, Icon, Text, row, secondary


class PreparedWordsView(QWidget):
    """Shows who is heard first, and the words of the sheet.

    Signals:
        take_wanted(): the words shall become the employee's answer.
    """

    take_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._first = Text("", "strong")
        self._first.setObjectName("heard-first")
        self._first_line = row(Icon("users", "performance_accent", 18), self._first)
        self._heading = Text("", "strong")
        self._detail = Text("", "caption")
        self._words = Text()
        self._words.setObjectName("prepared-words")
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._take = secondary("", icon="download")
        self._take.setObjectName("take-over")
        self._card = Card()
        for widget in (self._heading, self._words, self._detail, row(self._take, None)):
            self._card.add(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._first_line)
        layout.addWidget(self._card)
        self._take.clicked.connect(self.take_wanted)

    def show_prepared(self, prepared: Prepared | None) -> None:
        """Show what was written to this question; nothing of None."""
        self.setVisible(prepared is not None)
        if prepared is None:
            return
        self._first.setText(prepared.first)
        self._first_line.setVisible(bool(prepared.first))
        self._card.setVisible(bool(prepared.words))
        self._heading.setText(prepared.heading)
        self._words.setText(prepared.words)
        self._detail.setText(prepared.detail)
        self._take.setText(prepared.verb)
        self._take.setVisible(bool(prepared.verb))
