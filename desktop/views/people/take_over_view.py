"""Taking over from another manager: drop the file, see who sent what, then take it over."""

from pathlib import Path

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from desktop.flows.people.taking_over import TakeOver
from desktop.i18n import _
from desktop.presenters.destination import Destination, Place
from desktop.presenters.notice import Tone
from desktop.presenters.people.take_over import BringsRow, SenderPanel, TakeOverPresenter, TakeOverScreen
from desktop.views.drop_area import DropArea
from desktop.views.file_question import ask_place
from desktop.views.keys.key_card_view import KeyCardView
from desktop.views.notes.report_list import TONE_ICONS
from desktop.views.screen_view import ScreenView
from desktop.views.widgets import (
    Card,
    Chip,
    Icon,
    Page,
    Rows,
    Section,
    Text,
    column,
    kind_chip,
    primary,
    quiet,
    row,
    secondary,
)
from desktop.views.work import IsCancelled, Report, Work

_SHIELDS = {Tone.GOOD: "shield-check", Tone.BAD: "shield-x"}


class TakeOverView(ScreenView):
    """Shows a `TakeOverScreen`; a newer file replaces an older one."""

    def __init__(self, presenter: TakeOverPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._work: Work | None = None
        self._taking = False
        self._build()
        self._connect()

    def arrive(self, destination: Destination) -> None:
        """Read the file the destination names; with none, show the empty screen."""
        self._leave_work()
        self.show_screen(self._presenter.open())
        self._page.scroll_to_top()
        if destination.path:
            self.read(Path(destination.path))

    def leave(self) -> None:
        """Wait for no file any more."""
        self._leave_work()

    def read(self, path: Path) -> None:
        """Read a file."""
        self._leave_work()
        self.show_screen(self._presenter.begin(path))
        presenter = self._presenter

        def job(report: Report, cancelled: IsCancelled) -> TakeOver:
            return presenter.read(path, report)

        self._start(Work(job))

    def save_certificate(self, path: str) -> None:
        """Save the owner's certificate."""
        self.show_screen(self._presenter.save_certificate(Path(path)))

    def show_screen(self, screen: TakeOverScreen) -> None:
        """Show the question, the work, or what the file brings."""
        self.shown = screen
        self._page.set_title(screen.title)
        self._page.show_notice(screen.notice)
        self._area.set_words(screen.intro, screen.choose)
        self._busy.setVisible(bool(screen.busy))
        self._busy_text.setText(screen.busy)
        self._mine.setVisible(screen.sender is None and not screen.busy)
        self._sender.setVisible(screen.sender is not None)
        if screen.sender is not None:
            self._show_sender(screen.sender)
        self._content.set_hint(screen.summary)
        self._content.setVisible(screen.sender is not None)
        self._people.set_widgets([_brings(each) for each in screen.people])
        self._notes.set_widgets([_brings(each) for each in screen.notes])
        self._note_card.setVisible(bool(screen.notes))
        self._take.setText(screen.verb)
        self._take.setVisible(bool(screen.verb))
        self._take.setEnabled(screen.allowed)
        self._first.setVisible(bool(screen.verb) and not screen.allowed)
        self._go_on.setVisible(screen.taken)

    def _show_sender(self, sender: SenderPanel) -> None:
        self._card.show_card(sender.card)
        self._state.set_chip(sender.state, _SHIELDS.get(sender.tone, "shield-alert"), str(sender.tone))
        self._made.setText(sender.made)
        self._how.setText(sender.how)
        self._compare.setText(sender.compared)
        self._to_compare.setVisible(bool(sender.how))

    def _build(self) -> None:
        self._page = Page(icon="download")
        self._back = quiet(_("Notes"), icon="arrow-left")
        self._back.setObjectName("back-to-notes")
        self._page.add_action(self._back)
        self._area = DropArea("", "", kinds=_("Handed over (*.duologue);;All files (*)"))
        self._area.setObjectName("take-over-drop")
        self._busy_text = Text("", "muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(4)
        self._busy = column(self._busy_text, self._bar)
        self._go_on = primary(_("Show the notes"), icon="arrow-right")
        self._go_on.setObjectName("take-over-notes")
        parts = (row(self._go_on, None), self._area, self._busy, self._certificate(), self._sender_part())
        for part in (*parts, self._content_part(), self._end()):
            self._page.add(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)

    def _certificate(self) -> Section:
        words = _(
            "Whoever hands over to you needs your certificate first. It is no secret: send it any way you like, and "
            "compare the twelve words under “My key” by phone."
        )
        self._save = secondary(_("Save your certificate…"), icon="key-round")
        self._save.setObjectName("save-certificate")
        self._mine = Section(_("Before somebody hands over to you"))
        self._mine.add(Text(words, "muted"))
        self._mine.add(row(self._save, None))
        return self._mine

    def _sender_part(self) -> Section:
        self._state = Chip("")
        self._state.setObjectName("sender-state")
        self._made = Text("", "muted")
        self._card = KeyCardView()
        self._how = Text("", "muted")
        self._compare = primary("", icon="shield-check")
        self._compare.setObjectName("compare-sender")
        self._to_compare = column(self._how, row(self._compare, None))
        card = Card()
        for part in (row(self._state, None), self._made, self._card, self._to_compare):
            card.add(part)
        self._sender = Section(_("Who hands over"))
        self._sender.add(card)
        return self._sender

    def _content_part(self) -> Section:
        self._people, self._notes = Rows(10), Rows(10)
        self._people.setObjectName("take-over-people")
        self._notes.setObjectName("take-over-content")
        people, notes = Card(), Card()
        people.add(self._people)
        notes.add(self._notes)
        self._note_card = notes
        self._content = Section(_("What is in it"))
        self._content.add(people)
        self._content.add(notes)
        return self._content

    def _end(self) -> QWidget:
        self._take = primary("", icon="download")
        self._take.setObjectName("take-over")
        self._first = Text(_("Compare the words of the sender's key first."), "muted")
        return column(self._first, row(self._take, None))

    def _connect(self) -> None:
        self._back.clicked.connect(self._go_back)
        self._go_on.clicked.connect(self._go_back)
        self._area.dropped.connect(self.read)
        self._save.clicked.connect(self._certificate_wanted)
        self._compare.clicked.connect(self._compared)
        self._take.clicked.connect(self._take_wanted)

    def _start(self, work: Work) -> None:
        self._bar.setRange(0, 0)
        self._work = work
        work.progress.connect(self._progressed)
        work.done.connect(self._done)
        work.failed.connect(self._failed)
        work.start()

    def _leave_work(self) -> None:
        if self._work is not None:
            self._work.cancel()
            self._work, self._taking = None, False

    # slots

    def _go_back(self) -> None:
        self.go.emit(Destination(Place.NOTES))

    def _certificate_wanted(self) -> None:
        ask_place(self, _("Where shall the certificate lie?"), self.shown.certificate_name, self.save_certificate)

    def _compared(self) -> None:
        self.show_screen(self._presenter.compare())

    def _take_wanted(self) -> None:
        self._take.setEnabled(False)
        presenter = self._presenter
        self._taking = True
        self._start(Work(lambda report, cancelled: presenter.take()))

    def _progressed(self, done: int, total: int, _name: str) -> None:
        if self.sender() is self._work:
            self._bar.setRange(0, total)
            self._bar.setValue(done)

    def _done(self, plan: TakeOver) -> None:
        if self.sender() is not self._work:
            return
        self._work = None
        taking, self._taking = self._taking, False
        self.show_screen(self._presenter.taken(plan) if taking else self._presenter.show(plan))
        self._page.scroll_to_top()

    def _failed(self, sentence: str) -> None:
        if self.sender() is self._work:
            self._work, self._taking = None, False
            self.show_screen(self._presenter.failed(sentence))


def _brings(shown: BringsRow) -> QWidget:
    """Return one line: what it is, and what would happen to it."""
    role = "muted" if shown.tone is Tone.INFO else str(shown.tone)
    told = [Text(words, "muted") for words in (shown.detail, shown.state) if words]
    chip = [kind_chip(shown.kind)] if shown.kind else []
    return row(Icon(TONE_ICONS[shown.tone], role, 18), 4, column(Text(shown.title, "strong"), *told), None, *chip)
