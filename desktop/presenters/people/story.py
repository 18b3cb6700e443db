"""What happened between the two, day by day: talks, notes, answers, commitments, moments; of one kind or of both.

The performance view has no score, the OKR view no rating: each is told by what its own room knows.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.i18n import _
from desktop.models.conversation import Promise
from desktop.models.guide import Kind
from desktop.models.people import Person, first_name
from desktop.models.preparation import SheetDates
from desktop.models.response import Arrival, Happened, Happening
from desktop.presenters.destination import Destination, Place
from desktop.presenters.notes.standing_words import answer_words
from desktop.presenters.notes.timeline import TalkRow, drafts, sealed
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
    told = sorted(_in_order(vault, person, kinds, shown), key=lambda row: row.on)
    newest = tuple(reversed(told))
    views = (("", _("Both kinds")), (str(Kind.OKR), _("OKR")), (str(Kind.PERFORMANCE), _("Performance")))
    return Story(view, views, newest[:shown], _("Show more") if len(newest) > shown else "")


def _in_order(vault: "Vault", person: Person, kinds: Sequence[Kind], shown: int) -> Iterator[StoryRow]:
    """Yield the events in the order in which those of one day happen: what leads up to a talk, it, what follows.

    Most of them know a day and no hour; what happens to a note is sorted by its moment.
    """
    if Kind.PERFORMANCE in kinds:
        yield from _moments(vault, person, shown)
        yield from _sheets(vault, person)
    talks = (*drafts(vault, {person.uid: person}, person.uid), *sealed(vault, person.uid))
    yield from (_talk(row) for row in reversed(talks) if row.kind in kinds)
    for kind in kinds:
        yield from _promises(vault, person, kind)
    yield from _afterwards(vault, person, kinds, {row.destination.uid: beside(row.title, row.when) for row in talks})


def _talk(row: TalkRow) -> StoryRow:
    icon = "pen-line" if row.draft else "file-check"
    return StoryRow(row.destination, icon, row.kind, row.title, beside(row.when, row.state), row.held_on)


def _afterwards(vault: "Vault", person: Person, kinds: Sequence[Kind], about: Mapping[str, str]) -> Iterator[StoryRow]:
    """Yield what happened to notes after they were sealed, each thing on its own day; `about` tells of which talk."""
    found = [(kind, each) for kind in kinds for each in vault.responses(kind).happened(person.uid)]
    for kind, each in sorted(found, key=lambda pair: pair[1].at):
        icon, words = _happened(each, isolated(first_name(person.name)))
        where = Destination(Place.NOTE, each.note_uid, str(kind))
        detail = beside(day(each.day), about.get(each.note_uid, _("an earlier revision")))
        yield StoryRow(where, icon, str(kind), words, detail, each.day)


def _happened(each: Happened, name: str) -> tuple[str, str]:
    """Return an icon and words for what happened to a note."""
    if each.arrival is Arrival.WITNESSED:
        return "pen-line", _("A witness signed that the note was offered to {name}").format(name=name)
    if each.arrival is not None:
        answer = answer_words(each.arrival, each.choice)
        return "message-square", _("Answer of {name}: {answer}").format(name=name, answer=answer)
    return {
        Happening.DECLINED: ("circle-x", _("{name} did not want to sign").format(name=name)),
        Happening.REBUTTAL: ("file-text", _("Statement of {name} attached").format(name=name)),
    }.get(each.what, ("send", _("Note given to {name}").format(name=name)))


def _sheets(vault: "Vault", person: Person) -> Iterator[StoryRow]:
    """Yield when preparation sheets were made, went out and came back."""
    name = isolated(first_name(person.name))
    for sheet in vault.preparation.dates(person.uid):
        made = _("Preparation sheet for {name} made").format(name=name)
        yield _sheet(sheet, "file-text", made, sheet.made_at.astimezone().date())
        if sheet.sent_on:
            given = _("Preparation sheet given to {name}").format(name=name)
            yield _sheet(sheet, "send", given, sheet.sent_on)
        if sheet.arrived_at:
            back = _("Preparation sheet of {name} came back").format(name=name)
            yield _sheet(sheet, "message-square", back, sheet.arrived_at.astimezone().date())


def _sheet(sheet: SheetDates, icon: str, words: str, on: date) -> StoryRow:
    kind = str(Kind.PERFORMANCE)
    return StoryRow(Destination(Place.PREPARE, sheet.conversation_uid, kind), icon, kind, words, day(on), on)


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
        for seen in reversed(vault.evidence.latest(person.uid, most + 1))
    ]
