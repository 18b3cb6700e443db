"""The home screen: what now?"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop.i18n import _, ngettext
from desktop.models.people import Person, first_name
from desktop.models.problems import Problem
from desktop.presenters.destination import Destination, Place
from desktop.presenters.notes.timeline import TalkRow, drafts, people_by_uid, sealed
from desktop.presenters.notice import Notice, Tone, bad
from desktop.presenters.people.open_promises import PromiseRow, open_promises, settle
from desktop.wording import day, isolated

if TYPE_CHECKING:
    from desktop.storage.vault import Vault

_SOON = timedelta(days=14)
_LONG_AGO = timedelta(weeks=4)
_NOTES_SHOWN = 5
_PROMISES_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The one thing worth doing next, and where it is done."""

    text: str
    verb: str
    destination: Destination


@dataclass(frozen=True, slots=True)
class HomeScreen:
    """What waits today; every list may be empty."""

    title: str
    subtitle: str
    suggestion: Suggestion | None
    drafts: tuple[TalkRow, ...]
    promises: tuple[PromiseRow, ...]
    promises_hint: str
    waiting: tuple[TalkRow, ...]
    notes: tuple[TalkRow, ...]
    verify_hint: str
    notice: Notice | None = None


class HomePresenter:
    """Gathers what waits."""

    def __init__(self, vault: "Vault", today: Callable[[], date] = date.today) -> None:
        self._vault = vault
        self._today = today

    def open(self) -> HomeScreen:
        """Show what waits now."""
        return self._screen()

    def settle(self, kind: str, uid: str, state: str) -> HomeScreen:
        """Say that a commitment was kept or dropped."""
        try:
            return self._screen(Notice(Tone.GOOD, settle(self._vault, kind, uid, state)))
        except Problem as problem:
            return self._screen(bad(problem))

    def _screen(self, notice: Notice | None = None) -> HomeScreen:
        today, people, me = self._today(), people_by_uid(self._vault), self._vault.profile.me()
        soon = [row for row in open_promises(self._vault, people, today) if row.due and row.due <= today + _SOON]
        begun, notes = drafts(self._vault, people), sealed(self._vault)
        return HomeScreen(
            title=_("Hello, {name}").format(name=isolated(first_name(me.name))) if me else _("Hello"),
            subtitle=day(today),
            suggestion=self._suggestion(people, me, begun, notes),
            drafts=begun,
            promises=tuple(soon[:_PROMISES_SHOWN]),
            promises_hint=_promises_hint(len(soon)),
            waiting=tuple(row for row in reversed(notes) if row.waiting)[:_NOTES_SHOWN],
            notes=notes[:_NOTES_SHOWN],
            verify_hint=_("Drop a PDF here to verify it"),
            notice=notice or self._clock(today),
        )

    def _clock(self, today: date) -> Notice | None:
        """Warn of a clock that was set back: days, deadlines and the time in a signature all come from it."""
        sealed_at = self._vault.last_sealed()
        if sealed_at is None or sealed_at.astimezone().date() <= today:
            return None
        sentence = _(
            "This computer's clock says {today}, but your newest note was sealed on {day}. Please set the clock: every "
            "date and signature uses it."
        )
        told = sentence.format(today=day(today), day=day(sealed_at.astimezone().date()))
        return Notice(Tone.WARN, told)

    def _suggestion(
        self, people: Mapping[str, Person], me: Person | None, begun: Sequence[TalkRow], notes: Sequence[TalkRow]
    ) -> Suggestion | None:
        """Return who is longest without a talk; whoever has a draft is left out, it is the next step."""
        others = [person for person in people.values() if me is None or person.uid != me.uid]
        if not others:
            sentence = _("Add the first person you talk with. Then start a conversation with them.")
            return Suggestion(sentence, _("Add a person"), Destination(Place.PEOPLE, path="add"))
        busy = {row.person_uid for row in begun}
        last = {row.person_uid: row.held_on for row in reversed(notes)}  # the newest stands first
        waiting = [person for person in others if person.uid not in busy]
        if not waiting:
            return None
        longest = min(waiting, key=lambda person: (last.get(person.uid, date.min), person.name.casefold()))
        return self._about(longest, last.get(longest.uid))

    def _about(self, person: Person, last: date | None) -> Suggestion | None:
        name, destination = isolated(first_name(person.name)), Destination(Place.PERSON, person.uid)
        if last is None:
            sentence = _("You have not talked with {name} here yet.").format(name=name)
            return Suggestion(sentence, _("Start a conversation"), destination)
        if self._today() - last < _LONG_AGO:
            return None
        weeks = (self._today() - last).days // 7
        sentence = ngettext(
            "You have not talked with {name} for {weeks} week.",
            "You have not talked with {name} for {weeks} weeks.",
            weeks,
        )
        return Suggestion(sentence.format(name=name, weeks=weeks), _("Start a check-in"), destination)


def _promises_hint(count: int) -> str:
    if count <= _PROMISES_SHOWN:
        return _("Overdue and within two weeks")
    return _("The first {shown} of {count}, overdue and within two weeks").format(shown=_PROMISES_SHOWN, count=count)
