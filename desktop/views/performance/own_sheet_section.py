"""What the manager prepares before a talk, as steps, and as a sheet to print."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from desktop.i18n import _
from desktop.presenters.notice import Notice, Tone
from desktop.views.widgets import Icon, Rows, Text, row, secondary
from desktop.views.working_section import WorkingSection


class OwnSheetSection(WorkingSection):
    """Shows the steps, and writes the sheet.

    Signals (beside `noticed`):
        wanted(): the sheet is about to be written; what is typed has to be handed on.
    """

    wanted = Signal()

    def __init__(self, printing: Callable[[], Callable[[], Notice]]) -> None:
        self._button = secondary(_("Print it"), icon="file-text")
        self._button.setObjectName("print-own")
        super().__init__(_("What you prepare"), action=self._button)
        self._printing = printing
        self._steps = Rows(6)
        self.body.add(self._steps)
        self._button.clicked.connect(self._print)

    def show_steps(self, steps: tuple[str, ...]) -> None:
        """Show what there is to do."""
        self._steps.set_widgets([row(Icon("circle", "muted", 16), Text(each)) for each in steps])

    def refused(self, sentence: str) -> None:
        """Say why there is no sheet."""
        self.noticed.emit(Notice(Tone.BAD, sentence))

    # slots

    def _print(self) -> None:
        self.wanted.emit()
        self._run(_("Writing your sheet…"), self._printing(), self._told)

    def _told(self, notice: Notice) -> None:
        self.noticed.emit(notice)
