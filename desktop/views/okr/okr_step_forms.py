"""The forms of the OKR side within a conversation."""

from desktop.i18n import _
from desktop.presenters.destination import Destination, Place
from desktop.presenters.okr.key_result_screens import CheckInScreen, ReflectionScreen
from desktop.presenters.okr.okr_card import KeyResultCard
from desktop.presenters.okr.okr_talk import KeyResultsForm
from desktop.views.okr.okr_forms import CheckInFields, ReflectionFields
from desktop.views.talk.form_view import Editors, FormView
from desktop.views.typed_form import TypedForm, fill
from desktop.views.widgets import Card, EmptyState, Rows, Section, Text, row, secondary


class CheckInStep(FormView):
    """A check-in of one key result."""

    def __init__(self) -> None:
        super().__init__()
        self._fields = CheckInFields()
        fill(self, _carded(self._fields))
        self._fields.edited.connect(self.edited)

    def show_form(self, form: CheckInScreen) -> None:
        """Show the form as it is typed."""
        self._fields.show_form(form)

    def focus_first(self) -> bool:
        """Put the keyboard into the first field, or the first one that is wrong."""
        return self._fields.focus_first()


class ReflectionStep(FormView):
    """The end of one key result: final value, score and zone, learning, decision."""

    def __init__(self) -> None:
        super().__init__()
        self._fields = ReflectionFields()
        fill(self, _carded(self._fields))
        self._fields.edited.connect(self.edited)

    def show_form(self, form: ReflectionScreen) -> None:
        """Show the form as it is typed."""
        self._fields.show_form(form)

    def editors(self) -> Editors:
        """Return where the learning is written."""
        return self._fields.editors()

    def focus_first(self) -> bool:
        """Put the keyboard into the first field, or the first one that is wrong."""
        return self._fields.focus_first()


class KeyResultsStep(FormView):
    """The team's key results with their levels, and the way to the OKRs screen."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = Rows()
        self._edit = secondary(_("Write or change key results"), icon="target")
        self._edit.setObjectName("edit-okrs")
        section = Section(_("Key results"), _("You come back to this very place"))
        section.add(self._rows)
        section.add(row(self._edit, None))
        fill(self, section)
        self._edit.clicked.connect(self._edit_clicked)

    def show_form(self, form: KeyResultsForm) -> None:
        """Show the key results, or that there are none yet."""
        none = EmptyState("target", _("No key results for this period yet. Write the first one together."))
        self._rows.set_widgets([_card(each) for each in form.cards] or [none])

    def _edit_clicked(self) -> None:
        self.go.emit(Destination(Place.OKRS))


def _card(shown: KeyResultCard) -> Card:
    card = Card()
    card.add(Text(shown.objective, role="caption"))
    card.add(Text(shown.title, role="strong"))
    if shown.levels:
        card.add(Text(" · ".join(f"{name} {amount}" for name, amount in shown.levels), role="caption"))
    return card


def _carded(fields: TypedForm) -> Card:
    card = Card()
    card.add(fields)
    return card
