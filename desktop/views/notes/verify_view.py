"""Verify: can I trust this file?"""

from pathlib import Path

from PySide6.QtWidgets import QProgressBar, QVBoxLayout

from desktop.i18n import _
from desktop.models.problems import Problem
from desktop.presenters.destination import Destination, Place, dropped
from desktop.presenters.notes.verify import Judged, VerifyPresenter, VerifyScreen
from desktop.views.drop_area import DropArea
from desktop.views.folder_question import ask_folder
from desktop.views.notes.bulk_panel import BulkPanelView
from desktop.views.notes.verdict_panel import VerdictPanelView
from desktop.views.screen_view import ScreenView
from desktop.views.widgets import Card, LineField, Page, Text, announce, column, primary, row, secondary
from desktop.views.work import Work


class VerifyView(ScreenView):
    """Takes one PDF, judges it in the background, tells the verdict; a newer file replaces an older one.

    A folder is checked the same way, file by file, and ends with a report.
    """

    def __init__(self, presenter: VerifyPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._work: Work | None = None
        self._path = Path()
        self._shown: VerifyScreen
        self._build()
        self._connect()
        self.show_screen(presenter.open())

    def arrive(self, destination: Destination) -> None:
        """Judge the file the destination names; with none, show the empty screen."""
        if destination.path:
            self.verify(Path(destination.path))
        else:
            self._leave_work()
            self.show_screen(self._presenter.open())

    def verify(self, path: Path, password: str = "") -> None:
        """Judge a file."""
        self._leave_work()
        self.show_screen(self._presenter.begin(path))
        presenter = self._presenter
        self._path = path
        self._work = Work(lambda report, cancelled: presenter.judge(path, password))
        self._work.done.connect(self._judged)
        self._work.failed.connect(self._failed)
        self._work.start()

    def check_folder(self, folder: str) -> None:
        """Check every PDF of a folder."""
        self._leave_work()
        self.show_screen(self._presenter.open())
        self._bulk.run(_("Checking the PDFs"), self._presenter.folder_job(Path(folder)))

    def show_screen(self, screen: VerifyScreen) -> None:
        """Show the question, the work or the verdict."""
        self._page.set_title(screen.title)
        self._page.show_notice(screen.notice)
        self._area.set_words(screen.intro, screen.choose)
        self._busy.setVisible(bool(screen.busy))
        self._busy_text.setText(screen.busy)
        self._shown = screen
        self._lock.setVisible(bool(screen.locked))
        self._note.setVisible(screen.note is not None)
        self._name_note(screen)
        self._verdict.setVisible(screen.panel is not None)
        if screen.panel is not None:
            self._verdict.show_panel(screen.panel)
            announce(self, f"{screen.panel.headline}. {screen.panel.explanation}")

    def _build(self) -> None:
        self._page = Page(icon="shield-check")
        self._area = DropArea("", "")
        self._area.setObjectName("verify-drop")
        self._folder = secondary(_("Check a folder…"), icon="folder-open")
        self._folder.setObjectName("verify-folder")
        self._page.add_action(self._folder)
        self._bulk = BulkPanelView(self._presenter.bulk)
        self._busy_text = Text("", "muted")
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedHeight(4)
        self._busy = column(self._busy_text, bar)
        self._verdict = VerdictPanelView()
        for widget in (self._area, self._busy, self._lock_card(), self._note_card(), self._verdict, self._bulk):
            self._page.add(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)

    def _lock_card(self) -> Card:
        self._password = LineField(_("Password of the file"), secret=True)
        self._password.setObjectName("verify-password")
        self._unlock = secondary(_("Open it"), icon="key-round")
        self._unlock.setObjectName("verify-unlock")
        self._lock = Card()
        self._lock.add(self._password)
        self._lock.add(row(self._unlock, None))
        return self._lock

    def _note_card(self) -> Card:
        self._take = primary("", icon="download")
        self._take.setObjectName("verify-take-in")
        self._note = Card()
        self._whose = Text("", "strong")
        self._note.add(self._whose)
        self._note.add(row(self._take, None))
        return self._note

    def _connect(self) -> None:
        self._unlock.clicked.connect(self._unlocked)
        self._password.committed.connect(self._unlocked)
        self._take.clicked.connect(self._take_in)
        self._area.dropped.connect(self._dropped)
        self._folder.clicked.connect(self._folder_clicked)
        self._bulk.running.connect(self._folder.setDisabled)
        self._bulk.failed.connect(self._folder_failed)

    def _leave_work(self) -> None:
        """Forget the file being read; what its worker still says no longer concerns this screen."""
        if self._work is not None:
            self._work.cancel()
            self._work = None

    def _name_note(self, screen: VerifyScreen) -> None:
        sheet = screen.note is not None and screen.note.place is Place.PREPARE
        told = (
            _("This is a preparation sheet for a talk of yours.")
            if sheet
            else _("This file belongs to a note of yours.")
        )
        self._whose.setText(told)
        self._take.setText(_("Take it in with the talk") if sheet else _("Take it in with the note"))

    # slots

    def _dropped(self, path: Path) -> None:
        """Take what was dropped: a file, or a folder with many."""
        if path.is_dir():
            self.check_folder(str(path))
        elif (where := dropped(str(path))).place is not Place.VERIFY:
            self.go.emit(where)
        else:
            self.verify(path)

    def _folder_clicked(self) -> None:
        ask_folder(self, _("Which folder shall be checked?"), str(Path.home()), self.check_folder)

    def _folder_failed(self, sentence: str) -> None:
        self.show_screen(self._presenter.failed(sentence))

    def _judged(self, found: Judged | Problem) -> None:
        if self.sender() is not self._work:
            return
        self._work = None
        self.show_screen(self._presenter.judged(self._path, found))

    def _unlocked(self) -> None:
        typed = self._password.text()
        self._password.set_text("")
        self.verify(self._path, typed)

    def _take_in(self) -> None:
        if self._shown.note is not None:
            self.go.emit(self._shown.note)

    def _failed(self, sentence: str) -> None:
        if self.sender() is not self._work:
            return
        self._work = None
        self.show_screen(self._presenter.failed(sentence))
