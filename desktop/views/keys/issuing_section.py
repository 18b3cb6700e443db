"""Issuing identities from the firm's root."""

from pathlib import Path

from PySide6.QtCore import Signal

from desktop.i18n import _
from desktop.presenters.keys.issuing import IssuingPresenter, IssuingScreen
from desktop.views.file_question import ask_place
from desktop.views.keys.key_forms import IssueForm
from desktop.views.widgets import row, secondary
from desktop.views.working_section import WorkingSection


class IssuingSection(WorkingSection):
    """Shows an `IssuingScreen`.

    Signals:
        mine_issued(object): an identity for the owner of the vault, in a tuple, to be looked at before it is used.
    """

    mine_issued = Signal(object)

    def __init__(self, presenter: IssuingPresenter) -> None:
        super().__init__(_("Identities from the root"))
        self._presenter = presenter
        self._build()
        self._connect()

    def open(self) -> None:
        """Show what can be issued."""
        self._show(self._presenter.open())

    def leave(self) -> None:
        """Forget every secret that is typed, and what is under way."""
        self.drop_work()
        self._form.forget()
        self._form.hide()
        self._presenter.open()

    def refresh(self) -> None:
        """Appear once there is a root."""
        self.setVisible(self._presenter.refresh().ready)

    def issue(self, path: str) -> None:
        """Issue an identity for the chosen person into a file at `path`, under the typed passphrase."""
        presenter, passphrase = self._presenter, self._form.passphrase()
        self._run(_("Making a key…"), lambda: presenter.issue(path, passphrase), self._issued)

    def refused(self, sentence: str) -> None:
        """Show why the work did not succeed."""
        self._show(self._presenter.failed(sentence))

    def _show(self, screen: IssuingScreen) -> None:
        self.shown = screen
        self.setVisible(screen.ready)
        self._buttons.setVisible(not screen.opened)
        self._form.setVisible(screen.opened)
        self._form.show_people(screen.people, screen.person)
        if screen.opened:
            self._form.show_errors(screen.errors)
        else:
            self._form.forget()
        self.noticed.emit(screen.notice)

    def _build(self) -> None:
        self._somebody = secondary(_("Issue one for somebody…"), icon="user-plus")
        self._somebody.setObjectName("issue-somebody")
        self._mine = secondary(_("Issue one for myself"), icon="key-round")
        self._mine.setObjectName("issue-mine")
        self._buttons = row(self._somebody, self._mine, None)
        words = _(
            "You get a file with the key in it. Hand the file to the person and tell them the passphrase by phone; "
            "your vault keeps neither."
        )
        verb = _("Choose where to save it…")
        self._form = IssueForm("issue-form", _("Issue an identity"), words, verb)
        self.body.add(self._buttons)
        self.body.add(self._form)

    def _connect(self) -> None:
        self._somebody.clicked.connect(self._start)
        self._mine.clicked.connect(self._issue_mine)
        self._form.person_chosen.connect(self._presenter.choose_person)
        self._form.submitted.connect(self._checked)
        self._form.closed.connect(self.open)

    # slots

    def _start(self) -> None:
        self._show(self._presenter.start())
        self._form.focus_first()

    def _checked(self) -> None:
        self._show(self._presenter.check(self._form.passphrase(), self._form.again()))
        if self.shown.errors:
            self._form.focus_first()
        else:
            ask_place(self, _("Where shall the file lie?"), self.shown.file_name, self.issue)

    def _issued(self, path: Path) -> None:
        self._show(self._presenter.issued(path))
        self._somebody.setFocus()

    def _issue_mine(self) -> None:
        self._run(_("Making a key…"), self._presenter.issue_mine, self._mine_made)

    def _mine_made(self, found: object) -> None:
        self.mine_issued.emit(found)
