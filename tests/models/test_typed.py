"""From what a person types to names, numbers and days."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.problems import Problem
from desktop.models.typed import confidence_of, day_of, email_of, name_of, number_of, require_text, shown


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4", "4"),
        ("4,5", "4.5"),
        (" 4.5 ", "4.5"),
        ("-3", "-3"),
        ("−3", "-3"),
        ("+7", "7"),
        ("1 200", "1200"),
        ("1\u202f200,5", "1200.5"),
        ("1'200", "1200"),
        ("0.10", "0.10"),
        ("٤", "4"),
    ],
)
def test_numbers_are_read_exactly(text: str, value: str) -> None:
    assert number_of(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "abc", "4 h", "1.2.3", "1,2,3", "--4", "nan", "inf", "1e3", "½", "4%"])
def test_what_is_no_plain_number_is_refused_with_its_text(text: str) -> None:
    with pytest.raises(Problem, match="is not a number"):
        number_of(text)


def test_an_endless_number_is_refused() -> None:
    with pytest.raises(Problem, match="too long"):
        number_of("9" * 31)


def test_a_long_wrong_text_is_shortened_in_the_sentence() -> None:
    with pytest.raises(Problem) as caught:
        number_of("x" * 5000)
    assert len(str(caught.value)) < 120


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-31", date(2026, 3, 31)),
        ("2026-3-1", date(2026, 3, 1)),
        (" 31.3.2026 ", date(2026, 3, 31)),
        ("1. 3. 2026", date(2026, 3, 1)),
        ("2024-02-29", date(2024, 2, 29)),
        ("31/3/2026", date(2026, 3, 31)),
        ("3/31/2026", date(2026, 3, 31)),
        ("20 Nov 2026", date(2026, 11, 20)),
        ("20. November 2026", date(2026, 11, 20)),
        ("1. März 2026", date(2026, 3, 1)),
        ("2 ottobre 2026", date(2026, 10, 2)),
        ("3 giu. 2026", date(2026, 6, 3)),
        ("Nov 20, 2026", date(2026, 11, 20)),
        ("december 1 2026", date(2026, 12, 1)),
    ],
)
def test_days_are_read_as_people_write_them(text: str, day: date) -> None:
    assert day_of(text) == day


@pytest.mark.parametrize("text", ["", "  "])
def test_an_empty_line_is_asked_for_a_day(text: str) -> None:
    with pytest.raises(Problem, match="^Please write a day"):
        day_of(text)


@pytest.mark.parametrize("text", ["42", "3/4/2026", "31/31/2026", "March 31", "31 Foo 2026", "2026-03", "yesterday"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(Problem, match="is not a date"):
        day_of(text)


@pytest.mark.parametrize("text", ["2026-02-29", "31.4.2026", "2026-13-01", "0000-01-01"])
def test_a_day_that_no_calendar_has_is_refused(text: str) -> None:
    with pytest.raises(Problem, match="no day"):
        day_of(text)


@given(st.dates())
def test_every_day_is_read_back(day: date) -> None:
    assert day_of(day.isoformat()) == day


def test_confidence_goes_from_zero_to_ten() -> None:
    assert [confidence_of(text) for text in ("0", " 7 ", "10")] == [0, 7, 10]
    for text in ("", "11", "-1", "6.5", "high", "007"):
        with pytest.raises(Problem, match="from 0"):
            confidence_of(text)


def test_a_name_is_one_line_of_at_most_300_characters() -> None:
    assert name_of("  Ada \n Lovelace ", "name") == "Ada Lovelace"
    assert len(name_of("x" * 300, "name")) == 300
    with pytest.raises(Problem, match="301 characters"):
        name_of("x" * 301, "name")
    with pytest.raises(Problem, match="Please fill in: name"):
        name_of(" \n", "name")


def test_an_email_may_be_missing_but_not_wrong() -> None:
    assert email_of("  ") == ""
    assert email_of(" ana@example.org ") == "ana@example.org"
    for text in ("ana", "ana@", "a b@example.org"):
        with pytest.raises(Problem, match="no e-mail address"):
            email_of(text)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("5.10", "5.1"),
        ("100", "100"),
        ("1E+3", "1000"),
        ("-0", "0"),
        ("0.000", "0"),
        ("0.05", "0.05"),
        ("1200.00", "1200"),
    ],
)
def test_numbers_are_shown_as_people_write_them(value: str, text: str) -> None:
    assert shown(Decimal(value)) == text
    assert shown(None) == ""


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=8))
def test_a_shown_number_is_read_back_as_the_same(value: Decimal) -> None:
    assert number_of(shown(value)) == value


@pytest.mark.parametrize("text", ["", " \n", "\u200b\u2060\ufeff", "\x00\x07", "\u202e", "\u3164", "\u2028"])
def test_what_nobody_can_see_is_missing(text: str) -> None:
    with pytest.raises(Problem, match="Please fill in: the name"):
        name_of(text, "the name")
    with pytest.raises(Problem, match="Say it"):
        require_text(text, "Say it")


@pytest.mark.parametrize(
    ("text", "name"), [("Ada\x00\x07 Lovelace\x7f", "Ada Lovelace"), ("👩\u200d👧", "👩\u200d👧"), ("<b>&", "<b>&")]
)
def test_a_name_has_no_control_characters(text: str, name: str) -> None:
    assert name_of(text, "the name") == name


@pytest.mark.parametrize("text", ["a\x00@b", "a@b\u200b", "a" * 250 + "@b.example"])
def test_an_address_that_no_mail_program_takes_is_refused_shortly(text: str) -> None:
    with pytest.raises(Problem, match="no e-mail address") as caught:
        email_of(text)
    assert len(str(caught.value)) < 150


@pytest.mark.parametrize("text", ["1,200", "-12,500", "999,000"])
def test_a_comma_that_may_group_thousands_is_not_guessed(text: str) -> None:
    with pytest.raises(Problem, match="without the comma"):
        number_of(text)


def test_a_comma_that_can_only_be_a_fraction_is_read() -> None:
    assert [str(number_of(text)) for text in ("0,125", "3,5", "1200,250")] == ["0.125", "3.5", "1200.250"]
