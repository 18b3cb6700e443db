"""What stands in the window while it is locked: no name, no word, one way on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from desktop.i18n import _
from desktop.presenters.destination import Destination
from desktop.views.screen_view import ScreenView
from desktop.views.widgets import Banner, Page, Rows, Text, primary, row


class LockedView(ScreenView):
    """Says that the window is locked, and what keeps the vault from being closed, if something does.

    Signals:
        unlock_wanted(): whoever sits here wants to go on.
    """

    unlock_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        page = Page(_("Locked"), icon="lock")
        page.add(Text(_("What you were doing waits behind this screen, as you left it.")))
        self._waiting = Rows()
        page.add(self._waiting)
        unlock = primary(_("Unlock"), icon="key-round")
        unlock.setObjectName("unlock")
        unlock.clicked.connect(self.unlock_wanted)
        page.add(row(unlock, None))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)
        self.setFocusProxy(unlock)

    def arrive(self, destination: Destination) -> None:
        """Nothing to open: this screen stands for itself."""

    def show_waiting(self, sentence: str) -> None:
        """Say why the vault is not closed yet ("" once it is)."""
        self._waiting.set_widgets([Banner("warn", sentence, dismissable=False)] if sentence else [])
