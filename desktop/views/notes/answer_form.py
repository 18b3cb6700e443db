"""What the employee answers: the choice, the comment, the scores, and the signature."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.i18n import _
from desktop.models.response import Choice
from desktop.presenters.notes.respond_draft import NOT_USED, USED
from desktop.presenters.notes.respond_screen import RespondScreen
from desktop.views.notes.signing_fields import SigningFields
from desktop.views.typed_form import TypedForm, fill
from desktop.views.widgets import AreaField, Card, Columns, Icon, LineField, RadioField, Section, Text, quiet, row


class AnswerForm(TypedForm):
    """Shows the draft of an answer. What is typed is told at once, and written over only by another note.

    Signals (beside `edited`):
        drawn(object): the strokes of the signature as they are now.
        folder_wanted(): the answer shall be saved somewhere else.
    """

    drawn = Signal(object)
    folder_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._build()
        self._hand.edited.connect(self.edited)
        self._hand.drawn.connect(self.drawn)
        self._elsewhere.clicked.connect(self.folder_wanted)

    def show_form(self, screen: RespondScreen) -> None:
        """Show what is answered so far, and what is missing."""
        draft, errors = screen.draft, screen.errors
        texts = {"choice": draft.choice, "comment": draft.comment, "scores": draft.scores}
        self._show_texts(texts, errors)
        self._hand.show_hand(draft.way, draft.name, draft.strokes, errors)
        self._secrets.setVisible(bool(screen.own_key))
        self._again.setVisible(screen.own_key == "new")
        self._why.setText(screen.why_key)
        self._passphrase.set_error(errors.get("passphrase", ""))
        self._again.set_error(errors.get("again", ""))
        self._place.setVisible(bool(screen.folder))
        self._folder.setText(_("The answered copy is saved in {folder}").format(folder=screen.folder))

    def focus_first(self) -> bool:
        """Put the keyboard into the first field that is wrong, else into the first one."""
        if any(name in self._errors for name in self._fields):
            return super().focus_first()
        for field in (self._passphrase, self._again):
            if field.error() and field.isVisible():
                field.setFocus()
                return True
        return self._hand.focus_wrong() or super().focus_first()

    def secrets(self) -> tuple[str, str]:
        """Return the passphrase as it was typed, and typed again."""
        return self._passphrase.text(), self._again.text()

    def forget_secrets(self) -> None:
        """Let no passphrase stand in a field longer than it is needed."""
        self._passphrase.set_text("")
        self._again.set_text("")

    def _build(self) -> None:
        answer = Section(_("Your answer"))
        answer.add(self._reply_card())
        sign = Section(_("Your signature"))
        sign.add(self._signature_card())
        fill(self, answer, sign)

    def _reply_card(self) -> Card:
        choices = (
            (str(Choice.RECEIVED), _("I have received this note")),
            (str(Choice.AGREE), _("I agree")),
            (str(Choice.DISAGREE), _("I disagree")),
        )
        self._name("choice", RadioField(_("What do you say to this note?"), choices))
        exact = _("In your own words and script, up to 20,000 characters. It is kept exactly as you write it.")
        self._name("comment", AreaField(_("Comment"), exact, min_lines=7, max_lines=22))
        scores = (
            (USED, _("were used as a reason in this conversation")),
            (NOT_USED, _("were not used as a reason in this conversation")),
            ("", _("I leave this open")),
        )
        self._name("scores", RadioField(_("Key result scores"), scores))
        card = Card()
        for name in ("choice", "comment", "scores"):
            card.add(self._fields[name])
        return card

    def _signature_card(self) -> Card:
        card = Card()
        means = _("My signature means: received and discussed; it does not mean that I agree.")
        card.add(row(Icon("pen-line", "muted"), Text(means, "strong")))
        self._hand = SigningFields("way", "name", "strokes", _("Your name"))
        card.add(self._hand)
        card.add(self._secret_fields())
        locks = _("Signing locks your answer in the file: nobody can change it any more, and it cannot be taken back.")
        card.add(row(Icon("lock", "muted"), Text(locks, "muted")))
        card.add(self._place_row())
        return card

    def _secret_fields(self) -> QWidget:
        self._passphrase = LineField(_("Passphrase of your key"), secret=True)
        self._passphrase.setObjectName("passphrase")
        self._again = LineField(_("The same passphrase again"), secret=True)
        self._again.setObjectName("passphrase-again")
        self._why = Text("", "muted")
        self._secrets = QWidget()
        fill(self._secrets, Columns(self._passphrase, self._again, min_width=220), self._why)
        return self._secrets

    def _place_row(self) -> QWidget:
        self._folder = Text("", "caption")
        self._elsewhere = quiet(_("Choose another folder…"), icon="folder-open")
        self._elsewhere.setObjectName("answer-folder")
        self._place = row(self._folder, self._elsewhere)
        return self._place
