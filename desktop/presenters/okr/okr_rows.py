"""The objectives of a cycle, grouped by company and team, with what is known of their key results."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from desktop.i18n import _
from desktop.models.okr import CheckIn, Cycle, KeyResult, Level, Objective, Reflection
from desktop.presenters.okr.okr_card import context_row, level_pairs
from desktop.presenters.okr.okr_words import (
    confidence_words,
    decision_words,
    elapsed,
    score_words,
    value_words,
)
from desktop.presenters.okr.okrs_screen import (
    HistoryRow,
    KeyResultRow,
    ObjectiveCard,
    ObjectiveGroup,
    ReflectionWords,
)
from desktop.presenters.okr.pay_words import link_words, mark_words
from desktop.wording import day

if TYPE_CHECKING:
    from desktop.storage.core.people import PeopleStore
    from desktop.storage.okr.okrs import OkrStore


class OkrRows:
    """Puts the OKRs of a cycle into words."""

    def __init__(self, okrs: "OkrStore", people: "PeopleStore") -> None:
        self._okrs = okrs
        self._people = people

    def groups(self, cycle: Cycle, today: date, expanded: Collection[str]) -> tuple[ObjectiveGroup, ...]:
        """Return the groups: the company's objectives, each team's, and those of individuals."""
        grouped: dict[tuple[int, str], list[ObjectiveCard]] = {}
        for objective in self._okrs.objectives(cycle.uid):
            card = self._card(objective, elapsed(cycle, today), expanded)
            grouped.setdefault(self._group(objective), []).append(card)
        return tuple(ObjectiveGroup(title, tuple(cards)) for (_order, title), cards in sorted(grouped.items()))

    def _group(self, objective: Objective) -> tuple[int, str]:
        if objective.level is Level.COMPANY:
            return 0, _("Company")
        if objective.level is Level.TEAM:
            return 1, self._people.team(objective.owner_uid).name
        if not objective.owner_uid:
            return 3, _("Nobody any more")
        name = self._people.person(objective.owner_uid).name
        return 2, _("{name} (individual)").format(name=name)

    def _card(self, objective: Objective, mark: float | None, expanded: Collection[str]) -> ObjectiveCard:
        reason = objective.individual_reason
        return ObjectiveCard(
            uid=objective.uid,
            title=objective.title,
            why_now=_("Why now: {reason}").format(reason=objective.why_now) if objective.why_now else "",
            reason=_("Individual, because: {reason}").format(reason=reason) if reason else "",
            key_results=tuple(
                self._row(result, mark, result.uid in expanded) for result in self._okrs.key_results(objective.uid)
            ),
        )

    def _row(self, result: KeyResult, mark: float | None, expanded: bool) -> KeyResultRow:
        latest, reflection = self._okrs.latest_check_in(result.uid), self._okrs.reflection(result.uid)
        pay = self._okrs.pay_mark(result.uid)
        brief = KeyResultRow(
            uid=result.uid,
            title=result.title,
            row=context_row(result, reflection or latest, mark),
            outcome=_outcome(result, latest, reflection),
            late=_late(result),
            shared=result.shared,
            expanded=expanded,
            can_check_in=reflection is None,
            pay=mark_words(pay, self._okrs.pay_plan(pay.plan_uid) if pay and pay.plan_uid else None),
            pay_link=link_words(result, pay),
        )
        return self._with_details(brief, result, reflection) if expanded else brief

    def _with_details(self, brief: KeyResultRow, result: KeyResult, reflection: Reflection | None) -> KeyResultRow:
        entries = sorted(self._okrs.check_ins(result.uid), key=lambda each: (each.as_of, each.recorded_at))
        return replace(
            brief,
            neutral_name=result.neutral_name,
            levels=level_pairs(result),
            history=tuple(_history(result, entry) for entry in reversed(entries)),
            reflection=_reflection(result, self._okrs.reflections(result.uid)) if reflection else None,
        )


def _outcome(result: KeyResult, latest: CheckIn | None, reflection: Reflection | None) -> str:
    if result.levels is None:
        return ""
    if reflection:
        return _("Final: {score}").format(score=score_words(result, reflection.value))
    return score_words(result, latest.value) if latest else ""


def _late(result: KeyResult) -> str:
    if not result.late_reason:
        return ""
    return _("Written late ({day}): {reason}").format(day=day(result.written_on), reason=result.late_reason)


def _history(result: KeyResult, entry: CheckIn) -> HistoryRow:
    known = (day(entry.as_of), confidence_words(entry.confidence), entry.source)
    return HistoryRow(value_words(result, entry.value), " · ".join(part for part in known if part))


def _reflection(result: KeyResult, entries: Sequence[Reflection]) -> ReflectionWords:
    """Return the reflection that counts, the last one, and what was set before it."""
    entry = entries[-1]
    final = _("Final value: {value}").format(value=value_words(result, entry.value))
    return ReflectionWords(
        final=f"{final} · {day(entry.as_of)} · {entry.source}",
        outcome=score_words(result, entry.value) if result.levels else "",
        learning=_("Learned: {learning}").format(learning=entry.learning),
        decision=_("Next cycle: {decision}").format(decision=decision_words(entry.decision)),
        rescored=_rescored(result, entries),
    )


def _rescored(result: KeyResult, entries: Sequence[Reflection]) -> str:
    """Return how the final value changed, "" if it was set once."""
    entry = entries[-1]
    before = next((each for each in reversed(entries) if each.value != entry.value), None)
    if before is None:
        return ""
    said = value_words(result, before.value)
    if result.levels:
        said = f"{said}, {score_words(result, before.value)}"
    words = _("Scored again. Before: {before} ({day}). Reason: {reason}")
    return words.format(before=said, day=day(before.as_of), reason=entry.rescore_reason)
