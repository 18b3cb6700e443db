"""The people screen: with whom do I talk?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.i18n import _, ngettext
from desktop.models.folding import folded
from desktop.models.guide import Kind
from desktop.models.ids import new_uid
from desktop.models.people import Person
from desktop.models.problems import Problem
from desktop.presenters.destination import Destination, Place
from desktop.presenters.notice import Notice, bad
from desktop.presenters.people.person_form import PersonForm, save_person, team_names
from desktop.wording import beside, day

if TYPE_CHECKING:
    from desktop.storage.vault import Vault


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody in the list: role and team, and the talk the two had last."""

    uid: str
    name: str
    detail: str
    last_talk: str
    kind: str


@dataclass(frozen=True, slots=True)
class PeopleScreen:
    """Everybody that fits the search; `adding` is the form for a new person, None while it is closed."""

    title: str
    subtitle: str
    search: str
    rows: tuple[PersonRow, ...]
    empty: str
    nobody_yet: bool
    adding: PersonForm | None
    teams: tuple[str, ...]
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class _Listed:
    """A row and the words it is found by."""

    row: PersonRow
    words: str


class PeoplePresenter:
    """Lists everybody but me, and adds people."""

    def __init__(self, vault: "Vault") -> None:
        self._vault = vault
        self._listed: tuple[_Listed, ...] = ()
        self._search = ""
        self._adding: PersonForm | None = None

    def open(self, adding: bool = False) -> PeopleScreen:
        """Show everybody; `adding` opens the form for a new person."""
        self._load()
        self._search = ""
        self._adding = (self._adding or PersonForm()) if adding else None
        return self._screen()

    def search(self, text: str) -> PeopleScreen:
        """Show those whose name, role or team holds all words of `text`; accents and case do not matter."""
        self._search = text
        return self._screen()

    def start_adding(self) -> PeopleScreen:
        """Open the form for a new person."""
        self._adding = PersonForm()
        return self._screen()

    def cancel_adding(self) -> PeopleScreen:
        """Close the form."""
        self._adding = None
        return self._screen()

    def add(self, form: PersonForm) -> Destination | PeopleScreen:
        """Add the typed person and return where to go, or the screen with what is wrong."""
        self._adding = form
        try:
            saved = save_person(self._vault.people, form, new_uid())
        except Problem as problem:
            return self._screen(notice=bad(problem))
        if isinstance(saved, PersonForm):
            self._adding = saved
            return self._screen()
        self._adding = None
        return Destination(Place.PERSON, saved.uid)

    def _load(self) -> None:
        me, teams, last = self._vault.profile.me(), team_names(self._vault.people), _last_talks(self._vault)
        people = [person for person in self._vault.people.people() if me is None or person.uid != me.uid]
        rows = [_row(person, teams, last.get(person.uid)) for person in sorted(people, key=_by_name)]
        self._listed = tuple(_Listed(row, folded(f"{row.name} {row.detail}")) for row in rows)

    def _screen(self, notice: Notice | None = None) -> PeopleScreen:
        wanted = folded(self._search).split()
        rows = tuple(each.row for each in self._listed if all(word in each.words for word in wanted))
        count = len(self._listed)
        return PeopleScreen(
            title=_("People"),
            subtitle=ngettext("{n} person", "{n} people", count).format(n=count) if count else "",
            search=self._search,
            rows=rows,
            empty=self._empty() if not rows else "",
            nobody_yet=not self._listed,
            adding=self._adding,
            teams=tuple(sorted(team_names(self._vault.people).values(), key=str.casefold)),
            notice=notice,
        )

    def _empty(self) -> str:
        if not self._listed:
            return _("Nobody is here yet. Add the first person you talk with.")
        return _("Nobody fits “{text}”. Try part of a name, a role or a team.").format(text=self._search.strip())


def _by_name(person: Person) -> str:
    return folded(person.name)


def _last_talks(vault: "Vault") -> Mapping[str, tuple[date, Kind]]:
    last: dict[str, tuple[date, Kind]] = {}
    for kind in Kind:
        for talk in vault.conversations(kind).conversations():
            if talk.person_uid not in last or last[talk.person_uid][0] < talk.held_on:
                last[talk.person_uid] = (talk.held_on, kind)
    return last


def _row(person: Person, teams: Mapping[str, str], last: tuple[date, Kind] | None) -> PersonRow:
    detail = beside(person.role, teams.get(person.team_uid, ""))
    if last is None:
        return PersonRow(person.uid, person.name, detail, _("No talk yet"), "")
    short = _("OKR") if last[1] is Kind.OKR else _("Performance")
    return PersonRow(person.uid, person.name, detail, f"{short} · {day(last[0])}", str(last[1]))
