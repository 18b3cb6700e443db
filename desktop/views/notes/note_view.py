"""A sealed note: its pages, the verdict beside them, what can be done with it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from desktop.i18n import _
from desktop.presenters.destination import Destination, Place
from desktop.presenters.notes.answers import AnswersPresenter
from desktop.presenters.notes.note import NotePresenter, NoteScreen, Paper, RevisionRow
from desktop.views.notes.answers_section import AnswersSection
from desktop.views.notes.file_section import FileSection
from desktop.views.notes.paper_view import PaperView
from desktop.views.notes.verdict_panel import VerdictPanelView
from desktop.views.screen_view import ScreenView
from desktop.views.widgets import (
    AreaField,
    Banner,
    Card,
    Facts,
    ListRow,
    Page,
    Rows,
    Section,
    Text,
    primary,
    quiet,
    row,
    secondary,
)
from desktop.views.work import Job, Work

if TYPE_CHECKING:
    from desktop.flows.notes.exporting import Exported


class NoteView(ScreenView):
    """Shows one note. Drawing, signing and checking run beside the window, never in it.

    `shown` is the screen that is shown now, `paper` its pages once they are drawn.

    Signals:
        room_wanted(Destination): the employee of this note is here and wants to answer it on this screen.
    """

    room_wanted = Signal(object)

    def __init__(self, presenter: NotePresenter, answers: AnswersPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._answers = AnswersSection(answers)
        self._file = FileSection()
        self.shown: NoteScreen
        self.paper: Paper | None = None
        self._work: Work | None = None
        self._build()
        self._connect()

    def arrive(self, destination: Destination) -> None:
        """Open a note."""
        self.show_screen(self._presenter.open(destination.uid))
        self._correcting(bool(self.shown.reason))
        self._file.forget()
        self._pages.show_pages(None)
        self._verdict_place.set_widgets([])
        self._page.scroll_to_top()
        self._answers.open(self._presenter.note)
        self._draw()
        if destination.path:
            self._answers.take_in(Path(destination.path))

    def show_screen(self, screen: NoteScreen) -> None:
        """Show what is known of the note without its pages."""
        self.shown = screen
        self._page.set_kind(screen.kind)
        self._page.set_title(screen.title)
        self._page.set_subtitle(screen.subtitle)
        self._page.show_notice(screen.notice)
        self._show_alarm(screen.key_changed)
        self._facts.set_pairs(screen.facts)
        self._file.show_screen(screen)
        self._correct.setVisible(screen.can_correct)
        self._reason.set_text(screen.reason)
        self._reason.set_error(screen.reason_error)
        self._revisions.set_widgets([self._revision(each) for each in screen.revisions])

    def choose_folder(self, folder: str) -> None:
        """Save exports in another folder from now on."""
        self.show_screen(self._presenter.choose_folder(Path(folder)))

    def _build(self) -> None:
        self._page = Page()
        self._export = primary(_("Export the signed PDF"), icon="download")
        self._export.setObjectName("export")
        self._page.add_action(self._export)
        self._alarm = Rows()
        self._page.add_top(self._alarm)
        self._busy = Text("", role="muted")
        self._pages = PaperView()
        self._page.add(self._busy)
        self._page.add(self._correction())
        self._page.add(self._pages)
        self._verdict_place = Rows()
        self._page.add_context(self._answers)
        self._page.add_context(self._verdict_place)
        self._page.add_context(self._file)
        self._page.add_context(self._note_section())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)

    def _correction(self) -> Section:
        self._reason = AreaField(_("Why is a correction needed?"), _("It is written into the new revision"))
        self._reason.setObjectName("correction-reason")
        self._reopen = primary(_("Open the correction"), icon="pencil")
        self._reopen.setObjectName("correction-open")
        self._keep = quiet(_("Leave it as it is"))
        card = Card()
        stays = _("The sealed note stays as it is. A new revision with your reason stands beside it.")
        card.add(Text(stays, role="muted"))
        card.add(self._reason)
        card.add(row(self._reopen, self._keep, None))
        self._correction_section = Section(_("Correct this note"))
        self._correction_section.add(card)
        return self._correction_section

    def _note_section(self) -> Section:
        self._facts = Facts()
        self._revisions = Rows()
        self._correct = secondary(_("Correct this note"), icon="pencil")
        self._correct.setObjectName("correct")
        section = Section(_("The note"))
        section.add(self._facts)
        section.add(self._revisions)
        section.add(row(self._correct, None))
        return section

    def _connect(self) -> None:
        self._export.clicked.connect(self._export_clicked)
        self._file.folder_chosen.connect(self.choose_folder)
        self._correct.clicked.connect(self._correct_clicked)
        self._keep.clicked.connect(self._keep_clicked)
        self._reopen.clicked.connect(self._reopen_clicked)
        self._reason.edited.connect(self._presenter.type_reason)
        self._answers.changed.connect(self._answer_changed)
        self._answers.room_wanted.connect(self._room_asked_for)

    def _revision(self, shown: RevisionRow) -> ListRow:
        line = ListRow(shown.uid, shown.label, shown.detail, icon="history")
        line.set_selected(shown.shown)
        line.chosen.connect(self._revision_chosen)
        return line

    def _draw(self) -> None:
        self.paper = None
        presenter, uid = self._presenter, self.shown.uid
        self._run(_("Drawing the pages…"), lambda report, cancelled: presenter.paper(uid), self._drawn)

    def _run(self, words: str, job: Job, done: Callable[[Any], None]) -> None:
        """Begin a piece of work on the note that is shown; what runs already has nothing more to say here."""
        self._rest()
        self._busy.setText(words)
        self._busy.show()
        self._work = Work(job)
        self._work.done.connect(done)
        self._work.failed.connect(self._refused)
        self._work.start()

    def _rest(self) -> None:
        """Wait for no work any more."""
        self._busy.hide()
        self._export.setEnabled(True)
        self._work = None

    def _outdated(self) -> bool:
        """Return whether what a slot hears is about another note, or from before the work that was begun last."""
        return self.sender() is not self._work

    def _show_alarm(self, sentence: str) -> None:
        """Warn of a key that changed, louder than anything else on the screen."""
        banners = [Banner("bad", sentence, _("Compare…"), dismissable=False)] if sentence else []
        for banner in banners:
            banner.acted.connect(self._go_to_key)
        self._alarm.set_widgets(banners)
        self._alarm.setVisible(bool(banners))

    def _correcting(self, opened: bool) -> None:
        self._correction_section.setVisible(opened)

    # slots

    def _answer_changed(self) -> None:
        self._show_alarm(self._presenter.key_changed())

    def _go_to_key(self) -> None:
        self.go.emit(Destination(Place.PERSON_KEY, self.shown.person_uid))

    def _drawn(self, paper: Paper) -> None:
        if self._outdated():
            return
        self._rest()
        self.paper = paper
        self._pages.show_pages(paper.pages)
        if paper.verdict is None:
            hint = _("A preview. The file is signed and checked when you export it.")
            unsigned = Banner("info", hint, dismissable=False)
            self._verdict_place.set_widgets([unsigned])
        else:
            view = VerdictPanelView()
            view.show_panel(paper.verdict)
            self._verdict_place.set_widgets([view])

    def _refused(self, sentence: str) -> None:
        if self._outdated():
            return
        self._rest()
        self.show_screen(self._presenter.failed(sentence))

    def _export_clicked(self) -> None:
        presenter, uid = self._presenter, self.shown.uid
        asked = self._file.asked()
        if asked is None:
            return
        words = _("Signing and checking the file…")
        self._run(words, lambda report, cancelled: presenter.export(uid, asked), self._exported)
        self._export.setEnabled(False)

    def _exported(self, done: "Exported") -> None:
        if self._outdated():
            return
        self._rest()
        self._file.forget()
        self.show_screen(self._presenter.exported(done))
        self._export.setFocus()  # it lost the keyboard while it was dead
        self._draw()

    def _correct_clicked(self) -> None:
        self._correcting(True)
        self._page.scroll_to_top()
        self._reason.setFocus()

    def _keep_clicked(self) -> None:
        self._presenter.type_reason("")
        self._reason.set_text("")
        self._correcting(False)
        self._correct.setFocus()

    def _reopen_clicked(self) -> None:
        answer = self._presenter.correct()
        if isinstance(answer, Destination):
            self.go.emit(answer)
        else:
            self.show_screen(answer)

    def _room_asked_for(self) -> None:
        self.room_wanted.emit(Destination(Place.NOTE, self.shown.uid, self.shown.kind))

    def _revision_chosen(self, uid: str) -> None:
        self.go.emit(Destination(Place.NOTE, uid, self.shown.kind))
