"""How observations are spread over a period."""

import time
from datetime import date, timedelta

import pytest

from desktop.models.coverage import MOST_MONTHS, Coverage, coverage
from desktop.models.performance import Evidence, Leaning

START, END, TODAY = date(2026, 1, 1), date(2026, 6, 30), date(2026, 7, 15)


def seen(on: date, leaning: Leaning = Leaning.POSITIVE, behaviour: str = "Wrote a list") -> Evidence:
    return Evidence(on.isoformat(), "tomas", "", on, "Rota", behaviour, "No gap", leaning)


def covered(*days: date, today: date = TODAY) -> Coverage:
    return coverage([seen(each) for each in days], START, END, today)


def empty_months(found: Coverage) -> list[int]:
    return [month.first.month for month in found.gaps]


def test_every_month_has_its_own_count() -> None:
    first, second, last = date(2026, 1, 3), date(2026, 1, 4), date(2026, 6, 1)
    pieces = [seen(first), seen(second, Leaning.DEVELOPMENTAL), seen(last, Leaning.UNSAID)]
    found = coverage(pieces, START, END, TODAY)
    counts = [(each.positive, each.developmental, each.unsaid) for each in found.months]
    assert counts == [(1, 1, 0), (0, 0, 0), (0, 0, 0), (0, 0, 0), (0, 0, 0), (0, 0, 1)]
    assert (found.positive, found.developmental, found.unsaid, found.total) == (1, 1, 1, 3)
    assert empty_months(found) == [2, 3, 4, 5]


def test_both_edges_belong_to_the_period() -> None:
    found = covered(START, END, START - timedelta(days=1), END + timedelta(days=1))
    assert (found.total, found.after, found.ahead) == (2, 1, 0)


def test_a_month_of_which_few_days_belong_to_the_period_is_no_gap() -> None:
    assert empty_months(coverage([], date(2026, 1, 19), date(2026, 3, 13), TODAY)) == [2]
    assert empty_months(coverage([], date(2026, 1, 18), date(2026, 3, 14), TODAY)) == [1, 2, 3]


def test_what_is_still_to_come_is_no_gap() -> None:
    found = covered(today=date(2026, 3, 10))
    assert empty_months(found) == [1, 2]
    assert found.months[-1].first == date(2026, 3, 1)
    assert not found.ended


def test_what_is_dated_in_the_future_does_not_count() -> None:
    found = covered(date(2026, 3, 10), date(2026, 3, 11), date(2027, 1, 1), today=date(2026, 3, 10))
    assert (found.total, found.ahead, found.after) == (1, 2, 0)


@pytest.mark.parametrize(("on", "recent"), [(date(2026, 6, 9), 0), (date(2026, 6, 10), 1), (END, 1)])
def test_recent_are_the_last_three_weeks_of_the_period(on: date, recent: int) -> None:
    assert covered(on).recent == recent


def test_an_empty_period_and_one_that_has_not_begun() -> None:
    assert covered().total == 0
    found = covered(today=date(2025, 12, 31))
    assert (found.months, found.days, found.gaps) == ((), 0, ())


def test_words_that_say_nothing_of_what_was_done_are_counted() -> None:
    assert coverage([seen(END), seen(END, behaviour=" \n")], START, END, TODAY).mute == 1


def test_a_period_without_end_has_its_last_months() -> None:
    found = coverage([seen(date(1950, 1, 1)), seen(TODAY)], date.min, date.max, TODAY)
    assert (found.total, len(found.months)) == (2, MOST_MONTHS)
    assert found.months[-1].total == 1
    assert coverage([], date.max, date.max, date.max).months[0].first == date(9999, 12, 1)


def test_five_thousand_are_counted_at_once() -> None:
    many = [seen(START + timedelta(days=at % 181), list(Leaning)[at % 3]) for at in range(5_000)]
    begun = time.perf_counter()
    found = coverage(many, START, END, TODAY)
    assert time.perf_counter() - begun < 0.5
    assert found.total == sum(each.total for each in found.months) == 5_000
