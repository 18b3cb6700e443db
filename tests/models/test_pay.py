"""A pay plan's threshold that is a score under another name."""

from dataclasses import replace
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


def in_hours() -> KeyResult:
    return KeyResult(
        "k", "o", KeyResultKind.METRIC, "Reply", "First reply", "hours", *map(Decimal, ("9", "7", "5", "4"))
    )


@pytest.mark.parametrize(
    ("threshold", "level"),
    [
        ("300 minutes", "target"),
        ("18,000 seconds", "target"),
        ("4 h 60 min", "target"),
        ("3 hours and 60 minutes", "stretch"),
        ("420 Minuten", "commit"),
        ("240 minuti", "stretch"),
        ("7:00 h", "commit"),
        ("target", "target"),
        ("on target", "target"),
        ("when every target is met", "target"),
        ("the stretch level", "stretch"),
        ("Stretch-Ziel", "stretch"),
        ("ab Commit-Niveau", "commit"),
        ("Zielerreichung 100 %", "target"),
        ("bei Erreichen des Ziels", "target"),
        ("il livello di commit", "commit"),
        ("raggiungimento dell'obiettivo", "target"),
        ("goal attainment", "target"),
        ("t\u200barget", "target"),
        ("the green zone", "score"),
        ("in der oberen Zone", "score"),
        ("at each level", "score"),
        ("ogni livello", "score"),
        ("per level", "score"),
        ("ab Stufe 2", "score"),
        ("nach Punktzahl", "score"),
        ("all key results", "score"),
    ],
)
def test_a_level_is_recognised_by_its_name_and_in_another_unit(threshold: str, level: str) -> None:
    found = disguised_link(in_hours(), threshold)
    assert found is not None
    assert found.level == level


@pytest.mark.parametrize(
    "threshold",
    [
        "310 minutes",
        "6 hours for the target audience",
        "6 h im Zielmarkt",
        "per 100 git commits",
        "6 h in each time zone",
        "6 h at service level A",
        "from an NPS score of 40 on",
        "6 ore per il pubblico target",
        "each reply within 6 hours",
        "4 h 30 min",
    ],
)
def test_daily_work_is_no_disguise(threshold: str) -> None:
    found = disguised_link(replace(in_hours(), stretch=Decimal("4.25")), threshold)
    assert found is None


def test_what_is_counted_itself_names_no_level() -> None:
    assert disguised_link(result("commits"), "1,000 commits") is None
    assert disguised_link(result("calls per hour"), "24,000 minutes") is None


def test_a_name_of_a_level_where_there_are_none_is_a_score() -> None:
    milestone = KeyResult("k", "o", KeyResultKind.MILESTONE, "Labs", "Labs", "")
    assert disguised_link(milestone, "the target") == Disguised("target", "score")


def test_it_can_stand_only_with_a_reason() -> None:
    with pytest.raises(Problem, match="write down why"):
        check_disguise(result(), "1,200", "  ")
    check_disguise(result(), "1,200", "The plan is older than the key result.")
    check_disguise(result(), "1,100", "")
