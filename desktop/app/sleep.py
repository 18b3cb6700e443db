"""What the system tells about going to sleep and locking the screen (Linux: by D-Bus; elsewhere the clock tells).

A system without D-Bus, or without one of these services, tells nothing: that is no fault.
"""

import sys
from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot

_LOGIN = "org.freedesktop.login1"
_SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.cinnamon.ScreenSaver", "org.mate.ScreenSaver")


class SleepWatch(QObject):
    """Listens to the login service (sleep, lock) and to the desktop's screen lock.

    Signals:
        leaving(): the computer goes to sleep, or its screen is locked.
    """

    leaving = Signal()

    def start(self) -> None:
        """Listen from now on; the first call only."""
        if sys.platform != "linux" or self.property("listening"):
            return
        from PySide6.QtDBus import QDBusConnection

        self.setProperty("listening", True)
        flag, plain = SLOT("told(bool)"), SLOT("locked()")
        system: Any = QDBusConnection.systemBus()  # PySide says that it takes bytes, but takes text
        session: Any = QDBusConnection.sessionBus()
        system.connect(_LOGIN, "", f"{_LOGIN}.Manager", "PrepareForSleep", self, flag)
        system.connect(_LOGIN, "", f"{_LOGIN}.Session", "Lock", self, plain)
        for saver in _SAVERS:
            session.connect("", "", saver, "ActiveChanged", self, flag)

    # slots

    @Slot(bool)
    def told(self, begins: bool) -> None:
        """Sleep or screen lock begins (or ends, which changes nothing)."""
        if begins:
            self.leaving.emit()

    @Slot()
    def locked(self) -> None:
        """The session is to be locked."""
        self.leaving.emit()
