"""For an employee who does not want to sign: why, when, and who was there to see it."""

from PySide6.QtCore import Signal

from desktop.i18n import _
from desktop.presenters.notes.respond_screen import RespondScreen
from desktop.views.notes.signing_fields import SigningFields
from desktop.views.typed_form import TypedForm, fill
from desktop.views.widgets import AreaField, Card, DateField, Icon, Section, Text, row


class DeclineForm(TypedForm):
    """Shows the draft of a refusal to sign.

    Signals (beside `edited`):
        drawn(object): the strokes of the witness as they are now.
    """

    drawn = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._build()
        self._witness.edited.connect(self.edited)
        self._witness.drawn.connect(self.drawn)

    def show_form(self, screen: RespondScreen) -> None:
        """Show what is said so far, and what is missing."""
        draft = screen.draft
        self._show_texts({"reason": draft.reason, "day": draft.day}, screen.errors)
        self._witness.show_hand(draft.witness_way, draft.witness, draft.witness_strokes, screen.errors)

    def focus_first(self) -> bool:
        """Put the keyboard into the first field that is wrong, else into the first one."""
        if any(name in self._errors for name in self._fields):
            return super().focus_first()
        return self._witness.focus_wrong() or super().focus_first()

    def _build(self) -> None:
        self._name("reason", AreaField(_("Why? (may stay empty)"), _("It is written into the note in these words.")))
        self._name("day", DateField(_("Day")))
        own = Card()
        own.add(self._fields["reason"])
        own.add(row(self._fields["day"], None))
        self._witness = SigningFields("witness_way", "witness", "witness_strokes", _("Name of the witness"))
        seen = _("A third person, neither of you two, confirms that you were given the note and did not want to sign.")
        other = Card()
        other.add(row(Icon("users", "muted"), Text(seen, "strong")))
        other.add(self._witness)
        why, witness = Section(_("I do not want to sign")), Section(_("The witness signs"))
        why.add(own)
        witness.add(other)
        fill(self, why, witness)
