"""The cadence for all: with whom I have not talked for how long, what waits for an answer, what is due."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from desktop.i18n import _, ngettext
from desktop.models.folding import folded
from desktop.models.guide import Kind
from desktop.models.people import Person, first_name
from desktop.models.problems import Problem
from desktop.presenters.destination import Destination, Place
from desktop.presenters.notes.timeline import TalkRow, drafts, people_by_uid, sealed
from desktop.presenters.notice import Notice, Tone, bad
from desktop.presenters.people.cadence_words import ago, is_long
from desktop.presenters.people.open_promises import PromiseRow, open_promises, settle
from desktop.presenters.people.person_form import team_names
from desktop.wording import beside, day, isolated

if TYPE_CHECKING:
    from desktop.storage.vault import Vault


PAGE = 10
"""How many things that wait, and how many commitments, are shown at first, and how many more each time."""


@dataclass(frozen=True, slots=True)
class LastTalk:
    """When a conversation of a kind was held last, in words; `overdue` if that is long ago and none is `planned`.

    `planned` says when the next one is, "" where none is begun for today or a day to come.
    """

    kind: str
    words: str
    overdue: bool
    planned: str = ""


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
    """Everybody, whoever waits longest first; then what waits and what is promised.

    `more_waiting` and `more_promises` are the verbs that show further ones, "" where all are shown.
    """

    summary: str
    rows: tuple[CadenceRow, ...]
    waiting: tuple[TalkRow, ...]
    promises: tuple[PromiseRow, ...]
    empty: str
    more_waiting: str = ""
    more_promises: str = ""
    notice: Notice | None = None


class OverviewPresenter:
    """Gathers the rhythm of all conversations."""

    def __init__(self, vault: "Vault", today: Callable[[], date] = date.today) -> None:
        self._vault = vault
        self._today = today
        self._waits, self._dues = PAGE, PAGE

    def open(self) -> OverviewScreen:
        """Show where everybody stands today."""
        self._waits, self._dues = PAGE, PAGE
        return self._screen()

    def more_waiting(self) -> OverviewScreen:
        """Show more of what waits."""
        self._waits += PAGE
        return self._screen()

    def more_promises(self) -> OverviewScreen:
        """Show more commitments."""
        self._dues += PAGE
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
        begun = drafts(self._vault, people)
        talked = _talked(self._vault, begun)
        held = last_held((*notes, *talked), today)
        waiting = (*_sheets_out(self._vault, begun), *(_waiting(row) for row in reversed(notes) if row.open_step))
        promises = open_promises(self._vault, people, today)
        teams = team_names(self._vault.people)
        rhythm = Rhythm(held, _planned(begun, talked, today))
        rows = [_row(each, teams, rhythm, waiting, promises, today) for each in sorted(others, key=_longest(held))]
        return OverviewScreen(
            summary=_summary(rows),
            rows=tuple(rows),
            waiting=waiting[: self._waits],
            promises=promises[: self._dues],
            empty="" if rows else _("Nobody is here yet. Add the first person you talk with under People."),
            more_waiting=_more(len(waiting) - self._waits),
            more_promises=_more(len(promises) - self._dues),
            notice=notice,
        )


def _more(left: int) -> str:
    return _("Show more ({n} left)").format(n=left) if left > 0 else ""


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


@dataclass(frozen=True, slots=True)
class Rhythm:
    """When talks were held last and are planned next, by person and kind."""

    held: Held
    planned: Held


def _talked(vault: "Vault", begun: Iterable[TalkRow]) -> list[TalkRow]:
    """Return the drafts in which something was said: one that was only planned is no talk."""
    said = frozenset().union(*(vault.conversations(kind).begun() for kind in Kind))
    return [row for row in begun if row.destination.uid in said]


def _planned(begun: Iterable[TalkRow], talked: Sequence[TalkRow], today: date) -> Held:
    """Return the next day for which each kind is begun with each person; today counts until something was said."""
    coming: dict[tuple[str, str], date] = {}
    for talk in begun:
        if talk.held_on > today or (talk.held_on == today and talk not in talked):
            key = (talk.person_uid, talk.kind)
            coming[key] = min(talk.held_on, coming.get(key, date.max))
    return coming


def _waiting(row: TalkRow) -> TalkRow:
    """Return a note with what it waits for, where its state does not say so."""
    return row if row.waiting else replace(row, state=beside(row.state, row.open_step))


def _sheets_out(vault: "Vault", begun: Iterable[TalkRow]) -> list[TalkRow]:
    """Return the preparation sheets that were given away and did not come back, as rows that lead to them."""
    talks = {row.destination.uid: row for row in begun}
    found = {each.conversation_uid: each for each in vault.preparation.awaited() if each.conversation_uid in talks}
    return [_sheet_out(talks[uid], sheet.sent_on) for uid, sheet in found.items() if sheet.sent_on]


def _sheet_out(talk: TalkRow, since: date) -> TalkRow:
    name = isolated(first_name(talk.person))
    return replace(
        talk,
        destination=Destination(Place.PREPARE, talk.destination.uid, talk.kind),
        title=_("Preparation sheet"),
        state=_("With {name} since {day}").format(name=name, day=day(since)),
        open_step=_("a sheet"),
    )


def _longest(held: Held) -> Callable[[Person], tuple[date, str]]:
    """Return what sorts whoever was not talked with for longest to the top."""

    def key(person: Person) -> tuple[date, str]:
        return max(held.get((person.uid, kind), date.min) for kind in Kind), folded(person.name)

    return key


def _row(
    person: Person,
    teams: Mapping[str, str],
    rhythm: Rhythm,
    waiting: Sequence[TalkRow],
    promises: Sequence[PromiseRow],
    today: date,
) -> CadenceRow:
    own = [each for each in promises if each.person_uid == person.uid]
    steps = [each.open_step for each in waiting if each.person_uid == person.uid]
    late = sum(each.overdue for each in own)
    return CadenceRow(
        uid=person.uid,
        name=person.name,
        detail=beside(person.role, teams.get(person.team_uid, "")),
        talks=tuple(_last_talk(person, kind, rhythm, today) for kind in Kind),
        waiting=steps[0] if len(steps) == 1 else _("{n} things").format(n=len(steps)) if steps else "",
        due=_("{n} open").format(n=len(own)) if own else "",
        overdue=_("{n} overdue").format(n=late) if late else "",
    )


def _last_talk(person: Person, kind: Kind, rhythm: Rhythm, today: date) -> LastTalk:
    last, coming = rhythm.held.get((person.uid, kind)), rhythm.planned.get((person.uid, kind))
    return LastTalk(kind, ago(last, today), is_long(kind, last, today) and not coming, _next(coming, today))


def _next(coming: date | None, today: date) -> str:
    if coming is None:
        return ""
    return _("planned for today") if coming == today else _("next {day}").format(day=day(coming))


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
