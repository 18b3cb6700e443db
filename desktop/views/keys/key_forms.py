"""The forms about keys: a passphrase for a new file, a file with a key, a token, a key that is looked at."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.i18n import _
from desktop.presenters.keys.key_card import KeyCard
from desktop.views.file_question import ask_file
from desktop.views.keys.key_card_view import KeyCardView
from desktop.views.keys.passphrase_fields import PassphraseFields
from desktop.views.widgets import Card, ChoiceField, LineField, Text, primary, quiet, row, secondary


class KeyFormCard(Card):
    """A card with a heading, fields, a sentence on what is wrong, and two buttons.

    Signals:
        submitted(): its verb was pressed.
        closed(): the person takes it back.
    """

    submitted = Signal()
    closed = Signal()

    def __init__(self, name: str, title: str, sentence: str, verb: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._sentence = Text(sentence, "muted")
        self._wrong = Text("", "error")
        self._wrong.setObjectName(f"{name}-wrong")
        self._wrong.hide()
        self._verb = primary(verb)
        self._verb.setObjectName(f"{name}-do")
        self._cancel = quiet(_("Cancel"))
        self._cancel.setObjectName(f"{name}-cancel")
        self.add(Text(title, "strong"))
        self.add(self._sentence)
        self._fill(name)
        self.add(self._wrong)
        self.add(row(self._verb, self._cancel, None))
        self._verb.clicked.connect(self.submitted)
        self._cancel.clicked.connect(self.closed)

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Say what is wrong: below its field, or above the buttons."""
        self._wrong.setText(errors.get("form", ""))
        self._wrong.setVisible(bool(errors.get("form")))

    def forget(self) -> None:
        """Empty every field that holds a secret."""
        self.show_errors({})

    def focus_first(self) -> None:
        """Put the keyboard where it is wanted first."""
        self._verb.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Return in a field is the form's verb."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit()
        else:
            super().keyPressEvent(event)

    def _fill(self, name: str) -> None:
        """Add the fields."""


class NewPassphraseForm(KeyFormCard):
    """Asks for the passphrase of a file that is to be written."""

    generating = False

    def passphrase(self) -> str:
        """Return what is typed first."""
        return self._fields.passphrase()

    def again(self) -> str:
        """Return what is typed the second time."""
        return self._fields.again()

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Say what is wrong."""
        super().show_errors(errors)
        self._fields.show_errors(errors)

    def forget(self) -> None:
        """Empty the fields."""
        super().forget()
        self._fields.forget()

    def focus_first(self) -> None:
        """Put the cursor into the first field, or the one that is wrong."""
        self._fields.focus_first()

    def _fill(self, name: str) -> None:
        self._fields = PassphraseFields(name, self.generating)
        self.add(self._fields)


class IssueForm(NewPassphraseForm):
    """Asks for whom an identity is, and for the passphrase of its file.

    Signals:
        person_chosen(str): uid of the person.
    """

    person_chosen = Signal(str)
    generating = True

    def show_people(self, people: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer these people (uid, name)."""
        self._people.set_options([("", _("Choose a person")), *people], chosen)

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Say what is wrong."""
        super().show_errors(errors)
        self._people.set_error(errors.get("person", ""))

    def _fill(self, name: str) -> None:
        self._people = ChoiceField(_("For whom"))
        self._people.setObjectName(f"{name}-person")
        self._people.chosen.connect(self.person_chosen)
        self.add(self._people)
        super()._fill(name)


class SecretForm(KeyFormCard):
    """Asks for a file and the secret that opens it.

    Signals:
        path_chosen(str): the file.
    """

    path_chosen = Signal(str)

    def secret(self) -> str:
        """Return the typed passphrase or PIN."""
        return self._secret.text()

    def path(self) -> str:
        """Return the typed or chosen path."""
        return self._path.text()

    def show_path(self, path: str) -> None:
        """Show which file was chosen."""
        self._path.set_text(path)

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Say what is wrong."""
        super().show_errors(errors)
        self._path.set_error(errors.get("path", ""))
        self._secret.set_error(errors.get("passphrase", ""))

    def forget(self) -> None:
        """Empty the secret."""
        super().forget()
        self._secret.set_text("")

    def focus_first(self) -> None:
        """Put the cursor where something is missing."""
        wrong = self._path if self._path.error() or not self._path.text() else self._secret
        wrong.setFocus()

    def _labels(self) -> tuple[str, str, str, str]:
        """Return the labels of both fields, the question of the dialog, and which files it shows."""
        raise NotImplementedError

    def _fill(self, name: str) -> None:
        file_label, secret_label, self._question, self._kinds = self._labels()
        self._path = LineField(file_label)
        self._path.setObjectName(f"{name}-path")
        self._browse = secondary(_("Choose…"), icon="folder-open")
        self._browse.setObjectName(f"{name}-browse")
        self._path.add_beside(self._browse)
        self._secret = LineField(secret_label, secret=True)
        self._secret.setObjectName(f"{name}-passphrase")
        self.add(self._path)
        self.add(self._secret)
        self._path.edited.connect(self.path_chosen)
        self._browse.clicked.connect(self._ask)

    # slots

    def _ask(self) -> None:
        ask_file(self, self._question, self._kinds, self.take_file)

    def take_file(self, path: str) -> None:
        """Take the file that was chosen in the dialog."""
        self._path.set_text(path)
        self._path.set_error("")
        self.path_chosen.emit(path)
        self._secret.setFocus()


