"""The bridge at work: shared facts reach the performance side, stay current, and leave when words tell too much."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desktop.flows.okr.publishing import preview, refresh, refresh_objective, share, stop
from desktop.models.bridge import MetricFact
from desktop.models.ids import new_uid, now
from desktop.models.okr import CheckIn, Decision, KeyResult, Level, Objective, Reflection
from desktop.models.problems import Problem
from desktop.presenters.okr.sharing_words import bridge_news
from tests.allowing import allow_individual
from tests.world import World

DAY = date(2026, 11, 12)


def check_in(world: World, value: str, source: str = "desk report", day: date = DAY) -> None:
    uid = world.key_result.uid
    world.vault.okrs.record_check_in(CheckIn(new_uid(), uid, Decimal(value), day, source, 6, now()))


def reflect(world: World, learning: str) -> None:
    uid = world.key_result.uid
    entry = Reflection(new_uid(), uid, Decimal("5.6"), DAY, "desk report", learning, Decision.KEEP, now())
    world.vault.okrs.record_reflection(entry)


def facts(world: World) -> tuple[MetricFact, ...]:
    """What the performance side reads for the employee's team."""
    shown = world.vault.facts.objectives(world.employee.team_uid, world.cycle.starts_on, world.cycle.ends_on)
    return world.vault.facts.facts([each.uid for each in shown])


def test_a_preview_changes_nothing(world: World) -> None:
    check_in(world, "5.6")
    plan = preview(world.vault.okrs, world.key_result.uid)
    assert plan.allowed and not plan.shared and plan.held == ()
    assert (plan.fact.name, plan.fact.start, plan.fact.latest) == ("Median first reply", "9", "5.6")
    assert plan.objective.title == world.objective.title
    assert facts(world) == ()


def test_sharing_shows_exactly_what_the_preview_said(world: World) -> None:
    check_in(world, "5.6")
    plan = preview(world.vault.okrs, world.key_result.uid)
    assert share(world.vault.okrs, world.key_result.uid) == ()
    assert facts(world) == (plan.fact,)
    assert preview(world.vault.okrs, world.key_result.uid).shared


def test_what_gives_a_level_away_is_not_shared_at_all(world: World) -> None:
    world.vault.okrs.save_key_result(replace(world.key_result, neutral_name="First reply under 5 hours"))
    with pytest.raises(Problem, match="cannot be shared yet"):
        share(world.vault.okrs, world.key_result.uid)
    assert facts(world) == ()


def test_an_individual_objective_is_never_shared(world: World) -> None:
    own = Objective(new_uid(), world.cycle.uid, Level.INDIVIDUAL, world.employee.uid, "Lead", "", "works alone")
    allow_individual(world.vault, world.cycle.uid, world.employee.uid)
    world.vault.okrs.save_objective(own)
    result = replace(world.key_result, uid=new_uid(), objective_uid=own.uid)
    world.vault.okrs.save_key_result(result)
    with pytest.raises(Problem):
        share(world.vault.okrs, result.uid)


def test_a_shared_key_result_stays_current(world: World) -> None:
    share(world.vault.okrs, world.key_result.uid)
    assert [fact.latest for fact in facts(world)] == [""]
    check_in(world, "8")
    assert refresh(world.vault.okrs, world.key_result.uid) == ()
    check_in(world, "6.2", day=date(2026, 11, 15))
    refresh(world.vault.okrs, world.key_result.uid)
    assert [(fact.latest, fact.as_of) for fact in facts(world)] == [("6.2", date(2026, 11, 15))]


def test_refreshing_shares_nothing_that_was_not_shared(world: World) -> None:
    check_in(world, "8")
    assert refresh(world.vault.okrs, world.key_result.uid) == ()
    assert facts(world) == ()


def test_a_telling_learning_is_left_out_and_the_rest_stays(world: World) -> None:
    check_in(world, "6")
    share(world.vault.okrs, world.key_result.uid)
    reflect(world, "We missed target because of the move")
    held = refresh(world.vault.okrs, world.key_result.uid)
    assert [(each.field, each.words) for each in held] == [("learning", "target")]
    assert [(fact.latest, fact.learning) for fact in facts(world)] == [("5.6", "")]


