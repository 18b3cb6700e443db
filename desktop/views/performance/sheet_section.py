"""The employee's sheet before a talk: made, given away, and taken in when it comes back."""

from pathlib import Path

from PySide6.QtCore import Signal

from desktop.i18n import _
from desktop.models.guide import Kind
from desktop.presenters.notice import Notice, Tone
from desktop.presenters.performance.preparation import PreparePresenter
from desktop.presenters.performance.preparation_screen import PrepareScreen
from desktop.views.drop_area import DropArea
from desktop.views.widgets import Card, DateField, Text, primary, row
from desktop.views.working_section import WorkingSection


class SheetSection(WorkingSection):
    """Makes the sheet, keeps the day it went out, and takes it in.

    Signals (beside `noticed`):
        sent_said(str): the day it was given away, as typed.
    """

    sent_said = Signal(str)

    def __init__(self, presenter: PreparePresenter) -> None:
        super().__init__(_("The employee’s sheet"))
        self._presenter = presenter
        told = _(
            "A PDF with the questions of this talk and room to write. It goes to the employee, comes back as a file, "
            "and shows you their view before yours. No score stands on it."
        )
        self._make = primary("", icon="file-text", kind=str(Kind.PERFORMANCE))
        self._make.setObjectName("make-sheet")
        self._made = Text("", "muted")
        self._sent = DateField(_("Sent on"), _("Empty while it waits"))
        self._sent.setObjectName("sheet-sent")
        self._drop = DropArea(_("Drop the sheet here when it comes back."), _("Choose the sheet…"))
        card = Card()
        for widget in (Text(told), row(self._make, None), self._made, self._sent, self._drop):
            card.add(widget)
        self.body.add(card)
        self._make.clicked.connect(self._make_sheet)
        self._sent.committed.connect(self._sent_committed)
        self._drop.dropped.connect(self.take_in)

    def show_screen(self, screen: PrepareScreen) -> None:
        """Show whether a sheet was made and when it went out."""
        self._make.setText(_("Make it anew") if screen.made else _("Make the sheet"))
        self._make.setEnabled(not screen.sealed)
        self._made.setText(screen.made)
        self._made.setVisible(bool(screen.made))
        self._sent.setVisible(bool(screen.made))
        if not screen.sent_error:
            self._sent.set_text(screen.sent_on)
        self._sent.set_error(screen.sent_error)
        self._drop.setVisible(bool(screen.made) and not screen.sealed)

    def take_in(self, path: Path) -> None:
        """Take in a sheet that came back."""
        self._run(_("Reading the sheet…"), self._presenter.taking_in(path), self._told)

    def refused(self, sentence: str) -> None:
        """Say why nothing came of it."""
        self.noticed.emit(Notice(Tone.BAD, sentence))

    # slots

    def _make_sheet(self) -> None:
        self._run(_("Writing the sheet…"), self._presenter.making(), self._told)

    def _sent_committed(self) -> None:
        self.sent_said.emit(self._sent.text())

    def _told(self, notice: Notice) -> None:
        self.noticed.emit(notice)
