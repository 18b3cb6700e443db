"""Talks as rows one can open."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.presenters.notes.timeline import TalkRow
from desktop.views.widgets import Elided, ListRow, Rows, kind_chip, row

_ICONS = {True: "pen-line", False: "file-check"}


class TalkList(QWidget):
    """Rows of drafts and notes, each with its kind.

    `of_person` leaves the name out where every row is about the same person.

    Signals:
        go(Destination): a row was chosen.
    """

    go = Signal(object)

    def __init__(self, name: str, of_person: bool = False) -> None:
        super().__init__()
        self._of_person = of_person
        self._rows = Rows(4)
        self._rows.setObjectName(name)
        self._shown: dict[str, TalkRow] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._rows)

    def show_talks(self, talks: Sequence[TalkRow]) -> None:
        """Show these talks, in their order."""
        self._shown = {talk.destination.uid: talk for talk in talks}
        self._rows.set_widgets([self._row(talk) for talk in talks])

    def _row(self, talk: TalkRow) -> QWidget:
        title = talk.title if self._of_person else talk.person
        about = talk.state if self._of_person else f"{talk.title} · {talk.state}"
        shown = ListRow(
            talk.destination.uid,
            title,
            about,
            icon=_ICONS[talk.draft] if self._of_person else "",
            avatar="" if self._of_person else talk.person,
            kind=talk.kind,
            trailing=row(kind_chip(talk.kind), Elided(talk.when, "caption")),
        )
        shown.setObjectName(f"talk-{talk.destination.uid}")
        shown.chosen.connect(self._chosen)
        return shown

    # slots

    def _chosen(self, uid: str) -> None:
        self.go.emit(self._shown[uid].destination)
