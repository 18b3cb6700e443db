"""The program with its window: show it first, open the vault after the first paint, close in order."""

import gc
import os
import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject
from PySide6.QtWidgets import QApplication

from desktop.app.house import House, News, found_house, found_sample, open_house
from desktop.app.screens import Screens
from desktop.i18n import use_language
from desktop.places import default_vault, resources, sample_vault, settings_file
from desktop.presenters.destination import Destination, Place
from desktop.settings import Settings, load_settings, save_settings
from desktop.views.main_window import MainWindow
from desktop.views.opening_view import OpeningView
from desktop.views.saving import SaveNews
from desktop.views.screen_view import ScreenView
from desktop.views.theme import ThemeSwitch
from desktop.views.trouble_view import TroubleView
from desktop.views.work import Work, finish_all

_FIRST_SIZE = (1280, 820)


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
        self._news = SaveNews()
        self.window = MainWindow(self._make_view)
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
        """Stop what still runs and close the vault; nothing typed is lost."""
        finish_all()
        self._close_house()

    def _open(self) -> None:
        folder, news = self._folder, News(self._news.saved.emit, self._news.failed.emit)
        work = Work(lambda report, cancelled: open_house(folder, news))
        work.done.connect(self._opened)
        work.failed.connect(self._troubled)
        work.start()

    def _opened(self, house: House | None) -> None:
        self._house = house
        gc.freeze()
        gc.enable()
        if house is None:
            self.window.navigate(Destination(Place.FIRST_RUN))
            return
        self._screens = Screens(house, self._news, self._load, self._save)
        self.window.navigate(Destination(Place.HOME))
        if not self._named and self._settings.vault != str(self._folder):
            self._save(replace(self._settings, vault=str(self._folder)))

    def _troubled(self, sentence: str) -> None:
        view = TroubleView(sentence, str(self._folder))
        view.again.connect(self._open)
        view.elsewhere.connect(self._open_elsewhere)
        self.window.show_alone(view)

    def _make_view(self, place: Place, kind: str) -> ScreenView:
        if place is Place.FIRST_RUN:
            return self._first_run()
        if self._screens is None:
            raise RuntimeError(f"{place} was asked for before a vault was open")
        view = self._screens.make(place, kind)
        if place is Place.SETTINGS:
            view.theme_chosen.connect(self._theme.choose)  # type: ignore[attr-defined]
        return view

    def _first_run(self) -> ScreenView:
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
        self._open()

    def _load(self) -> Settings:
        return self._settings

    def _save(self, settings: Settings) -> None:
        self._settings = settings
        save_settings(self._settings_file, settings)

    # slots

    def _remember_geometry(self) -> None:
        from desktop.models.problems import Problem

        geometry = bytes(self.window.saveGeometry().toBase64().data()).decode()
        try:
            self._save(replace(self._settings, geometry=geometry))
        except Problem as problem:
            print(problem, file=sys.stderr)  # the window is closing: nothing of the user's is lost by it

    def _close_house(self) -> None:
        if self._house:
            self._house.vault.close()
            self._house = None


def run(folder: Path | None = None) -> int:
    """Open the window on the vault in `folder` (default: the one used last) and return the exit code."""
    gc.disable()  # until the vault is open: nothing made by then is garbage
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Duologue")
    app.setApplicationDisplayName("Duologue")
    app.setDesktopFileName("duologue")
    program = Program(app, folder)
    program.show()
    return app.exec()


def has_screen() -> bool:
    """Return whether a window can be shown here at all."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
