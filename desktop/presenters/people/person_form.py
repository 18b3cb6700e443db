"""Who somebody is, as it is typed: at the first start, for a new person and for a change."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.i18n import _
from desktop.models.ids import new_uid
from desktop.models.people import Person, Team
from desktop.models.typed import email_of, name_of
from desktop.presenters.notice import read

if TYPE_CHECKING:
    from desktop.storage.core.people import PeopleStore


@dataclass(frozen=True, slots=True)
class PersonForm:
    """What stands in the fields, and what is wrong with it by field name.

    `team` is a name, chosen or new; with `new_team` one that is to be made was asked for.
    """

    name: str = ""
    role: str = ""
    email: str = ""
    team: str = ""
    errors: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    new_team: bool = False


def form_of(person: Person, teams: Mapping[str, str]) -> PersonForm:
    """Return the form filled with a person; `teams` are names by uid."""
    return PersonForm(person.name, person.role, person.email, teams.get(person.team_uid, ""))


def team_names(people: "PeopleStore") -> Mapping[str, str]:
    """Return the names of all teams by uid."""
    return {team.uid: team.name for team in people.teams()}


def read_person(form: PersonForm, uid: str, team_uid: str = "") -> Person | PersonForm:
    """Return the person typed into the form (with the team given), or the form with what is wrong."""
    errors: dict[str, str] = {}
    name = read(errors, "name", _name, form.name)
    role = read(errors, "role", _role, form.role)
    email = read(errors, "email", email_of, form.email)
    read(errors, "team", _new_team if form.new_team else _team, form.team)
    if errors or name is None or role is None or email is None:
        return replace(form, errors=errors)
    return Person(uid, name, role, email, team_uid)


def save_person(people: "PeopleStore", form: PersonForm, uid: str) -> Person | PersonForm:
    """Store the typed person and return it, or the form with what is wrong; a new team is made."""
    typed = read_person(form, uid)
    if isinstance(typed, PersonForm):
        return typed
    team_uid = _team_uid(people, _team(form.team))
    person = Person(uid, typed.name, typed.role, typed.email, team_uid)
    people.save(person)
    return person


def _team_uid(people: "PeopleStore", name: str) -> str:
    if not name:
        return ""
    for team in people.teams():
        if team.name.casefold() == name.casefold():
            return team.uid
    team = Team(new_uid(), name)
    people.add_team(team)
    return team.uid


def _name(text: str) -> str:
    return name_of(text, _("the name"))


def _role(text: str) -> str:
    return name_of(text, _("the role")) if text.strip() else ""


def _team(text: str) -> str:
    return _new_team(text) if text.strip() else ""


def _new_team(text: str) -> str:
    return name_of(text, _("the team"))
