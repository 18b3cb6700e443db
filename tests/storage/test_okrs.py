"""Cycles, objectives, key results and their history."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from desktop.models.bridge import MetricFact, PublishedObjective
from desktop.models.conversation import Voice
from desktop.models.guide import Kind
from desktop.models.okr import CheckIn, Cycle, Decision, KeyResult, KeyResultKind, Reflection
from desktop.models.problems import Problem
from desktop.storage.faults import Refused
from desktop.storage.vault import Vault
from tests.storage.sample import (
    CYCLE,
    KEY_RESULT,
    NOON,
    OBJECTIVE,
    TEAM,
    answer_of,
    begin,
    note_of,
    store_okrs,
    talk_of,
)

CHECK_IN = CheckIn("check", KEY_RESULT.uid, Decimal("5.10"), date(2026, 11, 1), "help desk", 7, NOON)
REFLECTION = Reflection(
    "end", KEY_RESULT.uid, Decimal("4.5"), date(2026, 12, 30), "help desk", "Rota.", Decision.MODIFY, NOON
)
PUBLISHED = PublishedObjective(OBJECTIVE.uid, OBJECTIVE.title, TEAM.uid, CYCLE.name, CYCLE.starts_on, CYCLE.ends_on)
FACT = MetricFact(KEY_RESULT.uid, OBJECTIVE.uid, "Median first reply", "9.5", "5.1", "hours", None, "help desk")


@pytest.fixture(autouse=True)
def _okrs(vault: Vault) -> None:
    store_okrs(vault)


def test_what_was_stored_comes_back(vault: Vault) -> None:
    assert vault.okrs.cycle(CYCLE.uid) == CYCLE
    assert vault.okrs.objective(OBJECTIVE.uid) == OBJECTIVE
    assert vault.okrs.key_result(KEY_RESULT.uid) == KEY_RESULT
    assert str(vault.okrs.key_result(KEY_RESULT.uid).baseline) == "9.50"


def test_cycles_come_by_date_and_the_rest_as_it_was_added(vault: Vault) -> None:
    earlier = Cycle("before", "Q3 2026", date(2026, 7, 1), date(2026, 9, 30))
    vault.okrs.save_cycle(earlier)
    assert vault.okrs.cycles() == (earlier, CYCLE)
    first = replace(OBJECTIVE, uid="a", title="Another")
    vault.okrs.save_objective(first)
    vault.okrs.save_objective(replace(OBJECTIVE, title="Reworded"))
    assert [objective.uid for objective in vault.okrs.objectives(CYCLE.uid)] == [OBJECTIVE.uid, "a"]
    assert vault.okrs.objectives("before") == ()
    assert len(vault.okrs.objectives()) == 2
    milestone = KeyResult("a", OBJECTIVE.uid, KeyResultKind.MILESTONE, "Rota written")
    vault.okrs.save_key_result(milestone)
    assert vault.okrs.key_results(OBJECTIVE.uid) == (KEY_RESULT, milestone)


def test_a_typing_mistake_can_be_deleted(vault: Vault) -> None:
    with pytest.raises(Refused, match="has key results"):
        vault.okrs.delete_objective(OBJECTIVE.uid)
    vault.okrs.delete_key_result(KEY_RESULT.uid)
    vault.okrs.delete_objective(OBJECTIVE.uid)
    assert vault.okrs.objectives() == ()
    with pytest.raises(Problem, match="no longer has"):
        vault.okrs.key_result(KEY_RESULT.uid)


def test_a_key_result_with_a_history_stays(vault: Vault) -> None:
    vault.okrs.record_check_in(CHECK_IN)
    with pytest.raises(Refused, match="history"):
        vault.okrs.delete_key_result(KEY_RESULT.uid)


def test_a_key_result_somebody_talked_about_stays(vault: Vault) -> None:
    begin(vault, Kind.OKR)
    vault.conversations(Kind.OKR).save_answer(replace(answer_of(text=""), subject=KEY_RESULT.uid))
    vault.okrs.delete_key_result(KEY_RESULT.uid)
    vault.okrs.save_key_result(KEY_RESULT)
    vault.conversations(Kind.OKR).save_answer(replace(answer_of(text="5"), subject=KEY_RESULT.uid, voice=Voice.VALUE))
    with pytest.raises(Refused, match="conversation says something"):
        vault.okrs.delete_key_result(KEY_RESULT.uid)


def test_the_latest_check_in_is_that_of_the_newest_day(vault: Vault) -> None:
    assert vault.okrs.latest_check_in(KEY_RESULT.uid) is None
    older = replace(CHECK_IN, uid="older", as_of=date(2026, 10, 1), recorded_at=NOON + timedelta(days=9))
    vault.okrs.record_check_in(CHECK_IN)
    vault.okrs.record_check_in(older)
    assert vault.okrs.check_ins(KEY_RESULT.uid) == (older, CHECK_IN)
    assert vault.okrs.latest_check_in(KEY_RESULT.uid) == CHECK_IN


def test_recording_again_in_a_conversation_replaces_its_entry(vault: Vault) -> None:
    begin(vault, Kind.OKR)
    first = replace(CHECK_IN, conversation_uid="talk")
    vault.okrs.record_check_in(first)
    vault.okrs.record_check_in(replace(first, uid="another", value=Decimal(6)))
    assert vault.okrs.check_ins(KEY_RESULT.uid) == (replace(first, value=Decimal(6)),)


def test_another_conversation_never_overwrites_an_entry(vault: Vault) -> None:
    begin(vault, Kind.OKR, "first")
    said = replace(REFLECTION, conversation_uid="first")
    vault.okrs.record_reflection(said)
    vault.notes(Kind.OKR).seal(note_of(talk_of(Kind.OKR, "first")))
    begin(vault, Kind.OKR, "second")
    later = replace(said, conversation_uid="second", value=Decimal(5), recorded_at=NOON + timedelta(days=1))
    vault.okrs.record_reflection(later)
    both = vault.okrs.reflections(KEY_RESULT.uid)
    assert both[0] == said
    assert both[1] == replace(later, uid=both[1].uid)
    assert vault.okrs.reflection(KEY_RESULT.uid) == both[1]
    assert vault.verify_chain() == ()


def test_a_discarded_draft_takes_along_only_what_was_recorded_in_it(vault: Vault) -> None:
    begin(vault, Kind.OKR)
    vault.okrs.record_check_in(CHECK_IN)
    vault.okrs.record_check_in(replace(CHECK_IN, uid="in talk", conversation_uid="talk", value=Decimal(1)))
    vault.okrs.record_reflection(replace(REFLECTION, conversation_uid="talk"))
    vault.conversations(Kind.OKR).discard("talk")
    assert vault.okrs.check_ins(KEY_RESULT.uid) == (CHECK_IN,)
    assert vault.okrs.reflection(KEY_RESULT.uid) is None


def test_publishing_is_seen_on_the_other_side(vault: Vault) -> None:
    assert not vault.okrs.key_result(KEY_RESULT.uid).shared
    vault.okrs.publish(PUBLISHED, [FACT])
    assert vault.okrs.key_result(KEY_RESULT.uid).shared
    assert vault.facts.objectives(TEAM.uid, CYCLE.starts_on, CYCLE.ends_on) == (PUBLISHED,)
    assert vault.facts.facts([OBJECTIVE.uid]) == (FACT,)
    newer = replace(FACT, latest="4.9", as_of=date(2026, 12, 1))
    vault.okrs.publish(replace(PUBLISHED, title="Reworded"), [newer])
    assert vault.facts.facts([OBJECTIVE.uid]) == (newer,)
    assert vault.facts.objectives(TEAM.uid, CYCLE.starts_on, CYCLE.ends_on)[0].title == "Reworded"


def test_saving_a_key_result_does_not_share_it(vault: Vault) -> None:
    vault.okrs.save_key_result(replace(KEY_RESULT, shared=True))
    assert not vault.okrs.key_result(KEY_RESULT.uid).shared


def test_taking_back_the_last_fact_takes_back_the_objective(vault: Vault) -> None:
    vault.okrs.publish(PUBLISHED, [FACT, replace(FACT, uid="other", name="Replies")])
    vault.okrs.unpublish(KEY_RESULT.uid)
    assert [fact.uid for fact in vault.facts.facts([OBJECTIVE.uid])] == ["other"]
    assert vault.facts.objectives(TEAM.uid, CYCLE.starts_on, CYCLE.ends_on) == (PUBLISHED,)
    vault.okrs.unpublish("other")
    assert vault.facts.objectives(TEAM.uid, CYCLE.starts_on, CYCLE.ends_on) == ()
    vault.okrs.unpublish("never shared")


def test_what_is_shared_is_not_deleted(vault: Vault) -> None:
    vault.okrs.publish(PUBLISHED, [FACT])
    with pytest.raises(Refused, match="stop sharing"):
        vault.okrs.delete_key_result(KEY_RESULT.uid)


@pytest.mark.parametrize(
    ("team", "start", "end", "seen"),
    [
        (TEAM.uid, date(2026, 12, 31), date(2027, 3, 31), ["mine"]),
        (TEAM.uid, date(2026, 7, 1), date(2026, 10, 1), ["company", "mine"]),
        ("other", date(2026, 7, 1), date(2026, 10, 1), ["company"]),
        ("", date(2026, 7, 1), date(2026, 10, 1), ["company"]),
        (TEAM.uid, date(2027, 1, 1), date(2027, 3, 31), []),
    ],
)
def test_facts_are_those_of_the_team_and_the_company_in_the_period(
    vault: Vault, team: str, start: date, end: date, seen: list[str]
) -> None:
    for uid, owner, last in (("mine", TEAM.uid, CYCLE.ends_on), ("company", "", date(2026, 12, 30))):
        objective = replace(PUBLISHED, uid=uid, team_uid=owner, ends_on=last)
        vault.okrs.publish(objective, [replace(FACT, uid=f"{uid} fact", objective_uid=uid)])
    assert [objective.uid for objective in vault.facts.objectives(team, start, end)] == seen
