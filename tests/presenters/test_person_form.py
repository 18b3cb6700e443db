"""Who somebody is, as it is typed."""

import pytest

from desktop.models.ids import new_uid
from desktop.models.people import Person
from desktop.presenters.people.person_form import PersonForm, save_person, team_names
from tests.world import World


def test_a_new_team_is_made_once_and_found_again_whatever_its_case(world: World) -> None:
    for name in ("Jonas Lind", "Mei Tan"):
        saved = save_person(world.vault.people, PersonForm(name, team=f"  field {name[:0]}SALES "), new_uid())
        assert isinstance(saved, Person)
    again = save_person(world.vault.people, PersonForm("Rafael", team="Field sales"), new_uid())
    assert isinstance(again, Person)
    assert sorted(team_names(world.vault.people).values()) == ["Support", "field SALES"]
    assert world.vault.people.person(again.uid) == again


@pytest.mark.parametrize(
    ("form", "field"),
    [
        (PersonForm(" "), "name"),
        (PersonForm("x" * 301), "name"),
        (PersonForm("Jonas", role="y" * 301), "role"),
        (PersonForm("Jonas", email="jonas at home"), "email"),
        (PersonForm("Jonas", team="z" * 301), "team"),
    ],
)
def test_what_is_wrong_stands_at_its_field_and_nothing_typed_is_lost(
    world: World, form: PersonForm, field: str
) -> None:
    before = (len(world.vault.people.people()), len(world.vault.people.teams()))
    answer = save_person(world.vault.people, form, new_uid())
    assert isinstance(answer, PersonForm)
    assert list(answer.errors) == [field]
    assert (answer.name, answer.role, answer.email, answer.team) == (
        form.name,
        form.role,
        form.email,
        form.team,
    )
    assert (len(world.vault.people.people()), len(world.vault.people.teams())) == before


def test_a_name_of_300_characters_is_taken(world: World) -> None:
    saved = save_person(world.vault.people, PersonForm("n" * 300, "r" * 300), new_uid())
    assert isinstance(saved, Person)
    assert world.vault.people.person(saved.uid).name == "n" * 300
