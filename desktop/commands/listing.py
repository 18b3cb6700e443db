"""`list`: conversations and notes of a vault."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from desktop.commands.output import GOOD, document, line
from desktop.commands.vaults import Chosen, opened
from desktop.i18n import _
from desktop.models.conversation import State
from desktop.models.guide import Kind, Stage
from desktop.models.people import Person
from desktop.models.problems import Problem
from desktop.wording import title_of

if TYPE_CHECKING:
    from desktop.models.conversation import Conversation
    from desktop.models.note import Note
    from desktop.storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Row:
    """One draft, or one revision of a note; `export` takes its `uid`. `state`: draft, sealed or imported."""

    uid: str
    conversation: str
    kind: Kind
    stage: Stage
    person: str
    held_on: str
    period: str
    state: str
    revision: int
    digest: str


def show_list(vault: Chosen, name: str, kind: str, as_json: bool) -> int:
    """Print drafts and notes, newest day first; only of people with `name` in theirs, of `kind` if given."""
    with opened(vault, exclusive=False) as house:
        people = people_called(house, name)
        rows = [row for each in Kind if kind in ("", each) for row in _rows(house, each, people)]
    rows.sort(key=lambda row: (row.held_on, row.revision), reverse=True)
    if as_json:
        document([asdict(row) for row in rows])
    elif not rows:
        line(_("No conversations yet."))
    else:
        for row in rows:
            line(_told(row))
    return GOOD


def people_called(vault: "Vault", name: str) -> Mapping[str, Person]:
    """Return everybody with `name` in theirs, by uid; raise Problem if nobody is called like this."""
    wanted = " ".join(name.split()).casefold()
    people = {person.uid: person for person in vault.people.people() if wanted in person.name.casefold()}
    if not people and wanted:
        raise Problem("Nobody in this vault is called “{name}”.", name=name)
    return people


def _rows(vault: "Vault", kind: Kind, people: Mapping[str, Person]) -> Iterator[Row]:
    for draft in vault.conversations(kind).conversations(state=State.DRAFT):
        if draft.person_uid in people:
            yield _draft(draft, people[draft.person_uid])
    for note in vault.notes(kind).notes():
        if note.person_uid in people:
            yield _note(note, people[note.person_uid])


def _draft(draft: "Conversation", person: Person) -> Row:
    return Row(
        uid=draft.uid,
        conversation=draft.uid,
        kind=draft.kind,
        stage=draft.stage,
        person=person.name,
        held_on=draft.held_on.isoformat(),
        period=draft.period,
        state=draft.state,
        revision=0,
        digest="",
    )


def _note(note: "Note", person: Person) -> Row:
    record = note.content
    return Row(
        uid=note.uid,
        conversation=note.conversation_uid,
        kind=note.kind,
        stage=note.stage,
        person=person.name,
        held_on=record["held_on"],
        period=record["period"]["name"],
        state="imported" if note.imported else State.SEALED,
        revision=note.revision,
        digest=note.digest,
    )


def _told(row: Row) -> str:
    state = {"draft": _("draft"), "sealed": _("sealed"), "imported": _("imported")}[row.state]
    revision = " " + _("(revision {n})").format(n=row.revision) if row.revision > 1 else ""
    return f"{row.uid[:8]}  {row.held_on}  {state}{revision}  {title_of(row.kind, row.stage)}  {row.person}"
