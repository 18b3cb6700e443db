"""Open commitments as rows, each with the two ways it can end."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.models.conversation import Promise
from desktop.presenters.people.open_promises import PromiseRow
from desktop.views.widgets import Card, Chip, Rows, Text, column, kind_chip, row, secondary


class PromiseList(QWidget):
    """What was promised and waits.

    Signals:
        settled(str, str, str): kind, uid and how it ended ("kept" or "dropped").
    """

    settled = Signal(str, str, str)

    def __init__(self, of_person: bool = False) -> None:
        super().__init__()
        self._of_person = of_person
        self._rows = Rows(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._rows)

    def show_promises(self, promises: Sequence[PromiseRow]) -> None:
        """Show these commitments, in their order."""
        self._rows.set_widgets([self._row(promise) for promise in promises])

    def _row(self, promise: PromiseRow) -> QWidget:
        detail = promise.detail if self._of_person else promise.full_detail
        marks: list[QWidget] = [kind_chip(promise.kind)]
        if promise.overdue:
            marks.append(Chip(_("Overdue"), "clock", "warn"))
        words = column(Text(promise.text), row(*marks, _level(detail)))
        parts: list[QWidget] = [words]
        for state, label, icon in ((Promise.KEPT, _("Kept"), "check"), (Promise.DROPPED, _("Dropped"), "x")):
            button = secondary(label, icon, key=f"{promise.kind}/{promise.uid}/{state}")
            button.setObjectName(f"promise-{state}")
            button.setAccessibleName(f"{label}: {promise.text}")
            button.chosen.connect(self._chosen)
            parts.append(button)
        card = Card()
        card.add(row(*parts))
        return card

    # slots

    def _chosen(self, key: str) -> None:
        kind, uid, state = key.split("/")
        self.settled.emit(kind, uid, state)


def _level(detail: str) -> Text:
    """Return words that stand in the middle of their line, as the chips beside them do."""
    words = Text(detail, "caption")
    words.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
    return words
