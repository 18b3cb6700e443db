"""What the coach notices, and what it needs to know beside the text."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

Places = Callable[[str], Sequence[tuple[int, int]]]
"""A text in, the places of numbers out that are a score or a level: answered by those who may know."""


class Rule(StrEnum):
    """What a finding is about."""

    SCORE_PAY = "score-pay"
    SCORE_RATING = "score-rating"
    PAY_IN_OKR = "pay-in-okr"
    PROTECTED = "protected"
    TRAIT = "trait"
    ABSOLUTE = "absolute"
    HEARSAY = "hearsay"


class Level(StrEnum):
    """How sure the coach is; a hint is only a reminder."""

    BREACH = "breach"
    SUSPECT = "suspect"
    HINT = "hint"


def no_places(text: str) -> Sequence[tuple[int, int]]:
    """Answer for a text outside any vault: no number in it is known."""
    return ()


@dataclass(frozen=True)
class Facts:
    """The firm's own words: names of published key results, rating labels, pay plans, and who knows scores."""

    key_results: tuple[str, ...] = ()
    ratings: tuple[str, ...] = ()
    plans: tuple[str, ...] = ()
    scores_in: Places = no_places


@dataclass(frozen=True)
class Finding:
    """Words from `start` to `end` of a text that a rule points out."""

    rule: Rule
    level: Level
    start: int
    end: int


@dataclass(frozen=True)
class Report:
    """The findings in a text; `checked` is False where there are no rules for its language."""

    language: str
    checked: bool
    findings: tuple[Finding, ...] = ()
