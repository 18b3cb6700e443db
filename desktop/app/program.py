"""The program with its window: show it first, open the vault after the first paint, close in order.

Only what the first paint needs is imported at the top; the rest comes in when it is wanted.
"""

import gc
import os
import sys
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop.app.entrance import Entrance
from desktop.i18n import _, say, use_language
from desktop.models.guide import Kind
from desktop.models.problems import Problem
from desktop.places import default_vault, resources, settings_file
from desktop.presenters.destination import Destination, Place
from desktop.settings import Settings, load_settings, save_settings
from desktop.views.main_window import MainWindow
from desktop.views.saving import SaveNews
from desktop.views.screen_view import ScreenView
from desktop.views.theme import ThemeSwitch
from desktop.views.vault.opening_view import OpeningView
from desktop.views.work import finish_all

if TYPE_CHECKING:
    from desktop.app.backing_up import BackupWatch
    from desktop.app.capturing import Capturing
    from desktop.app.house import House
    from desktop.app.locking import Locking
    from desktop.app.one_window import OneWindow
    from desktop.app.screens import Screens
    from desktop.storage.vault_key import VaultKey

_FIRST_SIZE = (1280, 820)
_LATER = 500
"""Milliseconds after the first paint when there is time to listen for a second start."""
_PATIENCE = 1.0
"""Seconds that closing the window may wait for the disk before it asks."""


