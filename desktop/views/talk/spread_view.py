"""How what was observed covers a period: a sentence, a small chart, and what is missing."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.presenters.talk.context import Spread
from desktop.views import theme
from desktop.views.talk.spread_chart import SpreadChart
from desktop.views.widgets import Card, Icon, Rows, Text, row


class SpreadView(QWidget):
    """The coverage meter."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Text(role="strong")
        self._summary = Text()
        self._summary.setObjectName("spread-summary")
        self._chart = SpreadChart()
        self._legend = Text(role="caption")
        self._missing = Rows(4)
        card = Card()
        for widget in (self._title, self._summary, self._chart, self._legend, self._missing):
            card.add(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.current().space.s)
        layout.addWidget(card)

    def show_spread(self, spread: Spread) -> None:
        """Show a spread."""
        self._title.setText(spread.title)
        self._summary.setText(spread.summary)
        self._chart.show_bars(spread.bars, spread.spoken)
        self._legend.setText(_legend(spread))
        for widget in (self._chart, self._legend):
            widget.setVisible(bool(spread.bars))
        lines = [_line("triangle-alert", "warn", words) for words in spread.missing]
        lines += [_line("check", "good", spread.fine)] if spread.fine else []
        self._missing.set_widgets(lines)
        self._missing.setVisible(bool(lines))


def _line(icon: str, role: str, words: str) -> QWidget:
    text = Text(words)
    text.setObjectName("spread-line")
    return row(Icon(icon, role, 16), text)


def _legend(spread: Spread) -> str:
    said = [_("Above the line: positive. Below it: developmental.")]
    if any(bar.unsaid for bar in spread.bars):
        said.append(_("Outlined: not said."))
    if any(bar.counts and not (bar.positive or bar.developmental or bar.unsaid) for bar in spread.bars):
        said.append(_("Dotted: nothing."))
    return " ".join(said)
