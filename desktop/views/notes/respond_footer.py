"""The buttons of the employee's page: which of them there are at which step."""

from PySide6.QtCore import QObject, Signal

from desktop.i18n import _
from desktop.presenters.notes.respond_draft import Act
from desktop.presenters.notes.respond_screen import RespondScreen, Step
from desktop.views.widgets import Button, Page, primary, quiet, secondary


class RespondFooter(QObject):
    """Puts the buttons into a page's footer; `back` stands in its header.

    Signals:
        turned(str): to another step.
        acted(str): the answer shall be saved, signed or declined.
        finished(): it is time to go.
    """

    turned = Signal(str)
    acted = Signal(str)
    finished = Signal()

    def __init__(self, page: Page, back: Button) -> None:
        super().__init__(page)
        self._back = back
        self._build(page)
        self._connect()

    def has_any(self) -> bool:
        """Return whether there is anything to press."""
        return any(not button.isHidden() for button in self._buttons)

    def show_step(self, screen: RespondScreen) -> None:
        """Show the buttons of a step; none can be pressed while something is being done."""
        step, room, idle = screen.step, screen.in_room, not screen.busy
        shown = {
            self._other: step in (Step.READ, Step.DONE) and not room,
            self._read: step in (Step.ANSWER, Step.DECLINE),
            self._refuse: room and step in (Step.READ, Step.ANSWER) and screen.can_answer,
            self._answer: step is Step.READ and screen.can_answer,
            self._save: step is Step.ANSWER and not room,
            self._sign: step is Step.ANSWER,
            self._decline: step is Step.DECLINE,
            self._done: room and step is Step.DONE,
        }
        for button, wanted in shown.items():
            button.setVisible(wanted and bool(idle or step is not Step.CHOOSE))
            button.setEnabled(idle)
        self._back.setText(_("Done – give the laptop back") if room else _("Back to the start"))
        self._back.setVisible(step is not Step.DONE if room else screen.can_leave)
        self._back.setEnabled(idle)

    def _build(self, page: Page) -> None:
        self._other = quiet(_("Another note…"), icon="file-text")
        self._read = secondary(_("Back to the note"), icon="arrow-left")
        self._refuse = quiet(_("I do not want to sign"), icon="x")
        self._answer = primary(_("Answer this note"), icon="arrow-right")
        self._save = secondary(_("Save without signing"), icon="download")
        self._sign = primary(_("Sign and save"), icon="pen-line")
        self._decline = primary(_("Note that I do not sign"), icon="check")
        self._done = primary(_("Done – give the laptop back"), icon="check")
        left = {"other": self._other, "read": self._read, "refuse": self._refuse}
        right = {"save": self._save, "answer": self._answer, "sign": self._sign}
        right |= {"decline": self._decline, "done": self._done}
        for name, button in (left | right).items():
            button.setObjectName(f"respond-{name}")
            page.add_footer(button, right=name in right)
        self._buttons = (*left.values(), *right.values())

    def _connect(self) -> None:
        self._other.clicked.connect(self._to_another)
        self._read.clicked.connect(self._to_note)
        self._refuse.clicked.connect(self._to_refusal)
        self._answer.clicked.connect(self._to_answer)
        self._save.clicked.connect(self._wants_save)
        self._sign.clicked.connect(self._wants_sign)
        self._decline.clicked.connect(self._wants_decline)
        self._done.clicked.connect(self.finished)
        self._back.clicked.connect(self.finished)

    # slots

    def _to_another(self) -> None:
        self.turned.emit(Step.CHOOSE)

    def _to_note(self) -> None:
        self.turned.emit(Step.READ)

    def _to_refusal(self) -> None:
        self.turned.emit(Step.DECLINE)

    def _to_answer(self) -> None:
        self.turned.emit(Step.ANSWER)

    def _wants_save(self) -> None:
        self.acted.emit(Act.SAVE)

    def _wants_sign(self) -> None:
        self.acted.emit(Act.SIGN)

    def _wants_decline(self) -> None:
        self.acted.emit(Act.DECLINE)
