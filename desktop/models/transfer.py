"""What one manager hands over to another, or to HR's archive: people, sealed notes, and what was attached to those."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from desktop.models.note import Note
from desktop.models.people import Person
from desktop.models.response import Decline, Handover, Rebuttal, Response


class Direction(StrEnum):
    """Whether a vault gave something away or took it in."""

    OUT = "out"
    IN = "in"


@dataclass(frozen=True, slots=True)
class CarriedPdf:
    """A signed PDF of a note as it was handed out."""

    number: int
    file_name: str
    made_at: datetime
    pdf: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class CarriedNote:
    """One revision of a sealed note with all that is kept beside it."""

    note: Note
    pdfs: tuple[CarriedPdf, ...] = ()
    responses: tuple[Response, ...] = ()
    declines: tuple[Decline, ...] = ()
    handovers: tuple[Handover, ...] = ()
    rebuttals: tuple[Rebuttal, ...] = ()


@dataclass(frozen=True, slots=True)
class CarriedPerson:
    """A person with the name of their team ("" for none); `person.team_uid` means nothing elsewhere and is ""."""

    person: Person
    team: str = ""


@dataclass(frozen=True, slots=True)
class Parcel:
    """What a file carries, from whom, since when. No drafts, private notes or keys are ever part of it.

    `receiver` is the SHA-256 (hex) of the one certificate that the file is for: the sender signs that too, so nobody
    can pass their signature on to somebody else. Every note's `person_uid` is that of one of `people`.
    """

    uid: str
    made_at: datetime
    sender: Person
    receiver: str
    people: tuple[CarriedPerson, ...]
    notes: tuple[CarriedNote, ...]


@dataclass(frozen=True, slots=True)
class Unpacked:
    """An opened file whose signature holds: its parcel, and who signed (DER), with those who vouch for them (DER)."""

    parcel: Parcel
    certificate: bytes = field(repr=False)
    issuers: tuple[bytes, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class TransferLine:
    """What the vault remembers of one person in one transfer: when, to or from whom, how many notes of each kind."""

    uid: str
    person_uid: str
    direction: Direction
    at: datetime
    name: str
    fingerprint: str
    okr_notes: int = 0
    performance_notes: int = 0