class KeyFileForm(SecretForm):
    """Asks for a PKCS#12 file and its passphrase."""

    def _labels(self) -> tuple[str, str, str, str]:
        kinds = _("Key files (*.p12 *.pfx);;All files (*)")
        return _("File"), _("Passphrase of the file"), _("Which file holds the key?"), kinds


class TokenForm(SecretForm):
    """Asks for the module of a token and its PIN."""

    def _labels(self) -> tuple[str, str, str, str]:
        kinds = _("Modules (*.so *.dll *.dylib);;All files (*)")
        return _("Module (PKCS#11)"), _("PIN of the token"), _("Which file is the module of your token?"), kinds


class OfferForm(KeyFormCard):
    """Shows a key before it is used; `chosen` is another one of several.

    Signals:
        chosen(str): the key of another choice.
    """

    chosen = Signal(str)

    def show_offer(self, card: KeyCard, choices: Sequence[tuple[str, str]] = (), key: str = "") -> None:
        """Show a key, and the others there are to choose from."""
        self._card.show_card(card)
        self._choice.setVisible(bool(choices))
        if choices:
            self._choice.set_options(choices, key)

    def say(self, sentence: str) -> None:
        """Say what using it changes."""
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))

    def _fill(self, name: str) -> None:
        self._choice = ChoiceField(_("Key in the token"))
        self._choice.setObjectName(f"{name}-choice")
        self._choice.chosen.connect(self.chosen)
        self._card = KeyCardView()
        self.add(self._choice)
        self.add(self._card)


class NamedOfferForm(OfferForm):
    """Shows a root before it is trusted, with the name it is to be known by here.

    Signals:
        name_edited(str): the newest words of the name.
    """

    name_edited = Signal(str)

    def show_name(self, name: str) -> None:
        """Show what the firm is called."""
        self._name.set_text(name)

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Say what is wrong."""
        super().show_errors(errors)
        self._name.set_error(errors.get("name", ""))

    def _fill(self, name: str) -> None:
        super()._fill(name)
        self._name = LineField(_("What you call this firm"))
        self._name.setObjectName(f"{name}-name")
        self._name.edited.connect(self.name_edited)
        self.add(self._name)


class NameForm(KeyFormCard):
    """Asks for the name of a new root.

    Signals:
        name_edited(str): the newest words of the name.
    """

    name_edited = Signal(str)

    def show_name(self, name: str) -> None:
        """Show the name."""
        self._name.set_text(name)

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Say what is wrong."""
        super().show_errors(errors)
        self._name.set_error(errors.get("name", ""))

    def focus_first(self) -> None:
        """Put the cursor into the name."""
        self._name.setFocus()

    def _fill(self, name: str) -> None:
        self._name = LineField(_("Name of the root"), _("As others will read it"), _("Example GmbH Notes"))
        self._name.setObjectName(f"{name}-name")
        self._name.edited.connect(self.name_edited)
        self.add(self._name)


def show_only(opened: QWidget | None, forms: Iterable[KeyFormCard]) -> None:
    """Show one of the forms, or none; those that are not shown keep no secret."""
    for form in forms:
        form.setVisible(form is opened)
        if form is not opened:
            form.forget()
