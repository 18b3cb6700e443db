"""Roots of other firms that are trusted."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.i18n import _
from desktop.presenters.keys.trusted_roots import TrustedRoot, TrustedRootsPresenter, TrustedRootsScreen
from desktop.views.file_question import ask_file
from desktop.views.keys.key_card_view import KeyCardView
from desktop.views.keys.key_forms import NamedOfferForm
from desktop.views.widgets import Card, Question, Rows, Section, Text, quiet, row, secondary


class TrustedRootsSection(Section):
    """Shows a `TrustedRootsScreen`.

    Signals:
        noticed(object): a Notice for the top of the screen, None to take away the one that is there.
    """

    noticed = Signal(object)

    def __init__(self, presenter: TrustedRootsPresenter) -> None:
        super().__init__(_("Other firms you trust"))
        self._presenter = presenter
        self._asked = ""
        self._build()
        self._connect()

    def open(self) -> None:
        """Show what is trusted."""
        self._show(self._presenter.open())

    def look_at(self, path: str) -> None:
        """Show the root in a certificate file, before it is trusted."""
        self._show(self._presenter.look_at(path))
        if self.shown.offered:
            self._form.focus_first()

    def _show(self, screen: TrustedRootsScreen) -> None:
        self.shown = screen
        self.noticed.emit(screen.notice)
        self._rows.set_widgets([self._row(each) for each in screen.rows])
        self._add.setVisible(screen.offered is None)
        self._form.setVisible(screen.offered is not None)
        self._form.show_errors(screen.errors)
        if screen.offered:
            self._form.show_offer(screen.offered)
            self._form.show_name(screen.name)

    def _build(self) -> None:
        words = _("Firms whose root you trust: whoever signs with an identity they issued is recognised.")
        self._rows = Rows(8)
        self._add = secondary(_("Trust another firm's root…"), icon="plus")
        self._add.setObjectName("anchor-add")
        compare = _(
            "Compare these words with the firm, by phone or face to face, before you trust it: "
            "from then on it says who is who."
        )
        title = _("Do you trust this root?")
        self._form = NamedOfferForm("anchor-form", title, compare, _("We compared the words: trust it"))
        for part in (Text(words, "muted"), self._rows, row(self._add, None), self._form):
            self.add(part)

    def _row(self, shown: TrustedRoot) -> QWidget:
        forget = quiet(_("No longer trust it"), icon="trash-2", key=shown.key)
        forget.setObjectName("anchor-forget")
        forget.chosen.connect(self._ask_to_forget)
        view, card = KeyCardView(), Card()
        view.show_card(shown.card)
        if shown.alias:
            card.add(Text(shown.alias, "h2"))
        card.add(view)
        card.add(row(forget, None))
        return card

    def _connect(self) -> None:
        self._add.clicked.connect(self._choose)
        self._form.name_edited.connect(self._presenter.type_name)
        self._form.submitted.connect(self._trust)
        self._form.closed.connect(self.open)

    # slots

    def _choose(self) -> None:
        kinds = _("Certificates (*.pem *.crt *.cer *.der);;All files (*)")
        ask_file(self, _("Which file holds the certificate of the root?"), kinds, self.look_at)

    def _trust(self) -> None:
        self._show(self._presenter.trust())

    def _ask_to_forget(self, key: str) -> None:
        self._asked = key
        name = next(each.name for each in self.shown.rows if each.key == key)
        title = _("No longer trust {name}?").format(name=name)
        words = _("Signatures of people whose identity it issued show as unknown, also on notes you have already.")
        question = Question(self, title, words, _("No longer trust it"), keep=_("Keep it"))
        question.accepted.connect(self._forget)
        question.open()

    def _forget(self) -> None:
        self._show(self._presenter.forget(self._asked))
        self._add.setFocus()
