"""What the firm has decided about its two conversations, as it was typed, and what its sponsor has allowed.

The ten parameters of a deployment and the talks before it come from the method; nothing here names a key result, so
that both kinds of note may carry the policy.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desktop.models.problems import Problem
from desktop.models.typed import day_of, is_blank, shortened

MAX_RULE = 1_000
"""What a note has room for."""

FEWEST_CYCLES, MOST_CYCLES = 2, 12
"""How many cycles may count as first. A policy may only add to the method's two: with fewer, objectives of single
people would come through without the sponsor."""


class Topic(StrEnum):
    """What a firm decides: the ten parameters of a deployment, then what its policy page says beside them."""

    LEVELS = "levels"
    NUMBER = "number"
    SCORING = "scoring"
    CYCLE = "cycle"
    KINDS = "kinds"
    PLACE = "place"
    REVIEWS = "reviews"
    KPIS = "kpis"
    ALIGNMENT = "alignment"
    BOTTOM_UP = "bottom-up"
    RULE = "rule"
    PAY = "pay"
    ACCESS = "access"
    DISAGREEING = "disagreeing"
    CONTACT = "contact"
    FIRST_CYCLES = "first-cycles"


PARAMETERS = tuple(Topic)[:10]
PAGE = (Topic.RULE, Topic.PAY, Topic.ACCESS, Topic.DISAGREEING, Topic.CONTACT)


class Role(StrEnum):
    """What somebody was won for."""

    HR = "hr"
    SPONSOR = "sponsor"
    EXPLAINER = "explainer"
    COACH = "coach"


class PayLink(StrEnum):
    """What decides about pay in the performance system as it is."""

    UNSAID = ""
    NONE = "none"
    VALUES = "values"
    RATING = "rating"
    SCORE = "score"


class Change(StrEnum):
    """Whether the performance system stays as it is."""

    UNSAID = ""
    SAME = "same"
    CHANGED = "changed"
    NEW = "new"


class Guard(StrEnum):
    """What is stopped while OKRs are young, unless the sponsor allows it."""

    INDIVIDUAL = "individual"
    BOTH_AT_ONCE = "both-at-once"


@dataclass(frozen=True, slots=True)
class Decision:
    """The answer to one topic; who decided and when stand there as they were typed."""

    topic: Topic
    answer: str = ""
    decided_by: str = ""
    decided_on: str = ""

    @property
    def is_made(self) -> bool:
        """Whether there is an answer: a mark such as "?" or "–" is none."""
        return any(char.isalnum() for char in self.answer)

    def is_settled(self, today: date) -> bool:
        """Tell whether there is an answer, with who decided it and on which day, and that day has come."""
        return self.is_made and not is_blank(self.decided_by) and self.day is not None and self.day <= today

    @property
    def day(self) -> date | None:
        """When it was decided, None if no day can be read."""
        return read_day(self.decided_on)


@dataclass(frozen=True, slots=True)
class Engagement:
    """Somebody who was won: `engaged_on` as typed; `person_uid` if the vault knows them."""

    uid: str
    role: Role
    name: str = ""
    engaged_on: str = ""
    person_uid: str = ""

    @property
    def day(self) -> date | None:
        """When they were won, None if it does not say who, or no day can be read."""
        return None if is_blank(self.name) else read_day(self.engaged_on)

    def is_won(self, today: date) -> bool:
        """Tell whether it says who and when, and that day has come."""
        return self.day is not None and self.day <= today


@dataclass(frozen=True, slots=True)
class PerformanceSystem:
    """How performance is judged in this firm today, in its own words; `starts_on` as typed."""

    rating: str = ""
    pay_link: PayLink = PayLink.UNSAID
    pay: str = ""
    dates: str = ""
    forms: str = ""
    decides: str = ""
    change: Change = Change.UNSAID
    starts_on: str = ""

    @property
    def is_described(self) -> bool:
        """Whether rating, pay, dates, forms and who decides are all told."""
        told = (self.rating, self.dates, self.forms, self.decides)
        return not any(is_blank(text) for text in told) and self.pay_link is not PayLink.UNSAID


@dataclass(frozen=True, slots=True)
class Override:
    """What the sponsor has allowed, with their name and a sentence.

    `subject` is the uid of the cycle for an individual objective of `person_uid`, and the ISO day on which the new
    performance system starts for both at once.
    """

    uid: str
    guard: Guard
    subject: str
    person_uid: str
    sponsor: str
    reason: str
    given_at: datetime

    def __post_init__(self) -> None:
        if not self.sponsor.strip() or not self.reason.strip():
            raise Problem("This takes the sponsor's name and a sentence that says why.")


@dataclass(frozen=True, slots=True)
class PolicyText:
    """What every note says of the policy: the rule in the firm's own words, who decided it, and when (ISO, or "")."""

    text: str
    decided_by: str = ""
    decided_on: str = ""

    def as_record(self) -> dict[str, str]:
        """Return it as a record holds it."""
        return {"text": self.text, "decided_by": self.decided_by, "decided_on": self.decided_on}


def read_day(text: str) -> date | None:
    """Return a typed day, None if it is empty or none."""
    try:
        return day_of(text) if text.strip() else None
    except Problem:
        return None


def require_day(text: str) -> None:
    """Raise Problem if something is typed that is no day."""
    if text.strip():
        day_of(text)


def require_rule(text: str) -> None:
    """Raise Problem if a rule is too long for a note."""
    if len(" ".join(text.split())) > MAX_RULE:
        raise Problem(
            "This goes onto every note; please shorten it to {most} characters. Until then notes carry the usual "
            "sentence.",
            most=MAX_RULE,
        )


def require_count(text: str) -> None:
    """Raise Problem if something is typed that is no number of cycles that may count as first."""
    if text.strip() and not _count(text):
        raise Problem(
            "“{text}” does not count; write a number from {fewest} to {most}. Until then it is {fewest}. "
            "A sponsor can allow the objective of one person earlier.",
            text=shortened(text),
            fewest=FEWEST_CYCLES,
            most=MOST_CYCLES,
        )


def first_cycles(decisions: Mapping[Topic, Decision]) -> int:
    """Return in how many cycles there are no individual objectives: two, unless the policy says otherwise."""
    decided = decisions.get(Topic.FIRST_CYCLES)
    return (_count(decided.answer) if decided else 0) or FEWEST_CYCLES


def policy_text(decisions: Mapping[Topic, Decision], rule: str) -> PolicyText:
    """Return what a note says of the policy; `rule` stands where the firm has no words of its own that fit."""
    decided = decisions.get(Topic.RULE, Decision(Topic.RULE))
    own = " ".join(decided.answer.split())
    if not decided.is_made or len(own) > MAX_RULE:
        return PolicyText(rule)
    by = " ".join(decided.decided_by.split())[:300]
    return PolicyText(own, by, decided.day.isoformat() if decided.day else "")


def _count(text: str) -> int:
    """Return a number of cycles that may count as first, 0 if it is none."""
    plain = text.strip()
    number = int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 3 else 0
    return number if FEWEST_CYCLES <= number <= MOST_CYCLES else 0
