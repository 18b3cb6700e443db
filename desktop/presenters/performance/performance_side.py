"""What the performance side shows beside a conversation: published facts, read from nowhere else."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.flows.performance.scope import grounds_of
from desktop.i18n import _
from desktop.models.bridge import MetricFact, PublishedObjective, TalksHeld
from desktop.models.conversation import Commitment, Conversation
from desktop.models.coverage import coverage
from desktop.models.performance_record import Grounds
from desktop.presenters.performance.coverage_words import spread_of
from desktop.presenters.performance.four_questions import Material, panel_for
from desktop.presenters.talk.context import ContextCard, ContextPanel, Spread
from desktop.presenters.talk.fact_words import fact_row
from desktop.wording import beside

if TYPE_CHECKING:
    from desktop.storage.core.people import PeopleStore
    from desktop.storage.performance.evidence import EvidenceStore
    from desktop.storage.performance.facts import FactStore
    from desktop.storage.talks.conversations import ConversationStore


Held = Callable[[str, str, date, date], TalksHeld]
"""Person, manager, first and last day in; what the OKR side says of its conversations in that period out."""


@dataclass(frozen=True, slots=True)
class Talks:
    """The performance conversations with their commitments, and the one question to the OKR side about its own."""

    own: "ConversationStore"
    held: Held


class PerformanceSide:
    """Reads what a performance conversation may stand on."""

    def __init__(
        self,
        facts: "FactStore",
        evidence: "EvidenceStore",
        people: "PeopleStore",
        today: Callable[[], date] = date.today,
        talks: Talks | None = None,
    ) -> None:
        self._facts = facts
        self._evidence = evidence
        self._people = people
        self._today = today
        self._talks = talks

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

    def key_results(self, conversation: Conversation) -> Mapping[str, str]:
        """Return the names of the published key results of a conversation's period, by uid."""
        person = self._people.person(conversation.person_uid)
        objectives = self._facts.objectives(person.team_uid, conversation.period_start, conversation.period_end)
        return {fact.uid: fact.name for fact in self._facts.facts([each.uid for each in objectives])}

    def today(self) -> date:
        """Return the present day."""
        return self._today()

    def beside(self, conversation: Conversation, topic: str) -> ContextPanel:
        """Return what helps to answer one of the four questions in a conversation."""
        start, end = conversation.period_start, conversation.period_end
        manager, grounds = conversation.manager_uid, self.grounds(conversation.person_uid, start, end)
        return panel_for(
            topic,
            Material(
                grounds=grounds,
                promises=self._promises(conversation),
                held=self._talks.held(conversation.person_uid, manager, start, end) if self._talks else TalksHeld(),
                owner=self._owner,
                workers=self._workers(grounds),
            ),
        )

    def _promises(self, conversation: Conversation) -> tuple[Commitment, ...]:
        """Return what was promised in earlier conversations of this kind."""
        if self._talks is None:
            return ()
        return self._talks.own.promised(conversation.person_uid)

    def _workers(self, grounds: Grounds) -> Mapping[str, Sequence[str]]:
        names = {person.uid: person.name for person in self._people.people()}
        workers: dict[str, list[str]] = {}
        for fact_uid, person_uid in self._facts.contributors([fact.uid for fact in grounds.facts]):
            workers.setdefault(fact_uid, []).append(names[person_uid])
        return {uid: sorted(each, key=str.casefold) for uid, each in workers.items()}

    def _owner(self, team_uid: str) -> str:
        return self._people.team(team_uid).name if team_uid else _("Company")

    def _spread(self, person_uid: str, start: date, end: date) -> Spread:
        known = self._evidence.evidence(person_uid, start, date.max)
        return spread_of(coverage(known, start, end, self._today()))

    def _card(self, objective: PublishedObjective, facts: tuple[MetricFact, ...]) -> ContextCard:
        own = tuple(fact_row(fact) for fact in facts if fact.objective_uid == objective.uid)
        return ContextCard(objective.title, own, beside(self._owner(objective.team_uid), objective.cycle))
