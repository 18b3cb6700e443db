"""Which backups are kept, over two years with holidays and a clock that goes wrong."""

from datetime import UTC, datetime, timedelta

from desktop.models.thinning import kept

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def two_years() -> list[datetime]:
    """Work two years, eight hours each weekday, but for August, and thin out after each backup."""
    made: list[datetime] = []
    moment = NOW - 730 * DAY
    while moment <= NOW:
        if 9 <= moment.hour < 17 and moment.weekday() < 5 and moment.month != 8:
            made.append(moment)
            made = sorted(kept(made, moment))
        moment += HOUR
    return made


def test_two_years_leave_few_and_well_spread_ones() -> None:
    made = two_years()
    ages = [NOW - moment for moment in made]
    assert all(age <= 366 * DAY for age in ages)
    assert sum(age <= 2 * DAY for age in ages) >= 8
    assert 5 <= sum(2 * DAY < age <= 14 * DAY for age in ages) <= 13
    assert 8 <= sum(14 * DAY < age <= 84 * DAY for age in ages) <= 12
    assert 7 <= sum(age > 84 * DAY for age in ages) <= 11
    assert len(made) < 60


def test_nothing_of_the_last_two_days_goes() -> None:
    made = [NOW - n * timedelta(minutes=20) for n in range(100)]
    assert kept(made, NOW) == frozenset(made)


def test_thinning_twice_changes_nothing() -> None:
    made = kept([NOW - n * HOUR for n in range(5000)], NOW)
    assert kept(made, NOW) == made


def test_the_newest_is_kept_however_old() -> None:
    assert kept([NOW - 4000 * DAY, NOW - 3000 * DAY], NOW) == frozenset([NOW - 3000 * DAY])
    assert kept([], NOW) == frozenset()


def test_a_clock_that_was_set_back_removes_nothing_new() -> None:
    made = [NOW + n * DAY for n in range(1, 40)]
    assert kept(made, NOW) == frozenset(made)
