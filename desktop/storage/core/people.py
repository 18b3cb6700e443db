"""People and teams."""

from sqlalchemy import select

from desktop.models.people import Person, Team
from desktop.storage.rows import Store
from desktop.storage.tables.core import PERSON, TEAM


class PeopleStore(Store):
    """Everybody the vault knows, its owner included."""

    def add_team(self, team: Team) -> None:
        """Add a team, or give the team of this uid another name."""
        self._put(TEAM, team)

    def team(self, uid: str) -> Team:
        """Return a team; raise Problem if there is none of this uid."""
        return self._one(Team, TEAM, uid)

    def teams(self) -> tuple[Team, ...]:
        """Return all teams by name."""
        return tuple(sorted(self._many(Team, select(TEAM)), key=lambda team: team.name.casefold()))

    def save(self, person: Person) -> None:
        """Add a person, or bring the one of this uid up to date."""
        self._put(PERSON, person)

    def person(self, uid: str) -> Person:
        """Return a person; raise Problem if there is none of this uid."""
        return self._one(Person, PERSON, uid)

    def people(self) -> tuple[Person, ...]:
        """Return all people by name."""
        return tuple(sorted(self._many(Person, select(PERSON)), key=lambda person: person.name.casefold()))
