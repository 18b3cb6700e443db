"""Role expectations with observed examples, within a performance conversation."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.models.conversation import Voice
from desktop.presenters.performance.evidence_words import leanings, senses
from desktop.presenters.performance.performance_talk import ExampleRow, ExpectationRow, ExpectationsForm
from desktop.views import theme
from desktop.views.tab_order import LAID_OUT, bring_into_view
from desktop.views.talk.form_view import Editors, FormView
from desktop.views.widgets import (
    AreaField,
    Card,
    ChoiceField,
    Columns,
    DateField,
    Editor,
    Rows,
    Section,
    Text,
    column,
    icon_button,
    quiet,
    row,
    secondary,
)


class PerformanceFormView(FormView):
    """The expectations of a role, each with its examples; new ones are added in place."""

    def __init__(self) -> None:
        super().__init__()
        self._cards: dict[str, _ExpectationCard] = {}
        self._build()
        self._connect()

    def show_form(self, form: ExpectationsForm) -> None:
        """Show the expectations; the cards that stay keep their place and their cursor."""
        gone = set(self._cards) - {each.uid for each in form.rows}
        for uid in gone:
            self._cards.pop(uid).deleteLater()
        for each in form.rows:
            self._card(each.uid).show_row(each, form.scale)
        self._host.setVisible(bool(form.rows))
        self._show_loose(form)
        self._new.set_text(form.typed)
        self._new.set_error(form.error)

    def editors(self) -> Editors:
        """Return where an expectation, and where the examples of each, are written."""
        examples = {
            (uid, voice): editor for uid, card in self._cards.items() for voice, editor in card.editors().items()
        }
        return {("", str(Voice.EXPECTATION)): self._new.editor(), **examples}

    def _build(self) -> None:
        self._section = Section(_("Role expectations"), _("What the role asks, each with what you have seen or heard"))
        self._host = QWidget()
        self._layout = QVBoxLayout(self._host)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._new = AreaField(_("Another expectation of the role"), min_lines=1, max_lines=3)
        self._new.setObjectName("expectation-new")
        self._add = secondary(_("Add this expectation"), icon="plus")
        self._add.setObjectName("expectation-add")
        self._loose = Rows()
        self._loose.setObjectName("loose-moments")
        self._loose_section = Section(_("Moments that stand for no expectation yet"))
        self._loose_section.add(self._loose)
        for part in (self._host, self._new, row(self._add, None)):
            self._section.add(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.current().space.m)
        layout.addWidget(self._section)
        layout.addWidget(self._loose_section)

    def _connect(self) -> None:
        self._new.edited.connect(self._new_edited)
        self._add.clicked.connect(self._add_clicked)

    def _show_loose(self, form: ExpectationsForm) -> None:
        """Show the moments of the period that stand for nothing yet, each with the expectations it could stand for."""
        options = [("", _("Stands for no expectation yet")), *((each.uid, each.text) for each in form.rows)]
        moments = [self._moment(each, options) for each in form.loose]
        self._loose.set_widgets([*_earlier(form.earlier, "", self._earlier_wanted), *moments])
        self._loose_section.setVisible(bool(form.loose))

    def _moment(self, shown: ExampleRow, options: list[tuple[str, str]]) -> Card:
        """Return a moment, with the choice of what it stands for where there is any."""
        card = Card()
        card.add(column(Text(shown.when, role="caption"), Text(shown.words)))
        if len(options) > 1:
            choice = ChoiceField("", options)
            choice.setAccessibleName(_("For the expectation"))
            choice.setObjectName(f"assign-{shown.uid}")
            choice.chosen.connect(self._assigned)
            card.add(row(choice, None))
        return card

    def _card(self, uid: str) -> "_ExpectationCard":
        if uid not in self._cards:
            card = self._cards[uid] = _ExpectationCard(uid)
            card.edited_about.connect(self.edited_about)
            card.acted.connect(self.acted)
            self._layout.addWidget(card)
        return self._cards[uid]

    # slots

    def _assigned(self, expectation_uid: str) -> None:
        uid = self.sender().objectName().removeprefix("assign-")
        self.acted.emit("assign", f"{expectation_uid}/{uid}")

    def _earlier_wanted(self, uid: str) -> None:
        self.acted.emit("earlier", uid)

    def _new_edited(self, text: str) -> None:
        self.edited.emit(str(Voice.EXPECTATION), text)

    def _add_clicked(self) -> None:
        self.acted.emit("add-expectation", "")
        self._new.setFocus()


class _ExpectationCard(Card):
    """One expectation: its examples, and a form for another one."""

    edited_about = Signal(str, str, str)
    acted = Signal(str, str)

    def __init__(self, uid: str) -> None:
        super().__init__()
        self._uid = uid
        self._build()
        self._connect()

    def show_row(self, shown: ExpectationRow, scale: Sequence[str]) -> None:
        """Show the expectation and its examples; typed words are written back only where they differ."""
        self._title.setText(shown.text)
        self._rating.setAccessibleName(f"{_('Rating')}: {shown.text}")
        earlier = _earlier(shown.earlier, self._uid, self._earlier_wanted)
        self._examples.set_widgets([*earlier, *(self._example(each) for each in shown.examples)])
        self._examples.setVisible(bool(shown.examples))
        self._remove.setVisible(not shown.examples)
        self._rating.set_options([("", _("Not rated")), *((label, label) for label in _labels(scale, shown))])
        self._rating.set_key(shown.rating)
        self._rating.set_error(shown.errors.get(Voice.RATING, ""))
        self._rated_row.setVisible(bool(scale) or bool(shown.rating))
        for voice, choice in self._choices.items():
            choice.set_key(shown.typed.get(voice, ""))
        for voice, field in self._fields.items():
            if field.text() != shown.typed.get(voice, ""):
                field.set_text(shown.typed.get(voice, ""))
            field.set_error(shown.errors.get(voice, ""))
        self._open_form(any(voice in shown.errors for voice in self._fields) or any(shown.typed.values()))

    def editors(self) -> Mapping[str, Editor]:
        """Return where an example is written, by voice."""
        return {voice: field.editor() for voice, field in self._fields.items() if isinstance(field, AreaField)}

    def _build(self) -> None:
        self._title = Text("", role="strong")
        self._remove = icon_button("trash-2", _("Remove this expectation"))
        self._examples = Rows()
        self._opener = secondary(_("Add an observed example"), icon="plus")
        self._opener.setObjectName("example-open")
        self._fields: dict[str, DateField | AreaField] = {
            str(Voice.OBSERVED_ON): DateField(_("When"), _("For example 2026-03-31")),
            str(Voice.SITUATION): AreaField(_("Situation"), _("When and where was it?")),
            str(Voice.BEHAVIOUR): AreaField(_("Behaviour"), _("What did you see or hear?")),
            str(Voice.IMPACT): AreaField(_("Impact"), _("What came of it, for whom?")),
        }
        for voice, field in self._fields.items():
            field.setObjectName(f"example-{voice}")
        self._choices = {
            str(Voice.LEANING): ChoiceField(_("It went well, or could grow"), [("", _("Not said")), *leanings()]),
            str(Voice.SENSE): ChoiceField(_("How you know"), [("", _("Not said")), *senses()]),
        }
        for voice, choice in self._choices.items():
            choice.setObjectName(f"example-{voice}")
        self._add = secondary(_("Add this example"), icon="check")
        self._add.setObjectName("example-add")
        both = Columns(*self._choices.values(), min_width=220)
        self._form = column(*self._fields.values(), both, row(self._add, None))
        self._rating = ChoiceField(_("Rating"), hint=_("Chosen by hand, against the examples above"))
        self._rating.setObjectName("expectation-rating")
        self._rated_row = row(self._rating, None)
        self._closed = row(self._opener, None)
        for widget in (row(self._title, self._remove), self._examples, self._form, self._closed, self._rated_row):
            self.add(widget)

    def _connect(self) -> None:
        self._remove.clicked.connect(self._remove_clicked)
        self._opener.clicked.connect(self._opener_clicked)
        self._add.clicked.connect(self._add_clicked)
        self._rating.chosen.connect(self._rated)
        self._choices[str(Voice.LEANING)].chosen.connect(self._leaning_chosen)
        self._choices[str(Voice.SENSE)].chosen.connect(self._sense_chosen)
        slots = (self._when_edited, self._situation_edited, self._behaviour_edited, self._impact_edited)
        for field, slot in zip(self._fields.values(), slots, strict=True):
            field.edited.connect(slot)

    def _example(self, shown: ExampleRow) -> QWidget:
        remove = icon_button("x", _("Take it off this expectation; the moment stays"), key=shown.uid)
        remove.chosen.connect(self._example_removed)
        return row(column(Text(shown.when, role="caption"), Text(shown.words)), remove)

    def _open_form(self, opened: bool) -> None:
        self._form.setVisible(opened)
        self._closed.setVisible(not opened)

    # slots

    def _reveal(self) -> None:
        bring_into_view(self._form)

    def _when_edited(self, text: str) -> None:
        self.edited_about.emit(self._uid, str(Voice.OBSERVED_ON), text)

    def _situation_edited(self, text: str) -> None:
        self.edited_about.emit(self._uid, str(Voice.SITUATION), text)

    def _behaviour_edited(self, text: str) -> None:
        self.edited_about.emit(self._uid, str(Voice.BEHAVIOUR), text)

    def _impact_edited(self, text: str) -> None:
        self.edited_about.emit(self._uid, str(Voice.IMPACT), text)

    def _leaning_chosen(self, key: str) -> None:
        self.edited_about.emit(self._uid, str(Voice.LEANING), key)

    def _sense_chosen(self, key: str) -> None:
        self.edited_about.emit(self._uid, str(Voice.SENSE), key)

    def _rated(self, label: str) -> None:
        self.acted.emit("rate", f"{self._uid}/{label}")

    def _opener_clicked(self) -> None:
        self._open_form(True)
        self._fields[str(Voice.OBSERVED_ON)].setFocus()
        QTimer.singleShot(LAID_OUT, self._reveal)

    def _add_clicked(self) -> None:
        self.acted.emit("add-example", self._uid)
        wrong = [field for field in self._fields.values() if field.error()]
        (self._opener if self._form.isHidden() else (*wrong, self._add)[0]).setFocus()

    def _remove_clicked(self) -> None:
        self.acted.emit("remove-expectation", self._uid)

    def _earlier_wanted(self, uid: str) -> None:
        self.acted.emit("earlier", uid)

    def _example_removed(self, uid: str) -> None:
        self.acted.emit("remove-example", uid)


def _earlier(label: str, uid: str, wanted: Callable[[str], None]) -> list[QWidget]:
    """Return the button that asks for earlier moments of an expectation, nothing where all are shown."""
    if not label:
        return []
    button = quiet(label, icon="chevron-down", key=uid)
    button.setObjectName(f"earlier-{uid}")
    button.chosen.connect(wanted)
    return [row(button, None)]


def _labels(scale: Sequence[str], shown: ExpectationRow) -> list[str]:
    """Return what can be chosen; a word that is not on the scale any more stays in view."""
    return [*scale, *([shown.rating] if shown.rating and shown.rating not in scale else [])]
