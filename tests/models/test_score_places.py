"""A text comes in, places go out: which numbers are a score or a level."""

from datetime import date
from decimal import Decimal

import pytest

from desktop.models.ids import now
from desktop.models.okr import CheckIn, KeyResult, KeyResultKind
from desktop.models.publishing import KnownResult
from desktop.models.score_places import score_places

RESULT = KeyResult(
    "r", "o", KeyResultKind.METRIC, "First reply", "Median first reply", "hours", *map(Decimal, (9, 7, 5, 4))
)
"""Its score at 6.2 hours is 0.46."""


def numbers(text: str, value: str = "6.2") -> list[str]:
    check_in = CheckIn("c", "r", Decimal(value), date(2026, 11, 1), "report", 7, now())
    return [text[start:end] for start, end in score_places(text, [KnownResult(RESULT, check_in)])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("You ended at 0.46.", ["0.46"]),
        ("Mit 0,46 abgeschlossen", ["0,46"]),
        ("About 0.5 in the end", ["0.5"]),
        ("That is 46 % of it", ["46 %"]),
        ("Roughly 5/10 for me", ["5/10"]),
        ("Under 5 hours was agreed, 4 h would surprise us", ["5", "4"]),
        ("46 Prozent, 46 per cento", ["46 Prozent", "46 per cento"]),
        ("5 von 10, 5 su dieci", ["5 von 10", "5 su dieci"]),
        ("٠٫٤٦ und ０．４６ und 46٪", ["٠٫٤٦", "０．４６", "46٪"]),
        ("Zero point four six, forty-six per cent", ["Zero point four six", "forty-six per cent"]),
        ("That is one half of it, one third were new", ["one half"]),
        ("😀 0.46 and 7 hours", ["0.46", "7"]),
    ],
)
def test_what_is_written_as_a_score_or_a_level_is_found(text: str, found: list[str]) -> None:
    assert numbers(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "It fell from 9 to 6.2 hours",
        "You led 5 workshops and 4 interviews",
        "In 2026 46 tickets were open",
        "0.99 was the price",
        "Section 7 of the manual",
        "",
    ],
)
def test_values_and_bare_numbers_are_left_alone(text: str) -> None:
    assert numbers(text) == []


def test_a_level_that_was_reached_exactly_is_a_value() -> None:
    assert numbers("Replies take 5 hours now", value="5") == []


def test_nothing_is_known_nothing_is_found() -> None:
    assert score_places("0.46 and 5 hours", []) == ()
    assert score_places("0.46", [KnownResult(RESULT)]) == ()
