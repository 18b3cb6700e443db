"""When the vault cannot be opened: why, and what can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from desktop.i18n import _
from desktop.presenters.destination import Destination
from desktop.views.screen_view import ScreenView
from desktop.views.widgets import Page, Text, primary, row, secondary


class TroubleView(ScreenView):
    """One sentence and the ways out.

    Signals:
        again(): try to open the same vault again.
        elsewhere(str): open the vault in another folder.
        restore(): put the newest backup in the vault's place.
    """

    again = Signal()
    elsewhere = Signal(str)
    restore = Signal()

    def __init__(self, sentence: str, folder: str, backup: str = "") -> None:
        """Say what is wrong; `backup` says of when the backup is that can be restored, "" if there is none."""
        super().__init__()
        self._folder = folder
        page = Page(_("Your vault could not be opened"), icon="triangle-alert")
        page.add(Text(sentence))
        page.add(Text(_("Nothing was changed. The vault lies in {folder}").format(folder=folder), role="muted"))
        self._again = primary(_("Try again"), icon="refresh-cw")
        self._again.setObjectName("try-again")
        self._choose = secondary(_("Open another folder"), icon="folder-open")
        page.add(row(self._again, self._choose, None))
        if backup:
            words = _("There is a backup of {when}. The damaged files are kept beside it, in a folder of their own.")
            self._restore = secondary(_("Restore the backup"), icon="history")
            self._restore.setObjectName("restore-backup")
            self._restore.clicked.connect(self.restore)
            page.add(Text(words.format(when=backup)))
            page.add(row(self._restore, None))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)
        self._again.clicked.connect(self.again)
        self._choose.clicked.connect(self._choose_clicked)

    def arrive(self, destination: Destination) -> None:
        """Show the sentence; there is nothing to open."""

    def _choose_clicked(self) -> None:
        dialog = QFileDialog(self, _("Which folder holds your vault?"), self._folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.elsewhere)
        dialog.open()
