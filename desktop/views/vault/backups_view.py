"""Backups: the list, a second place, one now, and the way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.presenters.destination import Destination, Place
from desktop.presenters.vault.backups import BackupRow, BackupsPresenter, BackupsScreen
from desktop.views.screen_view import ScreenView
from desktop.views.widgets import Card, ListRow, Page, Question, Rows, Section, Text, primary, quiet, row, secondary
from desktop.views.working_section import WorkingSection


class BackupsView(ScreenView):
    """Shows a `BackupsScreen`.

    Signals:
        restore_wanted(Path): the vault shall be closed, and this backup take its place.
    """

    restore_wanted = Signal(object)

    def __init__(self, presenter: BackupsPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._list = BackupList(presenter)
        self._build()
        self._connect()

    def arrive(self, destination: Destination) -> None:
        """Show the backups as they are now."""
        self.show_screen(self._presenter.open())
        self._list.read()

    def leave(self) -> None:
        """Wait for no list any more."""
        self._list.drop_work()

    def show_screen(self, screen: BackupsScreen) -> None:
        """Show places, list, and the question before one is restored."""
        self._page.set_title(screen.title)
        self._page.set_subtitle(screen.intro)
        self._page.show_notice(screen.notice)
        self._first.setText(_("Beside the vault: {folder}").format(folder=screen.first))
        nowhere = _("No second place: a stick or another disk keeps them if this one breaks.")
        second = _("And here: {folder}").format(folder=screen.second) if screen.second else nowhere
        self._second.setText(second)
        self._no_second.setVisible(bool(screen.second))
        self._list.show_rows(screen)
        if screen.question:
            self._ask(screen.question)

    def _build(self) -> None:
        self._page = Page(icon="history")
        self._back = quiet(_("Settings"), icon="arrow-left")
        self._page.add_action(self._back)
        self._first, self._second = Text(), Text()
        self._choose = secondary(_("Choose a second place…"), icon="folder-open")
        self._choose.setObjectName("second-place")
        self._no_second = quiet(_("Only beside the vault"))
        self._no_second.setObjectName("no-second-place")
        places, card = Section(_("Where they lie")), Card()
        for part in (self._first, self._second, row(self._choose, self._no_second, None)):
            card.add(part)
        places.add(card)
        self._page.add(self._list)
        self._page.add(places)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)

    def _connect(self) -> None:
        self._back.clicked.connect(self._to_settings)
        self._choose.clicked.connect(self._choose_clicked)
        self._no_second.clicked.connect(self._no_second_clicked)
        self._list.changed.connect(self.show_screen)

    def _ask(self, words: str) -> None:
        question = Question(self, _("Restore this backup?"), words, _("Restore it"))
        question.accepted.connect(self._restore)
        question.open()

    # slots

    def _to_settings(self) -> None:
        self.go.emit(Destination(Place.SETTINGS))

    def _choose_clicked(self) -> None:
        dialog = QFileDialog(self, _("Where shall backups lie, too?"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.choose_second)
        dialog.open()

    def choose_second(self, folder: str) -> None:
        """Make backups in this folder as well."""
        self.show_screen(self._presenter.choose_second(folder))
        self._list.make()

    def _no_second_clicked(self) -> None:
        self.show_screen(self._presenter.choose_second(""))
        self._list.read()

    def _restore(self) -> None:
        self.restore_wanted.emit(self._presenter.chosen())


class BackupList(WorkingSection):
    """The backups, the newest first.

    Signals:
        changed(BackupsScreen): something else is to be shown.
    """

    changed = Signal(object)

    def __init__(self, presenter: BackupsPresenter) -> None:
        super().__init__(_("What there is"))
        self._presenter = presenter
        self._make = primary(_("Back up now"), icon="download")
        self._make.setObjectName("back-up-now")
        self._rows = Rows(8)
        self.body.add(row(self._make, None))
        self.body.add(self._rows)
        self._make.clicked.connect(self.make)

    def read(self) -> None:
        """Read what there is."""
        self._run(_("Looking at the backups…"), self._presenter.rows, self._listed)

    def make(self) -> None:
        """Make one now."""
        self._run(_("Making a backup…"), self._presenter.make, self._made)

    def refused(self, sentence: str) -> None:
        """Show why it did not work."""
        self.changed.emit(self._presenter.failed(sentence))

    def show_rows(self, screen: BackupsScreen) -> None:
        """Show the list."""
        shown = [self._row(number, each) for number, each in enumerate(screen.rows)]
        self._rows.set_widgets(shown or [Text(screen.empty, "muted")])

    def _row(self, number: int, shown: BackupRow) -> QWidget:
        made = ListRow(shown.key, shown.title, shown.subtitle, icon="history" if shown.usable else "triangle-alert")
        made.setObjectName(f"backup-{number}")
        made.setEnabled(shown.usable)
        made.chosen.connect(self._chosen)
        return made

    # slots

    def _chosen(self, key: str) -> None:
        self.changed.emit(self._presenter.ask(key))

    def _listed(self, rows: tuple[BackupRow, ...]) -> None:
        self.changed.emit(self._presenter.listed(rows))

    def _made(self, sentence: str) -> None:
        self.changed.emit(self._presenter.made(sentence))
        self.read()
