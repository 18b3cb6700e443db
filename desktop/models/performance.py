"""What a performance conversation stands on: role expectations and observed examples."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Expectation:
    """One thing the role asks of a person."""

    uid: str
    person_uid: str
    text: str


@dataclass(frozen=True, slots=True)
class Statement:
    """The person's own words to an example or an expectation (one of the two uids is ""); kept with it."""

    uid: str
    evidence_uid: str
    expectation_uid: str
    text: str
    received_at: datetime


@dataclass(frozen=True, slots=True)
class Evidence:
    """A dated observation for an expectation: the situation, the behaviour seen in it, the impact it had."""

    uid: str
    person_uid: str
    expectation_uid: str
    observed_on: date
    situation: str
    behaviour: str
    impact: str
