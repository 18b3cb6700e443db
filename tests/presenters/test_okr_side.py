"""What the OKR side shows beside a conversation."""

from datetime import date
from decimal import Decimal

from desktop.models.ids import new_uid, now
from desktop.models.okr import CheckIn, KeyResult, KeyResultKind, Level, Objective
from desktop.models.people import Team
from desktop.presenters.okr.okr_side import OkrSide
from desktop.presenters.talk.context import ContextPanel
from tests.world import TODAY, World


def okr_panel(world: World) -> ContextPanel:
    side = OkrSide(world.vault.okrs, world.vault.people, lambda: TODAY)
    return side.context(world.employee.uid, world.cycle.starts_on, world.cycle.ends_on)


def check_in(world: World, uid: str, value: str) -> None:
    entry = CheckIn(new_uid(), uid, Decimal(value), date(2026, 11, 12), "desk report", 7, now())
    world.vault.okrs.record_check_in(entry)


def test_a_key_result_stands_beside_with_its_bar_and_where_it_started(world: World) -> None:
    check_in(world, world.key_result.uid, "6")
    panel = okr_panel(world)
    (card,) = panel.cards
    (row,) = card.rows
    assert (panel.title, card.title, card.lead) == ("Objectives · Q4 2026", world.objective.title, "Support")
    assert (row.value, row.detail) == ("6 hours", "Started at 9 hours · as of 12 Nov 2026 · confidence 7/10")
    assert row.fraction == 0.75
    assert row.mark is not None and 0.5 < row.mark < 0.6
    assert panel.note == "For learning and focus. Nothing here feeds the performance conversation or pay."


def test_a_bar_never_leaves_its_track(world: World) -> None:
    for value, fraction in (("12", 0.0), ("5", 1.0), ("1", 1.0)):
        check_in(world, world.key_result.uid, value)
        assert okr_panel(world).cards[0].rows[0].fraction == fraction


def test_only_the_own_teams_and_the_companys_objectives_are_shown(world: World) -> None:
    other = Team(new_uid(), "Sales")
    world.vault.people.add_team(other)
    for level, owner, title in ((Level.TEAM, other.uid, "Sell more"), (Level.COMPANY, "", "Grow calmly")):
        world.vault.okrs.save_objective(Objective(new_uid(), world.cycle.uid, level, owner, title))
    assert [card.title for card in okr_panel(world).cards] == [world.objective.title, "Grow calmly"]


def test_another_period_has_no_objectives_and_says_so(world: World) -> None:
    side = OkrSide(world.vault.okrs, world.vault.people, lambda: TODAY)
    panel = side.context(world.employee.uid, date(2027, 1, 1), date(2027, 3, 31))
    assert panel.cards == () and panel.legend == ""
    assert "No objectives for this period" in panel.note


def test_the_mark_waits_for_the_cycle_to_begin_and_stops_at_its_end(world: World) -> None:
    for today, mark in ((date(2026, 9, 1), None), (date(2027, 2, 1), 1.0)):
        side = OkrSide(world.vault.okrs, world.vault.people, lambda today=today: today)  # type: ignore[misc]
        panel = side.context(world.employee.uid, world.cycle.starts_on, world.cycle.ends_on)
        assert panel.cards[0].rows[0].mark == mark


def test_the_conversation_goes_through_the_teams_key_results(world: World) -> None:
    side = OkrSide(world.vault.okrs, world.vault.people, lambda: TODAY)
    found = side.results(world.employee.uid, world.cycle.starts_on, world.cycle.ends_on)
    assert [each.uid for each in found] == [world.key_result.uid]


def test_a_milestone_has_a_bar_only_once_something_is_known(world: World) -> None:
    result = KeyResult(new_uid(), world.objective.uid, KeyResultKind.MILESTONE, "Rota agreed")
    world.vault.okrs.save_key_result(result)
    assert okr_panel(world).cards[0].rows[1].fraction is None
    check_in(world, result.uid, "1")
    row = okr_panel(world).cards[0].rows[1]
    assert (row.value, row.fraction) == ("done", 1.0)
