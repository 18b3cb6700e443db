"""What a coverage says: what is missing first."""

from datetime import date

import pytest

from desktop.models.coverage import coverage
from desktop.models.performance import Evidence, Leaning
from desktop.presenters.performance.coverage_words import spread_of
from desktop.presenters.talk.context import Spread

P, D, U = Leaning.POSITIVE, Leaning.DEVELOPMENTAL, Leaning.UNSAID
FULL = [(f"2026-{month:02}-10", P if month % 2 else D) for month in range(1, 7)]


def told(
    *pieces: tuple[str, Leaning], start: str = "2026-01-01", end: str = "2026-06-30", today: str = "2026-07-15"
) -> Spread:
    found = [
        Evidence(str(at), "tomas", "", date.fromisoformat(on), "a", "b", "c", leaning)
        for at, (on, leaning) in enumerate(pieces)
    ]
    return spread_of(coverage(found, *map(date.fromisoformat, (start, end, today))))


def test_a_period_that_is_covered_misses_nothing() -> None:
    spread = told(*FULL)
    assert spread.summary == "6 observations: 3 positive, 3 developmental"
    assert (spread.missing, spread.fine) == ((), "Every month has something, of both kinds.")
    assert [bar.label for bar in spread.bars] == ["Jan", "Feb", "Mar", "Apr", "May", "Jun"]
    assert spread.spoken.startswith("January 2026: 1 positive; February 2026: 1 developmental; ")


@pytest.mark.parametrize(
    ("left_out", "words"),
    [
        ({3, 4}, "Nothing from March and April."),
        ({2}, "Nothing from February."),
        ({2, 3, 4}, "Nothing from February to April."),
        ({1, 3, 5, 6}, "Nothing from January, March, May and June."),
    ],
)
def test_months_without_anything_are_named(left_out: set[int], words: str) -> None:
    spread = told(*(each for each in FULL if int(each[0][5:7]) not in left_out))
    assert words in spread.missing
    assert spread.fine == ""


def test_months_of_two_years_say_which() -> None:
    spread = told(("2026-02-03", P), start="2025-11-01", end="2026-03-31")
    assert "Nothing from November 2025 to January 2026 and March 2026." in spread.missing


def test_the_last_weeks_do_not_pass_for_the_year() -> None:
    late = [(f"2026-06-{day}", P) for day in range(20, 27)]
    assert "All 7 are from the last three weeks of the period." in told(*late).missing
    assert "All 7 are from the last three weeks." in told(*late, end="2026-12-31", today="2026-06-28").missing
    assert "7 of 8 are from the last three weeks of the period." in told(("2026-02-01", D), *late).missing
    assert not any("three weeks" in each for each in told(*late, start="2026-06-01").missing)


def test_one_leaning_alone_is_pointed_out() -> None:
    assert "None is developmental: what could grow?" in told(("2026-01-02", P), ("2026-01-03", P)).missing
    assert "None is positive: what went well?" in told(("2026-01-02", D), ("2026-01-03", D)).missing
    spread = told(("2026-01-02", P), ("2026-01-03", U))
    assert "1 does not say whether it is positive or developmental." in spread.missing
    assert not any("None" in each for each in spread.missing)
    assert spread.summary == "2 observations: 1 positive, 0 developmental, 1 unsaid"


def test_what_lies_outside_is_said() -> None:
    spread = told(*FULL, ("2026-07-01", P), ("2027-01-01", P), ("2027-01-02", P))
    assert spread.missing == (
        "1 is dated after the period and does not count here.",
        "2 are dated in the future; correct their days.",
    )


def test_a_month_too_short_to_be_a_gap_is_not_called_covered() -> None:
    spread = told(*FULL, end="2026-07-05")
    assert (spread.missing, spread.fine) == ((), "")
    assert told(("2026-01-02", P), end="2026-01-31").fine == ""


def test_an_empty_period_says_so() -> None:
    spread = told()
    assert (spread.summary, spread.missing) == ("No observation from this period yet.", ())
    assert told(today="2025-01-01").summary == "The period has not begun yet."
