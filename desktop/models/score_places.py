"""Where a text names the score or a level of a key result: the OKR side's answer to the writing coach.

The question goes one way and the answer another: a text comes in, places go out. Whoever asks never holds a number.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from desktop.models.figures import NUMBER, WORDED, figures, is_unit, readings
from desktop.models.publishing import PERCENT, WORDED_PERCENT, KnownResult, level_numbers, scores_of

Place = tuple[int, int]
_OF_TEN = re.compile(r"\b(\d{1,2})\s*(?:/|of|out of|von|su)\s*(?:10|ten|zehn|dieci)\b", re.IGNORECASE)
_SIGNS = str.maketrans("·．٫，٬％٪", "...,,%%")
"""Other signs for a point, a comma and per cent; one for one, so that places stay what they are."""
_BESIDE = 24
"""How many characters after a number its unit may stand."""


def score_places(text: str, known: Sequence[KnownResult]) -> tuple[Place, ...]:
    """Return the places (first character, one past the last) of numbers that are a score or a level, in order.

    A score counts where it is written as one: with its decimals ("0.44", "0,4"), in per cent, out of ten, or in words
    ("forty per cent", "two fifths"); a level
    only with the key result's unit right behind it, since a bare "4" is a number like any other. A number that is
    also the value or the baseline of a key result is a value and may be named.
    """
    found = {place for result in known for place in _of_one(text.translate(_SIGNS), result)}
    return tuple(sorted(found))


def _of_one(text: str, known: KnownResult) -> set[Place]:
    scores, values = scores_of(known), _values(known)
    shares = {score * 100 for score in scores}
    found = {
        match.span() for match in NUMBER.finditer(text) if _decimal(match.group()) and readings(match.group()) & scores
    }
    found |= {match.span() for match in PERCENT.finditer(text) if readings(match.group(1)) & (shares - values)}
    found |= {match.span() for match in _OF_TEN.finditer(text) if Decimal(match.group(1)) / 10 in scores}
    found |= {each.span() for pattern in WORDED for each in pattern.finditer(text) if _said(each.group()) & scores}
    found |= {each.span() for each in WORDED_PERCENT.finditer(text) if _said(each.group()) & (shares - values)}
    return found | _levels(text, known, level_numbers(known.key_result) - values)


def _levels(text: str, known: KnownResult, levels: frozenset[Decimal]) -> set[Place]:
    unit = known.key_result.unit
    return {
        match.span()
        for match in NUMBER.finditer(text)
        if readings(match.group()) & levels and is_unit(text[match.end() : match.end() + _BESIDE], unit)
    }


def _values(known: KnownResult) -> frozenset[Decimal]:
    latest = known.latest
    return frozenset(each for each in (known.key_result.baseline, latest.value if latest else None) if each is not None)


def _said(words: str) -> frozenset[Decimal]:
    """Return the numbers that words mean."""
    return frozenset(number for each in figures(words) for number in each.readings)


def _decimal(typed: str) -> bool:
    return "." in typed or "," in typed
