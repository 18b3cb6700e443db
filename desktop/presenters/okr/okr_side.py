"""What the OKR side shows beside and inside a conversation: objectives, key results and how far they are."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from desktop.flows.okr.scope import objectives_of, results_of
from desktop.i18n import _
from desktop.models.okr import Cycle, KeyResult, Level, Objective
from desktop.presenters.okr.key_result_forms import CheckInForm, ReflectionForm
from desktop.presenters.okr.key_result_screens import (
    CheckInScreen,
    ReflectionScreen,
    check_in_screen,
    reflection_screen,
)
from desktop.presenters.okr.okr_card import KeyResultCard, context_row, level_pairs
from desktop.presenters.okr.okr_words import bar_legend, elapsed
from desktop.presenters.talk.context import ContextCard, ContextPanel, ContextRow

if TYPE_CHECKING:
    from desktop.storage.core.people import PeopleStore
    from desktop.storage.okr.okrs import OkrStore


class OkrSide:
    """Reads the OKRs that concern one person."""

    def __init__(self, okrs: "OkrStore", people: "PeopleStore", today: Callable[[], date] = date.today) -> None:
        self._okrs = okrs
        self._people = people
        self._today = today

    def context(self, person_uid: str, start: date, end: date) -> ContextPanel:
        """Return the company's, the team's and the person's own objectives of the cycles in a period."""
        found = objectives_of(self._okrs, self._people.person(person_uid), start, end)
        cycles = {objective.cycle_uid: self._okrs.cycle(objective.cycle_uid) for objective in found}
        cards = tuple(self._objective(objective, cycles[objective.cycle_uid]) for objective in found)
        names = ", ".join(cycle.name for cycle in cycles.values())
        barred = any(row.fraction is not None for card in cards for row in card.rows)
        return ContextPanel(
            title=_("Objectives · {cycle}").format(cycle=names) if names else _("Objectives"),
            legend=bar_legend() if barred else "",
            cards=cards,
            note=_("For learning and focus. Nothing here feeds the performance conversation or pay.")
            if cards
            else _("No objectives for this period yet. You can write them down under OKRs at any time."),
        )

    def results(self, person_uid: str, start: date, end: date) -> tuple[KeyResult, ...]:
        """Return the key results a conversation with this person goes through."""
        scoped = results_of(self._okrs, self._people.person(person_uid), start, end)
        return tuple(item.key_result for item in scoped)

    def card(self, key_result_uid: str) -> KeyResultCard:
        """Return one key result in a few words."""
        result = self._okrs.key_result(key_result_uid)
        objective = self._okrs.objective(result.objective_uid)
        row = self._row(result, self._okrs.cycle(objective.cycle_uid))
        return KeyResultCard(objective.title, result.title, level_pairs(result), row)

    def check_in(self, key_result_uid: str, form: CheckInForm, errors: Mapping[str, str]) -> CheckInScreen:
        """Return the form for a check-in as it is typed."""
        result = self._okrs.key_result(key_result_uid)
        return check_in_screen(result, self.card(key_result_uid), form, errors)

    def reflection(self, key_result_uid: str, form: ReflectionForm, errors: Mapping[str, str]) -> ReflectionScreen:
        """Return the form for a reflection as it is typed."""
        result, before = self._okrs.key_result(key_result_uid), self._okrs.reflection(key_result_uid)
        return reflection_screen(result, self.card(key_result_uid), form, errors, before)

    def _objective(self, objective: Objective, cycle: Cycle) -> ContextCard:
        rows = tuple(self._row(result, cycle) for result in self._okrs.key_results(objective.uid))
        return ContextCard(objective.title, rows, self._owner(objective))

    def _owner(self, objective: Objective) -> str:
        if objective.level is Level.COMPANY:
            return _("Company")
        if objective.level is Level.TEAM:
            return self._people.team(objective.owner_uid).name
        return _("Individual")

    def _row(self, result: KeyResult, cycle: Cycle) -> ContextRow:
        latest = self._okrs.reflection(result.uid) or self._okrs.latest_check_in(result.uid)
        return context_row(result, latest, elapsed(cycle, self._today()))
