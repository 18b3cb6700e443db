"""Attaching the person's own statement to what is held about them."""

from PySide6.QtCore import Signal

from desktop.i18n import _
from desktop.presenters.people.rights import RightsPresenter, RightsScreen
from desktop.views.widgets import AreaField, Card, ChoiceField, Section, Text, primary, row


class StatementSection(Section):
    """What it is about, and the words.

    Signals:
        changed(object): the next RightsScreen.
    """

    changed = Signal(object)

    def __init__(self, presenter: RightsPresenter) -> None:
        super().__init__(_("Their own statement"))
        self._presenter = presenter
        words = _(
            "Who finds a note or an example wrong can have their own words kept with it. An opinion stays an opinion; "
            "the statement stands beside it, goes into every later copy of a note, and into the archive above."
        )
        self._about = ChoiceField(_("About"))
        self._about.setObjectName("statement-about")
        self._words = AreaField(_("Statement, in the person's own words"))
        self._words.setObjectName("statement-words")
        self._attach = primary(_("Attach the statement"), icon="quote")
        self._attach.setObjectName("statement-attach")
        card = Card()
        for part in (self._about, self._words, row(self._attach, None)):
            card.add(part)
        self.add(Text(words, "muted"))
        self.add(card)
        self._attach.clicked.connect(self._attach_words)
        self._words.edited.connect(presenter.type_statement)

    def show_screen(self, screen: RightsScreen) -> None:
        """Show what a statement can be about, and what is typed."""
        self._about.set_options(screen.subjects, self._about.key())
        self._words.set_text(screen.statement)
        self._words.set_error(screen.errors.get("statement", ""))
        self.setVisible(bool(screen.subjects))

    # slots

    def _attach_words(self) -> None:
        self.changed.emit(self._presenter.attach(self._about.key()))
