"""My key: what I sign with, a copy of it, another one instead, and the ones before."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.i18n import _
from desktop.models.identity import Identity
from desktop.presenters.keys.my_key import EarlierKey, KeyForm, MyKeyPresenter, MyKeyScreen
from desktop.views.keys.key_card_view import KeyCardView
from desktop.views.keys.key_forms import KeyFileForm, KeyFormCard, NewPassphraseForm, OfferForm, TokenForm
from desktop.views.keys.key_section import KeySection
from desktop.views.widgets import Card, Rows, Text, column, quiet, row, secondary


class MyKeySection(KeySection):
    """Shows a `MyKeyScreen`."""

    def __init__(self, presenter: MyKeyPresenter) -> None:
        super().__init__(_("My key"), presenter)
        self._presenter = presenter
        self._build()
        self._connect()

    def offer(self, found: Sequence[Identity]) -> None:
        """Show a key that was made elsewhere on the screen, before it is used."""
        self._show(self._presenter.offer(found))
        self._forms[KeyForm.OFFER].focus_first()

    def _show(self, screen: MyKeyScreen) -> None:
        self.shown = screen
        self._card_box.setVisible(screen.card is not None)
        if screen.card:
            self._card.show_card(screen.card)
        self._nothing.setVisible(screen.card is None)
        self._nothing.setText(screen.nothing)
        self._copy.setVisible(screen.can_copy)
        self._make.setVisible(screen.card is None)
        self._buttons.setVisible(screen.form is KeyForm.NONE)
        self._choice.setVisible(screen.form is KeyForm.CHOICE)
        for form in (self._file_form, self._token_form):
            form.show_path(screen.path)
        if screen.offered:
            self._offer_form.show_offer(screen.offered, screen.choices, screen.offered_key)
            self._offer_form.say(screen.means)
        self._show_form(screen)
        self._earlier.set_widgets([_earlier(each) for each in screen.earlier])
        self._earlier_box.setVisible(bool(screen.earlier))
        self.noticed.emit(screen.notice)

    def _build(self) -> None:
        self._card, self._card_box = KeyCardView(), Card()
        self._card_box.add(self._card)
        self._nothing = Text("", "muted")
        self._copy = secondary(_("Save a copy of the key…"), icon="download")
        self._copy.setObjectName("key-copy")
        self._other = secondary(_("Use another key…"), icon="key-round")
        self._other.setObjectName("key-other")
        self._make = secondary(_("Make my key now"), icon="plus")
        self._make.setObjectName("key-make")
        self._buttons = row(self._copy, self._make, self._other, None)
        self._make_forms()
        self._earlier = Rows(10)
        self._earlier_box = column(Text(_("Earlier keys"), "strong"), self._earlier)
        forms = (self._choice, *self._forms.values())
        for part in (self._card_box, self._nothing, self._buttons, *forms, self._earlier_box):
            self.body.add(part)

    def _make_forms(self) -> None:
        self._choice = self._choosing()
        copy = _(
            "This file is your key: whoever has it and its passphrase can sign as you. Keep it on a stick in a "
            "drawer, not in a shared folder. Nobody can open it without the passphrase, we cannot either."
        )
        verb = _("Choose where to save it…")
        self._copy_form = NewPassphraseForm("copy-form", _("Save a copy of the key"), copy, verb)
        file = _("A file ending in .p12 or .pfx, saved here earlier or given to you by your firm or an authority.")
        self._file_form = KeyFileForm("file-form", _("Use a key from a file"), file, _("Read the key"))
        token = _("The key stays in the token; it has to be plugged in whenever you sign.")
        self._token_form = TokenForm("token-form", _("Use a key in a token"), token, _("Look for keys"))
        title = _("Is this the key you want to sign with?")
        self._offer_form = OfferForm("offer-form", title, "", _("Sign with this key"))
        self._forms: dict[KeyForm, KeyFormCard] = {
            KeyForm.COPY: self._copy_form,
            KeyForm.FILE: self._file_form,
            KeyForm.TOKEN: self._token_form,
            KeyForm.OFFER: self._offer_form,
        }

    def _choosing(self) -> QWidget:
        words = _(
            "With another key, others will see that your key changed, and compare the words with you again. "
            "Do it when you get a key from your firm, or when somebody else may have had access to this one."
        )
        self._from_file = secondary(_("From a file…"), icon="file-text")
        self._from_file.setObjectName("key-from-file")
        self._from_token = secondary(_("From a token…"), icon="key-round")
        self._from_token.setObjectName("key-from-token")
        self._fresh = secondary(_("Make a new one here"), icon="plus")
        self._fresh.setObjectName("key-fresh")
        self._stay = quiet(_("Keep this key"))
        self._stay.setObjectName("key-stay")
        card = Card()
        card.add(Text(_("Use another key"), "strong"))
        card.add(Text(words, "muted"))
        card.add(row(self._from_file, self._from_token, self._fresh, self._stay, None))
        return card

    def _connect(self) -> None:
        self._copy.clicked.connect(self._copy_clicked)
        self._make.clicked.connect(self._fresh_clicked)
        self._other.clicked.connect(self._other_clicked)
        self._from_file.clicked.connect(self._file_clicked)
        self._from_token.clicked.connect(self._token_clicked)
        self._fresh.clicked.connect(self._fresh_clicked)
        self._stay.clicked.connect(self._close)
        for form in self._forms.values():
            form.closed.connect(self._close)
        self._copy_form.submitted.connect(self._copy_checked)
        self._file_form.submitted.connect(self._read)
        self._file_form.path_chosen.connect(self._presenter.choose_path)
        self._token_form.submitted.connect(self._look)
        self._token_form.path_chosen.connect(self._presenter.choose_path)
        self._offer_form.submitted.connect(self._use)
        self._offer_form.chosen.connect(self._chosen)

    # slots

    def _copy_clicked(self) -> None:
        self._start(KeyForm.COPY)

    def _other_clicked(self) -> None:
        self._show(self._presenter.start(KeyForm.CHOICE))
        self._from_file.setFocus()

    def _file_clicked(self) -> None:
        self._start(KeyForm.FILE)

    def _token_clicked(self) -> None:
        self._start(KeyForm.TOKEN)

    def _fresh_clicked(self) -> None:
        self._run(_("Making a key…"), self._presenter.make, self.offer)

    def _close(self) -> None:
        self.open()
        self._other.setFocus()

    def _read(self) -> None:
        self._read_from(self._file_form, _("Reading the key…"), self.offer)

    def _look(self) -> None:
        presenter, pin = self._presenter, self._token_form.secret()
        self._show(presenter.check_token(self._token_form.path(), pin))
        if self.shown.errors:
            self._token_form.focus_first()
        else:
            self._run(_("Asking the token…"), lambda: presenter.look(pin), self.offer)

    def _chosen(self, key: str) -> None:
        self._show(self._presenter.choose(key))

    def _use(self) -> None:
        self._show(self._presenter.use())
        if self.shown.form is KeyForm.NONE:
            self._other.setFocus()


def _earlier(shown: EarlierKey) -> QWidget:
    return column(Text(f"{shown.name} · {shown.detail}"), Text(shown.fingerprint, "caption"))
