"""What the performance side shows beside a conversation: published facts only."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from desktop.flows.okr.publishing import refresh, share
from desktop.models.ids import new_uid, now
from desktop.models.okr import CheckIn, Decision, Level, Reflection
from desktop.models.people import Person
from desktop.models.performance import Evidence, Leaning
from desktop.presenters.performance.performance_side import PerformanceSide
from desktop.presenters.talk.context import ContextPanel
from tests.world import World


def performance_panel(world: World) -> ContextPanel:
    side = PerformanceSide(world.vault.facts, world.vault.evidence, world.vault.people)
    return side.context(world.employee.uid, world.cycle.starts_on, world.cycle.ends_on)


def check_in(world: World, uid: str, value: str) -> None:
    entry = CheckIn(new_uid(), uid, Decimal(value), date(2026, 11, 12), "desk report", 7, now())
    world.vault.okrs.record_check_in(entry)


def test_the_performance_side_knows_nothing_before_something_is_shared(world: World) -> None:
    check_in(world, world.key_result.uid, "5.1")
    panel = performance_panel(world)
    assert panel.cards == ()
    assert "No facts are shared" in panel.note


def test_the_performance_side_shows_values_and_learning_without_bars(world: World) -> None:
    check_in(world, world.key_result.uid, "5.1")
    share(world.vault.okrs, world.key_result.uid)
    world.vault.okrs.record_reflection(
        Reflection(
            new_uid(),
            world.key_result.uid,
            Decimal("5.1"),
            date(2026, 11, 15),
            "desk report",
            "The rota helped",
            Decision.KEEP,
            now(),
        )
    )
    refresh(world.vault.okrs, world.key_result.uid)
    panel = performance_panel(world)
    row = panel.cards[0].rows[0]
    assert (row.label, row.value) == ("Median first reply", "9 → 5.1 hours")
    assert row.detail == "as of 15 Nov 2026 · desk report\nLearned: The rota helped"
    assert row.fraction is None and row.mark is None and panel.legend == ""
    assert panel.note.startswith("Key result scores are not shown here on purpose.")


def test_nothing_of_levels_scores_or_confidence_is_in_the_performance_panel(world: World) -> None:
    check_in(world, world.key_result.uid, "6.3")
    share(world.vault.okrs, world.key_result.uid)
    told = repr(performance_panel(world).cards)
    for secret in (world.key_result.title, "0.44", "zone", "onfidence", "7/10", "half a day"):
        assert secret not in told


def test_grounds_hold_the_same_facts_as_the_panel(world: World) -> None:
    check_in(world, world.key_result.uid, "5.1")
    share(world.vault.okrs, world.key_result.uid)
    side = PerformanceSide(world.vault.facts, world.vault.evidence, world.vault.people)
    grounds = side.grounds(world.employee.uid, world.cycle.starts_on, world.cycle.ends_on)
    assert [fact.name for fact in grounds.facts] == ["Median first reply"]


def test_somebody_without_a_team_sees_only_the_companys_facts(world: World) -> None:
    share(world.vault.okrs, world.key_result.uid)
    alone = Person(new_uid(), "Jonas Lind")
    world.vault.people.save(alone)
    side = PerformanceSide(world.vault.facts, world.vault.evidence, world.vault.people)
    assert side.context(alone.uid, world.cycle.starts_on, world.cycle.ends_on).cards == ()
    world.vault.okrs.save_objective(replace(world.objective, level=Level.COMPANY, owner_uid=""))
    refresh(world.vault.okrs, world.key_result.uid)
    assert len(side.context(alone.uid, world.cycle.starts_on, world.cycle.ends_on).cards) == 1


def test_the_panel_says_how_the_evidence_covers_the_period(world: World) -> None:
    for uid, on in (("early", date(2026, 10, 2)), ("late", date(2027, 1, 2))):
        world.vault.evidence.save_evidence(
            Evidence(uid, world.employee.uid, "", on, "Rota", "Wrote a list", "No gap", Leaning.POSITIVE)
        )
    vault = world.vault
    side = PerformanceSide(vault.facts, vault.evidence, vault.people, lambda: date(2027, 1, 5))
    spread = side.context(world.employee.uid, world.cycle.starts_on, world.cycle.ends_on).spread
    assert spread is not None
    assert spread.summary == "1 observation: 1 positive, 0 developmental"
    assert spread.missing == (
        "Nothing from November and December.",
        "1 is dated after the period and does not count here.",
    )
