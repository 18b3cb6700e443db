"""What came back to the notes of one kind: answers, refusals to sign, hand-overs, rebuttals."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Select, Table, case, func, literal, select

from desktop.models.note import digest_of
from desktop.models.response import (
    Arrival,
    Decline,
    Handover,
    Happened,
    Happening,
    KeySeen,
    Rebuttal,
    Response,
    Standing,
    Way,
)
from desktop.storage.adapter import from_row
from desktop.storage.faults import Refused
from desktop.storage.room import Room
from desktop.storage.rows import Store, add, found
from desktop.storage.seal import Sealed
from desktop.storage.tables.core import SEAL
from desktop.storage.tables.talks import TalkTables
from desktop.storage.talks.attached import ATTACHED, attach, attaching


class ResponseStore(Store):
    """All of it can be added; the vault changes and removes none. Lists are in the order of attaching."""

    def __init__(self, room: Room, tables: TalkTables) -> None:
        super().__init__(room)
        self._tables = tables

    def add_response(self, response: Response) -> Response:
        """Attach an answer to its note for good and return it; raise Problem if the note has this file already."""
        table, sha256 = self._tables.response, digest_of(response.pdf)
        thing = attaching(self._tables, Sealed.RESPONSE, response.uid, response.arrived_at)
        with self._room.writing() as connection:
            if found(connection, table, table.c.note_uid == response.note_uid, table.c.pdf_sha256 == sha256):
                raise Refused("This answer is attached already.")
            attach(connection, thing, table, response, pdf_sha256=sha256)
        return response

    def responses(self, note_uid: str) -> tuple[Response, ...]:
        """Return the answers to a note, the oldest first, without their files: `pdf` is b"" (see `file`)."""
        table = self._tables.response
        shown = [column for column in table.c if column.name != "pdf"]
        return self._many(Response, _of_note(table, note_uid).with_only_columns(*shown, literal(b"").label("pdf")))

    def file(self, response_uid: str) -> bytes:
        """Return the file of an answer as it came; raise Problem if there is no answer of this uid."""
        return self._one(Response, self._tables.response, response_uid).pdf

    def made_here(self) -> tuple[bytes, ...]:
        """Return the certificates (DER) of the keys that were made for one signature on this machine.

        Keys that were made on another manager's machine come with a note that is taken over; they are none of these.
        """
        table = self._tables.response
        here = table.c.way == str(Way.ROOM), SEAL.c.event == ATTACHED
        chosen = select(table.c.certificate).join(SEAL, SEAL.c.uid == table.c.uid).where(*here).distinct()
        with self._room.reading() as connection:
            return tuple(connection.execute(chosen).scalars())

    def keys_seen(self, person_uid: str) -> tuple[KeySeen, ...]:
        """Return the keys that signed a person's answers in files, the newest answer first; witnesses are left out."""
        table, note = self._tables.response, self._tables.note
        arrivals = (str(Arrival.SIGNED), str(Arrival.UNKNOWN_SIGNER))
        seen = select(table.c.certificate, table.c.arrived_at, table.c.arrival)
        chained = seen.join(note, note.c.uid == table.c.note_uid).join(SEAL, SEAL.c.uid == table.c.uid)
        theirs = note.c.person_uid == person_uid, table.c.way == str(Way.FILE), table.c.arrival.in_(arrivals)
        return self._many(KeySeen, chained.where(*theirs).order_by(SEAL.c.seq.desc()))

    def add_decline(self, decline: Decline) -> None:
        """Record for good that the employee did not want to sign."""
        thing = attaching(self._tables, Sealed.DECLINE, decline.uid, decline.recorded_at)
        with self._room.writing() as connection:
            attach(connection, thing, self._tables.decline, decline)

    def declines(self, note_uid: str) -> tuple[Decline, ...]:
        """Return the refusals to sign a note, the oldest first."""
        return self._many(Decline, _of_note(self._tables.decline, note_uid))

    def hand_over(self, handover: Handover) -> None:
        """Record for good that the note went to the employee."""
        with self._room.writing() as connection:
            add(connection, self._tables.handover, handover)

    def handovers(self, note_uid: str) -> tuple[Handover, ...]:
        """Return when a note went to the employee, the oldest first."""
        table = self._tables.handover
        return self._many(Handover, select(table).where(table.c.note_uid == note_uid).order_by(table.c.at))

    def add_rebuttal(self, rebuttal: Rebuttal) -> None:
        """Attach a statement to its note for good; raise Problem if the note has it already."""
        table = self._tables.rebuttal
        if (rebuttal.sha256, rebuttal.length) != (digest_of(rebuttal.content), len(rebuttal.content)):
            raise Refused("The rebuttal does not match its digest; it was changed on the way here.")
        thing = attaching(self._tables, Sealed.REBUTTAL, rebuttal.uid, rebuttal.received_at)
        with self._room.writing() as connection:
            if found(connection, table, table.c.note_uid == rebuttal.note_uid, table.c.sha256 == rebuttal.sha256):
                raise Refused("This rebuttal is attached already.")
            attach(connection, thing, table, rebuttal)

    def rebuttals(self, note_uid: str) -> tuple[Rebuttal, ...]:
        """Return the statements attached to a note with their files, the oldest first."""
        return self._many(Rebuttal, _of_note(self._tables.rebuttal, note_uid))

    def happened(self, person_uid: str) -> tuple[Happened, ...]:
        """Return all that happened to the notes about a person after they were sealed; no file is read for it."""
        tables, note = self._tables, self._tables.note
        answer, known = tables.response, {"arrival": None, "choice": "", "declined_on": None}
        heads = {
            Happening.GIVEN: (tables.handover, tables.handover.c.at, ()),
            Happening.ANSWER: (answer, answer.c.arrived_at, (answer.c.arrival, answer.c.choice)),
            Happening.DECLINED: (tables.decline, tables.decline.c.recorded_at, (tables.decline.c.declined_on,)),
            Happening.REBUTTAL: (tables.rebuttal, tables.rebuttal.c.received_at, ()),
        }
        found = []
        with self._room.reading() as connection:
            for what, (table, at, more) in heads.items():
                mine = select(table.c.note_uid, at.label("at"), *more).join(note, note.c.uid == table.c.note_uid)
                rows = connection.execute(mine.where(note.c.person_uid == person_uid)).mappings()
                found += [from_row(Happened, {**known, **row, "what": what}) for row in rows]
        return tuple(found)

    def standings(self, person_uid: str | None = None) -> Mapping[str, Standing]:
        """Return where every note (of one person) stands, by note uid; no file is read for it."""
        chosen = _unanswered(self._tables)
        nothing = {"arrival": None, "choice": "", "arrived_at": None, "certificate": b""}
        if person_uid is not None:
            chosen = chosen.where(self._tables.note.c.person_uid == person_uid)
        with self._room.reading() as connection:
            answers = connection.execute(_answers(self._tables.response)).mappings().all()
            rows = connection.execute(chosen).mappings().all()
        newest = {row["note_uid"]: row for row in answers}
        witnessed = {row["note_uid"] for row in answers if row["arrival"] == Arrival.WITNESSED}
        return {
            (uid := row["note_uid"]): from_row(
                Standing, {**nothing, **newest.get(uid, {}), **row, "witnessed": uid in witnessed}
            )
            for row in rows
        }


