"""Preparation sheets and what came back in them; refused once their conversation is sealed."""

from datetime import date

from sqlalchemy import func, select

from desktop.models.conversation import State
from desktop.models.performance import Evidence
from desktop.models.preparation import SheetDates, SheetMade, SheetReturned, SheetTaken
from desktop.storage.faults import Refused
from desktop.storage.performance.schema import EVIDENCE, TALKS
from desktop.storage.performance.schema_preparation import SHEET, SHEET_RETURNED, SHEET_TAKEN
from desktop.storage.rows import Store, add, found, put


class PreparationStore(Store):
    """The sheets of performance conversations."""

    def add_made(self, sheet: SheetMade) -> None:
        """Remember a sheet that was made."""
        with self._room.writing() as connection:
            add(connection, SHEET, sheet)

    def set_sent(self, uid: str, sent_on: date | None) -> None:
        """Say on which day a sheet was given away, None for not yet."""
        told = sent_on.isoformat() if sent_on else None
        with self._room.writing() as connection:
            connection.execute(SHEET.update().where(SHEET.c.uid == uid).values(sent_on=told))

    def made(self, conversation_uid: str) -> tuple[SheetMade, ...]:
        """Return the sheets made for a conversation, the oldest first."""
        chosen = select(SHEET).where(SHEET.c.conversation_uid == conversation_uid)
        return self._many(SheetMade, chosen.order_by(SHEET.c.made_at))

    def sheet(self, uid: str) -> SheetMade | None:
        """Return the sheet with this mark, None if it was not made here."""
        return next(iter(self._many(SheetMade, select(SHEET).where(SHEET.c.uid == uid))), None)

    def add_returned(self, sheet: SheetReturned) -> None:
        """Keep a sheet that came back."""
        with self._room.writing() as connection:
            add(connection, SHEET_RETURNED, sheet)

    def returned(self, conversation_uid: str) -> tuple[SheetReturned, ...]:
        """Return the sheets that came back for a conversation, in the order in which they arrived."""
        chosen = select(SHEET_RETURNED).where(SHEET_RETURNED.c.conversation_uid == conversation_uid)
        return self._many(SheetReturned, chosen.order_by(SHEET_RETURNED.c.arrived_at))

    def dates(self, person_uid: str) -> tuple[SheetDates, ...]:
        """Return when the sheets for talks with a person were made, given away and came back."""
        mine = select(TALKS.conversation.c.uid).where(TALKS.conversation.c.person_uid == person_uid)
        came = select(func.max(SHEET_RETURNED.c.arrived_at)).where(SHEET_RETURNED.c.sheet_uid == SHEET.c.uid)
        chosen = select(
            SHEET.c.conversation_uid, SHEET.c.made_at, SHEET.c.sent_on, came.scalar_subquery().label("arrived_at")
        )
        return self._many(SheetDates, chosen.where(SHEET.c.conversation_uid.in_(mine)).order_by(SHEET.c.made_at))

    def awaited(self) -> tuple[SheetMade, ...]:
        """Return the sheets that were given away and did not come back, the oldest first; of drafts alone."""
        came = select(SHEET_RETURNED.c.conversation_uid)
        drafts = select(TALKS.conversation.c.uid).where(TALKS.conversation.c.state == str(State.DRAFT))
        mine = SHEET.c.sent_on.is_not(None), SHEET.c.conversation_uid.not_in(came), SHEET.c.conversation_uid.in_(drafts)
        return self._many(SheetMade, select(SHEET).where(*mine).order_by(SHEET.c.sent_on, SHEET.c.made_at))

    def take_in(self, taken: SheetTaken, evidence: Evidence) -> None:
        """Add a moment of a sheet as an observation, and remember that; raise Problem if it was taken in before."""
        with self._room.writing() as connection:
            mine = (
                SHEET_TAKEN.c.conversation_uid == taken.conversation_uid,
                SHEET_TAKEN.c.mark == taken.mark,
                SHEET_TAKEN.c.evidence_uid.in_(select(EVIDENCE.c.uid)),
            )
            if found(connection, SHEET_TAKEN, *mine):
                raise Refused("This moment is among the observations already.")
            put(connection, EVIDENCE, evidence)
            put(connection, SHEET_TAKEN, taken)

    def taken(self, conversation_uid: str) -> frozenset[str]:
        """Return the marks of the moments that are among the observations."""
        there = SHEET_TAKEN.c.evidence_uid.in_(select(EVIDENCE.c.uid))
        chosen = select(SHEET_TAKEN).where(SHEET_TAKEN.c.conversation_uid == conversation_uid, there)
        return frozenset(each.mark for each in self._many(SheetTaken, chosen))
