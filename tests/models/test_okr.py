"""Score and zone: one function, its anchors exact, its traps kept out; and the rules of OKRs."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.models.okr import (
    Anchors,
    Cycle,
    KeyResult,
    KeyResultKind,
    Level,
    Levels,
    Objective,
    Zone,
    score,
    shown_score,
    written_in_time,
    zone,
)
from desktop.models.problems import Problem


def levels(text: str) -> Levels:
    return Levels(*(Decimal(part) for part in text.split(",")))


RISING, FALLING, UNIT = "40,46,54,60", "9,7,5,4", "0,0.3,0.7,1"

TABLE = [
    (RISING, "46", "0.3", Zone.COMMIT),
    (RISING, "50", "0.5", Zone.COMMIT),
    (RISING, "54", "0.7", Zone.TARGET),
    (RISING, "57", "0.85", Zone.TARGET),
    (RISING, "60", "1", Zone.STRETCH),
    (RISING, "62", "1", Zone.STRETCH),
    (RISING, "40", "0", Zone.BELOW),
    (RISING, "12", "0", Zone.BELOW),
    (RISING, "43", "0.15", Zone.BELOW),
    (FALLING, "4.5", "0.85", Zone.TARGET),
    (FALLING, "10", "0", Zone.BELOW),
    (FALLING, "9", "0", Zone.BELOW),
    (FALLING, "8", "0.15", Zone.BELOW),
    (FALLING, "7", "0.3", Zone.COMMIT),
    (FALLING, "5", "0.7", Zone.TARGET),
    (FALLING, "4", "1", Zone.STRETCH),
    (FALLING, "0", "1", Zone.STRETCH),
    ("0,50,80,100", "40", "0.24", Zone.BELOW),
    (UNIT, "0.7", "0.7", Zone.TARGET),
    (UNIT, "0.3", "0.3", Zone.COMMIT),
    ("-10,-5,0,5", "-5", "0.3", Zone.COMMIT),
    ("-10,-5,0,5", "2.5", "0.85", Zone.TARGET),
    ("0.1,0.2,0.3,0.4", "0.3", "0.7", Zone.TARGET),
]


@pytest.mark.parametrize(("four", "value", "expected", "where"), TABLE)
def test_score_and_zone(four: str, value: str, expected: str, where: Zone) -> None:
    assert score(levels(four), Decimal(value)) == Decimal(expected)
    assert zone(levels(four), Decimal(value)) is where


def test_a_value_just_below_a_level_is_still_below_it_however_small_the_distance() -> None:
    nearly = Decimal("0." + "9" * 28)
    four = levels("0,1,2,3")
    assert score(four, nearly) < Decimal("0.3")
    assert zone(four, nearly) is Zone.BELOW
    assert zone(levels("9,7,5,4"), Decimal("7.00000000000000000000000000001")) is Zone.BELOW


def test_other_anchors_move_the_score_and_leave_the_zone() -> None:
    anchors = Anchors(Decimal("0.4"), Decimal("0.8"), Decimal("0.9"))
    assert score(levels(RISING), Decimal(46), anchors) == Decimal("0.4")
    assert score(levels(RISING), Decimal(54), anchors) == Decimal("0.8")
    assert score(levels(RISING), Decimal(70), anchors) == Decimal("0.9")


@pytest.mark.parametrize(
    ("exact", "shown"),
    [
        ("0.625", "0.63"),
        ("0.624", "0.62"),
        ("0.6999", "0.69"),
        ("0.7", "0.70"),
        ("0.2999", "0.29"),
        ("0.9999", "0.99"),
        ("1", "1.00"),
        ("0", "0.00"),
    ],
)
def test_a_shown_score_never_claims_a_level_that_is_not_reached(exact: str, shown: str) -> None:
    assert shown_score(Decimal(exact)) == shown


numbers = st.decimals(min_value=-(10**9), max_value=10**9, allow_nan=False, allow_infinity=False, places=6)


@st.composite
def some_levels(draw: st.DrawFn) -> Levels:
    four = sorted(draw(st.lists(numbers, min_size=4, max_size=4, unique=True)))
    return Levels(*(four if draw(st.booleans()) else reversed(four)))


@given(some_levels(), numbers, numbers)
def test_a_better_value_never_scores_less(four: Levels, one: Decimal, other: Decimal) -> None:
    worse, better = sorted((one, other), reverse=four.stretch < four.baseline)
    assert score(four, worse) <= score(four, better)


@given(some_levels())
def test_anchors_are_exact(four: Levels) -> None:
    at_levels = [score(four, value) for value in (four.baseline, four.commit, four.target, four.stretch)]
    assert at_levels == [Decimal(0), Decimal("0.3"), Decimal("0.7"), Decimal(1)]


@given(some_levels(), numbers)
def test_zone_and_score_say_the_same(four: Levels, value: Decimal) -> None:
    exact = score(four, value)
    assert Decimal(0) <= exact <= Decimal(1)
    by_score = {
        Zone.BELOW: exact < Decimal("0.3"),
        Zone.COMMIT: Decimal("0.3") <= exact < Decimal("0.7"),
        Zone.TARGET: Decimal("0.7") <= exact < Decimal(1),
        Zone.STRETCH: exact == Decimal(1),
    }
    assert by_score[zone(four, value)]


@given(some_levels(), numbers)
def test_falling_levels_are_rising_ones_in_a_mirror(four: Levels, value: Decimal) -> None:
    assert score(four, value) == score(four.mirrored(), value.copy_negate())
    assert zone(four, value) is zone(four.mirrored(), value.copy_negate())


@given(st.lists(numbers, min_size=4, max_size=4))
def test_levels_out_of_order_are_refused(four: list[Decimal]) -> None:
    ordered = sorted(four)
    assume(len(set(four)) < 4 or four not in (ordered, ordered[::-1]))
    with pytest.raises(Problem, match="out of order"):
        Levels(*four)


@pytest.mark.parametrize("four", ["4,4,5,6", "1,2,2,3", "1,3,2,4", "9,7,8,4"])
def test_equal_or_wavering_levels_are_refused(four: str) -> None:
    with pytest.raises(Problem, match="rise all the way or fall"):
        levels(four)


def metric(**changes: object) -> KeyResult:
    fields: dict[str, object] = {
        "uid": "k",
        "objective_uid": "o",
        "kind": KeyResultKind.METRIC,
        "title": "Median first reply under 5 h",
        "unit": "h",
        "baseline": Decimal(9),
        "commit": Decimal(7),
        "target": Decimal(5),
        "stretch": Decimal(4),
    }
    return KeyResult(**(fields | changes))  # type: ignore[arg-type]


def test_a_metric_needs_all_levels_and_a_unit() -> None:
    assert metric().levels == levels(FALLING)
    with pytest.raises(Problem, match="all four levels"):
        metric(target=None)
    with pytest.raises(Problem, match="needs a unit"):
        metric(unit="  ")


@pytest.mark.parametrize("kind", [KeyResultKind.MILESTONE, KeyResultKind.BASELINE])
def test_only_a_metric_has_levels(kind: KeyResultKind) -> None:
    with pytest.raises(Problem, match="Only a metric"):
        metric(kind=kind)
    plain = metric(kind=kind, baseline=None, commit=None, target=None, stretch=None)
    assert plain.levels is None


def test_an_individual_objective_needs_its_reason() -> None:
    with pytest.raises(Problem, match="begin with teams"):
        Objective("o", "c", Level.INDIVIDUAL, "p", "Learn to lead", individual_reason=" ")
    assert Objective("o", "c", Level.INDIVIDUAL, "p", "Learn to lead", individual_reason="Works alone").title
    assert Objective("o", "c", Level.TEAM, "t", "Customers stay").individual_reason == ""


def test_a_cycle_ends_after_it_starts() -> None:
    with pytest.raises(Problem, match="ends after it starts"):
        Cycle("c", "Q4", date(2026, 10, 1), date(2026, 10, 1))


def test_levels_that_come_late_need_a_reason() -> None:
    cycle = Cycle("c", "Q4 2026", date(2026, 10, 1), date(2026, 12, 31))
    written_in_time(cycle, date(2026, 9, 30), "")
    written_in_time(cycle, date(2026, 10, 1), "The report came late")
    with pytest.raises(Problem, match="Q4 2026"):
        written_in_time(cycle, date(2026, 10, 1), "  ")


@given(some_levels(), numbers)
def test_what_is_shown_lies_in_the_zone_that_is_named(four: Levels, value: Decimal) -> None:
    shown = Decimal(shown_score(score(four, value)))
    ends = {
        Zone.BELOW: (Decimal(0), Decimal("0.29")),
        Zone.COMMIT: (Decimal("0.30"), Decimal("0.69")),
        Zone.TARGET: (Decimal("0.70"), Decimal("0.99")),
        Zone.STRETCH: (Decimal(1), Decimal(1)),
    }
    low, high = ends[zone(four, value)]
    assert low <= shown <= high
