"""What the firm decided is kept as it was typed, and what it stops is stopped whoever asks."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.models.adoption import Stopped
from desktop.models.ids import new_uid
from desktop.models.okr import Cycle, Level, Objective
from desktop.models.policy import (
    Change,
    Decision,
    Engagement,
    Guard,
    Override,
    PayLink,
    PerformanceSystem,
    Role,
    Topic,
)
from desktop.models.problems import Problem
from desktop.storage.connection import connect_room
from desktop.storage.driver import driver
from desktop.storage.firewall import RoomName
from desktop.storage.vault import Vault
from tests.storage.sample import CYCLE, EMPLOYEE, KEY_RESULT, NOON, OBJECTIVE, store_okrs

STRANGE = "<b>&\" 'x' لا أوافق\n\n" + "long " * 4000
OWN = Objective("own", CYCLE.uid, Level.INDIVIDUAL, EMPLOYEE.uid, "Learn to lead", "", "works alone")
ALLOWED = Override("o", Guard.INDIVIDUAL, CYCLE.uid, EMPLOYEE.uid, "Ines Sponsor", "One expert, no team.", NOON)


def cycle_at(number: int) -> Cycle:
    start = date(2026, 1, 1) + timedelta(days=100 * number)
    return Cycle(f"cycle-{number}", f"Cycle {number}", start, start + timedelta(days=90))


def use(vault: Vault, number: int, written_after: int = 0) -> None:
    """Store a cycle with a team's objective and key result, written down some days after its start."""
    cycle = cycle_at(number)
    objective = replace(OBJECTIVE, uid=f"team-{number}", cycle_uid=cycle.uid)
    vault.okrs.save_cycle(cycle)
    vault.okrs.save_objective(objective)
    written_on = cycle.starts_on + timedelta(days=written_after)
    vault.okrs.save_key_result(
        replace(KEY_RESULT, uid=f"result-{number}", objective_uid=objective.uid, written_on=written_on)
    )


def test_everything_is_kept_as_it_was_typed(vault: Vault) -> None:
    vault.policy.save_decision(Decision(Topic.RULE, STRANGE, "Ana", "31.2.2026"))
    vault.policy.save_decision(Decision(Topic.RULE, STRANGE, "Ana & Bo", "soon"))
    assert vault.policy.decisions() == {Topic.RULE: Decision(Topic.RULE, STRANGE, "Ana & Bo", "soon")}
    system = PerformanceSystem(STRANGE, PayLink.RATING, "x", "May", "form", "HR", Change.NEW, "spring")
    vault.policy.set_launch(date(2027, 1, 1))
    vault.policy.save_system(system)
    assert (vault.policy.system(), vault.policy.launch_on()) == (system, date(2027, 1, 1))
    vault.policy.set_launch(None)
    assert (vault.policy.system(), vault.policy.launch_on()) == (system, None)


def test_who_was_won_stays_in_order(vault: Vault) -> None:
    for uid, role in (("b", Role.HR), ("a", Role.COACH)):
        vault.policy.save_engagement(Engagement(uid, role, "Ana", "2026-10-01", EMPLOYEE.uid if uid == "a" else ""))
    vault.policy.save_engagement(Engagement("b", Role.HR, "Anna", "2026-10-02"))
    assert [(each.uid, each.name, each.person_uid) for each in vault.policy.engagements()] == [
        ("b", "Anna", ""),
        ("a", "Ana", EMPLOYEE.uid),
    ]
    vault.policy.delete_engagement("b")
    assert [each.uid for each in vault.policy.engagements()] == ["a"]


def test_an_individual_objective_is_stopped_in_the_first_cycles(vault: Vault) -> None:
    store_okrs(vault)
    with pytest.raises(Stopped, match="OKRs begin with teams") as stopped:
        vault.okrs.save_objective(OWN)
    assert (stopped.value.guard, stopped.value.subject) == (Guard.INDIVIDUAL, CYCLE.uid)
    assert stopped.value.person_uid == EMPLOYEE.uid
    assert [each.uid for each in vault.okrs.objectives()] == [OBJECTIVE.uid]


def test_a_team_objective_cannot_be_turned_into_an_individual_one(vault: Vault) -> None:
    store_okrs(vault)
    with pytest.raises(Stopped):
        vault.okrs.save_objective(replace(OWN, uid=OBJECTIVE.uid))


def test_the_sponsor_lets_one_persons_objectives_through(vault: Vault) -> None:
    store_okrs(vault)
    vault.policy.allow(ALLOWED)
    vault.okrs.save_objective(OWN)
    vault.okrs.save_objective(replace(OWN, title="Learn to teach"))
    assert vault.okrs.objective("own").title == "Learn to teach"
    assert vault.policy.overrides() == (ALLOWED,)
    vault.people.save(replace(EMPLOYEE, uid="other", name="Bo"))
    with pytest.raises(Stopped):
        vault.okrs.save_objective(replace(OWN, uid="second", owner_uid="other"))


