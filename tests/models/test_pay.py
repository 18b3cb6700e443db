"""A pay plan's threshold that is a score under another name."""

from decimal import Decimal

import pytest

from desktop.models.okr import KeyResult, KeyResultKind
from desktop.models.pay import Disguised, check_disguise, disguised_link
from desktop.models.problems import Problem


def result(unit: str = "calls", target: str = "1200", stretch: str = "1200000") -> KeyResult:
    levels = {"baseline": Decimal(100), "commit": Decimal(400), "target": Decimal(target), "stretch": Decimal(stretch)}
    return KeyResult("k", "o", KeyResultKind.METRIC, "Calls", "Calls", unit, **levels)


@pytest.mark.parametrize(
    ("threshold", "level"),
    [
        ("400 calls", "commit"),
        ("four hundred calls", "commit"),
        ("1,200", "target"),
        ("1'200 calls", "target"),
        ("1.2k", "target"),
        ("1.2 M", "stretch"),
        ("1,2 Mio", "stretch"),
        ("0.7", "score"),
        ("from 0,3 on", "score"),
        ("70 % of key results", "score"),
        ("a score of 0.8", "score"),
    ],
)
def test_a_level_or_a_score_is_recognised_however_it_is_written(threshold: str, level: str) -> None:
    found = disguised_link(result(), threshold)
    assert found is not None
    assert found.level == level


@pytest.mark.parametrize("threshold", ["", "1,000 calls", "410 calls", "each call", "0.7 calls", "12 %", "Q3 2026"])
def test_another_number_is_no_disguise(threshold: str) -> None:
    assert disguised_link(result(), threshold) is None


def test_a_share_is_compared_with_levels_in_per_cent_and_as_a_part_of_one() -> None:
    per_cent = result("%", "900", "950")
    assert disguised_link(per_cent, "900 %") == Disguised("900", "target")
    part = KeyResult(
        "k", "o", KeyResultKind.METRIC, "Won", "Won", "of one", *map(Decimal, ("0.1", "0.4", "0.6", "0.8"))
    )
    assert disguised_link(part, "60 % of deals") == Disguised("60", "target")


def test_it_can_stand_only_with_a_reason() -> None:
    with pytest.raises(Problem, match="write down why"):
        check_disguise(result(), "1,200", "  ")
    check_disguise(result(), "1,200", "The plan is older than the key result.")
    check_disguise(result(), "1,100", "")
