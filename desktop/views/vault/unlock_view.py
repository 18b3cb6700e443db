"""A locked vault: nothing of it is shown, a passphrase or its recovery key opens it."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from desktop.i18n import _
from desktop.presenters.destination import Destination
from desktop.presenters.vault.unlock import UnlockPresenter, UnlockScreen
from desktop.views.keys.passphrase_fields import PassphraseFields
from desktop.views.screen_view import ScreenView
from desktop.views.widgets import Card, LineField, Page, Text, primary, quiet, row, secondary
from desktop.views.work import Work


class UnlockView(ScreenView):
    """The passphrase, or the recovery key with a new one.

    Signals:
        unlocked(VaultKey): the vault can be opened with this key.
        elsewhere(str): open the vault in another folder.
        respond(): answer a note, for which no vault is needed.
    """

    unlocked = Signal(object)
    elsewhere = Signal(str)
    respond = Signal()

    def __init__(self, presenter: UnlockPresenter[Any], folder: str, alone: bool = False) -> None:
        """Build the screen; `alone`: there is no way on but to unlock this vault, and not even its folder is told."""
        super().__init__()
        self._presenter = presenter
        self._folder = folder
        self._work: Work | None = None
        self._wait = 0
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._build()
        self._connect()
        self._others.setVisible(not alone)
        self._where.setVisible(not alone)
        self.show_screen(presenter.open())

    def arrive(self, destination: Destination) -> None:
        """Wait for what opens the vault."""
        (self._code if self._recover_card.isVisible() else self._passphrase).setFocus()

    def show_screen(self, screen: UnlockScreen) -> None:
        """Show what is asked, or that the vault is being unlocked."""
        self._page.set_title(screen.title)
        self._page.set_subtitle(screen.intro)
        self._where.setText(screen.folder)
        self._passphrase_card.setVisible(not screen.recovering)
        self._recover_card.setVisible(screen.recovering)
        self._remembered.setVisible(screen.can_type)
        self._passphrase.set_error(screen.errors.get("passphrase", "") if not screen.recovering else "")
        self._code.set_error(screen.errors.get("code", ""))
        self._fields.show_errors(screen.errors if screen.recovering else {})
        self._busy = screen.busy
        self._wait = screen.wait or self._wait
        self._show_buttons()

    def _show_buttons(self) -> None:
        free = not self._busy and not self._wait
        waiting = _("Wait {n} s").format(n=self._wait)
        self._unlock.setText(_("Unlocking…") if self._busy else waiting if self._wait else _("Unlock"))
        self._recover.setText(_("Unlocking…") if self._busy else _("Unlock and change the passphrase"))
        self._unlock.setEnabled(free)
        for button in (self._recover, self._forgotten, self._remembered, self._choose, self._answer):
            button.setEnabled(not self._busy)
        if self._wait:
            self._timer.start()

    def _build(self) -> None:
        self._page = Page(icon="lock")
        self._where = Text("", "muted")
        self._choose = secondary(_("Open another folder"), icon="folder-open")
        self._choose.setObjectName("choose-folder")
        self._answer = secondary(_("Answer a note"), icon="pen-line")
        self._answer.setObjectName("respond")
        self._build_passphrase()
        self._build_recovery()
        self._others = row(self._choose, self._answer, None)
        for widget in (self._passphrase_card, self._recover_card, self._where, self._others):
            self._page.add(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)

    def _build_passphrase(self) -> None:
        self._passphrase = LineField(_("Passphrase"), secret=True)
        self._passphrase.setObjectName("passphrase")
        self._unlock = primary(_("Unlock"), icon="arrow-right")
        self._unlock.setObjectName("unlock")
        self._forgotten = quiet(_("Forgotten? Use your recovery key"))
        self._forgotten.setObjectName("forgotten")
        self._passphrase_card = Card()
        self._passphrase_card.add(self._passphrase)
        self._passphrase_card.add(row(self._unlock, self._forgotten, None))

    def _build_recovery(self) -> None:
        self._code = LineField(_("Recovery key"), _("Nine groups of four; small letters and spaces are fine"))
        self._code.setObjectName("recovery-code")
        self._fields = PassphraseFields("new", generating=True)
        self._recover = primary("", icon="arrow-right")
        self._recover.setObjectName("recover")
        self._remembered = quiet(_("Use the passphrase"))
        self._remembered.setObjectName("remembered")
        self._recover_card = Card()
        self._recover_card.add(self._code)
        self._recover_card.add(Text(_("Your new passphrase"), "strong"))
        self._recover_card.add(self._fields)
        self._recover_card.add(row(self._recover, self._remembered, None))

    def _connect(self) -> None:
        self._passphrase.committed.connect(self._submit_typed)
        self._unlock.clicked.connect(self._submit)
        self._forgotten.clicked.connect(self._forgotten_clicked)
        self._remembered.clicked.connect(self._remembered_clicked)
        self._recover.clicked.connect(self._submit_recovery)
        self._choose.clicked.connect(self._choose_clicked)
        self._answer.clicked.connect(self.respond)
        self._timer.timeout.connect(self._second_passed)

    def _run(self, job: Callable[[], object]) -> None:
        self._work = Work(partial(_run, job))
        self._work.done.connect(self._done)
        self._work.failed.connect(self._failed)
        self._work.start()

    # slots

    def _submit_typed(self) -> None:
        if self._passphrase.isAncestorOf(self.focusWidget()):  # Return, not a field that was left
            self._submit()

    def _submit(self) -> None:
        if self._busy or self._wait:
            return
        typed = self._passphrase.text()
        screen = self._presenter.submit(typed)
        self.show_screen(screen)
        if screen.busy:
            self._run(partial(self._presenter.unlock, typed))

    def _submit_recovery(self) -> None:
        code, passphrase = self._code.text(), self._fields.passphrase()
        screen = self._presenter.submit_recovery(code, passphrase, self._fields.again())
        self.show_screen(screen)
        if screen.busy:
            self._run(partial(self._presenter.recover, code, passphrase))

    def _forgotten_clicked(self) -> None:
        self.show_screen(self._presenter.forgotten())
        self._code.setFocus()

    def _remembered_clicked(self) -> None:
        self.show_screen(self._presenter.remembered())
        self._passphrase.setFocus()

    def _choose_clicked(self) -> None:
        dialog = QFileDialog(self, _("Which folder holds your vault?"), self._folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.elsewhere)
        dialog.open()

    def _second_passed(self) -> None:
        self._wait = max(0, self._wait - 1)
        if not self._wait:
            self._timer.stop()
        self._show_buttons()

    def _done(self, key: object) -> None:
        self._work = None
        for field in (self._passphrase, self._code):
            field.set_text("")
        self._fields.forget()
        self.unlocked.emit(key)

    def _failed(self, sentence: str) -> None:
        self._work = None
        self.show_screen(self._presenter.refused(sentence))
        if not self._recover_card.isVisible():
            self._passphrase.setFocus()
            self._passphrase.select_all()


def _run(job: Callable[[], object], report: object, cancelled: object) -> object:
    return job()
