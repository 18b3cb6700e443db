"""What the role asks of a person: lines one can add and remove."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.presenters.people.person import ExpectationLine, Expectations
from desktop.views.widgets import Card, Icon, LineField, Rows, Text, icon_button, row, secondary


class ExpectationList(QWidget):
    """The expectations and a line for another one.

    Signals:
        edited(str): the newest text of the line being typed.
        add_wanted(): the typed line shall be added.
        removed(str): uid of the line to remove.
    """

    edited = Signal(str)
    add_wanted = Signal()
    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._rows = Rows(4)
        self._text = LineField(
            _("Another expectation"), placeholder=_("For example: explains decisions to those they touch")
        )
        self._text.setObjectName("expectation-text")
        self._add = secondary(_("Add this expectation"), icon="plus")
        self._add.setObjectName("expectation-add")
        card = Card()
        for widget in (self._rows, self._text, row(self._add, None)):
            card.add(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)
        self._text.edited.connect(self.edited)
        self._add.clicked.connect(self.add_wanted)

    def show_expectations(self, shown: Expectations) -> None:
        """Show the lines, and what is being typed with what is wrong with it."""
        self._rows.set_widgets([self._row(line) for line in shown.rows])
        self._rows.setVisible(bool(shown.rows))
        self._text.set_text(shown.typed)
        self._text.set_error(shown.error)

    def _row(self, line: ExpectationLine) -> QWidget:
        remove = icon_button("trash-2", _("Remove: {text}").format(text=line.text), key=line.uid)
        remove.setObjectName("expectation-remove")
        remove.chosen.connect(self.removed)
        return row(Icon("award"), Text(line.text), remove)
