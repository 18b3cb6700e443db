"""Handing over to another manager, or to HR's archive: chosen people and notes in one file that only they can open.

What never goes along: drafts, private notes, keys, and scores outside the notes they were sealed in.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.documents.keys.certificate_facts import certificate_facts
from desktop.documents.keys.certificates import certificate_pem, read_certificates
from desktop.documents.transfer.parcel import pack, receiver_of
from desktop.flows.filing import drafted, give_name, saving_to, write_new
from desktop.flows.keys.checking import read_file
from desktop.flows.keys.key_files import usable
from desktop.flows.naming import file_name, name_part
from desktop.flows.notes.exporting import load_signer
from desktop.i18n import _
from desktop.models.guide import Kind
from desktop.models.identity import fingerprint
from desktop.models.ids import new_uid, now
from desktop.models.note import Note, imported_note
from desktop.models.people import Person
from desktop.models.problems import Problem
from desktop.models.suffix import HANDED_OVER
from desktop.models.transfer import CarriedNote, CarriedPdf, CarriedPerson, Direction, Parcel, TransferLine
from desktop.wording import day

if TYPE_CHECKING:
    from desktop.storage.vault import Vault

LARGEST = 90 * 1024 * 1024
"""Bytes in one file; what is larger is not read by the other side."""

_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which people go along, and which notes: (kind, uid) of any revision stands for all revisions of that note."""

    people: Sequence[str]
    notes: Sequence[tuple[Kind, str]] = ()


@dataclass(frozen=True, slots=True)
class Transferred:
    """Where the file lies, and what the vault remembers of it."""

    path: Path
    lines: tuple[TransferLine, ...]


def read_receiver(path: Path) -> bytes:
    """Return the certificate (DER) in a file that somebody sent so that notes can be handed over to them.

    Raises Problem if there is none, or not one of a person, or one that is not valid today.
    """
    people = [each for each in read_certificates(read_file(path)) if not certificate_facts(each).authority]
    if not people:
        raise Problem("This is the certificate of a firm; choose the one of the person who takes over.")
    facts = certificate_facts(people[0])
    if not facts.holds_at(now()):
        expired = "This certificate is valid from {since} until {until}; ask {name} for the one of today."
        days = {"since": day(facts.since.astimezone().date()), "until": day(facts.until.astimezone().date())}
        raise Problem(expired, name=facts.subject, **days)
    return people[0]


def transfer(vault: "Vault", chosen: Chosen, receiver: bytes, path: Path, pin: str = "") -> Transferred:
    """Write the chosen people and notes to a new file that the holder of `receiver` (DER) alone can open.

    The vault remembers it. Raises Problem if there is nobody to sign, nothing to hand over, or the folder refuses; then
    nothing is left behind.
    """
    signer = load_signer(vault, pin)
    parcel = gather(vault, chosen, receiver)
    data = pack(parcel, usable(signer.identity), receiver, pin)
    lines = transfer_lines(parcel, Direction.OUT, certificate_facts(receiver).subject, fingerprint(receiver))
    with drafted(path.parent, data) as draft:
        named = give_name(draft, path.name)
    try:
        vault.transfers.remember(lines)
    except Problem:
        with saving_to(named.parent):
            named.unlink()
        raise
    return Transferred(named, lines)


def gather(vault: "Vault", chosen: Chosen, receiver: bytes) -> Parcel:
    """Return what was chosen as it goes into a file; whoever a note is about goes along with it."""
    me = vault.profile.me()
    if me is None:
        raise Problem("Say who you are under Settings first; whoever takes over must know from whom.")
    notes = tuple(_carried(vault, note) for note in _all_revisions(vault, chosen.notes))
    people = dict.fromkeys([*chosen.people, *(each.note.person_uid for each in notes)])
    if not people:
        raise Problem("Choose somebody to hand over first.")
    if size_of(notes) > LARGEST:
        raise Problem("These notes are larger than 90 MB together; choose fewer, and make a second file of the rest.")
    carried = tuple(_carried_person(vault, uid) for uid in people)
    return Parcel(new_uid(), now(), replace(me, team_uid=""), receiver_of(receiver), carried, notes)


def transfer_lines(
    parcel: Parcel, direction: Direction, name: str, print_: str, uids: dict[str, str] | None = None
) -> tuple[TransferLine, ...]:
    """Return what is to be remembered of a parcel; `uids` are those of its people in this vault, where they differ."""
    here = uids or {}
    return tuple(
        TransferLine(
            parcel.uid,
            here.get(each.person.uid, each.person.uid),
            direction,
            parcel.made_at if direction is Direction.OUT else now(),
            name,
            print_,
            _count(parcel.notes, each.person.uid, Kind.OKR),
            _count(parcel.notes, each.person.uid, Kind.PERFORMANCE),
        )
        for each in parcel.people
    )


def size_of(notes: Iterable[CarriedNote]) -> int:
    """Return how many bytes notes have with all their files."""
    return sum(_size(each) for each in notes)


def transfer_name(receiver: bytes) -> str:
    """Return what a file for the holder of a certificate (DER) is called: "2026-11-20 For Ada Lind.duologue"."""
    name = name_part(certificate_facts(receiver).subject, _LONGEST_NAME)
    return file_name((_("{day} For {name}").format(day=now().astimezone().date().isoformat(), name=name),), HANDED_OVER)


def save_certificate(vault: "Vault", path: Path) -> Path:
    """Write the owner's certificate (PEM), which is no secret, to a new file and return where it lies.

    Raises Problem if the key lives in a token: it could not open what is handed over to it.
    """
    me = vault.profile.me()
    identity = vault.profile.identity(me.uid) if me else None
    if identity is None:
        raise Problem("You have no key yet; make one under Settings, “My key”, first.")
    if identity.token:
        raise Problem("Your key lives in a token, which signs but opens nothing. Make a key in this vault to receive.")
    return write_new(path.parent, path.name, certificate_pem(identity.certificate))


def _all_revisions(vault: "Vault", chosen: Sequence[tuple[Kind, str]]) -> list[Note]:
    series = dict.fromkeys((kind, vault.notes(kind).note(uid).series) for kind, uid in chosen)
    return [note for kind, each in series for note in vault.notes(kind).revisions(each)]


def _carried(vault: "Vault", note: Note) -> CarriedNote:
    responses = vault.responses(note.kind)
    exports = vault.notes(note.kind).exports(note.uid)
    return CarriedNote(
        note=imported_note(note.content, note.person_uid),
        pdfs=tuple(CarriedPdf(each.number, each.file_name, each.made_at, each.pdf) for each in exports),
        responses=tuple(replace(each, pdf=responses.file(each.uid)) for each in responses.responses(note.uid)),
        declines=responses.declines(note.uid),
        handovers=responses.handovers(note.uid),
        rebuttals=responses.rebuttals(note.uid),
    )


def _carried_person(vault: "Vault", uid: str) -> CarriedPerson:
    person: Person = vault.people.person(uid)
    team = vault.people.team(person.team_uid).name if person.team_uid else ""
    return CarriedPerson(replace(person, team_uid=""), team)


def _count(notes: Iterable[CarriedNote], person_uid: str, kind: Kind) -> int:
    mine = (each.note for each in notes if each.note.person_uid == person_uid and each.note.kind is kind)
    return len({note.series for note in mine})


def _size(each: CarriedNote) -> int:
    pdfs, answers = sum(len(pdf.pdf) for pdf in each.pdfs), sum(len(answer.pdf) for answer in each.responses)
    return len(each.note.record) + pdfs + answers + sum(rebuttal.length for rebuttal in each.rebuttals)
