"""How a firm stands with the rules of the method."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from desktop.models.policy import (
    PARAMETERS,
    Decision,
    Engagement,
    Guard,
    Override,
    PayLink,
    PerformanceSystem,
    Role,
    Topic,
    policy_text,
)
from desktop.models.readiness import RollOut, Rule, Seen, Standing, checks, next_step

TODAY = date(2026, 11, 20)
EMPTY = RollOut({}, (), PerformanceSystem(), None, ())
TOPICS = (*PARAMETERS, Topic.PAY, Topic.RULE, Topic.ACCESS, Topic.DISAGREEING, Topic.CONTACT)
READY = RollOut(
    {topic: Decision(topic, "Settled", "Ana", "2026-01-05") for topic in TOPICS},
    tuple(Engagement(str(role), role, "Ana", "2026-01-05") for role in Role),
    PerformanceSystem("three steps", PayLink.VALUES, "plan", "May", "one page", "HR"),
    None,
    (),
)
MAY = Override("o", Guard.BOTH_AT_ONCE, "2026-11-01", "", "Ines", "Small firm", datetime(2026, 1, 1, tzinfo=UTC))


def standing(told: RollOut, rule: Rule, seen: Seen = Seen(TODAY)) -> Standing:  # noqa: B008 (frozen value)
    return next(each.standing for each in checks(told, seen) if each.rule is rule)


def test_an_empty_firm_begins_with_hr() -> None:
    step = next_step(checks(EMPTY, Seen(TODAY, quiet=90)))
    assert step is not None and step.rule is Rule.HR
    assert EMPTY.is_empty and not READY.is_empty


def test_a_firm_that_has_done_everything_misses_nothing() -> None:
    found = checks(READY, Seen(TODAY, quiet=3))
    assert next_step(found) is None
    assert {each.standing for each in found} == {Standing.KEPT}
    assert {each.rule for each in found} == set(Rule)


@pytest.mark.parametrize("role", [Role.HR, Role.SPONSOR, Role.EXPLAINER, Role.COACH])
@pytest.mark.parametrize("change", [{"name": " "}, {"name": "\u200b"}, {"engaged_on": ""}, {"engaged_on": "soon"}])
def test_who_without_when_is_not_engaged(role: Role, change: dict[str, str]) -> None:
    people = tuple(replace(each, **change) if each.role is role else each for each in READY.engagements)
    step = next_step(checks(replace(READY, engagements=people), Seen(TODAY)))
    assert step is not None and step.rule.value in (str(role), "explained", "coaches")


def test_an_open_parameter_is_counted() -> None:
    some = {topic: decision for topic, decision in READY.decisions.items() if topic is not Topic.KPIS}
    found = next(each for each in checks(replace(READY, decisions=some), Seen(TODAY)) if each.rule is Rule.PARAMETERS)
    assert (found.standing, found.done, found.of) == (Standing.MISSING, 9, 10)


def test_parameter_seven_has_a_rule_of_its_own() -> None:
    blank = {**READY.decisions, Topic.REVIEWS: Decision(Topic.REVIEWS, " \n")}
    assert standing(replace(READY, decisions=blank), Rule.REVIEWS) is Standing.MISSING


def test_pay_by_score_comes_before_everything_that_is_missing() -> None:
    told = replace(EMPTY, system=PerformanceSystem(pay_link=PayLink.SCORE))
    step = next_step(checks(told, Seen(TODAY)))
    assert step is not None and (step.rule, step.standing) == (Rule.NO_PAY_BY_SCORE, Standing.BROKEN)


def test_two_systems_at_once_are_broken_until_the_sponsor_allows_this_very_day() -> None:
    told, clash = replace(READY, launch_on=date(2026, 11, 1)), Seen(TODAY, clash="Q4")
    assert standing(told, Rule.ONE_AT_A_TIME, clash) is Standing.BROKEN
    assert standing(replace(told, overrides=(MAY,)), Rule.ONE_AT_A_TIME, clash) is Standing.ALLOWED
    other = replace(MAY, subject="2026-11-02")
    assert standing(replace(told, overrides=(other,)), Rule.ONE_AT_A_TIME, clash) is Standing.BROKEN


def test_what_the_vault_holds_counts() -> None:
    assert standing(READY, Rule.TEAM_FIRST, Seen(TODAY, individual=("Learn",))) is Standing.BROKEN
    assert standing(READY, Rule.TEAM_FIRST, Seen(TODAY, allowed=("Learn",))) is Standing.ALLOWED
    assert standing(READY, Rule.FEW, Seen(TODAY, crowded=("Grow",))) is Standing.BROKEN
    assert standing(READY, Rule.NO_TASK_LIST, Seen(TODAY, listed=("Move",))) is Standing.BROKEN
    assert standing(READY, Rule.RHYTHM, Seen(TODAY, quiet=28)) is Standing.KEPT
    assert standing(READY, Rule.RHYTHM, Seen(TODAY, quiet=29)) is Standing.BROKEN


def test_a_note_takes_the_firms_words_if_they_fit() -> None:
    decided = Decision(Topic.RULE, " Scores\nteach. ", "Ana  Ruiz", "1.3.2026")
    own = policy_text({Topic.RULE: decided}, "usual")
    assert own.as_record() == {"text": "Scores teach.", "decided_by": "Ana Ruiz", "decided_on": "2026-03-01"}
    for unfit in ("", " \n ", "\u200b\u2060", "x" * 1001):
        text = policy_text({Topic.RULE: replace(decided, answer=unfit)}, "usual")
        assert text.as_record() == {"text": "usual", "decided_by": "", "decided_on": ""}
    assert policy_text({}, "usual").text == "usual"
    assert policy_text({Topic.RULE: replace(decided, decided_on="31.2.2026")}, "usual").decided_on == ""
