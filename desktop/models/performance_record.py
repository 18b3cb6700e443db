"""The record of a performance conversation: the shared part, the cited facts, the expectations with examples.

There is no place for a score here: the facts are the bridge's values, and the schema refuses any other field.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desktop.models.bridge import MetricFact, PublishedObjective
from desktop.models.performance import Evidence, Expectation
from desktop.models.record import Sealing, Talk, shared_record


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a performance conversation stood on: published objectives and facts, expectations and evidence."""

    objectives: Sequence[PublishedObjective]
    facts: Sequence[MetricFact]
    expectations: Sequence[Expectation]
    evidence: Sequence[Evidence]


def performance_record(talk: Talk, sealing: Sealing, grounds: Grounds) -> dict[str, Any]:
    """Return the whole record; cited facts are copied in, so a later change of a key result changes no note."""
    return shared_record(talk, sealing) | {
        "objectives": [_objective(objective, grounds) for objective in grounds.objectives],
        "expectations": [_expectation(expectation, grounds) for expectation in grounds.expectations],
    }


def _objective(objective: PublishedObjective, grounds: Grounds) -> dict[str, Any]:
    facts = [fact_record(fact) for fact in grounds.facts if fact.objective_uid == objective.uid]
    return {"title": objective.title, "cycle": objective.cycle, "facts": facts}


def fact_record(fact: MetricFact) -> dict[str, str]:
    """Return a published fact as it stands in a record."""
    return {
        "name": fact.name,
        "start": fact.start,
        "latest": fact.latest,
        "unit": fact.unit,
        "as_of": fact.as_of.isoformat() if fact.as_of else "",
        "source": fact.source,
        "learning": fact.learning,
    }


def _expectation(expectation: Expectation, grounds: Grounds) -> dict[str, Any]:
    seen = [example for example in grounds.evidence if example.expectation_uid == expectation.uid]
    return {"text": expectation.text, "examples": [_example(example) for example in seen]}


def _example(example: Evidence) -> dict[str, str]:
    return {
        "observed_on": example.observed_on.isoformat(),
        "situation": example.situation,
        "behaviour": example.behaviour,
        "impact": example.impact,
    }
