"""What is being said: a conversation, its answers, its private notes and its commitments."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desktop.models.guide import Guide, Kind, Stage


class State(StrEnum):
    """A conversation is open to change until it is sealed; there is no way back."""

    DRAFT = "draft"
    SEALED = "sealed"


class Voice(StrEnum):
    """Whose words an answer holds, or which field of a form: those are kept word by word as they are typed, too."""

    MANAGER = "manager"
    EMPLOYEE = "employee"
    VALUE = "value"
    AS_OF = "as-of"
    SOURCE = "source"
    CONFIDENCE = "confidence"
    LEARNING = "learning"
    DECISION = "decision"
    RESCORE_REASON = "rescore-reason"
    EXPECTATION = "expectation"
    OBSERVED_ON = "observed-on"
    SITUATION = "situation"
    BEHAVIOUR = "behaviour"
    IMPACT = "impact"
    LEANING = "leaning"
    SENSE = "sense"
    RATING = "rating"
    PROMISE = "promise"
    OWNER = "owner"
    DUE = "due"


TALKING = (Voice.EMPLOYEE, Voice.MANAGER)
"""The two voices of a talk, in the order in which they are shown: the employee is heard first."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """One talk between two people, of one kind from birth.

    `guide` is a copy of the wording it is asked in. `step` is the place to resume at: the number of the prompt times
    500, plus that of the key result it is asked about. A correction of a sealed note is a conversation of its own:
    `corrects` names the note, `reason` says why.
    """

    uid: str
    kind: Kind
    stage: Stage
    person_uid: str
    manager_uid: str
    guide: Guide
    held_on: date
    period: str
    period_start: date
    period_end: date
    created_at: datetime
    state: State = State.DRAFT
    step: int = 0
    corrects: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """One voice's words to one prompt. `subject` is the key result a repeated prompt is about, else ""."""

    conversation_uid: str
    prompt_id: str
    subject: str
    voice: Voice
    text: str


@dataclass(frozen=True, slots=True)
class PrivateNote:
    """The manager's own note beside a section: in no record and no PDF, but personal data that may be asked for."""

    conversation_uid: str
    section_id: str
    text: str


class Promise(StrEnum):
    """Where a commitment stands: carried until it is kept, dropped or re-decided."""

    OPEN = "open"
    KEPT = "kept"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Commitment:
    """Who does what by when. `owner` is the name of the one who promised."""

    uid: str
    conversation_uid: str
    person_uid: str
    text: str
    owner: str
    due: date | None
    state: Promise = Promise.OPEN


@dataclass(frozen=True, slots=True)
class SetAside:
    """A finding of the writing coach that the manager set aside, and why.

    It is about the `words` in one field, which is named as an answer's is; `voice` is also "private" for a private
    note (`prompt_id` is its section then). It is in no note, but personal data that may be asked for.
    """

    conversation_uid: str
    prompt_id: str
    subject: str
    voice: str
    rule: str
    words: str
    reason: str
    at: datetime
