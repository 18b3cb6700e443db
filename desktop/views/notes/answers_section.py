"""Where a note stands since it was sealed: with whom it is, what came back, and what can be done now."""

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.i18n import _
from desktop.models.note import Note
from desktop.presenters.notes.answers import AnswerRow, AnswersPresenter, AnswersScreen
from desktop.views.drop_area import DropArea
from desktop.views.notes.arrival_panel import answer_lines, arrival_card, spoken_card
from desktop.views.tab_order import LAID_OUT, bring_into_view
from desktop.views.widgets import (
    AreaField,
    Banner,
    Button,
    Card,
    Chip,
    LineField,
    Rows,
    Section,
    Text,
    announce,
    column,
    primary,
    quiet,
    row,
    secondary,
)
from desktop.views.work import Work


class AnswersSection(Section):
    """Shows an `AnswersScreen`. Reading and judging a returned file runs beside the window.

    Signals:
        room_wanted(): the employee is here and wants to answer on this screen.
        changed(): something was added to the note.
    """

    room_wanted = Signal()
    changed = Signal()

    def __init__(self, presenter: AnswersPresenter) -> None:
        super().__init__(_("The answer"))
        self._presenter = presenter
        self._work: Work | None = None
        self._path = Path()
        self.shown: AnswersScreen
        self._build()
        self._connect()

    def open(self, note: Note) -> None:
        """Show where `note` stands."""
        self._work = None
        self._busy.hide()
        self._writing.hide()
        self.show_screen(self._presenter.open(note))

    def take_in(self, path: Path, password: str = "") -> None:
        """Judge a returned file and keep what it says."""
        presenter, self._path = self._presenter, path
        self._busy.show()
        self._area.setEnabled(False)
        self._work = Work(lambda report, cancelled: presenter.take_in(path, password))
        self._work.done.connect(self._taken_in)
        self._work.failed.connect(self._broken)
        self._work.start()

    def show_screen(self, screen: AnswersScreen) -> None:
        """Show standing, verdict, answers, statements."""
        self.shown = screen
        self._standing.set_chip(screen.standing, "", str(screen.tone))
        self._next.setText(screen.next_step)
        self._notice.set_widgets([Banner(str(screen.notice.tone), screen.notice.text)] if screen.notice else [])
        self._away.setVisible(screen.can_hand_over)
        self._here.setVisible(screen.can_answer_here)
        self._password.setVisible(bool(screen.locked))
        self._arrival.set_widgets(self._news(screen))
        self._answers.set_widgets([self._answer(each) for each in screen.answers])
        self._declines.set_widgets([_decline(*each) for each in screen.declines])
        self._statements.set_widgets(
            [column(Text(each.name), Text(each.detail, "caption")) for each in screen.statements]
        )
        self._statement.set_text(screen.statement)
        self._writing.setVisible(bool(screen.statement) or self._writing.isVisible())

    def _news(self, screen: AnswersScreen) -> list[QWidget]:
        cards = [arrival_card(screen.arrival)] if screen.arrival else []
        return [*cards, spoken_card(screen.employee, screen.spoken)] if screen.spoken else cards

    def _build(self) -> None:
        self._standing = Chip("")
        self._standing.setObjectName("standing")
        self._next = Text("", "muted")
        self._next.setObjectName("next-step")
        self._notice, self._arrival, self._answers = Rows(), Rows(), Rows()
        self._declines, self._statements = Rows(), Rows()
        self._area = DropArea(_("Drop the returned file here"), _("Choose the file…"), narrow=True)
        self._area.setObjectName("answer-drop")
        self._busy = Text(_("Checking the file…"), "muted")
        self._busy.hide()
        self._room = primary(_("Answer in the room"), icon="pen-line")
        self._room.setObjectName("answer-here")
        self._hand_over = secondary(_("They take it home"), icon="send")
        self._hand_over.setObjectName("hand-over")
        self._here, self._away = row(self._room, None), row(self._hand_over, None)
        for widget in (
            row(self._standing, None),
            self._next,
            self._notice,
            self._arrival,
            self._here,
            self._away,
            self._area,
            self._busy,
            self._password_card(),
            self._answers,
            self._declines,
            self._statements,
            self._statement_card(),
        ):
            self.add(widget)

    def _password_card(self) -> QWidget:
        self._typed_password = LineField(_("Password of the file"), secret=True)
        self._typed_password.setObjectName("answer-password")
        self._unlock = secondary(_("Open it"), icon="key-round")
        self._unlock.setObjectName("answer-unlock")
        self._password = Card()
        self._password.add(self._typed_password)
        self._password.add(row(self._unlock, None))
        self._password.hide()
        return self._password

    def _statement_card(self) -> QWidget:
        self._attach = quiet(_("Attach a later statement…"), icon="plus")
        self._attach.setObjectName("statement-file")
        self._write = quiet(_("Write one down"), icon="pencil")
        self._write.setObjectName("statement-write")
        self._statement = AreaField(_("The statement, word for word"))
        self._statement.setObjectName("statement-words")
        self._keep_statement = secondary(_("Attach this statement"))
        self._keep_statement.setObjectName("statement-keep")
        self._writing = column(self._statement, row(self._keep_statement, None))
        self._writing.hide()
        return column(row(self._attach, None), row(self._write, None), self._writing)

    def _connect(self) -> None:
        self._area.dropped.connect(self.take_in)
        self._room.clicked.connect(self.room_wanted)
        self._hand_over.clicked.connect(self._handed_over)
        self._unlock.clicked.connect(self._unlocked)
        self._typed_password.committed.connect(self._unlocked)
        self._attach.clicked.connect(self._attach_clicked)
        self._write.clicked.connect(self._write_clicked)
        self._statement.edited.connect(self._presenter.type_statement)
        self._keep_statement.clicked.connect(self._statement_written)

    def _answer(self, shown: AnswerRow) -> QWidget:
        card = Card()
        card.setObjectName(f"answer-{shown.uid}")
        card.add(row(Chip(shown.headline, tone=str(shown.tone)), None))
        card.add(Text(shown.detail, "caption"))
        for widget in answer_lines(shown.answer):
            card.add(widget)
        buttons: list[Button] = [quiet(_("Save a copy"), icon="download", key=shown.uid)]
        buttons[0].chosen.connect(self._save_chosen)
        if shown.can_trust:
            trust = secondary(_("We compared it: it is theirs"), icon="shield-check", key=shown.uid)
            trust.setObjectName("trust-key")
            trust.chosen.connect(self._trust_chosen)
            buttons.insert(0, trust)
        for button in buttons:
            card.add(row(button, None))
        return card

    # slots

    def _taken_in(self, found: object) -> None:
        if self.sender() is not self._work:
            return
        self._rest()
        self.show_screen(self._presenter.taken_in(self._path, found))  # type: ignore[arg-type]  # what the job returned
        arrival = self.shown.arrival
        if arrival is not None:
            announce(self, f"{arrival.headline}. {arrival.explanation}")
        self.changed.emit()

    def _broken(self, sentence: str) -> None:
        if self.sender() is not self._work:
            return
        self._rest()
        self._notice.set_widgets([Banner("bad", sentence)])

    def _rest(self) -> None:
        self._work = None
        self._busy.hide()
        self._area.setEnabled(True)

    def _handed_over(self) -> None:
        self._show_change(self._presenter.hand_over())

    def _unlocked(self) -> None:
        self.take_in(Path(self.shown.locked), self._typed_password.text())
        self._typed_password.set_text("")

    def _trust_chosen(self, uid: str) -> None:
        self._show_change(self._presenter.trust(uid))

    def _save_chosen(self, uid: str) -> None:
        self.show_screen(self._presenter.save_answer(uid))

    def _attach_clicked(self) -> None:
        dialog = QFileDialog(self, _("Which file holds the statement?"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._statement_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _statement_chosen(self, path: str) -> None:
        self._show_change(self._presenter.attach(Path(path)))

    def _write_clicked(self) -> None:
        self._writing.show()
        self._statement.setFocus()
        QTimer.singleShot(LAID_OUT, self._reveal)

    def _reveal(self) -> None:
        bring_into_view(self._writing)

    def _statement_written(self) -> None:
        self._writing.hide()
        self._show_change(self._presenter.write_down())

    def _show_change(self, screen: AnswersScreen) -> None:
        self.show_screen(screen)
        self.changed.emit()


def _decline(who: str, reason: str) -> QWidget:
    card = Card()
    card.add(Text(_("Did not want to sign"), "strong"))
    card.add(Text(who, "caption"))
    card.add(Text(reason))
    return card
