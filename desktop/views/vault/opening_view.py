"""What is shown in the moment between the first paint and the open vault."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from desktop.i18n import _
from desktop.presenters.destination import Destination
from desktop.views.screen_view import ScreenView
from desktop.views.widgets import Text


class OpeningView(ScreenView):
    """One quiet line."""

    def __init__(self) -> None:
        super().__init__()
        line = Text(_("Opening your vault…"), role="muted")
        line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.addStretch()
        layout.addWidget(line)
        layout.addStretch()

    def arrive(self, destination: Destination) -> None:
        """Nothing to open: this screen goes by itself."""
