"""What a performance conversation stands on: role expectations and observed examples."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


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


class Leaning(StrEnum):
    """Whether an observation is about what went well or about what can grow; old ones do not say."""

    UNSAID = ""
    POSITIVE = "positive"
    DEVELOPMENTAL = "developmental"


class Sense(StrEnum):
    """How the manager knows: was there, or was told; old observations do not say."""

    UNSAID = ""
    SEEN = "seen"
    HEARD = "heard"


class Topic(StrEnum):
    """The four questions that connect the two conversations; an observation may help to answer one."""

    NONE = ""
    IMPACT = "impact"
    FOCUS = "focus"
    COMMUNICATION = "communication"
    LEARNING = "learning"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A dated observation: the situation, the behaviour seen or heard in it, the impact it had.

    `expectation_uid`, `fact_uid` (a key result as it was published, no more) and `topic` are what it may be used for,
    "" for nothing. `recorded_at` is when it was written down, None where that was not kept.
    """

    uid: str
    person_uid: str
    expectation_uid: str
    observed_on: date
    situation: str
    behaviour: str
    impact: str
    leaning: Leaning = Leaning.UNSAID
    sense: Sense = Sense.UNSAID
    fact_uid: str = ""
    topic: Topic = Topic.NONE
    recorded_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Capture:
    """An observation while it is typed, word by word as it stands in the form; nothing of it is read yet.

    `uid` is the observation it corrects, "" for a new one.
    """

    uid: str = ""
    person_uid: str = ""
    observed_on: str = ""
    situation: str = ""
    behaviour: str = ""
    impact: str = ""
    leaning: str = ""
    sense: str = ""
    expectation_uid: str = ""
    fact_uid: str = ""
    topic: str = ""

    @property
    def begun(self) -> bool:
        """Whether any words are typed."""
        return any(text.strip() for text in (self.situation, self.behaviour, self.impact))
