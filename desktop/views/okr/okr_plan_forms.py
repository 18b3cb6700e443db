"""The forms of the OKRs screen: a cycle, an objective, a key result."""

from dataclasses import asdict

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.i18n import _
from desktop.presenters.okr.okrs_screen import CycleFormScreen, KeyResultFormScreen, ObjectiveFormScreen
from desktop.views import theme
from desktop.views.tick_list import TickList
from desktop.views.typed_form import TypedForm, fill
from desktop.views.widgets import (
    AreaField,
    ChoiceField,
    Columns,
    DateField,
    LineField,
    NumberField,
    RadioField,
    Rows,
    Text,
    column,
    quiet,
    row,
)


class SponsorFields(QWidget):
    """Why something was stopped, and the sponsor's word that lets it through; hidden while nothing is.

    Signals:
        sponsors_wanted(): the way to where the sponsors are entered.
    """

    sponsors_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._stopped = Text(role="error")
        self._stopped.setObjectName("stopped")
        self.name = LineField(_("Executive sponsor who allows it"))
        self.reason = LineField(_("Why they allow it"), _("It stays visible on the Roll-out page"))
        there = quiet(_("Who is engaged, on the Roll-out page"), icon="arrow-right")
        there.setObjectName("to-sponsors")
        there.clicked.connect(self._there_clicked)
        fill(self, self._stopped, Columns(self.name, self.reason, min_width=240), row(there, None))

    def show_stopped(self, stopped: str) -> None:
        """Show why, or nothing."""
        self._stopped.setText(stopped)
        self.setVisible(bool(stopped))

    # slots

    def _there_clicked(self) -> None:
        self.sponsors_wanted.emit()


class CycleFields(TypedForm):
    """The fields of a cycle.

    Signals:
        sponsors_wanted(): the way to where the sponsors are entered.
    """

    sponsors_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._build()

    def show_form(self, screen: CycleFormScreen) -> None:
        """Show a cycle as it is typed."""
        self._sponsor.show_stopped(screen.stopped)
        self._show_texts(asdict(screen.form), screen.errors)

    def _build(self) -> None:
        name = LineField(_("What is it called?"))
        starts_on, ends_on = DateField(_("It starts on")), DateField(_("It ends on"))
        self._name("name", name)
        self._name("starts_on", starts_on)
        self._name("ends_on", ends_on)
        lines = Rows(theme.current().space.m)
        lines.add(Text(_("A new cycle"), role="h2"))
        lines.add(Text(_("A stretch of time with its own objectives, a quarter for example."), role="caption"))
        lines.add(name)
        lines.add(Columns(starts_on, ends_on, min_width=200))
        self._sponsor = SponsorFields()
        self._sponsor.sponsors_wanted.connect(self.sponsors_wanted)
        lines.add(self._sponsor)
        self._name("sponsor", self._sponsor.name)
        self._name("sponsor_reason", self._sponsor.reason)
        fill(self, lines)


class ObjectiveFields(TypedForm):
    """The fields of an objective.

    Signals:
        sponsors_wanted(): the way to where the sponsors are entered.
    """

    sponsors_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._build()
        self._connect()

    def show_form(self, screen: ObjectiveFormScreen) -> None:
        """Show an objective as it is typed, with what speaks against a level before it is chosen for good."""
        form = screen.form
        self._head.setText(screen.title)
        if not self._level.key():
            self._level.set_options(screen.levels, form.level)
        self._team.set_options(screen.teams, form.team)
        self._person.set_options((("", _("Choose a person")), *screen.people), form.person)
        self._advice.setText(screen.advice)
        self._sponsor.show_stopped(screen.stopped)
        self._show_texts(asdict(form), screen.errors)
        if screen.title_warning or "title" not in screen.errors:
            self._title.set_error(screen.title_warning)
        self._settle(form.level, form.team == "")

    def _settle(self, level: str, other_team: bool) -> None:
        individual = level == "individual"
        self._team.setVisible(level == "team")
        self._new_team.setVisible(level == "team" and other_team)
        for part in (self._advice, self._person, self._reason):
            part.setVisible(individual)

    def _build(self) -> None:
        self._head = Text(role="h2")
        self._level = RadioField(_("Whose objective is it?"))
        self._team = ChoiceField(_("Team"))
        self._new_team = LineField(_("Name of the team"))
        self._advice = Text(role="body")
        self._advice.setObjectName("advice")
        self._person = ChoiceField(_("Person"))
        self._reason = LineField(_("Why an individual objective all the same?"), _("The reason stays visible"))
        self._sponsor = SponsorFields()
        self._sponsor.sponsors_wanted.connect(self.sponsors_wanted)
        self._title = LineField(_("What do you want to reach?"), _("A change people will feel, in one sentence"))
        why = _("Three to five sentences: what happens if you wait?")
        self._why_now = AreaField(_("Why now?"), why)
        lines = Rows(theme.current().space.m)
        for part in (
            self._head,
            self._title,
            self._level,
            self._team,
            self._new_team,
            self._advice,
            self._person,
            self._reason,
            self._why_now,
            self._sponsor,
        ):
            lines.add(part)
        fill(self, lines)

    def _connect(self) -> None:
        self._name("title", self._title)
        self._name("level", self._level)
        self._name("team", self._team)
        self._name("new_team", self._new_team)
        self._name("person", self._person)
        self._name("individual_reason", self._reason)
        self._name("why_now", self._why_now)
        self._name("sponsor", self._sponsor.name)
        self._name("sponsor_reason", self._sponsor.reason)


