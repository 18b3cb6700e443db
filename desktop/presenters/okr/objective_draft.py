"""An objective of the OKRs screen while it is being typed."""

from dataclasses import replace
from functools import partial

from desktop.flows.okr.publishing import known_result, refresh_objective
from desktop.i18n import _
from desktop.models.ids import new_uid
from desktop.models.okr import Level, Objective
from desktop.models.people import Team
from desktop.models.publishing import held_words, level_numbers, scores_of
from desktop.presenters.notice import Notice, Tone
from desktop.presenters.okr.held_back import why_held
from desktop.presenters.okr.objective_form import ObjectiveForm, Typed, advice, read_objective
from desktop.presenters.okr.okr_drafts import Desk, Saved
from desktop.presenters.okr.okr_words import level_words
from desktop.presenters.okr.okrs_screen import ObjectiveFormScreen, Options
from desktop.presenters.okr.sharing_words import bridge_news
from desktop.presenters.okr.sponsor_form import Gate


class ObjectiveDraft:
    """A new objective of a cycle, or a change of one."""

    def __init__(self, desk: Desk, cycle_uid: str, objective: Objective | None = None) -> None:
        self.place = objective.uid if objective else ""
        self._desk = desk
        self._cycle_uid = cycle_uid
        self._earlier = objective
        self._form = self._form_of(objective) if objective else self._new_form()
        self._errors: dict[str, str] = {}
        self._gate = Gate(desk.policy, desk.today)

    def type(self, field: str, text: str) -> None:
        """Take the newest words of a field; another level or person is another question."""
        self._form = replace(self._form, **{field: text})
        self._errors.pop(field, None)
        if field in ("level", "person"):
            self._gate.forget()

    def screen(self) -> ObjectiveFormScreen:
        """Return the form as it is typed."""
        return ObjectiveFormScreen(
            title=_("Change this objective") if self._earlier else _("A new objective"),
            form=self._form,
            errors=dict(self._errors),
            levels=tuple((each.value, level_words(each)) for each in (Level.TEAM, Level.COMPANY, Level.INDIVIDUAL)),
            teams=self._teams(),
            people=tuple((person.uid, person.name) for person in self._desk.people.people()),
            advice=advice(self._form.level),
            title_warning=self._title_warning(),
            stopped=self._gate.stopped,
        )

    def _title_warning(self) -> str:
        """Return what the title gives away of a key result that stands below it already."""
        for result in self._desk.okrs.key_results(self._earlier.uid) if self._earlier else ():
            levels, scores = level_numbers(result), scores_of(known_result(self._desk.okrs, result))
            if held := held_words("objective", self._form.title, result.unit, levels, scores):
                return why_held(held)
        return ""

    def save_label(self) -> str:
        """Return the verb of its button."""
        return _("Save the objective") if self._earlier else _("Add the objective")

    def save(self) -> Saved | None:
        """Store the objective; its shared key results stay current. What is stopped takes the sponsor's word."""
        typed = read_objective(self._form)
        if isinstance(typed, dict):
            self._errors = typed
            return None
        made = typed.objective(self.place, self._cycle_uid, self._owner(typed))
        store = partial(self._desk.okrs.save_objective, made)
        self._errors = self._gate.let_through(store, self._form.sponsor, self._form.sponsor_reason)
        if self._errors:
            return None
        news = bridge_news(made.title, refresh_objective(self._desk.okrs, made.uid)) if self._earlier else None
        return Saved(news or Notice(Tone.GOOD, _("Objective saved: {title}").format(title=made.title)))

    def _new_form(self) -> ObjectiveForm:
        teams = self._desk.people.teams()
        return ObjectiveForm(team=teams[0].uid if teams else "")

    def _form_of(self, objective: Objective) -> ObjectiveForm:
        return ObjectiveForm(
            level=objective.level.value,
            team=objective.owner_uid if objective.level is Level.TEAM else "",
            person=objective.owner_uid if objective.level is Level.INDIVIDUAL else "",
            title=objective.title,
            why_now=objective.why_now,
            individual_reason=objective.individual_reason,
        )

    def _teams(self) -> Options:
        """Return the teams to choose from; the empty key stands for one that is not in the vault yet."""
        return (*((team.uid, team.name) for team in self._desk.people.teams()), ("", _("Another team")))

    def _owner(self, typed: Typed) -> str:
        """Return who the objective belongs to; a team that is new by name is added, one of this name is taken."""
        if not typed.new_team:
            return typed.owner_uid
        for team in self._desk.people.teams():
            if team.name.casefold() == typed.new_team.casefold():
                return team.uid
        added = Team(new_uid(), typed.new_team)
        self._desk.people.add_team(added)
        return added.uid
