"""The record of a performance conversation: the shared part, the cited facts, the expectations with examples.

There is no place for a score here: the facts are the bridge's values, and the schema refuses any other field.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from desktop.models.bridge import MetricFact, PublishedObjective
from desktop.models.performance import Evidence, Expectation
from desktop.models.record import Sealing, Talk, shared_record


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a performance conversation stood on: published objectives and facts, expectations and evidence.

    `ratings` are the words that were chosen by hand, by expectation.
    """

    objectives: Sequence[PublishedObjective]
    facts: Sequence[MetricFact]
    expectations: Sequence[Expectation]
    evidence: Sequence[Evidence]
    ratings: Mapping[str, str] = field(default_factory=dict)

    def examples(self, expectation_uid: str) -> tuple[Evidence, ...]:
        """Return what was observed for an expectation."""
        return tuple(each for each in self.evidence if each.expectation_uid == expectation_uid)


def performance_record(talk: Talk, sealing: Sealing, grounds: Grounds) -> dict[str, Any]:
    """Return the whole record; cited facts are copied in, so a later change of a key result changes no note."""
    return shared_record(talk, sealing) | {
        "objectives": [_objective(objective, grounds) for objective in grounds.objectives],
        "expectations": [_expectation(expectation, grounds) for expectation in grounds.expectations],
    }


def _objective(objective: PublishedObjective, grounds: Grounds) -> dict[str, Any]:
    facts = [fact_record(fact) for fact in grounds.facts if fact.objective_uid == objective.uid]
    return {"title": objective.title, "cycle": objective.cycle, "facts": facts}


def fact_record(fact: MetricFact) -> dict[str, Any]:
    """Return a published fact as it stands in a record."""
    return {
        "name": fact.name,
        "start": fact.start,
        "latest": fact.latest,
        "unit": fact.unit,
        "as_of": fact.as_of.isoformat() if fact.as_of else "",
        "source": fact.source,
        "learning": fact.learning,
    } | _pay(fact)


def _pay(fact: MetricFact) -> dict[str, Any]:
    """Return what is said about the value and pay; nothing where nothing is."""
    if fact.never_pay:
        return {"never_pay": True}
    if not fact.pay_plan:
        return {}
    return {"pay_plan": fact.pay_plan, "pay_document": fact.pay_document, "pay_decided_by": fact.pay_decided_by}


def _expectation(expectation: Expectation, grounds: Grounds) -> dict[str, Any]:
    examples = [_example(example) for example in grounds.examples(expectation.uid)]
    rating = grounds.ratings.get(expectation.uid, "")
    return {"text": expectation.text, "examples": examples} | ({"rating": rating} if rating else {})


def _example(example: Evidence) -> dict[str, str]:
    said = {"leaning": str(example.leaning), "sense": str(example.sense)}
    return {
        "observed_on": example.observed_on.isoformat(),
        "situation": example.situation,
        "behaviour": example.behaviour,
        "impact": example.impact,
    } | {name: word for name, word in said.items() if word}
