"""The program with its window: show it first, open the vault after the first paint, close in order.

Only what the first paint needs is imported at the top; the rest comes in when it is wanted.
"""

import gc
import logging
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject
from PySide6.QtWidgets import QApplication

from desktop.i18n import _, say, use_language
from desktop.models.guide import Kind
from desktop.models.problems import Problem
from desktop.places import default_vault, resources, sample_vault, settings_file
from desktop.presenters.destination import Destination, Place
from desktop.settings import Settings, load_settings, save_settings
from desktop.views.main_window import MainWindow
from desktop.views.opening_view import OpeningView
from desktop.views.saving import SaveNews
from desktop.views.screen_view import ScreenView
from desktop.views.theme import ThemeSwitch
from desktop.views.work import Job, Report, Work, finish_all

if TYPE_CHECKING:
    from desktop.app.house import House
    from desktop.app.screens import Screens

_FIRST_SIZE = (1280, 820)
_PATIENCE = 1.0
"""Seconds that closing the window may wait for the disk before it asks."""


class Program(QObject):
    """One window on one vault."""

    def __init__(self, app: QApplication, folder: Path | None, settings: Path | None = None) -> None:
        super().__init__()
        self._settings_file = settings or settings_file()
        self._settings = load_settings(self._settings_file)
        use_language(self._settings.language, resources() / "locale")
        self._theme = ThemeSwitch(app, self._settings.theme)
        self._folder = folder or Path(self._settings.vault or default_vault())
        self._named = folder is not None
        self._house: House | None = None
        self._screens: Screens | None = None
        self._room_of = Destination(Place.HOME)
        self._news = SaveNews()
        self._news.saved.connect(self._all_saved)
        self._news.failed.connect(self._not_saved)
        self.window = MainWindow(self._make_view, self._unsaved)
        self.window.painted.connect(self._open)
        self.window.closing.connect(self._remember_geometry)
        app.aboutToQuit.connect(self.close)

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
        finish_all()
        self._close_house()

    def caught(self, kind: type[BaseException], defect: BaseException, trace: TracebackType | None) -> None:
        """Say what went wrong where nobody expected it; for `sys.excepthook`, where Qt leaves what a slot lets out."""
        if isinstance(defect, Problem):
            self.window.tell(say(defect))
        elif issubclass(kind, Exception):
            logging.getLogger(__name__).error("A defect", exc_info=(kind, defect, trace))
            self.window.tell(_("Something unexpected went wrong. What you typed is kept; please try again."))
        else:
            sys.__excepthook__(kind, defect, trace)

    def _open(self) -> None:
        work = Work(_opening(self._folder, self._news))
        work.done.connect(self._opened)
        work.failed.connect(self._troubled)
        work.start()

    def _opened(self, house: "House | None") -> None:
        from desktop.app.screens import Screens

        self._house = house
        gc.freeze()
        gc.enable()
        if house is None:
            self.window.navigate(Destination(Place.FIRST_RUN))
            return
        self._screens = Screens(house, self._news, self._load, self._save)
        try:
            self.window.navigate(Destination(Place.HOME))
        except Problem as problem:  # it could be opened, but not even Home can be read
            self._close_house()
            self.window.forget_views()
            self._troubled(say(problem))
            return
        if not self._named and self._settings.vault != str(self._folder):
            self._remember(replace(self._settings, vault=str(self._folder)))

    def _troubled(self, sentence: str) -> None:
        from desktop.views.trouble_view import TroubleView

        view = TroubleView(sentence, str(self._folder))
        view.again.connect(self._open_again)
        view.elsewhere.connect(self._open_elsewhere)
        self.window.show_alone(view)

    def _make_view(self, place: Place, kind: str) -> ScreenView:
        if place is Place.FIRST_RUN:
            return self._first_run()
        if place is Place.RESPOND and self._screens is None:
            from desktop.app.screens import respond_view

            view = respond_view(None)
            view.finished.connect(self._begin)  # type: ignore[attr-defined]
            return view
        if self._screens is None:
            raise RuntimeError(f"{place} was asked for before a vault was open")
        view = self._screens.make(place, kind)
        if place is Place.SETTINGS:
            view.theme_chosen.connect(self._theme.choose)  # type: ignore[attr-defined]
        if place is Place.NOTE:
            view.room_wanted.connect(self._enter_room)  # type: ignore[attr-defined]
        return view

    def _first_run(self) -> ScreenView:
        from desktop.app.house import found_house, found_sample
        from desktop.presenters.first_run import FirstRunPresenter
        from desktop.views.first_run_view import FirstRunView

        presenter = FirstRunPresenter(found_house, lambda: found_sample(sample_vault()), self._folder)
        view = FirstRunView(presenter)
        view.ready.connect(self._open_elsewhere)
        return view

    def _open_elsewhere(self, folder: str | Path) -> None:
        self._close_house()
        self._folder = Path(folder)
        self.window.forget_views()
        self._open_again()

    def _open_again(self) -> None:
        self.window.show_alone(OpeningView())
        self._open()

    def _unsaved(self) -> str:
        """Return why something typed is not on disk, "" if all of it is."""
        if self._house is None or self._house.vault.writer.flush(_PATIENCE):
            return ""
        return self._house.vault.writer.trouble() or _("The disk has not taken everything yet.")

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

    def _begin(self) -> None:
        self.window.navigate(Destination(Place.FIRST_RUN))

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
        if self._house is None:
            return
        if not self._house.vault.close():
            print(_("Not everything typed could be saved."), file=sys.stderr)  # the window has asked before
        self._house = None


def _opening(folder: Path, news: SaveNews) -> Job:
    """Return the job that imports what the house needs and opens it, away from the window."""

    def job(report: Report, cancelled: Callable[[], bool]) -> "House | None":
        from desktop.app.house import News, open_house

        return open_house(folder, News(news.saved.emit, news.failed.emit))

    return job


def run(folder: Path | None = None) -> int:
    """Open the window on the vault in `folder` (default: the one used last) and return the exit code."""
    gc.disable()  # until the vault is open: nothing made by then is garbage
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Duologue")
    app.setApplicationDisplayName("Duologue")
    app.setDesktopFileName("duologue")
    program = Program(app, folder)
    sys.excepthook = program.caught
    program.show()
    return app.exec()


def has_screen() -> bool:
    """Return whether a window can be shown here at all."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
