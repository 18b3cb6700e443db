"""What the performance side shows beside a conversation: published facts, read from nowhere else."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from desktop.flows.performance_scope import grounds_of
from desktop.i18n import _
from desktop.models.bridge import MetricFact, PublishedObjective
from desktop.models.coverage import coverage
from desktop.models.performance_record import Grounds
from desktop.presenters.context import ContextCard, ContextPanel, ContextRow, Spread
from desktop.presenters.coverage_words import spread_of
from desktop.presenters.fact_words import fact_words
from desktop.wording import day

if TYPE_CHECKING:
    from desktop.storage.evidence import EvidenceStore
    from desktop.storage.facts import FactStore
    from desktop.storage.people import PeopleStore


class PerformanceSide:
    """Reads what a performance conversation may stand on."""

    def __init__(
        self,
        facts: "FactStore",
        evidence: "EvidenceStore",
        people: "PeopleStore",
        today: Callable[[], date] = date.today,
    ) -> None:
        self._facts = facts
        self._evidence = evidence
        self._people = people
        self._today = today

    def grounds(self, person_uid: str, start: date, end: date) -> Grounds:
        """Return the published objectives and facts of a period, the role expectations and the evidence."""
        return grounds_of(self._facts, self._evidence, self._people.person(person_uid), start, end)

    def context(self, person_uid: str, start: date, end: date) -> ContextPanel:
        """Return how the evidence covers a period, and its published objectives with their facts, in words."""
        person = self._people.person(person_uid)
        objectives = self._facts.objectives(person.team_uid, start, end)
        facts = self._facts.facts([objective.uid for objective in objectives])
        return ContextPanel(
            title=_("What happened"),
            legend="",
            cards=tuple(self._card(objective, facts) for objective in objectives),
            note=_(
                "Key result scores are not shown here on purpose. Values may be cited; scores stay with the "
                "team's learning."
            )
            if objectives
            else _(
                "No facts are shared for this period. On the OKRs screen you choose which key results are; their "
                "scores never are."
            ),
            spread=self._spread(person_uid, start, end),
        )

    def _spread(self, person_uid: str, start: date, end: date) -> Spread:
        known = self._evidence.evidence(person_uid, start, date.max)
        return spread_of(coverage(known, start, end, self._today()))

    def _card(self, objective: PublishedObjective, facts: tuple[MetricFact, ...]) -> ContextCard:
        owner = self._people.team(objective.team_uid).name if objective.team_uid else _("Company")
        own = tuple(_row(fact) for fact in facts if fact.objective_uid == objective.uid)
        return ContextCard(objective.title, own, f"{owner} · {objective.cycle}")


def _row(fact: MetricFact) -> ContextRow:
    known = (
        _("as of {day}").format(day=day(fact.as_of)) if fact.as_of else _("no check-in yet"),
        fact.source,
    )
    detail = " · ".join(part for part in known if part)
    if fact.learning:
        detail += "\n" + _("Learned: {learning}").format(learning=fact.learning)
    return ContextRow(fact.name, fact_words(fact), detail)
