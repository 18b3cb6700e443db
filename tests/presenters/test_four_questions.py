"""What stands beside each of the four questions."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from desktop.flows.okr.publishing import refresh, share
from desktop.flows.talk.sealing import seal
from desktop.models.bridge import Promised, TalksHeld
from desktop.models.conversation import Commitment, Promise
from desktop.models.guide import TOPICS, Kind, Stage
from desktop.models.ids import new_uid, now
from desktop.models.okr import Decision, Reflection
from desktop.models.performance import Evidence, Leaning, Sense, Topic
from desktop.presenters.performance.performance_side import PerformanceSide, Talks
from desktop.presenters.talk.context import ContextCard, ContextPanel
from tests.world import TODAY, World

HELD = TalksHeld(
    ((date(2026, 10, 9), Stage.CHECK_IN), (date(2026, 10, 23), Stage.CHECK_IN), (TODAY, Stage.REFLECT_RESET)),
    (Promised("Tomas Oyelaran", 3, 1, 1),),
)


def panel(world: World, topic: str) -> ContextPanel:
    vault = world.vault
    talks = Talks(vault.conversations(Kind.PERFORMANCE), lambda person, manager, start, end: HELD)
    side = PerformanceSide(vault.facts, vault.evidence, vault.people, talks=talks)
    return side.beside(world.start(Kind.PERFORMANCE, Stage.REVIEW), topic)


def card(shown: ContextPanel, title: str) -> ContextCard:
    return next(each for each in shown.cards if each.title == title)


def shared(world: World, learning: str = "The rota helped") -> None:
    share(world.vault.okrs, world.key_result.uid)
    uid = world.key_result.uid
    last = Reflection(new_uid(), uid, Decimal("5.1"), TODAY, "desk report", learning, Decision.KEEP, now())
    world.vault.okrs.record_reflection(last)
    refresh(world.vault.okrs, uid)


def promised(world: World, text: str, state: Promise) -> None:
    """Seal an earlier conversation in which something was promised that ended like this."""
    talk = world.start(Kind.PERFORMANCE, Stage.REVIEW)
    store = world.vault.conversations(Kind.PERFORMANCE)
    promise = Commitment(new_uid(), talk.uid, world.employee.uid, text, world.manager.name, TODAY)
    store.save_commitment(promise)
    world.say(talk, "Said")
    seal(world.vault, Kind.PERFORMANCE, talk.uid)
    store.set_promise(promise.uid, state)


def test_impact_shows_the_key_results_as_facts(world: World) -> None:
    shared(world)
    shown = panel(world, "impact")
    row = card(shown, world.objective.title).rows[0]
    assert (row.label, row.value, row.fraction) == ("Median first reply", "9 → 5.1 hours", None)
    assert card(shown, world.objective.title).lead == "Support · Q4 2026"


def test_impact_names_who_worked_on_a_key_result(world: World) -> None:
    shared(world)
    world.vault.okrs.set_contributors(world.key_result.uid, [world.employee.uid, world.manager.uid])
    row = card(panel(world, "impact"), world.objective.title).rows[0]
    assert row.detail.startswith("Worked on by Mira Solberg, Tomas Oyelaran\n")
    world.vault.okrs.set_contributors(world.key_result.uid, [])
    assert "Worked on" not in card(panel(world, "impact"), world.objective.title).rows[0].detail


def test_focus_names_a_key_result_that_does_not_go_on(world: World) -> None:
    share(world.vault.okrs, world.key_result.uid)
    uid = world.key_result.uid
    world.vault.okrs.record_reflection(
        Reflection(new_uid(), uid, Decimal("5.1"), TODAY, "desk report", "Enough", Decision.REMOVE, now())
    )
    refresh(world.vault.okrs, uid)
    assert [(row.label, row.detail) for row in card(panel(world, "focus"), "Dropped").rows] == [
        ("Median first reply", "key result")
    ]


def test_focus_shows_the_objectives_and_what_was_dropped(world: World) -> None:
    shared(world)
    promised(world, "Move the archive", Promise.DROPPED)
    promised(world, "Train the new colleague", Promise.KEPT)
    shown = panel(world, "focus")
    assert [row.label for row in card(shown, "Objectives").rows] == [world.objective.title]
    assert [row.label for row in card(shown, "Dropped").rows] == ["Move the archive"]


def test_communication_shows_talks_held_and_commitments(world: World) -> None:
    promised(world, "Train the new colleague", Promise.KEPT)
    shown = panel(world, "communication")
    held = [(row.label, row.value, row.detail) for row in card(shown, "OKR conversations held").rows]
    assert held == [("Check-in", "2 times", "9 Oct 2026, 23 Oct 2026"), ("Reflect & reset", "1 time", "20 Nov 2026")]
    made = card(shown, "Commitments made there").rows[0]
    assert (made.label, made.value, made.detail) == ("Tomas Oyelaran", "3 commitments", "1 kept, 1 open, 1 dropped")
    own = card(shown, "Commitments between you two").rows[0]
    assert (own.label, own.detail) == ("Train the new colleague", "Mira Solberg · by 20 Nov 2026 · kept")


def test_learning_shows_what_was_learned(world: World) -> None:
    shared(world)
    assert [row.detail for row in card(panel(world, "learning"), "Written at reflect & reset").rows] == [
        "The rota helped"
    ]


def test_a_learning_with_a_score_does_not_stand_there(world: World) -> None:
    shared(world, "We ended at 0.68, close to target")
    assert panel(world, "learning").cards == ()


@pytest.mark.parametrize("topic", TOPICS)
def test_what_was_written_down_for_a_question_stands_beside_it_alone(world: World, topic: str) -> None:
    seen = Evidence("e", world.employee.uid, "", TODAY, "Rota", "Wrote a list", "No gap", Leaning.POSITIVE)
    world.vault.evidence.save_evidence(replace(seen, sense=Sense.SEEN, topic=Topic(topic)))
    for each in TOPICS:
        told = [row for one in panel(world, each).cards if one.title == "You wrote down" for row in one.rows]
        assert [(row.label, row.detail) for row in told] == (
            [("Wrote a list", "20 Nov 2026 · positive · seen")] if each == topic else []
        )


def wrote(world: World, count: int, first: date, topic: Topic = Topic.IMPACT, fact_uid: str = "") -> None:
    """Write down one observation a day from `first` on."""
    for at in range(count):
        on = first + timedelta(days=at)
        world.vault.evidence.save_evidence(
            Evidence(new_uid(), world.employee.uid, "", on, "a", f"b {on}", "c", topic=topic, fact_uid=fact_uid)
        )


def test_of_many_pieces_some_of_every_month_come_first_and_the_others_on_request(world: World) -> None:
    wrote(world, 40, world.cycle.starts_on)
    shown = card(panel(world, "impact"), "You wrote down")
    assert [row.label[2:9] for row in shown.rows] == ["2026-10"] * 4 + ["2026-11"] * 4
    assert (len(shown.rest), shown.more) == (32, "Show 32 more")
    assert {row.label for row in shown.rows} & {row.label for row in shown.rest} == set()


def test_what_is_beyond_reading_is_told_as_a_number(world: World) -> None:
    for _each in range(3):
        wrote(world, 40, world.cycle.starts_on)
    shown = card(panel(world, "impact"), "You wrote down")
    assert (len(shown.rest), shown.rest[-1].detail) == (101, "and 12 more, on the person’s page")


def test_what_was_written_down_for_a_key_result_stands_beside_it(world: World) -> None:
    shared(world)
    wrote(world, 1, TODAY, Topic.NONE, world.key_result.uid)
    wrote(world, 1, TODAY, Topic.NONE, "not shared")
    (row,) = card(panel(world, "impact"), "You wrote down").rows
    assert row.detail == "20 Nov 2026 · for “Median first reply”"
    assert "You wrote down" not in [each.title for each in panel(world, "focus").cards]


@pytest.mark.parametrize(
    ("topic", "told"),
    [("impact", "No key results are shared"), ("focus", "No objective"), ("learning", "No learning is shared")],
)
def test_where_nothing_stands_the_panel_says_why(world: World, topic: str, told: str) -> None:
    assert panel(world, topic).note.startswith(told)
    shared(world)
    assert told not in panel(world, topic).note
