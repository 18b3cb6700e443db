"""The people screen without pixels."""

from pathlib import Path

import pytest

from desktop.models.guide import Kind, Stage
from desktop.models.ids import new_uid
from desktop.models.people import Person
from desktop.presenters.destination import Destination, Place
from desktop.presenters.people.people import PeoplePresenter, PeopleScreen
from desktop.presenters.people.person_form import PersonForm
from desktop.storage.vault import Vault
from tests.keys import VAULT_KEY
from tests.world import World


@pytest.fixture
def people(world: World) -> PeoplePresenter:
    for name, role in (
        ("Siobhán Byrne", "Engineer"),
        ("Ægir Łoś", "Designer"),
        ("محمد علي", "Support engineer"),
    ):
        world.vault.people.save(Person(new_uid(), name, role))
    return PeoplePresenter(world.vault)


def names(screen: PeopleScreen) -> list[str]:
    return [row.name for row in screen.rows]


def test_everybody_but_me_is_listed_by_name(people: PeoplePresenter) -> None:
    shown = people.open()
    assert "Mira Solberg" not in names(shown)
    assert names(shown)[:2] == ["Siobhán Byrne", "Tomas Oyelaran"]
    assert shown.subtitle == "4 people"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("siobhan", ["Siobhán Byrne"]),
        ("BYRNE sio", ["Siobhán Byrne"]),
        ("support", ["Tomas Oyelaran", "محمد علي"]),
        ("علي", ["محمد علي"]),
        ("nobody of that name", []),
    ],
)
def test_search_finds_names_roles_and_teams_without_case_and_accents(
    people: PeoplePresenter, typed: str, found: list[str]
) -> None:
    people.open()
    assert names(people.search(typed)) == found


def test_an_empty_search_result_says_what_was_looked_for(people: PeoplePresenter) -> None:
    people.open()
    assert "zzz" in people.search("zzz").empty


def test_the_last_talk_of_either_kind_is_named(world: World, people: PeoplePresenter) -> None:
    assert next(row for row in people.open().rows if row.uid == world.employee.uid).last_talk == "No talk yet"
    world.start(Kind.PERFORMANCE, Stage.REVIEW)
    row = next(row for row in people.open().rows if row.uid == world.employee.uid)
    assert (row.last_talk, row.kind) == ("Performance · 20 Nov 2026", "performance")


def test_a_new_person_is_stored_and_their_screen_follows(world: World, people: PeoplePresenter) -> None:
    people.open(adding=True)
    answer = people.add(PersonForm("Jonas Lind", "Engineer", "", "Platform"))
    assert isinstance(answer, Destination)
    assert answer.place is Place.PERSON
    stored = world.vault.people.person(answer.uid)
    assert (stored.name, world.vault.people.team(stored.team_uid).name) == ("Jonas Lind", "Platform")
    assert people.open().adding is None


def test_a_form_with_a_mistake_stays_open(people: PeoplePresenter) -> None:
    people.open(adding=True)
    answer = people.add(PersonForm("", "Engineer"))
    assert isinstance(answer, PeopleScreen)
    assert answer.adding is not None
    assert answer.adding.role == "Engineer" and "name" in answer.adding.errors
    assert people.cancel_adding().adding is None


def test_an_empty_vault_asks_for_the_first_person(tmp_path: Path) -> None:
    vault = Vault.create(tmp_path / "empty", VAULT_KEY)
    vault.profile.set_me(Person(new_uid(), "Mira Solberg"))
    shown = PeoplePresenter(vault).open()
    assert shown.nobody_yet and "first person" in shown.empty
    vault.close()
