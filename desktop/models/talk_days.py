"""How close two conversations of one person may lie, so that the score of one does not sit in the room of the other.

The rule needs kinds, stages and days alone; it knows no words of either conversation.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from desktop.models.guide import Kind, Stage

APART = 7
"""So many days lie at least between reflect & reset and a performance conversation: counted from day to day, since a
Sunday and the Monday after it lie in two calendar weeks and are no further apart."""


@dataclass(frozen=True, slots=True)
class HeldOn:
    """That a conversation was held, or is planned: its stage and its day."""

    stage: Stage
    day: date


@dataclass(frozen=True, slots=True)
class DayReason:
    """Why a conversation lies as close to one of the other kind as it does."""

    conversation_uid: str
    reason: str
    at: datetime


def too_near(kind: Kind, mine: HeldOn, others: Iterable[HeldOn]) -> HeldOn | None:
    """Return the conversation of the other kind that lies too close, the nearest one; None if none does.

    Too close is the same day, and for reflect & reset with its final scores fewer than seven days.
    """
    found = [each for each in others if abs((each.day - mine.day).days) < days_apart(kind, mine.stage, each.stage)]
    return min(found, key=lambda each: abs((each.day - mine.day).days), default=None)


def days_apart(kind: Kind, mine: Stage, other: Stage) -> int:
    """Return how many days lie at least between my conversation of this kind and stage and one of the other kind."""
    of_okr = mine if kind is Kind.OKR else other
    return APART if of_okr is Stage.REFLECT_RESET else 1
