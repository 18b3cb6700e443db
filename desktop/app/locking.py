"""Locking: the window shows nothing at once, the vault is closed as soon as the disk has what was typed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from desktop.app.idle import IdleWatch
from desktop.app.sleep import SleepWatch
from desktop.i18n import _
from desktop.views.clipboard import forget_copied
from desktop.views.main_window import MainWindow
from desktop.views.work import running

if TYPE_CHECKING:
    from desktop.app.house import House
    from desktop.views.vault.locked_view import LockedView

_PATIENCE = 0.3
"""Seconds that one attempt to close the vault may take; the window shows nothing by then."""
_LATER = 1_000
"""Milliseconds after which there is time to listen to the system."""
_AGAIN = 500
"""Milliseconds between two attempts."""


class Locking(QObject):
    """Locks on demand, when nobody touches the program for `minutes()` (0: never), and when the system says so.

    While the window is locked the key is forgotten, and others may work in the vault. Only what the disk did not
    take yet keeps it open, and work that was begun before: then the locked window says so.

    Signals:
        unlock_wanted(): somebody wants to go on; open the vault anew and give it to `returned`.
    """

    unlock_wanted = Signal()

    def __init__(self, window: MainWindow, minutes: Callable[[], int]) -> None:
        super().__init__()
        self._window = window
        self._house: House | None = None
        self._view: LockedView | None = None
        self._closed = False
        self._idle = IdleWatch(minutes)
        self._sleep = SleepWatch()
        self._timer = QTimer(self)
        self._timer.setInterval(_AGAIN)
        self._timer.timeout.connect(self._put_away)
        window.lock_wanted.connect(self.lock)
        self._idle.idle.connect(self.lock)
        self._idle.lock_keys.connect(self.lock)
        self._sleep.leaving.connect(self.lock)

    def guard(self, house: "House") -> None:
        """Lock this vault from now on."""
        self._house = house
        app = QCoreApplication.instance()
        if isinstance(app, QApplication):
            self._idle.start(app)
        QTimer.singleShot(_LATER, self._sleep.start)

    def forget(self) -> None:
        """There is nothing to lock any more."""
        self._timer.stop()
        self._house, self._view, self._closed = None, None, False

    def forget_secrets(self) -> None:
        """Take a copied secret from the clipboard: before locking and quitting."""
        forget_copied()

    def lock(self) -> None:
        """Lock now; nothing that was typed is lost."""
        from desktop.views.vault.locked_view import LockedView

        if self._house is None or self._window.is_veiled:
            return
        self.forget_secrets()
        self._view = LockedView()
        self._view.unlock_wanted.connect(self.unlock_wanted)
        self._window.veil(self._view)
        self._put_away()

    def returned(self, house: "House") -> bool:
        """Go on with a locked vault that has just been opened anew, and show what was left; False if none is locked.

        Raises Problem, and stays locked, if the vault cannot be taken up again.
        """
        if self._house is None or not self._window.is_veiled:
            return False
        try:
            if self._closed:
                self._house.vault.take_up(house.vault.key)
        finally:
            house.vault.close()
        self._timer.stop()
        self._closed = False
        self._window.unveil()
        return True

    # slots

    def _put_away(self) -> None:
        """Close the vault if it can be closed now; else say why not, and try again."""
        if self._house is None or self._closed:
            return
        if running():
            waiting = _("Something is still being finished. The vault is closed right after it.")
        elif self._house.vault.put_away(_PATIENCE):
            self._closed, waiting = True, ""
            self._timer.stop()
        else:
            waiting = _(
                "The disk has not taken your last words yet. They wait in memory, and the vault's key with them; "
                "both go as soon as the words are saved. Do not switch off before that."
            )
        if waiting and not self._timer.isActive():
            self._timer.start()
        if self._view is not None and self._window.screen_view is self._view:
            self._view.show_waiting(waiting)
