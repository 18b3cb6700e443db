"""The access export: everything held about the person, in one archive with a passphrase."""

from functools import partial

from PySide6.QtCore import Signal

from desktop.i18n import _
from desktop.presenters.notice import Notice, Tone
from desktop.presenters.people.rights import RightsPresenter
from desktop.views.keys.passphrase_fields import PassphraseFields
from desktop.views.widgets import Card, Text, primary, row
from desktop.views.working_section import WorkingSection


class AccessSection(WorkingSection):
    """Two passphrase fields and a button.

    Signals (beside `noticed`):
        changed(object): the next RightsScreen.
    """

    changed = Signal(object)

    def __init__(self, presenter: RightsPresenter) -> None:
        super().__init__(_("Everything held about this person"))
        self._presenter = presenter
        self._build()
        self._collect.clicked.connect(self._collect_all)

    def forget(self) -> None:
        """Forget the passphrase that is typed."""
        self.drop_work()
        self._fields.forget()

    def refused(self, sentence: str) -> None:
        """Show why there is no archive."""
        self.noticed.emit(Notice(Tone.BAD, sentence))

    def _build(self) -> None:
        words = _(
            "Who asks what you hold about them gets all of it, as a rule within a month: notes, answers, examples, and "
            "your private notes, which are marked. Other people's names in it are listed for you to review first. "
            "The archive (a zip with AES) opens with 7-Zip or Keka, not with the zip program of Windows."
        )
        self._fields = PassphraseFields("access", generating=True)
        self._collect = primary(_("Make the archive"), icon="download")
        self._collect.setObjectName("access-collect")
        card = Card()
        card.add(self._fields)
        card.add(row(self._collect, None))
        self.body.add(Text(words, "muted"))
        self.body.add(card)

    # slots

    def _collect_all(self) -> None:
        passphrase = self._fields.passphrase()
        errors = self._presenter.check_passphrase(passphrase, self._fields.again())
        self._fields.show_errors(errors)
        if errors:
            self._fields.focus_first()
            return
        self._run(_("Collecting…"), partial(self._presenter.collect, passphrase), self._collected)

    def _collected(self, path: object) -> None:
        self._fields.forget()
        self.changed.emit(self._presenter.collected(path))  # type: ignore[arg-type]  # what `collect` returned
