"""What the vault remembers of being handed over, and the one transaction that takes a whole transfer in."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from desktop.models.note import digest_of
from desktop.models.people import Person, Team
from desktop.models.transfer import CarriedNote, CarriedPdf, TransferLine
from desktop.storage.rooms import TALKS
from desktop.storage.rows import Store, add, found
from desktop.storage.seal import Sealed
from desktop.storage.tables.core import PERSON, TEAM, TRANSFER
from desktop.storage.talks.attached import IMPORTED, attach, attaching
from desktop.storage.talks.notes import Export, add_imported


@dataclass(frozen=True, slots=True)
class Intake:
    """What is new to this vault of a transfer, with the people as they are called here.

    `here` are the uids of notes that the vault has already: of those only what is attached is added.
    """

    teams: Sequence[Team]
    people: Sequence[Person]
    notes: Sequence[CarriedNote]
    here: frozenset[str]
    lines: Sequence[TransferLine]


class TransferStore(Store):
    """Lines can be added; the vault changes and removes none. It works in the room that may only add."""

    def remember(self, lines: Sequence[TransferLine]) -> None:
        """Keep for good what was handed over."""
        with self._room.writing() as connection:
            for line in lines:
                add(connection, TRANSFER, line)

    def lines(self, person_uid: str | None = None) -> tuple[TransferLine, ...]:
        """Return what was handed over and taken over (of one person), the newest first."""
        chosen = select(TRANSFER).order_by(TRANSFER.c.at.desc(), TRANSFER.c.uid)
        if person_uid is not None:
            chosen = chosen.where(TRANSFER.c.person_uid == person_uid)
        return self._many(TransferLine, chosen)

    def take_in(self, intake: Intake) -> None:
        """Add all of it, or nothing; raise Problem if any of it cannot stand here."""
        with self._room.writing() as connection:
            for team in intake.teams:
                add(connection, TEAM, team)
            for person in intake.people:
                add(connection, PERSON, person)
            for carried in intake.notes:
                _add_note(connection, carried, new=carried.note.uid not in intake.here)
            for line in intake.lines:
                if not _remembered(connection, line):
                    add(connection, TRANSFER, line)


def _add_note(connection: Connection, carried: CarriedNote, new: bool) -> None:
    tables = TALKS[carried.note.kind]
    if new:
        add_imported(connection, tables, carried.note)
    for pdf in carried.pdfs:
        add(connection, tables.export, _export(carried.note.uid, pdf))
    for response in carried.responses:
        thing = attaching(tables, Sealed.RESPONSE, response.uid, response.arrived_at, IMPORTED)
        attach(connection, thing, tables.response, response, pdf_sha256=digest_of(response.pdf))
    for decline in carried.declines:
        thing = attaching(tables, Sealed.DECLINE, decline.uid, decline.recorded_at, IMPORTED)
        attach(connection, thing, tables.decline, decline)
    for rebuttal in carried.rebuttals:
        thing = attaching(tables, Sealed.REBUTTAL, rebuttal.uid, rebuttal.received_at, IMPORTED)
        attach(connection, thing, tables.rebuttal, rebuttal)
    for handover in carried.handovers:
        add(connection, tables.handover, handover)


def _export(note_uid: str, pdf: CarriedPdf) -> Export:
    return Export(note_uid, pdf.number, pdf.file_name, digest_of(pdf.pdf), len(pdf.pdf), pdf.made_at, pdf.pdf)


def _remembered(connection: Connection, line: TransferLine) -> bool:
    mine = TRANSFER.c.uid == line.uid, TRANSFER.c.person_uid == line.person_uid
    return found(connection, TRANSFER, *mine, TRANSFER.c.direction == str(line.direction))
