"""What stands beside a conversation; the same view for both kinds, which bring different things."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.presenters.talk.context import ContextCard, ContextPanel
from desktop.views import theme
from desktop.views.talk.progress_line import ProgressLine
from desktop.views.talk.spread_view import SpreadView
from desktop.views.widgets import Card, Icon, Rows, Text, quiet, row


class ContextPanelView(QWidget):
    """Shows a context panel: its title, how a period is covered, its cards, and the note that says what it is for."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: ContextPanel | None = None
        self._build()

    def show_panel(self, panel: ContextPanel) -> None:
        """Show a panel; the same panel again changes nothing, so that a glance is never disturbed."""
        if panel == self._shown:
            return
        self._shown = panel
        self._title.setText(panel.title)
        self._legend.setText(panel.legend)
        self._legend.setVisible(bool(panel.legend))
        self._cards.set_widgets([_CardView(each) for each in panel.cards])
        self._cards.setVisible(bool(panel.cards))
        if panel.spread is not None:
            self._spread.show_spread(panel.spread)
        self._spread.setVisible(panel.spread is not None)
        self._note.setText(panel.note)
        self.setAccessibleName(panel.title)

    def _build(self) -> None:
        self._title = Text(role="h2")
        self._title.setObjectName("context-title")
        self._legend = Text(role="caption")
        self._cards = Rows(theme.current().space.m)
        self._spread = SpreadView()
        self._note = Text(role="caption")
        self._note.setObjectName("context-note")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.current().space.s)
        layout.addWidget(self._title)
        layout.addWidget(self._legend)
        layout.addWidget(self._spread)
        layout.addWidget(self._cards)
        layout.addLayout(self._note_line())
        layout.addStretch(1)

    def _note_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.current().space.s)
        mark = QVBoxLayout()
        mark.addWidget(Icon("info", size=15))
        mark.addStretch(1)
        line.addLayout(mark)
        line.addWidget(self._note, 1)
        return line


class _CardView(Card):
    """A card, with a way to its further rows."""

    def __init__(self, shown: ContextCard) -> None:
        super().__init__()
        self._rest = shown.rest
        if shown.lead:
            self.add(Text(shown.lead, role="caption"))
        self.add(Text(shown.title, role="strong"))
        for each in shown.rows:
            self.add(ProgressLine(each))
        self._more = quiet(shown.more, icon="chevron-down")
        self._more.setObjectName("context-more")
        self._more.clicked.connect(self._show_rest)
        self._more_row = row(self._more, None)
        self._more_row.setVisible(bool(shown.more))
        self.add(self._more_row)

    # slots

    def _show_rest(self) -> None:
        self._more_row.hide()
        for each in self._rest:
            self.add(ProgressLine(each))