def test_a_learning_crosses_once_it_is_reworded(world: World) -> None:
    share(world.vault.okrs, world.key_result.uid)
    reflect(world, "Score 0.58 is fine")
    refresh(world.vault.okrs, world.key_result.uid)
    reflect(world, "The rota helped most")
    assert refresh(world.vault.okrs, world.key_result.uid) == ()
    assert [fact.learning for fact in facts(world)] == ["The rota helped most"]


def test_sharing_stops_when_a_name_begins_to_tell(world: World) -> None:
    share(world.vault.okrs, world.key_result.uid)
    world.vault.okrs.save_key_result(replace(world.key_result, neutral_name="Reply, target 5"))
    held = refresh(world.vault.okrs, world.key_result.uid)
    assert {each.field for each in held} == {"name"}
    assert facts(world) == ()
    assert not preview(world.vault.okrs, world.key_result.uid).shared


def test_a_new_title_of_the_objective_reaches_all_its_shared_key_results(world: World) -> None:
    share(world.vault.okrs, world.key_result.uid)
    world.vault.okrs.save_objective(replace(world.objective, title="Help comes in time"))
    assert refresh_objective(world.vault.okrs, world.objective.uid) == ()
    shown = world.vault.facts.objectives(world.employee.team_uid, world.cycle.starts_on, world.cycle.ends_on)
    assert [each.title for each in shown] == ["Help comes in time"]
    world.vault.okrs.save_objective(replace(world.objective, title="Help within 5 hours"))
    assert {each.field for each in refresh_objective(world.vault.okrs, world.objective.uid)} == {"objective"}
    assert facts(world) == ()


def test_stopping_takes_the_fact_and_its_objective_back(world: World) -> None:
    share(world.vault.okrs, world.key_result.uid)
    stop(world.vault.okrs, world.key_result.uid)
    assert facts(world) == ()
    assert world.vault.facts.objectives(world.employee.team_uid, DAY, DAY) == ()


def beside(world: World) -> KeyResult:
    """Another key result below the same objective, shared; its score is 0.44."""
    levels = {"baseline": Decimal(10), "commit": Decimal(31), "target": Decimal(37), "stretch": Decimal(43)}
    made = replace(world.key_result, uid=new_uid(), neutral_name="NPS", unit="points", **levels)
    world.vault.okrs.save_key_result(made)
    known = CheckIn(new_uid(), made.uid, Decimal("33.1"), DAY, "survey", 6, now())
    world.vault.okrs.record_check_in(known)
    assert share(world.vault.okrs, made.uid) == ()
    return made


def test_a_title_that_tells_of_one_key_result_takes_all_of_them_back(world: World) -> None:
    check_in(world, "6")
    share(world.vault.okrs, world.key_result.uid)
    beside(world)
    world.vault.okrs.save_objective(replace(world.objective, title="Reach 37 points"))
    assert {each.field for each in refresh_objective(world.vault.okrs, world.objective.uid)} == {"objective"}
    assert world.vault.facts.objectives(world.employee.team_uid, world.cycle.starts_on, world.cycle.ends_on) == ()


def test_what_becomes_known_of_one_takes_back_what_another_one_said(world: World) -> None:
    share(world.vault.okrs, world.key_result.uid)
    other = beside(world)
    reflect(world, "NPS hangs on it: 0.15 for a slow start")
    assert refresh(world.vault.okrs, world.key_result.uid) == ()
    late = CheckIn(new_uid(), other.uid, Decimal("20.5"), date(2026, 11, 16), "survey", 6, now())
    world.vault.okrs.record_check_in(late)
    (held,) = refresh(world.vault.okrs, other.uid)
    assert (held.field, held.words, held.of) == ("learning", "0.15", "Median first reply")
    news = bridge_news("NPS", (held,))
    assert news is not None
    assert news.text.startswith("Saved. “Median first reply” stays shared, without this: Learning: ")
    assert [fact.learning for fact in facts(world) if fact.uid == world.key_result.uid] == [""]
    assert refresh(world.vault.okrs, other.uid) == ()  # told once


def test_the_name_of_a_cycle_tells_nothing_either(world: World) -> None:
    world.vault.okrs.save_cycle(replace(world.cycle, name="Q4, stretch 4 hours"))
    held = share(world.vault.okrs, world.key_result.uid)
    assert [each.field for each in held] == ["cycle"]
    shown = world.vault.facts.objectives(world.employee.team_uid, world.cycle.starts_on, world.cycle.ends_on)
    assert [each.cycle for each in shown] == ["2026-10-01 – 2026-12-31"]