class Program(QObject):
    """One window on one vault."""

    def __init__(
        self, app: QApplication, folder: Path | None, settings: Path | None = None, exports: Path | None = None
    ) -> None:
        super().__init__()
        self._settings_file = settings or settings_file()
        self._settings = load_settings(self._settings_file)
        use_language(self._settings.language, resources() / "locale")
        self._theme = ThemeSwitch(app, self._settings.theme)
        self._named = folder is not None
        self._house: House | None = None
        self._screens: Screens | None = None
        self._room_of = Destination(Place.HOME)
        self._news = SaveNews()
        self._news.saved.connect(self._all_saved)
        self._news.failed.connect(self._not_saved)
        self.window = MainWindow(self._make_view, self._unsaved)
        self._entrance = Entrance(
            self.window, self._news, folder or Path(self._settings.vault or default_vault()), exports
        )
        self._entrance.began.connect(self._listen_soon)
        self._entrance.opened.connect(self._enter)
        self._entrance.left.connect(self._close_house)
        self.window.painted.connect(self._entrance.open)
        self.window.closing.connect(self._remember_geometry)
        self._locking: Locking | None = None
        self._one: OneWindow | None = None
        self._backups: BackupWatch | None = None
        self._capturing: Capturing | None = None
        app.aboutToQuit.connect(self.close)

    def is_open_elsewhere(self) -> bool:
        """Tell whether this user has a window on the same vault already; it has come forward then."""
        from desktop.app.address import may_be_there

        if not may_be_there(self._entrance.folder):
            return False
        from desktop.app.one_window import bring_forward

        return bring_forward(self._entrance.folder)

    def show(self) -> None:
        """Show the window; the vault is opened once it has been painted."""
        self.window.show_alone(OpeningView())
        if not self.window.restoreGeometry(QByteArray.fromBase64(self._settings.geometry.encode())):
            self.window.resize(*_FIRST_SIZE)
        self.window.show()

    def close(self) -> None:
        """Stop what still runs and close the vault; nothing typed is lost, also where no window was closed before."""
        view = self.window.screen_view
        if self._house and view:
            view.leave()
        if self._locking is not None:
            self._locking.forget_secrets()
        finish_all()
        if self._one is not None:
            self._one.close()
        vault = self._house.vault if self._house else None
        key = vault.key if vault else None
        self._close_house()
        if vault and key:
            self._last_backup(vault.folder, key)

    def caught(self, kind: type[BaseException], defect: BaseException, trace: TracebackType | None) -> None:
        """Say what went wrong where nobody expected it; for `sys.excepthook`, where Qt leaves what a slot lets out."""
        if isinstance(defect, Problem):
            self.window.tell(say(defect))
        elif issubclass(kind, Exception):
            import logging

            logging.getLogger(__name__).error("A defect", exc_info=(kind, defect, trace))
            self.window.tell(_("Something unexpected went wrong. What you typed is kept; please try again."))
        else:
            sys.__excepthook__(kind, defect, trace)

    def _listen_soon(self) -> None:
        QTimer.singleShot(_LATER, self._listen)

    def _listen(self) -> None:
        """Come forward when the program is started again on this vault."""
        try:
            from desktop.app.one_window import OneWindow
        except ImportError:  # Qt's network wants a library of the system that is not there: two windows, then
            return
        if self._one is None:
            self._one = OneWindow()
            self._one.wanted.connect(self.window.come_forward)
        self._one.listen(self._entrance.folder)

    def _enter(self, house: "House") -> None:
        from desktop.app.screens import Screens

        if self.window.is_veiled and self._came_back(house):
            return
        self.window.forget_views()  # what was shown before there was a vault
        self._house = house
        self._screens = Screens(house, self._news, self._load, self._save)
        self._guard(house)
        try:
            self.window.navigate(Destination(Place.HOME))
        except Problem as problem:  # it could be opened, but not even Home can be read
            self._close_house()
            self.window.forget_views()
            self._entrance.troubled(say(problem))
            return
        if not self._named and self._settings.vault != str(self._entrance.folder):
            self._remember(replace(self._settings, vault=str(self._entrance.folder)))

    def _guard(self, house: "House") -> None:
        """Let the window lock from now on."""
        from desktop.app.locking import Locking

        if self._locking is None:
            self._locking = Locking(self.window, self._lock_minutes)
            self._locking.unlock_wanted.connect(self._entrance.open_again)
        self._locking.guard(house)
        if self._backups is None:
            from desktop.app.backing_up import BackupWatch

            self._backups = BackupWatch(self._load)
            self._backups.troubled.connect(self._no_backup)
        self._backups.guard(house)
        if self._capturing is None:
            from desktop.app.capturing import Capturing

            self._capturing = Capturing(self.window)
        self._capturing.guard(house.vault)

    def _came_back(self, house: "House") -> bool:
        """Return whether a locked vault was to be opened anew; the window shows what was left, or why it cannot."""
        try:
            return self._locking is not None and self._locking.returned(house)
        except Problem as problem:
            self._entrance.troubled(say(problem))
            return True

    def _make_view(self, place: Place, kind: str) -> ScreenView:
        if place is Place.FIRST_RUN:
            return self._entrance.first_run()
        if place is Place.RESPOND and self._screens is None:
            from desktop.app.screens import respond_view

            view = respond_view(None)
            view.finished.connect(self._entrance.open_again)  # type: ignore[attr-defined]
            return view
        if self._screens is None:
            raise RuntimeError(f"{place} was asked for before a vault was open")
        view = self._screens.make(place, kind)
        if place is Place.SETTINGS:
            view.theme_chosen.connect(self._theme.choose)  # type: ignore[attr-defined]
        if place is Place.BACKUPS:
            view.restore_wanted.connect(self._restore)  # type: ignore[attr-defined]
        if place is Place.NOTE:
            view.room_wanted.connect(self._enter_room)  # type: ignore[attr-defined]
        return view

    def _unsaved(self) -> str:
        """Return why something typed is not on disk, "" if all of it is."""
        if self._house is None or self._house.vault.writer.flush(_PATIENCE):
            return ""
        return self._house.vault.writer.trouble() or _("The disk has not taken everything yet.")

    def _lock_minutes(self) -> int:
        return self._settings.lock_minutes

    def _load(self) -> Settings:
        return self._settings

    def _save(self, settings: Settings) -> None:
        self._settings = settings
        save_settings(self._settings_file, settings)

    # slots

    def _enter_room(self, note: Destination) -> None:
        """Turn the window into the employee's page; it turns back to the note after."""
        if self._screens is None:
            return
        view = self._screens.room(Kind(note.kind), note.uid)
        self._room_of = note
        view.finished.connect(self._leave_room)  # type: ignore[attr-defined]
        self.window.show_room(view)
        view.arrive(Destination(Place.RESPOND))

    def _restore(self, backup: Path) -> None:
        """Close the vault, put the backup in its place, and open it again; not while typed words wait for the disk."""
        if self._house is None or self._house.vault.key is None:
            return
        if reason := self._unsaved():
            self.window.tell(_("Nothing was restored: {reason}").format(reason=reason))
            return
        key = self._house.vault.key
        self._close_house()
        self.window.forget_views()
        self._entrance.restore(backup, key)

    def _no_backup(self, sentence: str) -> None:
        if sentence:
            self.window.tell(sentence)

    def _leave_room(self) -> None:
        self.window.navigate(self._room_of)

    def _all_saved(self) -> None:
        self.window.hold("")

    def _not_saved(self, sentence: str) -> None:
        self.window.hold(_("Not saved: {reason}").format(reason=sentence))

    def _remember_geometry(self) -> None:
        geometry = bytes(self.window.saveGeometry().toBase64().data()).decode()
        self._remember(replace(self._settings, geometry=geometry))

    def _remember(self, settings: Settings) -> None:
        """Save what nobody asked to be saved: if the disk refuses, nothing of the user's is lost by it."""
        try:
            self._save(settings)
        except Problem as problem:
            print(problem, file=sys.stderr)

    def _close_house(self) -> None:
        if self._locking is not None:
            self._locking.forget()
        if self._house is None:
            return
        if self._backups is not None:
            self._backups.forget()
        if self._capturing is not None:
            self._capturing.forget()
        if not self._house.vault.close():
            print(_("Not everything typed could be saved."), file=sys.stderr)  # the window has asked before
        self._house = None

    def _last_backup(self, folder: Path, key: "VaultKey") -> None:
        from desktop.app.backing_up import back_up_if_due

        wrong = back_up_if_due(folder, key, self._settings.second_backups)
        if wrong:
            print(wrong, file=sys.stderr)


def run(folder: Path | None = None) -> int:
    """Open the window on the vault in `folder` (default: the one used last) and return the exit code."""
    gc.disable()  # until the vault is open: nothing made by then is garbage
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Duologue")
    app.setApplicationDisplayName("Duologue")
    app.setDesktopFileName("duologue")
    program = Program(app, folder)
    sys.excepthook = program.caught
    if program.is_open_elsewhere():
        return 0
    program.show()
    return app.exec()


def has_screen() -> bool:
    """Return whether a window can be shown here at all."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
