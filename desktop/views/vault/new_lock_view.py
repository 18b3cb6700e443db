"""A vault gets its passphrase and its recovery key, one step after the other."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout

from desktop.i18n import _
from desktop.presenters.destination import Destination
from desktop.presenters.vault.new_lock import NewLockPresenter, NewLockScreen, Step
from desktop.views.keys.passphrase_fields import PassphraseFields
from desktop.views.screen_view import ScreenView
from desktop.views.vault.recovery_key_card import RecoveryKeyCard
from desktop.views.widgets import Card, Columns, LineField, Page, Text, column, primary, quiet, row
from desktop.views.work import Work


class NewLockView(ScreenView):
    """Passphrase, recovery key, two of its groups; then the work that needs them.

    Signals:
        finished(): the vault lies there, locked by what was chosen.
    """

    finished = Signal()

    def __init__(self, presenter: NewLockPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._work: Work | None = None
        self._build()
        self._connect()
        self.show_screen(presenter.open())

    def arrive(self, destination: Destination) -> None:
        """Wait for the passphrase."""
        self._fields.focus_first()

    def show_screen(self, screen: NewLockScreen) -> None:
        """Show the step, or what is being done."""
        self._page.set_title(screen.words.title)
        self._page.set_subtitle(screen.words.intro)
        self._page.show_notice(screen.notice)
        for step, card in self._cards.items():
            card.setVisible(step is screen.step)
        self._fields.show_errors(screen.errors)
        self._key_card.show_groups(screen.groups)
        self._finish.setText(screen.words.verb)
        for place, number in enumerate(screen.asked):
            self._answers[place].set_label(_("Group {n}").format(n=number))
            self._answers[place].set_error(screen.errors.get(str(place), ""))
        self._busy_text.setText(screen.words.busy)
        self._busy.setVisible(screen.busy)
        for card in self._cards.values():
            card.setEnabled(not screen.busy)
        self._back.setEnabled(not screen.busy)

    def _build(self) -> None:
        self._page = Page(icon="lock")
        self._back = quiet(_("Back"), icon="arrow-left")
        self._back.setObjectName("back")
        self._cards = {
            Step.CHOOSE: self._passphrase_card(),
            Step.WRITE: self._write_card(),
            Step.CHECK: self._check_card(),
        }
        self._busy_text = Text("", "muted")
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedHeight(4)
        self._busy = column(self._busy_text, bar)
        for widget in (self._busy, *self._cards.values(), row(self._back, None)):
            self._page.add(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)

    def _passphrase_card(self) -> Card:
        self._fields = PassphraseFields("lock", generating=True)
        self._choose = primary(_("Next: the recovery key"), icon="arrow-right")
        self._choose.setObjectName("choose-passphrase")
        card = Card()
        card.add(Text(_("You type it each time the vault is opened. Nobody else knows it, and nobody can reset it.")))
        card.add(self._fields)
        card.add(row(self._choose, None))
        return card

    def _write_card(self) -> Card:
        self._wrote = primary(_("I have written it down"), icon="arrow-right")
        self._wrote.setObjectName("written-down")
        self._key_card = card = RecoveryKeyCard()
        card.add(row(self._wrote, None))
        return card

    def _check_card(self) -> Card:
        self._answers = [LineField(_("Group {n}").format(n=place)) for place in (1, 2)]
        for place, answer in enumerate(self._answers):
            answer.setObjectName(f"answer-{place}")
        self._finish = primary("", icon="lock")
        self._finish.setObjectName("finish")
        self._again = quiet(_("Show the recovery key again"))
        self._again.setObjectName("show-again")
        card = Card()
        card.add(Text(_("To be sure that it is written down: please type two of its groups.")))
        card.add(Columns(*self._answers, min_width=240))
        card.add(row(self._finish, self._again, None))
        return card

    def _connect(self) -> None:
        self._back.clicked.connect(self.back)
        self._choose.clicked.connect(self._choose_clicked)
        self._wrote.clicked.connect(self._wrote_clicked)
        self._key_card.sheet_wanted.connect(self._save_sheet)
        self._again.clicked.connect(self._again_clicked)
        self._finish.clicked.connect(self._finish_clicked)

    # slots

    def _choose_clicked(self) -> None:
        screen = self._presenter.choose(self._fields.passphrase(), self._fields.again())
        self.show_screen(screen)
        if screen.errors:
            self._fields.focus_first()
            return
        self._fields.forget()
        self._wrote.setFocus()

    def _wrote_clicked(self) -> None:
        for answer in self._answers:
            answer.set_text("")
        self.show_screen(self._presenter.check())
        self._answers[0].setFocus()

    def _save_sheet(self, path: str) -> None:
        self.show_screen(self._presenter.save_sheet(path))

    def _again_clicked(self) -> None:
        self.show_screen(self._presenter.write())

    def _finish_clicked(self) -> None:
        screen = self._presenter.answer(tuple(answer.text() for answer in self._answers))
        self.show_screen(screen)
        if screen.busy:
            self._work = Work(partial(_run, self._presenter))
            self._work.done.connect(self._done)
            self._work.failed.connect(self._failed)
            self._work.start()

    def _done(self, nothing: object) -> None:
        self._work = None
        self.finished.emit()

    def _failed(self, sentence: str) -> None:
        self._work = None
        self.show_screen(self._presenter.failed(sentence))


def _run(presenter: NewLockPresenter, report: object, cancelled: object) -> None:
    presenter.finish()
