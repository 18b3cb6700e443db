"""Notes from elsewhere: first a plan that says what an import would do, then the plan carried out.

Import adds and never changes: a note that is here already stays, and one that contradicts it is refused.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.flows.notes.exporting import export_name
from desktop.models.guide import Kind
from desktop.models.ids import new_uid
from desktop.models.note import Note, imported_note
from desktop.models.people import Person, Team
from desktop.models.problems import Problem

if TYPE_CHECKING:
    from desktop.storage.vault import Vault

OTHER_VERSION = "The vault has this note with other words; one of the two was changed on its way. Nothing was imported."
OTHER_REVISION = "The vault has another revision {n} of this note already; ask whoever sealed them which one counts."
_SEVERAL = "The vault has several people called {name}; give one of them the e-mail address {email} first."


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What importing one record means for this vault.

    `new_team` is the name of a team to add, "" for none; `refusal` says why it cannot be imported, if so.
    """

    note: Note
    person: Person
    new_person: bool = False
    new_team: str = ""
    here: bool = False
    refusal: Problem | None = None


def plan_import(vault: "Vault", record: Mapping[str, Any]) -> ImportPlan:
    """Return what would happen to a valid record; nothing is changed."""
    try:
        person, new_person = person_of(vault, record["employee"])
    except Problem as refusal:
        told = record["employee"]
        return ImportPlan(imported_note(record, ""), Person(told["uid"], told["name"]), refusal=refusal)
    note = imported_note(record, person.uid)
    known = _known(vault, note)
    team = record["employee"]["team"]
    new_team = team if new_person and not _team_uid(vault, team) else ""
    return ImportPlan(
        note, person, new_person, new_team, here=known == note.digest, refusal=_refusal(vault, note, known)
    )


def run_import(vault: "Vault", plan: ImportPlan, pdf: bytes = b"") -> Note:
    """Carry a plan out and return the note as the vault has it; raise Problem if the plan is refused.

    `pdf` is the signed file the record came from, if any: the vault keeps it, as nobody here can sign it again.
    """
    if plan.refusal:
        raise plan.refusal
    notes = vault.notes(plan.note.kind)
    note = notes.note(plan.note.uid) if plan.here else _added(vault, plan)
    if pdf and note.imported and not notes.exports(note.uid):
        notes.save_export(note.uid, export_name(note), pdf)
    return note


def _added(vault: "Vault", plan: ImportPlan) -> Note:
    if plan.new_team:
        vault.people.add_team(Team(plan.person.team_uid, plan.new_team))
    if plan.new_person:
        vault.people.save(plan.person)
    return vault.notes(plan.note.kind).add_imported(plan.note)


def person_of(vault: "Vault", told: Mapping[str, str]) -> tuple[Person, bool]:
    """Return who is told of (by uid, e-mail or name), and whether they are new to the vault.

    Raises Problem if several people here could be meant.
    """
    people = vault.people.people()
    same_uid = [person for person in people if person.uid == told["uid"]]
    same_email = [person for person in people if told["email"] and _same(person.email, told["email"])]
    same_name = [person for person in people if _same(person.name, told["name"]) and _may_be(person, told)]
    for found in (same_uid, same_email, same_name):
        if len(found) > 1:
            raise Problem(_SEVERAL, name=told["name"], email=told["email"] or "…")
        if found:
            return found[0], False
    team_uid = (_team_uid(vault, told["team"]) or new_uid()) if told["team"] else ""
    return Person(told["uid"], told["name"], told["role"], told["email"], team_uid), True


def _may_be(person: Person, told: Mapping[str, str]) -> bool:
    """Two people of one name are told apart by their e-mail addresses, if both have one."""
    return not (person.email and told["email"])


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _team_uid(vault: "Vault", name: str) -> str:
    return next((team.uid for team in vault.people.teams() if _same(team.name, name)), "")


def _known(vault: "Vault", note: Note) -> str:
    """Return the digest of the note that has this uid here, "" if there is none."""
    notes = (found for kind in Kind for found in vault.notes(kind).notes())
    return next((found.digest for found in notes if found.uid == note.uid), "")


def _refusal(vault: "Vault", note: Note, known: str) -> Problem | None:
    if known:
        return None if known == note.digest else Problem(OTHER_VERSION)
    taken = [found.revision for found in vault.notes(note.kind).revisions(note.series)]
    return Problem(OTHER_REVISION, n=note.revision) if note.revision in taken else None
