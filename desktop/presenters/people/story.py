"""What happened between the two, day by day: talks, notes, answers, commitments, moments; of one kind or of both.

The performance view has no score, the OKR view no rating: each is told by what its own room knows.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.i18n import _
from desktop.models.conversation import Promise
from desktop.models.guide import Kind
from desktop.models.people import Person, first_name
from desktop.models.response import Standing
from desktop.presenters.destination import Destination, Place
from desktop.presenters.notes.standing_words import standing_words
from desktop.presenters.notes.timeline import TalkRow, drafts, newest_notes, sealed
from desktop.presenters.performance.evidence_words import evidence_detail
from desktop.wording import beside, day, isolated

if TYPE_CHECKING:
    from desktop.storage.vault import Vault

PAGE = 12
"""How many events are shown at first, and how many more each time."""


@dataclass(frozen=True, slots=True)
class StoryRow:
    """One event: where it leads, an icon's name, the kind of conversation it belongs to, and its words."""

    destination: Destination
    icon: str
    kind: str
    words: str
    detail: str
    on: date


@dataclass(frozen=True, slots=True)
class Story:
    """The newest events of a view ("" is both kinds); `more` is the verb that shows further ones, "" for none."""

    view: str
    views: tuple[tuple[str, str], ...]
    rows: tuple[StoryRow, ...]
    more: str


def story_of(vault: "Vault", person: Person, view: str, shown: int) -> Story:
    """Return the newest `shown` events with a person, those of one kind if `view` names it."""
    kinds = [kind for kind in Kind if view in ("", kind)]
    rows = [row for kind in kinds for row in _events(vault, person, kind)]
    if Kind.PERFORMANCE in kinds:
        rows += _moments(vault, person, shown)
    newest = sorted(rows, key=lambda row: (row.on, row.words), reverse=True)
    views = (("", _("Both kinds")), (str(Kind.OKR), _("OKR")), (str(Kind.PERFORMANCE), _("Performance")))
    return Story(view, views, tuple(newest[:shown]), _("Show more") if len(newest) > shown else "")


def _events(vault: "Vault", person: Person, kind: Kind) -> Iterator[StoryRow]:
    people = {person.uid: person}
    talks = [row for row in (*drafts(vault, people, person.uid), *sealed(vault, person.uid)) if row.kind == kind]
    yield from (_talk(row) for row in talks)
    yield from _answers(vault, person, kind)
    yield from _promises(vault, person, kind)


def _talk(row: TalkRow) -> StoryRow:
    icon = "pen-line" if row.draft else "file-check"
    return StoryRow(row.destination, icon, row.kind, row.title, beside(row.when, row.state), row.held_on)


def _answers(vault: "Vault", person: Person, kind: Kind) -> Iterator[StoryRow]:
    standings = vault.responses(kind).standings(person.uid)
    for note in newest_notes(vault, kind, person.uid):
        standing = standings.get(note.uid)
        if standing is not None and (happened := _happened(standing, person)):
            on, icon, words = happened
            yield StoryRow(Destination(Place.NOTE, note.uid, str(kind)), icon, str(kind), words, day(on), on)


def _happened(standing: Standing, person: Person) -> tuple[date, str, str] | None:
    """Return when the newest thing happened to a note after it was sealed, with an icon and words."""
    name = first_name(person.name)
    if standing.arrived_at is not None:
        answer = _("Answer of {name}: {answer}").format(name=isolated(name), answer=standing_words(standing, name))
        return standing.arrived_at.astimezone().date(), "message-square", answer
    if standing.handed_over_at is not None:
        given = _("Note given to {name}").format(name=isolated(name))
        return standing.handed_over_at.astimezone().date(), "send", given
    return None


def _promises(vault: "Vault", person: Person, kind: Kind) -> Iterator[StoryRow]:
    store = vault.conversations(kind)
    held = {talk.uid: talk.held_on for talk in store.conversations(person_uid=person.uid)}
    states = {Promise.OPEN: _("open"), Promise.KEPT: _("kept"), Promise.DROPPED: _("dropped")}
    for promise in store.promised(person.uid):
        on = held[promise.conversation_uid]
        due = _("by {day}").format(day=day(promise.due)) if promise.due else ""
        detail = beside(day(on), promise.owner, due, states[promise.state])
        where = Destination(Place.REVIEW, promise.conversation_uid, str(kind))
        yield StoryRow(where, "handshake", str(kind), promise.text, detail, on)


def _moments(vault: "Vault", person: Person, most: int) -> list[StoryRow]:
    kind = str(Kind.PERFORMANCE)
    return [
        StoryRow(
            Destination(Place.CAPTURE, person.uid, path=seen.uid),
            "eye",
            kind,
            " ".join(seen.behaviour.split()),
            evidence_detail(seen),
            seen.observed_on,
        )
        for seen in vault.evidence.latest(person.uid, most + 1)
    ]