class KeyResultFields(TypedForm):
    """The fields of a key result."""

    def __init__(self) -> None:
        super().__init__()
        self._chosen: list[str] = []
        self._build()
        self._connect()

    def show_form(self, screen: KeyResultFormScreen) -> None:
        """Show a key result as it is typed, with what its levels say together."""
        form = screen.form
        self._head.setText(screen.title)
        if not self._kind.key():
            self._kind.set_options(screen.kinds, form.kind)
        self._kind_help.setText(screen.kind_help)
        self._show_texts(asdict(form), screen.errors)
        if screen.name_warning:
            self._neutral.set_error(screen.name_warning)
        elif "neutral_name" not in screen.errors:
            self._neutral.set_error("")
        self._check.setText(screen.check)
        self._check.set_role("body" if screen.in_order else "error")
        self._check.setVisible(bool(screen.check))
        self._late.setText(screen.late)
        for part in (self._late, self._late_reason):
            part.setVisible(bool(screen.late))
        self._levels.setVisible(screen.has_levels)
        self._unit.setVisible(form.kind != "milestone")
        self._chosen = [each.key for each in screen.people if each.ticked]
        self._people.show_ticks(screen.people)
        self._working.setVisible(bool(screen.people))

    def focus_first(self) -> bool:
        """Put the cursor into the first level if only their order is wrong, else where every form puts it."""
        if set(self._errors) == {"levels"}:
            self._numbers["baseline"].setFocus()
            return True
        return super().focus_first()

    def _build(self) -> None:
        self._head = Text(role="h2")
        self._kind = RadioField(_("How will you know?"))
        self._kind_help = Text(role="caption")
        self._kind_help.setObjectName("kind-help")
        self._title = LineField(_("Key result"), _("What will be different by the end of the cycle"))
        what = _("The metric alone, without its target. This is the name a performance conversation may see.")
        self._neutral = LineField(_("Neutral name"), what)
        self._unit = LineField(_("Unit"), _("For example hours, % or euros"))
        self._build_levels()
        self._people = TickList("contributors")
        self._working = column(Text(_("Who works on it"), role="strong"), self._people)
        self._late = Text(role="caption")
        self._late.setObjectName("late")
        self._late_reason = LineField(_("Why do the levels come late?"))
        lines = Rows(theme.current().space.m)
        for part in (
            self._head,
            self._title,
            self._kind,
            self._kind_help,
            Columns(self._neutral, self._unit, min_width=240),
            self._levels,
            self._check,
            self._late,
            self._late_reason,
            self._working,
        ):
            lines.add(part)
        fill(self, lines)

    def _build_levels(self) -> None:
        self._numbers = {
            "baseline": NumberField(_("Start"), _("The value today")),
            "commit": NumberField(_("Commit"), _("You are 90 % sure to reach it")),
            "target": NumberField(_("Target"), _("50 % sure: hard but realistic")),
            "stretch": NumberField(_("Stretch"), _("10 % sure: it would surprise you")),
        }
        self._levels = Columns(*self._numbers.values(), min_width=130)
        self._check = Text()
        self._check.setObjectName("levels-check")

    def _connect(self) -> None:
        self._name("title", self._title)
        self._name("kind", self._kind)
        self._name("neutral_name", self._neutral)
        self._name("unit", self._unit)
        for name, field in self._numbers.items():
            self._name(name, field)
        self._name("late_reason", self._late_reason)
        self._people.ticked.connect(self._ticked)

    # slots

    def _ticked(self, uid: str, ticked: bool) -> None:
        self._chosen = [each for each in self._chosen if each != uid] + ([uid] if ticked else [])
        self.edited.emit("people", "\n".join(self._chosen))
