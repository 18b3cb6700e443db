"""The cadence for all: with whom I have not talked for how long, what waits for an answer, what is due."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.i18n import _, ngettext
from desktop.models.folding import folded
from desktop.models.guide import Kind
from desktop.models.people import Person
from desktop.models.problems import Problem
from desktop.presenters.notes.timeline import TalkRow, drafts, people_by_uid, sealed
from desktop.presenters.notice import Notice, Tone, bad
from desktop.presenters.people.cadence_words import ago, is_long
from desktop.presenters.people.open_promises import PromiseRow, open_promises, settle
from desktop.presenters.people.person_form import team_names
from desktop.wording import beside

if TYPE_CHECKING:
    from desktop.storage.vault import Vault


@dataclass(frozen=True, slots=True)
class LastTalk:
    """When a conversation of a kind was held last, in words; `overdue` if that is long ago."""

    kind: str
    words: str
    overdue: bool


@dataclass(frozen=True, slots=True)
class CadenceRow:
    """One person: the last talk of each kind, and in words ("" for nothing) what waits, is due, is overdue."""

    uid: str
    name: str
    detail: str
    talks: tuple[LastTalk, ...]
    waiting: str
    due: str
    overdue: str


@dataclass(frozen=True, slots=True)
class OverviewScreen:
    """Everybody, whoever waits longest first; then all that waits for an answer and all that is promised."""

    summary: str
    rows: tuple[CadenceRow, ...]
    waiting: tuple[TalkRow, ...]
    promises: tuple[PromiseRow, ...]
    empty: str
    notice: Notice | None = None


class OverviewPresenter:
    """Gathers the rhythm of all conversations."""

    def __init__(self, vault: "Vault", today: Callable[[], date] = date.today) -> None:
        self._vault = vault
        self._today = today

    def open(self) -> OverviewScreen:
        """Show where everybody stands today."""
        return self._screen()

    def settle(self, kind: str, uid: str, state: str) -> OverviewScreen:
        """Say that a commitment was kept or dropped."""
        try:
            return self._screen(Notice(Tone.GOOD, settle(self._vault, kind, uid, state)))
        except Problem as problem:
            return self._screen(bad(problem))

    def _screen(self, notice: Notice | None = None) -> OverviewScreen:
        today, people, me = self._today(), people_by_uid(self._vault), self._vault.profile.me()
        others = [person for person in people.values() if me is None or person.uid != me.uid]
        notes = sealed(self._vault)
        held = last_held((*notes, *drafts(self._vault, people)), today)
        waiting = tuple(row for row in reversed(notes) if row.waiting)
        promises = open_promises(self._vault, people, today)
        teams = team_names(self._vault.people)
        rows = [_row(each, teams, held, waiting, promises, today) for each in sorted(others, key=_longest(held))]
        return OverviewScreen(
            summary=_summary(rows),
            rows=tuple(rows),
            waiting=waiting,
            promises=promises,
            empty="" if rows else _("Nobody is here yet. Add the first person you talk with under People."),
            notice=notice,
        )


Held = Mapping[tuple[str, str], date]
"""By person and kind: the day of the newest talk."""


def last_held(talks: Iterable[TalkRow], today: date) -> Held:
    """Return when each kind was held last with each person; a talk that is still to come does not count."""
    last: dict[tuple[str, str], date] = {}
    for talk in talks:
        if talk.held_on <= today:
            key = (talk.person_uid, talk.kind)
            last[key] = max(talk.held_on, last.get(key, date.min))
    return last


def _longest(held: Held) -> Callable[[Person], tuple[date, str]]:
    """Return what sorts whoever was not talked with for longest to the top."""

    def key(person: Person) -> tuple[date, str]:
        return max(held.get((person.uid, kind), date.min) for kind in Kind), folded(person.name)

    return key


def _row(
    person: Person,
    teams: Mapping[str, str],
    held: Held,
    waiting: Sequence[TalkRow],
    promises: Sequence[PromiseRow],
    today: date,
) -> CadenceRow:
    last = {kind: held.get((person.uid, kind)) for kind in Kind}
    own = [each for each in promises if each.person_uid == person.uid]
    waits = sum(each.person_uid == person.uid for each in waiting)
    late = sum(each.overdue for each in own)
    return CadenceRow(
        uid=person.uid,
        name=person.name,
        detail=beside(person.role, teams.get(person.team_uid, "")),
        talks=tuple(LastTalk(kind, ago(last[kind], today), is_long(kind, last[kind], today)) for kind in Kind),
        waiting=ngettext("{n} answer", "{n} answers", waits).format(n=waits) if waits else "",
        due=_("{n} open").format(n=len(own)) if own else "",
        overdue=_("{n} overdue").format(n=late) if late else "",
    )


def _summary(rows: Sequence[CadenceRow]) -> str:
    """Return what needs doing first, "" where nothing does."""
    late = sum(any(talk.overdue for talk in row.talks) for row in rows)
    overdue = sum(bool(row.overdue) for row in rows)
    said = [
        ngettext("{n} person waits for a talk.", "{n} people wait for a talk.", late).format(n=late) if late else "",
        ngettext("{n} person has an overdue commitment.", "{n} people have overdue commitments.", overdue).format(
            n=overdue
        )
        if overdue
        else "",
    ]
    return " ".join(each for each in said if each)
