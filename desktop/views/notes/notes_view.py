"""Notes: everything that was sealed."""

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout

from desktop.i18n import _
from desktop.presenters.destination import Destination, Place
from desktop.presenters.notes.notes import NotesPresenter, NotesScreen
from desktop.views.folder_question import ask_folder
from desktop.views.notes.bulk_panel import BulkPanelView
from desktop.views.notes.talk_list import TalkList
from desktop.views.screen_view import ScreenView
from desktop.views.widgets import ChoiceField, Columns, EmptyState, Page, Rows, quiet, secondary, tip


class NotesView(ScreenView):
    """A list with two filters; what they leave can be exported in one run."""

    def __init__(self, presenter: NotesPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._folder = ""
        self._build()
        self._connect()

    def arrive(self, destination: Destination) -> None:
        """Show the notes."""
        self.show_screen(self._presenter.open())

    def export_to(self, folder: str) -> None:
        """Export the notes that are shown into a folder."""
        self.show_screen(self._presenter.open())
        self._page.scroll_to_top()
        self._bulk.run(_("Exporting the notes"), self._presenter.export_job(Path(folder)))

    def show_screen(self, screen: NotesScreen) -> None:
        """Show the notes that fit."""
        self._folder = screen.folder
        self._page.show_notice(screen.notice)
        self._export.setText(screen.export)
        self._export.setVisible(bool(screen.export))
        self._page.set_title(screen.title)
        self._page.set_subtitle(screen.subtitle)
        self._kind.set_options(screen.kinds, key=screen.kind)
        self._person.set_options(screen.people, key=screen.person)
        self._filters.setVisible(len(screen.people) > 1)
        self._talks.show_talks(screen.rows)
        self._talks.setVisible(bool(screen.rows))
        self._empty.set_widgets([EmptyState("file-text", screen.empty)])
        self._empty.setVisible(bool(screen.empty))

    def _build(self) -> None:
        self._page = Page(icon="file-text")
        self._export = secondary("", icon="download")
        self._export.setObjectName("notes-export")
        self._hand_on = quiet(_("Hand over…"), icon="send")
        self._hand_on.setObjectName("notes-hand-on")
        self._take_over = quiet(_("Take over…"), icon="download")
        self._take_over.setObjectName("notes-take-over")
        tip(self._hand_on, _("Hand over to another manager"))
        tip(self._take_over, _("Take over what another manager hands over"))
        for action in (self._hand_on, self._take_over, self._export):
            self._page.add_action(action)
        self._bulk = BulkPanelView(self._presenter.bulk)
        self._kind = ChoiceField(_("Kind"))
        self._kind.setObjectName("notes-kind")
        self._person = ChoiceField(_("Person"))
        self._person.setObjectName("notes-person")
        self._filters = Columns(self._kind, self._person, min_width=200)
        self._talks = TalkList("notes-list")
        self._empty = Rows()
        for widget in (self._bulk, self._filters, self._talks, self._empty):
            self._page.add(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)

    def _connect(self) -> None:
        self._kind.chosen.connect(self._kind_chosen)
        self._person.chosen.connect(self._person_chosen)
        self._talks.go.connect(self.go)
        self._export.clicked.connect(self._export_clicked)
        self._hand_on.clicked.connect(self._hand_over)
        self._take_over.clicked.connect(self._take)
        self._bulk.running.connect(self._export.setDisabled)
        self._bulk.failed.connect(self._failed)

    # slots

    def _kind_chosen(self, kind: str) -> None:
        self.show_screen(self._presenter.choose_kind(kind))

    def _person_chosen(self, uid: str) -> None:
        self.show_screen(self._presenter.choose_person(uid))

    def _export_clicked(self) -> None:
        ask_folder(self, _("Where shall the signed PDFs be saved?"), self._folder, self.export_to)

    def _hand_over(self) -> None:
        self.go.emit(Destination(Place.TRANSFER))

    def _take(self) -> None:
        self.go.emit(Destination(Place.TAKE_OVER))

    def _failed(self, sentence: str) -> None:
        self.show_screen(self._presenter.failed(sentence))
