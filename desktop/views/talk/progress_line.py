"""One line of what is known: its label, a bar where something is measured, the value, and the detail below."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.presenters.talk.context import ContextRow
from desktop.views.widgets import Bar, Text

BAR_WIDTH = 140


class ProgressLine(QWidget):
    """A context row; `label` False leaves its label out, where it stands above already.

    `outcome` are words that stand beside the value.
    """

    def __init__(self, shown: ContextRow, label: bool = True, outcome: str = "") -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        if label:
            layout.addWidget(Text(shown.label))
        if shown.fraction is not None:
            layout.addLayout(_barred(shown, shown.fraction, outcome))
        elif shown.value:
            layout.addWidget(Text(shown.value, role="strong"))
        layout.addWidget(Text(shown.detail, role="caption"))


def _barred(shown: ContextRow, fraction: float, outcome: str) -> QHBoxLayout:
    bar = Bar(fraction, shown.mark, f"{shown.label}: {shown.value}" if shown.value else shown.label)
    bar.setFixedWidth(BAR_WIDTH)
    line = QHBoxLayout()
    line.setSpacing(10)
    line.addWidget(bar)
    line.addWidget(Text(shown.value, role="strong"))
    line.addWidget(Text(outcome, role="muted"), 1)
    return line
