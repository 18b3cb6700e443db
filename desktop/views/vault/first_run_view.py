"""First run: who am I, and where will this lie?"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QProgressBar, QVBoxLayout

from desktop.i18n import _
from desktop.presenters.destination import Destination, Place
from desktop.presenters.vault.first_run import FirstRunPresenter, FirstRunScreen, Submission
from desktop.views.people.person_fields import PersonFields
from desktop.views.screen_view import ScreenView
from desktop.views.widgets import Card, Columns, Icon, Page, Text, column, primary, row, secondary
from desktop.views.work import Work


class FirstRunView(ScreenView):
    """Three ways to begin: my own team, a sample firm to look around in, or a note that I was sent.

    Signals:
        ready(Path): a vault lies in this folder and can be opened.
        founding(Submission): a vault is wanted; it still needs a passphrase.
    """

    ready = Signal(object)
    founding = Signal(object)

    def __init__(self, presenter: FirstRunPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._work: Work | None = None
        self._build()
        self._connect()
        self.show_screen(presenter.open())

    def arrive(self, destination: Destination) -> None:
        """Show the screen and wait for a name."""
        self.show_screen(self._presenter.open())
        self._fields.focus_first()

    def show_screen(self, screen: FirstRunScreen) -> None:
        """Show the form, or what is being done."""
        self._page.set_title(screen.title)
        self._page.set_subtitle(screen.intro)
        self._page.show_notice(screen.notice)
        self._fields.show_form(screen.form)
        self._identity.setText(screen.identity)
        self._folder.setText(screen.folder)
        self._folder_hint.setText(screen.folder_hint)
        self._folder_warning.setText(screen.folder_warning)
        self._folder_warning.setVisible(bool(screen.folder_warning))
        self._sample_hint.setText(screen.sample_hint)
        self._respond_hint.setText(screen.respond_hint)
        self._busy_text.setText(screen.busy)
        self._busy.setVisible(bool(screen.busy))
        self._own.setEnabled(not screen.busy)
        self._other.setEnabled(not screen.busy)
        self._sent.setEnabled(not screen.busy)

    def _build(self) -> None:
        self._page = Page(icon="messages-square")
        self._build_own()
        self._build_sample()
        self._build_respond()
        self._busy_text = Text("", "muted")
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedHeight(4)
        self._busy = column(self._busy_text, bar)
        for widget in (self._busy, self._own, self._other, self._sent):
            self._page.add(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)

    def _build_own(self) -> None:
        self._fields = PersonFields("me", with_team=False)
        self._identity = Text("", "muted")
        self._folder = Text()
        self._folder.setObjectName("vault-folder")
        self._folder_hint = Text("", "caption")
        self._folder_warning = Text("", "error")
        self._choose = secondary(_("Choose another folder…"), icon="folder-open")
        self._choose.setObjectName("choose-folder")
        self._begin = primary(_("Start with my own team"), icon="arrow-right")
        self._begin.setObjectName("begin")
        self._own = Card()
        self._own.add(self._fields)
        self._own.add(column(4, row(Icon("key-round"), self._identity)))
        self._own.add(column(8, Text(_("Where it lies"), "strong")))
        self._own.add(row(column(self._folder, self._folder_hint, self._folder_warning), self._choose))
        self._own.add(column(8, row(self._begin, None)))

    def _build_sample(self) -> None:
        self._sample_hint = Text("", "muted")
        self._sample = secondary(_("Look around with a sample firm"), icon="building-2")
        self._sample.setObjectName("sample")
        self._other = Card()
        self._other.add(Columns(self._sample_hint, row(None, self._sample), min_width=220))

    def _build_respond(self) -> None:
        self._respond_hint = Text("", "muted")
        self._respond = secondary(_("I was sent a note"), icon="file-text")
        self._respond.setObjectName("respond")
        self._sent = Card()
        self._sent.add(Columns(self._respond_hint, row(None, self._respond), min_width=220))

    def _connect(self) -> None:
        self._respond.clicked.connect(self._to_respond)
        self._begin.clicked.connect(self._submit)
        self._fields.submitted.connect(self._submit)
        self._sample.clicked.connect(self._make_sample)
        self._choose.clicked.connect(self._ask_folder)

    def _run(self, job: Callable[[], Path]) -> None:
        self._work = Work(lambda report, cancelled: job())
        self._work.done.connect(self._done)
        self._work.failed.connect(self._failed)
        self._work.start()

    # slots

    def _to_respond(self) -> None:
        self.go.emit(Destination(Place.RESPOND))

    def _submit(self) -> None:
        answer = self._presenter.submit(self._fields.form())
        if isinstance(answer, Submission):
            self.founding.emit(answer)
        else:
            self.show_screen(answer)

    def _make_sample(self) -> None:
        self.show_screen(self._presenter.sampling(self._fields.form()))
        self._run(self._presenter.sample)

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, _("Choose a folder for your vault"), self._folder.text())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._folder_chosen)
        dialog.open()

    def _folder_chosen(self, folder: str) -> None:
        self.show_screen(self._presenter.choose_folder(Path(folder), self._fields.form()))

    def _done(self, folder: Path) -> None:
        self._work = None
        self.ready.emit(folder)

    def _failed(self, sentence: str) -> None:
        self._work = None
        self.show_screen(self._presenter.failed(sentence))
