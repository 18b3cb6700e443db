"""The firm: its root, made or restored, kept in a file, handed on as a certificate."""

from desktop.i18n import _
from desktop.models.identity import Root
from desktop.presenters.keys.firm_root import FirmForm, FirmPresenter, FirmScreen
from desktop.views.file_question import ask_place
from desktop.views.keys.key_card_view import KeyCardView
from desktop.views.keys.key_forms import KeyFileForm, KeyFormCard, NameForm, NewPassphraseForm, OfferForm
from desktop.views.keys.key_section import KeySection
from desktop.views.widgets import Card, Text, quiet, row, secondary


class FirmSection(KeySection):
    """Shows a `FirmScreen`."""

    def __init__(self, presenter: FirmPresenter) -> None:
        super().__init__(_("The firm's root"), presenter)
        self._presenter = presenter
        self._build()
        self._connect()

    def save_certificate(self, path: str) -> None:
        """Write the root's certificate to `path`."""
        self._show(self._presenter.save_certificate(path))

    def _show(self, screen: FirmScreen) -> None:
        self.shown = screen
        rooted = screen.card is not None
        self._card_box.setVisible(rooted)
        if screen.card:
            self._card.show_card(screen.card)
        self._nothing.setVisible(not rooted)
        self._buttons.setVisible(screen.form is FirmForm.NONE)
        self._make.setVisible(not rooted)
        self._certificate.setVisible(rooted)
        self._copy.setVisible(rooted)
        self._name_form.show_name(screen.name)
        self._restore_form.show_path(screen.path)
        if screen.offered:
            self._offer_form.show_offer(screen.offered)
            self._offer_form.say(screen.replaces)
        self._show_form(screen)
        self.noticed.emit(screen.notice)

    def _build(self) -> None:
        self._card, self._card_box = KeyCardView(), Card()
        self._card_box.add(self._card)
        why = _(
            "A small firm can vouch for its people: make a root once, and issue an identity for each of them. "
            "Whoever trusts the root recognises them all, without comparing words one by one."
        )
        self._nothing = Text(why, "muted")
        self._make = secondary(_("Make a root…"), icon="building-2")
        self._make.setObjectName("root-make")
        self._certificate = secondary(_("Save its certificate for others…"), icon="share-2")
        self._certificate.setObjectName("root-certificate")
        self._copy = secondary(_("Save a copy of the root…"), icon="download")
        self._copy.setObjectName("root-copy")
        self._restore = quiet(_("Restore a root from its file…"), icon="upload")
        self._restore.setObjectName("root-restore")
        self._buttons = row(self._make, self._certificate, self._copy, self._restore, None)
        self._make_forms()
        for part in (self._card_box, self._nothing, self._buttons, *self._forms.values()):
            self.body.add(part)

    def _make_forms(self) -> None:
        made = _("It is made on this computer and kept in your vault. It is valid for twenty years.")
        self._name_form = NameForm("root-form", _("Make a root for your firm"), made, _("Make the root"))
        copy = _(
            "This file is the root: whoever has it and its passphrase can issue identities in your firm's name. "
            "Keep it offline, where only you get at it."
        )
        verb = _("Choose where to save it…")
        self._copy_form = NewPassphraseForm("root-copy-form", _("Save a copy of the root"), copy, verb)
        file = _("The file that was saved with “Save a copy of the root”, here or in another vault.")
        self._restore_form = KeyFileForm("root-file-form", _("Restore a root"), file, _("Read the root"))
        self._offer_form = OfferForm("root-offer-form", _("Is this the root of your firm?"), "", _("Use it"))
        self._forms: dict[FirmForm, KeyFormCard] = {
            FirmForm.MAKE: self._name_form,
            FirmForm.COPY: self._copy_form,
            FirmForm.RESTORE: self._restore_form,
            FirmForm.OFFER: self._offer_form,
        }

    def _connect(self) -> None:
        self._make.clicked.connect(self._make_clicked)
        self._certificate.clicked.connect(self._certificate_clicked)
        self._copy.clicked.connect(self._copy_clicked)
        self._restore.clicked.connect(self._restore_clicked)
        for form in self._forms.values():
            form.closed.connect(self.open)
        self._name_form.name_edited.connect(self._presenter.type_name)
        self._name_form.submitted.connect(self._name_given)
        self._copy_form.submitted.connect(self._copy_checked)
        self._restore_form.path_chosen.connect(self._presenter.choose_path)
        self._restore_form.submitted.connect(self._read)
        self._offer_form.submitted.connect(self._use)

    # slots

    def _make_clicked(self) -> None:
        self._start(FirmForm.MAKE)

    def _copy_clicked(self) -> None:
        self._start(FirmForm.COPY)

    def _restore_clicked(self) -> None:
        self._start(FirmForm.RESTORE)

    def _certificate_clicked(self) -> None:
        question = _("Where shall the certificate lie?")
        ask_place(self, question, self.shown.certificate_name, self.save_certificate)

    def _name_given(self) -> None:
        self._show(self._presenter.check_name())
        if self.shown.errors:
            self._name_form.focus_first()
        else:
            self._run(_("Making the root…"), self._presenter.make, self._made)

    def _made(self, root: Root) -> None:
        self._show(self._presenter.made(root))
        self._copy.setFocus()

    def _read(self) -> None:
        self._read_from(self._restore_form, _("Reading the root…"), self._offered)

    def _offered(self, root: Root) -> None:
        self._show(self._presenter.offer(root))
        self._offer_form.focus_first()

    def _use(self) -> None:
        self._show(self._presenter.use())