def test_an_override_takes_a_name_and_a_sentence() -> None:
    with pytest.raises(Problem, match="sponsor's name"):
        replace(ALLOWED, sponsor=" ")
    with pytest.raises(Problem, match="sponsor's name"):
        replace(ALLOWED, reason="\n")


@pytest.mark.parametrize(("policy", "free"), [("", 2), ("1", 2), ("3", 3), ("0", 2), ("many", 2)])
def test_how_many_cycles_count_as_first(vault: Vault, policy: str, free: int) -> None:
    for number in range(4):
        use(vault, number)
    vault.policy.save_decision(Decision(Topic.FIRST_CYCLES, policy))
    for number in range(free):
        with pytest.raises(Stopped):
            vault.okrs.save_objective(replace(OWN, uid=new_uid(), cycle_uid=f"cycle-{number}"))
    vault.okrs.save_objective(replace(OWN, cycle_uid=f"cycle-{free}"))


def test_cycles_without_okrs_do_not_count(vault: Vault) -> None:
    for number in range(4):
        vault.okrs.save_cycle(cycle_at(number))
    with pytest.raises(Stopped):
        vault.okrs.save_objective(replace(OWN, cycle_uid="cycle-3"))


@pytest.mark.parametrize(("written_after", "stopped"), [(90, False), (91, True)])
def test_cycles_that_were_over_before_anything_was_written_do_not_count(
    vault: Vault, written_after: int, stopped: bool
) -> None:
    for number in range(2):
        use(vault, number, written_after)
    vault.okrs.save_cycle(cycle_at(2))
    mine = replace(OWN, cycle_uid="cycle-2")
    if not stopped:
        vault.okrs.save_objective(mine)
        return
    with pytest.raises(Stopped, match="if key results were written before its end"):
        vault.okrs.save_objective(mine)


def test_objectives_alone_make_no_cycle_count(vault: Vault) -> None:
    for number in range(3):
        vault.okrs.save_cycle(cycle_at(number))
        vault.okrs.save_objective(replace(OBJECTIVE, uid=f"team-{number}", cycle_uid=f"cycle-{number}"))
    with pytest.raises(Stopped):
        vault.okrs.save_objective(replace(OWN, cycle_uid="cycle-2"))


def test_the_first_cycle_cannot_come_over_a_new_performance_system(vault: Vault) -> None:
    vault.policy.set_launch(date(2026, 11, 1))
    with pytest.raises(Stopped, match="take the two for one") as stopped:
        vault.okrs.save_cycle(CYCLE)
    assert stopped.value.guard is Guard.BOTH_AT_ONCE
    assert vault.okrs.cycles() == ()
    vault.policy.allow(Override("o", Guard.BOTH_AT_ONCE, "2026-11-01", "", "Ines", "Small firm.", NOON))
    vault.okrs.save_cycle(CYCLE)


def test_a_later_cycle_may_lie_over_a_new_performance_system(vault: Vault) -> None:
    use(vault, 0)
    vault.policy.set_launch(date(2026, 11, 1))
    vault.okrs.save_cycle(CYCLE)
    vault.okrs.save_objective(replace(OBJECTIVE, uid="later"))
    with pytest.raises(Stopped):
        vault.okrs.save_cycle(replace(cycle_at(0), ends_on=date(2026, 12, 1)))


def test_the_first_objective_cannot_go_there_either(vault: Vault) -> None:
    vault.okrs.save_cycle(cycle_at(0))
    vault.policy.set_launch(date(2026, 11, 1))
    vault.okrs.save_cycle(CYCLE)
    with pytest.raises(Stopped, match="take the two for one"):
        vault.okrs.save_objective(OBJECTIVE)
    use(vault, 0)
    vault.okrs.save_objective(OBJECTIVE)


@pytest.mark.parametrize("room", [RoomName.OKR, RoomName.PERFORMANCE, RoomName.TRANSFER])
@pytest.mark.parametrize("table", ["core_policy", "core_engagement", "core_performance_system", "core_override"])
def test_no_talk_writes_the_policy(vault: Vault, room: RoomName, table: str) -> None:
    connection = connect_room(vault.folder / "vault.db", room, vault.key)
    with pytest.raises(driver.DatabaseError, match="not authorized|prohibited"):
        connection.execute(f"DELETE FROM {table}")
    connection.close()


def test_a_performance_talk_reads_the_policy_and_nothing_else_of_the_roll_out(vault: Vault) -> None:
    connection = connect_room(vault.folder / "vault.db", RoomName.PERFORMANCE, vault.key)
    assert connection.execute("SELECT answer FROM core_policy").fetchall() == []
    for table in ("core_engagement", "core_performance_system", "core_override"):
        with pytest.raises(driver.DatabaseError, match="not authorized|prohibited"):
            connection.execute(f"SELECT * FROM {table}").fetchall()
    connection.close()
