"""People and teams, and who owns the vault."""

from dataclasses import replace

import pytest

from desktop.models.identity import Identity
from desktop.models.people import Person, Team
from desktop.models.problems import Problem
from desktop.storage.faults import Refused
from desktop.storage.vault import Vault
from tests.keys import VAULT_KEY
from tests.storage.sample import EMPLOYEE, MANAGER, NOON, TEAM


def test_people_are_listed_by_name_without_regard_to_case(vault: Vault) -> None:
    vault.people.save(Person("a", "ada Early"))
    vault.people.save(Person("z", "Zoe Late"))
    assert [person.name[:3] for person in vault.people.people()] == ["ada", "Mir", "Tom", "Zoe"]


def test_saving_again_brings_a_person_up_to_date(vault: Vault) -> None:
    moved = replace(EMPLOYEE, role="Team lead", team_uid="")
    vault.people.save(moved)
    assert vault.people.person(EMPLOYEE.uid) == moved
    assert len(vault.people.people()) == 2


def test_an_unknown_team_is_refused_and_nothing_is_stored(vault: Vault) -> None:
    with pytest.raises(Refused, match="not in the vault"):
        vault.people.save(Person("new", "Newcomer", team_uid="nowhere"))
    with pytest.raises(Problem, match="no longer has"):
        vault.people.person("new")


def test_teams_can_be_renamed(vault: Vault) -> None:
    vault.people.add_team(Team("b", "billing"))
    vault.people.add_team(Team(TEAM.uid, "Care"))
    assert vault.people.teams() == (Team("b", "billing"), Team(TEAM.uid, "Care"))
    assert vault.people.team(TEAM.uid).name == "Care"


def test_a_new_vault_has_no_owner_yet(tmp_path_factory: pytest.TempPathFactory) -> None:
    vault = Vault.create(tmp_path_factory.mktemp("new") / "vault", VAULT_KEY)
    assert (vault.profile.me(), vault.profile.me_uid()) == (None, "")
    vault.close()


def test_the_owner_is_a_person(vault: Vault) -> None:
    assert (vault.profile.me(), vault.profile.me_uid()) == (MANAGER, MANAGER.uid)
    renamed = replace(MANAGER, name="Mira Solberg-Ito")
    vault.profile.set_me(renamed)
    assert vault.profile.me() == renamed == vault.people.person(MANAGER.uid)


def test_the_newest_identity_signs(vault: Vault) -> None:
    assert vault.profile.identity(MANAGER.uid) is None
    old = Identity("old", MANAGER.uid, b"\x30\x00cert", b"\x00key", NOON)
    new = replace(old, uid="new", created_at=NOON.replace(year=2027))
    vault.profile.save_identity(new)
    vault.profile.save_identity(old)
    assert vault.profile.identity(MANAGER.uid) == new
    assert vault.profile.identity(EMPLOYEE.uid) is None
