"""What both ways of starting a talk share."""

from datetime import date

import pytest

from desktop.presenters.talk.start_talk import quarter_of


@pytest.mark.parametrize(
    ("when", "name", "first", "last"),
    [
        (date(2026, 1, 1), "Q1 2026", date(2026, 1, 1), date(2026, 3, 31)),
        (date(2024, 6, 30), "Q2 2024", date(2024, 4, 1), date(2024, 6, 30)),
        (date(2026, 9, 15), "Q3 2026", date(2026, 7, 1), date(2026, 9, 30)),
        (date(2026, 12, 31), "Q4 2026", date(2026, 10, 1), date(2026, 12, 31)),
    ],
)
def test_a_day_has_its_quarter(when: date, name: str, first: date, last: date) -> None:
    assert quarter_of(when) == (name, first, last)
