"""What the employee prepares before a performance conversation: a sheet with the questions, and what comes back in it.

The words of a sheet are unsigned. They are kept as they came, beside the conversation, and never in its note unless
somebody takes them over as what was said.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from desktop.models.guide import AnswerType, Guide, Prompt

MOMENTS = 8
"""How many moments of the period a sheet has room for."""
EARLIEST, LATEST = timedelta(days=3), timedelta(days=2)
"""The questions go out 72 to 48 hours before the talk."""
_ASKED = {AnswerType.VOICES, AnswerType.EMPLOYEE, AnswerType.FACTS}


@dataclass(frozen=True, slots=True)
class SheetMade:
    """A sheet that was made for a conversation; `uid` is the random mark by which it is known when it returns.

    `sent_on` is the day on which the manager gave it away, None while nobody has said so.
    """

    uid: str
    conversation_uid: str
    made_at: datetime
    file_name: str
    sent_on: date | None = None


@dataclass(frozen=True, slots=True)
class SheetDates:
    """When a sheet was made, given away, and came back; None where it was not."""

    conversation_uid: str
    made_at: datetime
    sent_on: date | None = None
    arrived_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SheetReturned:
    """A sheet that came back: the file as it came, and its words (`said`, see `Said.text`).

    `saved_at` is when the file says it was last saved, None where it does not say.
    """

    uid: str
    conversation_uid: str
    sheet_uid: str
    arrived_at: datetime
    saved_at: datetime | None
    file_name: str
    sha256: str
    said: str
    pdf: bytes

    @property
    def written_at(self) -> datetime:
        """When it was written, as far as anybody knows: a clock that runs ahead counts no more than the arrival."""
        return min(self.saved_at or self.arrived_at, self.arrived_at)


@dataclass(frozen=True, slots=True)
class SheetTaken:
    """A moment of a sheet that was taken in as an observation; `mark` tells which, see `Moment.mark`."""

    conversation_uid: str
    mark: str
    evidence_uid: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of the period in the employee's own words; `when` as it was typed."""

    when: str = ""
    situation: str = ""
    behaviour: str = ""
    impact: str = ""

    @property
    def parts(self) -> tuple[str, str, str, str]:
        """The four cells in their order."""
        return (self.when, self.situation, self.behaviour, self.impact)

    @property
    def mark(self) -> str:
        """What these words are known by, on whichever sheet they stand."""
        return hashlib.sha256(json.dumps(self.parts).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a sheet: answers by the id of their prompt, and moments; empty ones are left out."""

    answers: Mapping[str, str]
    moments: tuple[Moment, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written."""
        return not self.answers and not self.moments

    def text(self) -> str:
        """Return the words as they are stored."""
        return json.dumps(
            {"answers": dict(self.answers), "moments": [each.parts for each in self.moments]}, ensure_ascii=False
        )


def words_of(text: str) -> str:
    """Return every word of a stored sheet, a line for each field; "" for what cannot be read any more."""
    try:
        said = said_of(text)
        return "\n".join((*said.answers.values(), *(part for each in said.moments for part in each.parts if part)))
    except (ValueError, KeyError, TypeError, AttributeError):
        return ""


def said_of(text: str) -> Said:
    """Return the words that `Said.text` wrote down."""
    data = json.loads(text)
    return Said(data["answers"], tuple(Moment(*parts) for parts in data["moments"]))


def newest(returned: Sequence[SheetReturned]) -> SheetReturned | None:
    """Return the sheet that counts: the one written last, of several the one that arrived last; None of none."""
    return max(returned, key=lambda each: (each.written_at, each.arrived_at), default=None)


def asked(guide: Guide) -> tuple[Prompt, ...]:
    """Return what a sheet asks: all that is for the employee, up to the agreements; what follows ends the talk."""
    prompts = [prompt for section in guide.sections for prompt in section.prompts]
    ends = [at for at, prompt in enumerate(prompts) if prompt.answer is AnswerType.COMMITMENTS]
    return tuple(prompt for prompt in prompts[: ends[0] if ends else None] if prompt.answer in _ASKED)


class Timing(StrEnum):
    """How a day stands to the time in which a sheet should go out."""

    EARLY = "early"
    NOW = "now"
    LATE = "late"
    PAST = "past"


def timing(held_on: date, today: date) -> Timing:
    """Return whether it is too early, the right time, late, or too late to send the sheet for a talk."""
    first, last = sent_between(held_on)
    if today >= held_on:
        return Timing.PAST
    if today > last:
        return Timing.LATE
    return Timing.NOW if today >= first else Timing.EARLY


def sent_between(held_on: date) -> tuple[date, date]:
    """Return the first and the last day on which the sheet should go out; the calendar has a first day, too."""
    left = held_on - date.min
    return held_on - min(EARLIEST, left), held_on - min(LATEST, left)
