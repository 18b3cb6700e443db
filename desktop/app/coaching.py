"""The writing coach, put together: its rules, the firm's own names, and the question across the wall."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from desktop.coach.finding import Facts
from desktop.flows.okr.score_places import scores_in
from desktop.models.conversation import Conversation
from desktop.models.guide import Kind
from desktop.presenters.talk.coaching import Advice, Coaching, look_alone

if TYPE_CHECKING:
    from desktop.storage.vault import Vault


def coaching(vault: "Vault", kind: Kind) -> Coaching:
    """Return the coach of one kind of conversation."""
    return Coaching(vault.conversations(kind), partial(_facts, vault))


def look_at_moments(vault: "Vault") -> Callable[[str], Advice]:
    """Return what looks at the words of a moment, wherever it is written down."""
    return partial(look_alone, Kind.PERFORMANCE, Facts(ratings=vault.scale.labels()))


def _facts(vault: "Vault", talk: Conversation) -> Facts:
    """Return the names as they are published, the firm's rating labels, and who may say which numbers are scores."""
    person, start, end = vault.people.person(talk.person_uid), talk.period_start, talk.period_end
    objectives = vault.facts.objectives(person.team_uid, start, end)
    facts = vault.facts.facts([objective.uid for objective in objectives])
    return Facts(
        key_results=tuple(fact.name for fact in facts),
        plans=tuple({fact.pay_plan for fact in facts if fact.pay_plan}),
        ratings=vault.scale.labels(),
        scores_in=scores_in(vault.okrs, person, start, end),
    )
