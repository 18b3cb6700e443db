"""Check-ins and reflections as they are typed."""

from datetime import date
from decimal import Decimal

import pytest

from desktop.models.ids import now
from desktop.models.okr import CheckIn, Decision, KeyResult, KeyResultKind, Reflection
from desktop.presenters.okr.key_result_forms import (
    DONE,
    NOT_DONE,
    CheckInForm,
    ReflectionForm,
    check_in_form,
    outcome_words,
    read_check_in,
    read_reflection,
    reflection_form,
)
from desktop.presenters.okr.key_result_screens import reflection_screen
from desktop.presenters.okr.okr_card import KeyResultCard, context_row, level_pairs

TODAY = date(2026, 11, 20)
METRIC = KeyResult(
    "k",
    "o",
    KeyResultKind.METRIC,
    "Reply under 5 h",
    "Reply",
    "h",
    Decimal(9),
    Decimal(7),
    Decimal(5),
    Decimal(4),
)
MILESTONE = KeyResult("m", "o", KeyResultKind.MILESTONE, "Rota agreed")
BASELINE = KeyResult("b", "o", KeyResultKind.BASELINE, "Know the satisfaction", unit="points")


def reflected(value: str = "5.6", reason: str = "") -> Reflection:
    return Reflection(
        "r",
        "k",
        Decimal(value),
        date(2026, 11, 1),
        "report",
        "The rota helped",
        Decision.KEEP,
        now(),
        "",
        reason,
    )


def test_a_check_in_is_read() -> None:
    made = read_check_in(CheckInForm("5,1", "12.11.2026", " desk  report ", "7"), METRIC, TODAY, "talk")
    assert isinstance(made, CheckIn)
    assert (made.value, made.as_of, made.source, made.confidence) == (
        Decimal("5.1"),
        date(2026, 11, 12),
        "desk report",
        7,
    )
    assert (made.key_result_uid, made.conversation_uid) == ("k", "talk")


def test_no_day_means_today_and_no_confidence_means_none() -> None:
    made = read_check_in(CheckInForm("5.1", "", "report", ""), METRIC, TODAY)
    assert isinstance(made, CheckIn)
    assert (made.as_of, made.confidence) == (TODAY, None)


def test_every_wrong_field_gets_its_own_sentence() -> None:
    errors = read_check_in(CheckInForm("fast", "2026-11-21", " ", "11"), METRIC, TODAY)
    assert isinstance(errors, dict)
    assert set(errors) == {"value", "as-of", "source", "confidence"}
    assert "“fast” is not a number" in errors["value"]
    assert "lies ahead" in errors["as-of"]


def test_a_milestone_is_done_or_not_done() -> None:
    for text, value in ((DONE, 1), (NOT_DONE, 0)):
        made = read_check_in(CheckInForm(text, "", "council", ""), MILESTONE, TODAY)
        assert isinstance(made, CheckIn) and made.value == value
    errors = read_check_in(CheckInForm("1", "", "council", ""), MILESTONE, TODAY)
    assert isinstance(errors, dict) and "done" in errors["value"]


def test_a_reflection_is_read() -> None:
    form = ReflectionForm("5.6", "2026-11-19", "report", " We learned a lot. ", "modify")
    made = read_reflection(form, METRIC, TODAY, None, "talk")
    assert isinstance(made, Reflection)
    assert (made.value, made.learning, made.decision) == (
        Decimal("5.6"),
        "We learned a lot.",
        Decision.MODIFY,
    )
    assert made.rescore_reason == ""


def test_an_empty_reflection_says_what_is_missing_field_by_field() -> None:
    errors = read_reflection(ReflectionForm(), METRIC, TODAY)
    assert isinstance(errors, dict)
    assert set(errors) == {"value", "source", "learning", "decision"}


def test_another_final_value_needs_a_reason() -> None:
    form = ReflectionForm("5.5", "", "report", "The rota helped", "keep")
    errors = read_reflection(form, METRIC, TODAY, reflected())
    assert isinstance(errors, dict) and set(errors) == {"rescore-reason"}
    again = ReflectionForm("5.5", "", "report", "The rota helped", "keep", "The report was wrong")
    made = read_reflection(again, METRIC, TODAY, reflected())
    assert isinstance(made, Reflection) and made.rescore_reason == "The report was wrong"


def test_the_same_final_value_may_be_told_again_without_one() -> None:
    form = ReflectionForm("5.60", "", "report", "The rota helped, and so did the macros", "keep")
    made = read_reflection(form, METRIC, TODAY, reflected(reason="The report was wrong"))
    assert isinstance(made, Reflection)
    assert made.rescore_reason == "The report was wrong"


@pytest.mark.parametrize(
    ("result", "typed", "words"),
    [
        (METRIC, "4,5", "Score 0.85 · target zone"),
        (METRIC, "5.6", "Score 0.58 · commit zone"),
        (METRIC, "10", "Score 0.00 · below commit"),
        (METRIC, "3", "Score 1.00 · stretch zone"),
        (METRIC, "5.001", "Score 0.69 · commit zone"),
        (METRIC, "", ""),
        (METRIC, "soon", ""),
        (MILESTONE, DONE, "Milestone reached"),
        (MILESTONE, NOT_DONE, "Milestone not reached"),
        (BASELINE, "41", "Baseline found: 41 points"),
    ],
)
def test_the_outcome_follows_the_typed_value(result: KeyResult, typed: str, words: str) -> None:
    assert outcome_words(result, typed) == words


def test_a_check_in_begins_with_today_and_nothing_else() -> None:
    assert check_in_form(TODAY) == CheckInForm(as_of="2026-11-20")


def test_a_reflection_begins_with_what_is_known() -> None:
    entry = CheckIn("i", "k", Decimal("5.10"), date(2026, 11, 12), "desk report", 7, now())
    assert reflection_form(METRIC, None, None, TODAY) == ReflectionForm(as_of="2026-11-20")
    assert reflection_form(METRIC, None, entry, TODAY) == ReflectionForm("5.1", "2026-11-12", "desk report")
    assert reflection_form(METRIC, reflected(), entry, TODAY).value == "5.6"
    assert reflection_form(METRIC, reflected(), entry, TODAY).decision == "keep"
    done = CheckIn("i", "m", Decimal(1), TODAY, "council", None, now())
    assert reflection_form(MILESTONE, None, done, TODAY).value == DONE


def test_the_screen_tells_the_earlier_value_and_asks_for_a_reason_only_when_it_changes() -> None:
    card = KeyResultCard("Customers stay", METRIC.title, level_pairs(METRIC), context_row(METRIC, None, None))
    same = reflection_screen(METRIC, card, ReflectionForm("5.6"), {}, reflected())
    assert same.earlier == "Final value set before: 5.6 h (Score 0.58 · commit zone), as of 1 Nov 2026"
    assert not same.asks_reason
    assert reflection_screen(METRIC, card, ReflectionForm("5"), {}, reflected()).asks_reason
    assert not reflection_screen(METRIC, card, ReflectionForm("5"), {}, None).asks_reason
