"""The employee's page: choose the note, read it, answer it, and send it back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.models.problems import Problem
from desktop.presenters.destination import Destination, Place
from desktop.presenters.notes.respond import RespondPresenter
from desktop.presenters.notes.respond_draft import Act, Order
from desktop.presenters.notes.respond_screen import Opened, RespondScreen, Step
from desktop.views.drop_area import DropArea
from desktop.views.folder_question import ask_folder
from desktop.views.notes.answer_card import AnswerCard
from desktop.views.notes.answer_form import AnswerForm
from desktop.views.notes.decline_form import DeclineForm
from desktop.views.notes.outgoing_card import OutgoingCard
from desktop.views.notes.paper_view import PaperView
from desktop.views.notes.respond_footer import RespondFooter
from desktop.views.notes.verdict_panel import VerdictPanelView
from desktop.views.screen_view import ScreenView
from desktop.views.widgets import (
    Card,
    Chip,
    LineField,
    Page,
    Question,
    Rows,
    Text,
    announce,
    column,
    quiet,
    row,
    secondary,
)
from desktop.views.work import Job, Work


class RespondView(ScreenView):
    """Leads from a file to the answer. Reading, signing and drawing run beside the window.

    `shown` is the screen that is shown now.

    Signals:
        finished(): the employee gives the laptop back (in the room), or goes back to where they came from.
    """

    finished = Signal()

    def __init__(self, presenter: RespondPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._work: Work | None = None
        self._path = Path()
        self._order: Order | None = None  # the answer that is being written
        self.shown: RespondScreen
        self._build()
        self._connect()
        self.show_screen(presenter.open())

    def arrive(self, destination: Destination) -> None:
        """Read the file of the destination; in the room, the note that is waited for. Else stay where one was."""
        if destination.path or self.shown.in_room:
            self.read(Path(destination.path))
        elif self._work is None:
            self.show_screen(self._presenter.open())

    def unsaved(self) -> str:
        """Return what would be lost if the window closed now."""
        return self._presenter.unsaved()

    def read(self, path: Path, password: str = "") -> None:
        """Read a file, unless an answer is being written; what is typed for another one stays."""
        if self._order is not None:
            return
        presenter, self._path = self._presenter, path
        self.show_screen(presenter.begin(path))
        self._run(lambda report, cancelled: presenter.read(path, password), self._was_read)

    def show_screen(self, screen: RespondScreen) -> None:
        """Show the step, with everything that was typed."""
        self.shown = screen
        self._page.set_kind(screen.kind or "neutral", "pen-line")
        self._page.set_title(screen.title)
        self._page.set_subtitle(screen.subtitle)
        self._page.show_notice(screen.notice)
        self._busy_text.setText(screen.busy)
        self._busy.setVisible(bool(screen.busy))
        self._footer.show_step(screen)
        self._page.show_footer(self._footer.has_any())
        self._show_parts(screen)
        if screen.errors and self._form.isVisibleTo(self):
            self._form.focus_first()
        if screen.errors and self._decline.isVisibleTo(self):
            self._decline.focus_first()

    def _show_parts(self, screen: RespondScreen) -> None:
        step, idle = screen.step, not screen.busy
        self._area.setVisible(step in (Step.CHOOSE, Step.LOCKED) and idle and not screen.in_room)
        self._lock.setVisible(step is Step.LOCKED and idle)
        self._paper.setVisible(step is Step.READ)
        self._form.setVisible(step is Step.ANSWER)
        self._decline.setVisible(step is Step.DECLINE)
        self._page.show_context(step is Step.READ)
        self._answer.setVisible(
            step is Step.READ and bool(screen.panel and screen.panel.answer) and not screen.can_answer
        )
        self._verdict_chip.setVisible(step not in (Step.CHOOSE, Step.LOCKED, Step.DONE))
        self._content.setEnabled(idle)
        self._form.show_form(screen)
        self._decline.show_form(screen)
        self._outgoing.set_widgets([OutgoingCard(screen.outgoing)] if screen.outgoing else [])
        self._outgoing.setVisible(step is Step.DONE)

    def _build(self) -> None:
        self._page = Page(icon="pen-line")
        self._back = quiet(_("Back"), icon="arrow-left")
        self._back.setObjectName("respond-back")
        self._verdict_chip = Chip("")
        self._verdict_chip.setObjectName("respond-verdict")
        self._page.add_action(self._verdict_chip)
        self._page.add_action(self._back)
        self._footer = RespondFooter(self._page, self._back)
        self._area = DropArea(_("Drop the PDF here that you were sent."), _("Choose the file…"))
        self._area.setObjectName("respond-drop")
        self._paper, self._form, self._decline, self._outgoing = PaperView(), AnswerForm(), DeclineForm(), Rows(12)
        self._answer = AnswerCard()
        self._content = column(self._lock_card(), self._answer, self._paper, self._form, self._decline, self._outgoing)
        for widget in (self._busy_line(), self._area, self._content):
            self._page.add(widget)
        self._verdict = VerdictPanelView()
        self._page.add_context(self._verdict)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)

    def _busy_line(self) -> QWidget:
        self._busy_text = Text("", "muted")
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedHeight(4)
        self._busy = column(self._busy_text, bar)
        return self._busy

    def _lock_card(self) -> QWidget:
        self._password = LineField(_("Password of the file"), _("Whoever sent it can tell you."), secret=True)
        self._password.setObjectName("respond-password")
        self._unlock = secondary(_("Open the note"), icon="key-round")
        self._unlock.setObjectName("respond-unlock")
        self._lock = Card()
        self._lock.add(self._password)
        self._lock.add(row(self._unlock, None))
        return self._lock

    def _connect(self) -> None:
        self._area.dropped.connect(self.read)
        self._unlock.clicked.connect(self._unlocked)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Return"), self._lock, context=within).activated.connect(self._unlocked)
        for form in (self._form, self._decline):
            form.edited.connect(self._presenter.type)
            form.drawn.connect(self._presenter.draw)
        self._form.folder_wanted.connect(self._ask_folder)
        self._footer.turned.connect(self._turned)
        self._footer.acted.connect(self._acted)
        self._footer.finished.connect(self._ask_to_finish)

    def _run(self, job: Job, done: Callable[[Any], None]) -> None:
        self._work = Work(job)
        self._work.done.connect(done)
        self._work.failed.connect(self._failed)
        self._work.start()

    # slots

    def _was_read(self, found: Opened | Problem) -> None:
        if self.sender() is not self._work:
            return
        self._work = None
        self._password.set_text("")
        screen = self._presenter.opened(found)
        self._paper.show_pages(self._presenter.pages)
        if screen.panel is not None:
            self._verdict.show_panel(screen.panel)
            self._verdict_chip.set_chip(screen.panel.headline, "", str(screen.panel.tone))
            self._answer.show_answer(screen.panel.answer)
            announce(self, f"{screen.panel.headline}. {screen.panel.explanation}")
        self.show_screen(screen)
        self._page.scroll_to_top()
        if screen.step is Step.LOCKED:
            self._password.setFocus()
        else:
            self._page.focus_content()

    def _failed(self, sentence: str) -> None:
        if self.sender() is not self._work:
            return
        self._work = self._order = None
        self.show_screen(self._presenter.failed(sentence))

    def _unlocked(self) -> None:
        if self._password.text():
            self.read(self._path, self._password.text())

    def _turned(self, step: str) -> None:
        self.show_screen(self._presenter.turn(Step(step)))
        self._page.scroll_to_top()
        form = {Step.ANSWER: self._form, Step.DECLINE: self._decline}.get(Step(step))
        if form is not None:
            form.focus_first()

    def _acted(self, act: str) -> None:
        answer = self._presenter.order(Act(act), *self._form.secrets())
        if not isinstance(answer, Order):
            self.show_screen(answer)
            return
        self._order, presenter = answer, self._presenter
        busy = _("Saving the answer…") if answer.act is Act.SAVE else _("Signing and checking the file…")
        self.show_screen(presenter.failed("", busy=busy))
        self._run(lambda report, cancelled: presenter.carry_out(answer), self._carried_out)

    def _carried_out(self, path: Path | None) -> None:
        if self.sender() is not self._work or self._order is None:
            return
        screen = self._presenter.carried_out(self._order, path)
        self._work = self._order = None
        self._form.forget_secrets()
        self.show_screen(screen)
        self._page.scroll_to_top()
        self._page.focus_content()
        if screen.outgoing is not None:
            announce(self, screen.outgoing.headline)

    def _ask_folder(self) -> None:
        ask_folder(self, _("Where shall your answer be saved?"), self.shown.folder, self._folder_chosen)

    def _folder_chosen(self, folder: str) -> None:
        self.show_screen(self._presenter.choose_folder(Path(folder)))

    def _ask_to_finish(self) -> None:
        if not (self.shown.in_room and self._presenter.unsaved()):
            self._finish()
            return
        question = Question(
            self._page,
            _("Your answer is not saved"),
            _("If you give the laptop back now, what you wrote and drew here is gone."),
            _("Give it back without saving"),
            keep=_("Go on answering"),
        )
        question.accepted.connect(self._finish)
        question.open()

    def _finish(self) -> None:
        self.finished.emit()
        if not self.shown.in_room:
            self.go.emit(Destination(Place.FIRST_RUN))
