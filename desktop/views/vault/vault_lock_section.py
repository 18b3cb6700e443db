"""Settings: what opens the vault."""

from functools import partial
from pathlib import Path

from desktop.i18n import _
from desktop.presenters.vault.vault_lock import LockForm, VaultLockPresenter, VaultLockScreen
from desktop.views.keys.passphrase_fields import PassphraseFields
from desktop.views.vault.recovery_key_card import RecoveryKeyCard
from desktop.views.widgets import Card, LineField, Text, Tick, column, primary, quiet, row, secondary
from desktop.views.working_section import WorkingSection


class VaultLockSection(WorkingSection):
    """Changes the passphrase, shows the recovery key, and lets the computer's key store open the vault."""

    def __init__(self, presenter: VaultLockPresenter) -> None:
        super().__init__(_("Passphrase and recovery key"))
        self._presenter = presenter
        self._build()
        self._connect()

    def open(self) -> None:
        """Show the section with nothing open."""
        self._forget()
        self._show(self._presenter.open())

    def leave(self) -> None:
        """Forget every secret that is typed or shown, and what is under way."""
        self.drop_work()
        self.open()

    def refused(self, sentence: str) -> None:
        """Show why the work did not succeed."""
        self._show(self._presenter.failed(sentence, self.shown.groups))
        if self.shown.form is LockForm.CHANGE:
            self._present.select_all()
            self._present.setFocus()
        elif self.shown.form is LockForm.ASK:
            self._asked.select_all()
            self._asked.setFocus()

    def _show(self, screen: VaultLockScreen) -> None:
        self.shown = screen
        self._mark.setText(_("Mark of this vault, as on its recovery sheet: {mark}").format(mark=screen.mark))
        self._buttons.setVisible(screen.form is LockForm.NONE)
        self._change_card.setVisible(screen.form is LockForm.CHANGE)
        self._ask_card.setVisible(screen.form is LockForm.ASK)
        self._key_box.setVisible(screen.form is LockForm.KEY)
        self._key_card.show_groups(screen.groups)
        self._remember.setVisible(screen.can_remember or screen.remembers)
        self._remember_hint.setVisible(screen.can_remember or screen.remembers)
        self._remember.setChecked(screen.remembers)
        self._present.set_error(screen.errors.get("present", "") if screen.form is LockForm.CHANGE else "")
        self._asked.set_error(screen.errors.get("present", "") if screen.form is LockForm.ASK else "")
        self._fields.show_errors(screen.errors)
        self.noticed.emit(screen.notice)

    def _build(self) -> None:
        self._mark = Text("", "muted")
        self._change = secondary(_("Change the passphrase…"), icon="lock")
        self._change.setObjectName("change-passphrase")
        self._ask = secondary(_("Show the recovery key…"), icon="key-round")
        self._ask.setObjectName("show-recovery")
        self._buttons = row(self._change, self._ask, None)
        self._remember = Tick(_("Unlock without typing on this computer"))
        self._remember.setObjectName("remember")
        self._remember_hint = Text(
            _("The computer's key store then opens the vault for whoever is logged in as you; not once it was locked."),
            "caption",
        )
        self._build_change()
        self._build_ask()
        self._key_card = RecoveryKeyCard()
        self._hide = quiet(_("Hide it"))
        self._hide.setObjectName("hide-recovery")
        self._key_box = column(self._key_card, row(self._hide, None))
        overview = Card()
        for part in (self._mark, self._buttons, column(4, self._remember, self._remember_hint)):
            overview.add(part)
        for part in (overview, self._change_card, self._ask_card, self._key_box):
            self.body.add(part)

    def _build_change(self) -> None:
        self._present = LineField(_("The passphrase you use now"), secret=True)
        self._present.setObjectName("present-passphrase")
        self._fields = PassphraseFields("new", generating=True)
        self._set = primary(_("Change it"), icon="check")
        self._set.setObjectName("set-passphrase")
        self._keep = quiet(_("Keep the present one"))
        self._change_card = Card()
        for part in (self._present, self._fields, row(self._set, self._keep, None)):
            self._change_card.add(part)

    def _build_ask(self) -> None:
        self._asked = LineField(_("Your passphrase"), _("So that nobody else reads the recovery key off your screen"))
        self._asked.set_secret(True)
        self._asked.setObjectName("asked-passphrase")
        self._reveal = primary(_("Show it"), icon="key-round")
        self._reveal.setObjectName("reveal-recovery")
        self._not_now = quiet(_("Not now"))
        self._ask_card = Card()
        for part in (self._asked, row(self._reveal, self._not_now, None)):
            self._ask_card.add(part)

    def _connect(self) -> None:
        self._change.clicked.connect(self._change_clicked)
        self._ask.clicked.connect(self._ask_clicked)
        self._set.clicked.connect(self._set_clicked)
        self._reveal.clicked.connect(self._reveal_clicked)
        for button in (self._keep, self._not_now, self._hide):
            button.clicked.connect(self.open)
        self._remember.ticked.connect(self._remember_ticked)
        self._key_card.sheet_wanted.connect(self._save_sheet)

    def _forget(self) -> None:
        for field in (self._present, self._asked):
            field.set_text("")
            field.set_error("")
        self._fields.forget()
        self._key_card.show_groups(())

    # slots

    def _change_clicked(self) -> None:
        self._show(self._presenter.start(LockForm.CHANGE))
        self._present.setFocus()

    def _ask_clicked(self) -> None:
        self._show(self._presenter.start(LockForm.ASK))
        self._asked.setFocus()

    def _set_clicked(self) -> None:
        present, passphrase = self._present.text(), self._fields.passphrase()
        self._show(self._presenter.check_change(present, passphrase, self._fields.again()))
        if not self.shown.errors:
            self._run(
                _("Changing your passphrase…"), partial(self._presenter.change, present, passphrase), self._changed
            )

    def _reveal_clicked(self) -> None:
        passphrase = self._asked.text()
        self._show(self._presenter.check_ask(passphrase))
        if not self.shown.errors:
            self._run(_("Looking…"), partial(self._presenter.recovery_groups, passphrase), self._revealed)

    def _remember_ticked(self, wanted: bool) -> None:
        self._show(self._presenter.remember(wanted))

    def _save_sheet(self, path: str) -> None:
        self._run(_("Writing the sheet…"), partial(self._presenter.save_sheet, path), self._sheet_saved)

    def _changed(self, _nothing: object) -> None:
        self._forget()
        self._show(self._presenter.changed())

    def _revealed(self, groups: tuple[str, ...]) -> None:
        self._forget()
        self._show(self._presenter.show_key(groups))

    def _sheet_saved(self, path: Path) -> None:
        self._show(self._presenter.sheet_saved(path, self.shown.groups))