def _of_note(table: Table, note_uid: str) -> Select[Any]:
    """Select what is attached to a note in the order of the chain, which nobody can change unseen."""
    sealed = select(table).join(SEAL, SEAL.c.uid == table.c.uid)
    return sealed.where(table.c.note_uid == note_uid).order_by(SEAL.c.seq)


def _unanswered(tables: TalkTables) -> Select[Any]:
    """Select what is known of every note but its newest answer."""
    note, handover, rebuttal, decline = tables.note, tables.handover, tables.rebuttal, tables.decline
    handed = select(func.max(handover.c.at)).where(handover.c.note_uid == note.c.uid)
    count = select(func.count()).select_from(rebuttal).where(rebuttal.c.note_uid == note.c.uid)
    declined = select(decline.c.uid).where(decline.c.note_uid == note.c.uid).exists()
    return select(
        note.c.uid.label("note_uid"),
        handed.scalar_subquery().label("handed_over_at"),
        count.scalar_subquery().label("rebuttals"),
        declined.label("declined"),
    )


def _answers(response: Table) -> Select[Any]:
    """Select the heads of all answers in the order of the chain, in one pass over the table.

    Looking rows up one by one would read the files of all rows that are passed on the way.
    """
    place = select(SEAL.c.seq).where(SEAL.c.uid == response.c.uid).scalar_subquery()
    unknown = case((response.c.arrival == str(Arrival.UNKNOWN_SIGNER), response.c.certificate), else_=b"")
    heads = select(response.c.note_uid, response.c.arrival, response.c.choice, response.c.arrived_at)
    return heads.add_columns(unknown.label("certificate")).order_by(place)
