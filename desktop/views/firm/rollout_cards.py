"""The parts of the Roll-out page: the checklist, what is decided, who was won."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.i18n import _
from desktop.presenters.firm.rollout_screen import CheckRow, EngagedPart, Options, PersonRow, TopicRow
from desktop.views.saving import Autosave, Watch
from desktop.views.widgets import (
    AreaField,
    Card,
    ChoiceField,
    Columns,
    DateField,
    Icon,
    LineField,
    Rows,
    Section,
    Text,
    column,
    icon_button,
    row,
    secondary,
)

_MARKS = {
    "kept": ("circle-check", "good"),
    "missing": ("circle", "muted"),
    "broken": ("triangle-alert", "bad"),
    "allowed": ("shield-alert", "warn"),
}


class CheckList(Card):
    """Rules below each other, each with how it stands and why it counts.

    Signals:
        chosen(str): the part of the page where a rule is seen to.
    """

    chosen = Signal(str)

    def __init__(self, title: str) -> None:
        super().__init__()
        self._rows = Rows(10)
        self._shown: tuple[CheckRow, ...] = ()
        self.add(Text(title, "strong"))
        self.add(self._rows)

    def show_checks(self, checks: tuple[CheckRow, ...]) -> None:
        """Show these rules."""
        if checks != self._shown:
            self._shown = checks
            self._rows.set_widgets([self._line(each) for each in checks])

    def _line(self, check: CheckRow) -> QWidget:
        icon, tone = _MARKS[check.standing]
        state = Text(check.state, "caption")
        if check.standing in ("broken", "allowed"):
            state.set_ink(tone)
        words = Rows(2)
        words.set_widgets([Text(check.title, "body"), state, Text(check.why, "caption")])
        line = QWidget()
        line.setObjectName(f"check-{check.key}")
        layout = _beside(line, words, Icon(icon, tone, 18))
        if check.standing in ("missing", "broken"):
            there = icon_button("arrow-right", _("Go there: {rule}").format(rule=check.title), key=check.part)
            there.setObjectName(f"go-{check.key}")
            there.chosen.connect(self.chosen)
            layout.addWidget(there, 0, Qt.AlignmentFlag.AlignTop)
        return line


class TopicCard(Card):
    """One thing to decide: what it is, the question, the answer, by whom and when."""

    def __init__(self, shown: TopicRow, autosave: Autosave) -> None:
        super().__init__()
        self.setObjectName(f"topic-{shown.key}")
        self._answer = AreaField(shown.question, "", min_lines=2, max_lines=10)
        self._by = LineField(_("Decided by"))
        self._on = DateField(_("Decided on"))
        self.add(Text(shown.title, "strong"))
        self.add(Text(shown.what, "muted"))
        self.add(self._answer)
        self.add(Columns(self._by, self._on, min_width=220))
        for field, name in ((self._answer, "answer"), (self._by, "decided_by"), (self._on, "decided_on")):
            field.setObjectName(f"{shown.key}-{name}")
            field.edited.connect(Watch(autosave, f"topic/{shown.key}/{name}").changed)

    def show_topic(self, shown: TopicRow) -> None:
        """Show what is stored."""
        self._answer.set_text(shown.answer)
        self._by.set_text(shown.decided_by)
        self._on.set_text(shown.decided_on)
        self._on.set_error(shown.day_error)
        self.show_fault(shown)

    def show_fault(self, shown: TopicRow) -> None:
        """Say what is wrong with the answer, if anything is."""
        self._answer.set_error(shown.error)


class EngagedCard(Card):
    """Who was won for one thing, and when.

    Signals:
        add_wanted(str, str): one more for this, and the uid of somebody of the vault ("" for another name).
        remove_wanted(str): the uid of the line to take away.
    """

    add_wanted = Signal(str, str)
    remove_wanted = Signal(str)

    def __init__(self, shown: EngagedPart, autosave: Autosave) -> None:
        super().__init__()
        self._role = shown.role
        self._autosave = autosave
        self._lines: dict[str, _EngagedLine] = {}
        self._rows = Rows(8)
        self._who = ChoiceField("")
        self._who.setAccessibleName(f"{shown.title}: {_('Who')}")
        self._who.setObjectName(f"who-{shown.role}")
        add = secondary(shown.add, icon="user-plus")
        add.setObjectName(f"add-{shown.role}")
        self.add(Text(shown.title, "strong"))
        self.add(Text(shown.what, "muted"))
        self.add(self._rows)
        self.add(row(self._who, add, None))
        add.clicked.connect(self._add)

    def show_part(self, shown: EngagedPart, people: Options) -> None:
        """Show who was won, and who can be chosen."""
        self._who.set_options((("", _("Another name")), *people), self._who.key())
        if [each.uid for each in shown.rows] != list(self._lines):
            self._lines = {each.uid: self._line(each) for each in shown.rows}
            self._rows.set_widgets(self._lines.values())
        for each in shown.rows:
            self._lines[each.uid].show_row(each)

    def focus_last(self) -> None:
        """Put the cursor where the newest line begins."""
        for line in list(self._lines.values())[-1:]:
            line.focus_first()

    def _line(self, shown: PersonRow) -> "_EngagedLine":
        line = _EngagedLine(shown, self._autosave)
        line.remove_wanted.connect(self.remove_wanted)
        return line

    # slots

    def _add(self) -> None:
        self.add_wanted.emit(self._role, self._who.key())


class _EngagedLine(QWidget):
    """A name, a day, and a way to take both away."""

    remove_wanted = Signal(str)

    def __init__(self, shown: PersonRow, autosave: Autosave) -> None:
        super().__init__()
        self._uid = shown.uid
        self._name = LineField(_("Who"))
        self._name.setObjectName("engaged-name")
        self._on = DateField(_("When"))
        self._on.setObjectName("engaged-day")
        remove = icon_button("x", _("Take off the list"))
        remove.setObjectName("engaged-remove")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(Columns(self._name, self._on, min_width=200), 1)
        layout.addWidget(column(Text(" ", "strong"), remove), 0, Qt.AlignmentFlag.AlignTop)  # below a label's height
        self._name.edited.connect(Watch(autosave, f"engaged/{shown.uid}/name").changed)
        self._on.edited.connect(Watch(autosave, f"engaged/{shown.uid}/engaged_on").changed)
        remove.clicked.connect(self._remove)

    def show_row(self, shown: PersonRow) -> None:
        """Show what is stored."""
        self._name.set_text(shown.name)
        self._on.set_text(shown.engaged_on)
        self._on.set_error(shown.day_error)

    def focus_first(self) -> None:
        """Put the cursor into the name, or into the day if the name is there."""
        (self._on if self._name.text() else self._name).setFocus()

    # slots

    def _remove(self) -> None:
        self.remove_wanted.emit(self._uid)


def topic_section(title: str, hint: str, cards: Sequence[TopicCard]) -> Section:
    """Return a section of things to decide."""
    section = Section(title)
    section.add(Text(hint, "muted"))
    for card in cards:
        section.add(card)
    return section


def _beside(line: QWidget, words: QWidget, sign: QWidget) -> QHBoxLayout:
    """Put words into a line behind a small sign that stands beside their first line."""
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    layout.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(words, 1)
    return layout
