"""What is typed about a key result: a check-in during its cycle, a reflection at its end."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from desktop.i18n import _
from desktop.models.conversation import Voice
from desktop.models.okr import Decision
from desktop.presenters.okr.key_result_screens import CheckInScreen, ReflectionScreen
from desktop.presenters.okr.okr_card import KeyResultCard
from desktop.presenters.okr.okr_words import decision_words
from desktop.views import theme
from desktop.views.talk.progress_line import ProgressLine
from desktop.views.typed_form import TypedForm, fill
from desktop.views.value_field import ValueField
from desktop.views.widgets import AreaField, Columns, DateField, Editor, LineField, RadioField, Rows, Text


class KeyResultHead(QWidget):
    """The key result a form is about: its objective, its title, its bar, its levels."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: KeyResultCard | None = None
        self._rows = Rows(4)
        fill(self, self._rows)

    def show_card(self, card: KeyResultCard) -> None:
        """Show a key result."""
        if card == self._shown:
            return
        self._shown = card
        levels = " · ".join(f"{name} {amount}" for name, amount in card.levels)
        words = [Text(card.objective, role="caption"), Text(card.title, role="strong")]
        below = [Text(levels, role="caption")] if levels else []
        self._rows.set_widgets([*words, ProgressLine(card.latest, label=False), *below])


class CheckInFields(TypedForm):
    """The fields of a check-in; they are called as the voices that keep their words in a conversation."""

    def __init__(self) -> None:
        super().__init__()
        self._build()
        self._connect()

    def show_form(self, screen: CheckInScreen) -> None:
        """Show a check-in as it is typed."""
        form = screen.form
        self._head.show_card(screen.card)
        self._value.set_form(screen.unit, screen.yes_no)
        self._show_texts(
            {
                Voice.VALUE: form.value,
                Voice.AS_OF: form.as_of,
                Voice.SOURCE: form.source,
                Voice.CONFIDENCE: form.confidence,
            },
            screen.errors,
        )
        _say(self._outcome, screen.outcome)

    def _build(self) -> None:
        self._head = KeyResultHead()
        self._value = ValueField(_("Value now"))
        self._as_of = _as_of_field()
        self._source = _source_field()
        self._confidence = LineField(_("Confidence to reach target"), _("0 no chance, 10 certain"))
        self._outcome = _outcome_line()
        lines = Rows(theme.current().space.m)
        lines.add(self._head)
        lines.add(Columns(self._value, self._as_of, min_width=200))
        lines.add(Columns(self._source, self._confidence, min_width=200))
        lines.add(self._outcome)
        fill(self, lines)

    def _connect(self) -> None:
        self._name(Voice.VALUE, self._value)
        self._name(Voice.AS_OF, self._as_of)
        self._name(Voice.SOURCE, self._source)
        self._name(Voice.CONFIDENCE, self._confidence)


class ReflectionFields(TypedForm):
    """The fields of a reflection; they are called as the voices that keep their words in a conversation."""

    def __init__(self) -> None:
        super().__init__()
        self._build()
        self._connect()

    def show_form(self, screen: ReflectionScreen) -> None:
        """Show a reflection as it is typed."""
        form = screen.form
        self._head.show_card(screen.card)
        _say(self._earlier, screen.earlier)
        self._value.set_form(screen.unit, screen.yes_no)
        self._reason.setVisible(screen.asks_reason or bool(form.rescore_reason))
        self._show_texts(
            {
                Voice.VALUE: form.value,
                Voice.AS_OF: form.as_of,
                Voice.SOURCE: form.source,
                Voice.RESCORE_REASON: form.rescore_reason,
                Voice.LEARNING: form.learning,
                Voice.DECISION: form.decision,
            },
            screen.errors,
        )
        if screen.learning_warning or Voice.LEARNING not in screen.errors:
            self._learning.set_error(screen.learning_warning)
        _say(self._outcome, screen.outcome)

    def editors(self) -> Mapping[tuple[str, str], Editor]:
        """Return where words of one's own are written: the learning."""
        return {("", str(Voice.LEARNING)): self._learning.editor()}

    def _build(self) -> None:
        self._head = KeyResultHead()
        self._earlier = Text(role="caption")
        self._earlier.setObjectName("earlier")
        self._value = ValueField(_("Final value"))
        self._as_of = _as_of_field()
        self._source = _source_field()
        self._outcome = _outcome_line()
        self._reason = LineField(_("Why does the final value change?"), _("The reason stays visible"))
        about = _("About the work: what helped, what stood in the way, what changes next")
        self._learning = AreaField(_("What did you learn together?"), about)
        decisions = tuple((each.value, decision_words(each)) for each in Decision)
        self._decision = RadioField(_("What happens to it in the next cycle?"), decisions)
        lines = Rows(theme.current().space.m)
        for part in (
            self._head,
            self._earlier,
            Columns(self._value, self._as_of, min_width=200),
            self._source,
            self._outcome,
            self._reason,
            self._learning,
            self._decision,
        ):
            lines.add(part)
        fill(self, lines)

    def _connect(self) -> None:
        self._name(Voice.VALUE, self._value)
        self._name(Voice.AS_OF, self._as_of)
        self._name(Voice.SOURCE, self._source)
        self._name(Voice.RESCORE_REASON, self._reason)
        self._name(Voice.LEARNING, self._learning)
        self._name(Voice.DECISION, self._decision)


def _as_of_field() -> DateField:
    return DateField(_("As of"), _("The day the value was true"))


def _source_field() -> LineField:
    return LineField(_("Source"), _("The report, system or person it comes from"))


def _outcome_line() -> Text:
    line = Text(role="strong")
    line.setObjectName("outcome")
    return line


def _say(line: Text, words: str) -> None:
    line.setText(words)
    line.setVisible(bool(words))
