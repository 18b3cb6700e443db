"""What every screen of the window has in common."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.presenters.destination import Destination


class ScreenView(QWidget):
    """A presenter with pixels. Subclasses build, connect, and show what their presenter returns; they decide nothing.

    Signals:
        go(Destination): the person wants to be elsewhere.
        back(): the person wants to be where they were before.
    """

    go = Signal(object)
    back = Signal()

    def arrive(self, destination: Destination) -> None:
        """Open the screen at `destination`; called each time the window turns to this view."""
        raise NotImplementedError

    def leave(self) -> None:  # noqa: B027 (most screens hold nothing back)
        """Save what is typed but not yet saved; called before the window turns away, locks or closes."""

    def resume(self) -> None:  # noqa: B027 (most screens only show)
        """Go on after the window was locked; everything stands as it was left."""

    def refresh(self) -> None:  # noqa: B027 (most screens show nothing that is changed over them)
        """Show things as they stand now; called after something was changed in a form over the screen."""

    def unsaved(self) -> str:
        """Return in a sentence what would be lost if the window closed now, "" for nothing."""
        return ""
