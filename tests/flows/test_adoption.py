"""What the vault holds against the rules of the method, and when a new performance system may start."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.flows.firm.adoption import launch, seen, told
from desktop.models.adoption import Stopped
from desktop.models.ids import new_uid, now
from desktop.models.okr import KeyResultKind, Level, Objective
from desktop.models.policy import Guard, Override
from desktop.models.problems import Problem
from tests.allowing import allow_individual
from tests.world import TODAY, World


def test_a_new_system_outside_the_first_cycle_may_start(world: World) -> None:
    assert launch(world.vault.policy, world.vault.okrs, "1.1.2027") == date(2027, 1, 1)
    assert world.vault.policy.launch_on() == date(2027, 1, 1)


@pytest.mark.parametrize("day", ["2026-10-01", "2026-12-31"])
def test_within_the_first_cycle_it_is_stopped_with_the_reason(world: World, day: str) -> None:
    with pytest.raises(Stopped, match="within “Q4 2026”, the cycle in which your OKRs start") as stopped:
        launch(world.vault.policy, world.vault.okrs, day)
    assert (stopped.value.guard, stopped.value.subject) == (Guard.BOTH_AT_ONCE, day)
    assert world.vault.policy.launch_on() is None


def test_the_sponsor_allows_one_day(world: World) -> None:
    by = Override(new_uid(), Guard.BOTH_AT_ONCE, "2026-11-01", "", "Ines Amador", "We are nine people.", now())
    with pytest.raises(Stopped):
        launch(world.vault.policy, world.vault.okrs, "2026-11-02", by)
    assert world.vault.policy.overrides() == ()
    launch(world.vault.policy, world.vault.okrs, "2026-11-01", by)
    assert world.vault.policy.overrides() == (by,)
    assert seen(world.vault.okrs, told(world.vault.policy), TODAY).clash == "Q4 2026"


@pytest.mark.parametrize(("typed", "words"), [(" ", "Enter the day"), ("31.2.2027", "no day"), ("soon", "not a date")])
def test_what_is_no_day_says_so(world: World, typed: str, words: str) -> None:
    with pytest.raises(Problem, match=words):
        launch(world.vault.policy, world.vault.okrs, typed)


def test_individual_objectives_are_seen_with_and_without_the_sponsors_word(world: World) -> None:
    allow_individual(world.vault, world.cycle.uid, world.employee.uid)
    own = Objective(new_uid(), world.cycle.uid, Level.INDIVIDUAL, world.employee.uid, "Learn", "", "Alone")
    world.vault.okrs.save_objective(own)
    said = told(world.vault.policy)
    found = seen(world.vault.okrs, said, TODAY)
    assert (found.individual, found.allowed) == ((), ("Learn",))
    found = seen(world.vault.okrs, replace(said, overrides=()), TODAY)
    assert (found.individual, found.allowed) == (("Learn",), ())


def test_too_many_key_results_task_lists_and_silence_are_seen(world: World) -> None:
    said = told(world.vault.policy)
    found = seen(world.vault.okrs, said, TODAY)
    assert (found.crowded, found.listed, found.quiet) == ((), (), 50)
    bare = dict.fromkeys(("baseline", "commit", "target", "stretch"))
    milestone = replace(world.key_result, kind=KeyResultKind.MILESTONE, unit="", **bare)
    world.vault.okrs.delete_key_result(world.key_result.uid)
    for _number in range(6):
        world.vault.okrs.save_key_result(replace(milestone, uid=new_uid()))
    found = seen(world.vault.okrs, said, TODAY)
    assert found.crowded == found.listed == (world.objective.title,)
    assert seen(world.vault.okrs, said, date(2028, 1, 1)).quiet is None
