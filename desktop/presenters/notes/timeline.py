"""The talks of a person or of everybody, as rows: drafts to resume and sealed notes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from desktop.i18n import _
from desktop.models.conversation import Conversation, State
from desktop.models.guide import Kind
from desktop.models.note import Note
from desktop.models.people import Person, first_name
from desktop.models.response import Arrival, Standing
from desktop.presenters.destination import Destination, Place
from desktop.presenters.notes.standing_words import open_step, standing_words, waits
from desktop.presenters.talk.steps import section_at
from desktop.wording import day, isolated, title_of

if TYPE_CHECKING:
    from desktop.storage.vault import Vault


@dataclass(frozen=True, slots=True)
class TalkRow:
    """One talk: where it leads, what it was, with whom, where it stands. `held_on` sorts, `when` is read.

    `waiting`: the note is with its employee, and no answer has come. `open_step` says in a few words what is waited for
    otherwise, too, "" for nothing.
    """

    destination: Destination
    kind: str
    title: str
    person_uid: str
    person: str
    state: str
    when: str
    held_on: date
    draft: bool
    waiting: bool = False
    open_step: str = ""


def people_by_uid(vault: "Vault") -> Mapping[str, Person]:
    """Return everybody the vault knows."""
    return {person.uid: person for person in vault.people.people()}


def drafts(vault: "Vault", people: Mapping[str, Person], person_uid: str | None = None) -> tuple[TalkRow, ...]:
    """Return the open talks of one person or of all, newest first."""
    found = [
        _draft(people, talk)
        for kind in Kind
        for talk in vault.conversations(kind).conversations(person_uid=person_uid, state=State.DRAFT)
    ]
    return _newest_first(found)


def sealed(vault: "Vault", person_uid: str | None = None) -> tuple[TalkRow, ...]:
    """Return the newest revision of every sealed note of one person or of all, newest talk first."""
    found, known = [], frozenset(vault.profile.pinned())
    for kind in Kind:
        standings = vault.responses(kind).standings(person_uid)
        for note in newest_notes(vault, kind, person_uid):
            found.append(_sealed(note, _compared(standings.get(note.uid), note, known)))
    return _newest_first(found)


def _compared(standing: Standing | None, note: Note, known: frozenset[tuple[str, bytes]]) -> Standing | None:
    """Return where a note stands if the key that was unknown when its answer came has been compared since."""
    if standing is None or (note.person_uid, standing.certificate) not in known:
        return standing
    return replace(standing, arrival=Arrival.SIGNED)


def newest_notes(vault: "Vault", kind: Kind, person_uid: str | None = None) -> tuple[Note, ...]:
    """Return the newest revision of every note of one kind."""
    newest: dict[str, Note] = {}
    for note in vault.notes(kind).notes(person_uid=person_uid):
        if note.series not in newest or newest[note.series].revision < note.revision:
            newest[note.series] = note
    return tuple(newest.values())


def _newest_first(rows: list[TalkRow]) -> tuple[TalkRow, ...]:
    return tuple(sorted(rows, key=lambda row: (row.held_on, row.destination.uid), reverse=True))


def _draft(people: Mapping[str, Person], talk: Conversation) -> TalkRow:
    person = people[talk.person_uid]
    place = Place.REVIEW if talk.corrects else Place.CONVERSATION
    return TalkRow(
        destination=Destination(place, talk.uid, str(talk.kind)),
        kind=str(talk.kind),
        title=title_of(talk.kind, talk.stage),
        person_uid=person.uid,
        person=person.name,
        state=_("Correction") if talk.corrects else _where(talk),
        when=day(talk.held_on),
        held_on=talk.held_on,
        draft=True,
    )


def _where(talk: Conversation) -> str:
    """Return the section a talk stands at."""
    section = section_at(talk.guide, talk.step)
    return _("Section {n} of {all}: {title}").format(
        n=section + 1, all=len(talk.guide.sections), title=isolated(talk.guide.sections[section].title)
    )


def _sealed(note: Note, standing: Standing | None) -> TalkRow:
    told = note.content
    name = told["employee"]["name"]
    held_on = date.fromisoformat(told["held_on"])
    return TalkRow(
        destination=Destination(Place.NOTE, note.uid, str(note.kind)),
        kind=str(note.kind),
        title=title_of(note.kind, note.stage),
        person_uid=note.person_uid,
        person=name,
        state=" · ".join(part for part in (_state(note), standing_words(standing, first_name(name))) if part),
        when=day(held_on),
        held_on=held_on,
        draft=False,
        waiting=waits(standing),
        open_step=open_step(standing),
    )


def _state(note: Note) -> str:
    sealed_on = day(note.sealed_at.astimezone().date())
    if note.imported:
        return _("Imported, sealed {day}").format(day=sealed_on)
    if note.revision > 1:
        return _("Sealed {day}, revision {n}").format(day=sealed_on, n=note.revision)
    return _("Sealed {day}").format(day=sealed_on)
