"""What stands where nothing is yet: a sentence, and the way to begin."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.widgets.boxes import bare
from desktop.views.widgets.button import primary
from desktop.views.widgets.icon_mark import Icon
from desktop.views.widgets.text import Text


class EmptyState(QWidget):
    """An icon, a sentence, and a button if there is something to do.

    Signals:
        acted(): the button was pressed.
    """

    acted = Signal()

    def __init__(self, icon: str, sentence: str, action: str = "", kind: str = "") -> None:
        super().__init__()
        words = Text(sentence, "muted")
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words.setMaximumWidth(440)
        layout = bare(QVBoxLayout(self), 12)
        layout.setContentsMargins(24, 36, 24, 36)
        layout.addWidget(Icon(icon, "muted", 36), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(_middle(words))
        if action:
            button = primary(action, kind=kind)
            button.setObjectName("empty-action")
            button.clicked.connect(self._act)
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)

    def _act(self) -> None:
        self.acted.emit()


def _middle(words: QWidget) -> QHBoxLayout:
    line = bare(QHBoxLayout(), 0)
    line.addStretch(1)
    line.addWidget(words, 1000)
    line.addStretch(1)
    return line
