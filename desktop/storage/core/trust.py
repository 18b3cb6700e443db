"""Whose certificates are expected, and which authorities are trusted beside the own one."""

from datetime import datetime

from sqlalchemy import ColumnElement, select

from desktop.models.identity import Anchor, Pin
from desktop.models.ids import now
from desktop.storage.adapter import stored_moment
from desktop.storage.faults import Refused
from desktop.storage.rows import Store, add, found, many
from desktop.storage.tables.core import ANCHOR, PIN


class TrustStore(Store):
    """Pins with their history, and anchors. A person has one current pin at most; earlier ones stay readable."""

    def pin(
        self, person_uid: str, certificate: bytes, *, compared: bool = False, moment: datetime | None = None
    ) -> Pin:
        """Expect this person to sign with this certificate (DER) from `moment` (now) on; return the current pin.

        Another certificate closes the pin before; the current one again only notes that it was `compared`.
        """
        at = moment or now()
        with self._room.writing() as connection:
            if not found(connection, PIN, *_current(person_uid), PIN.c.certificate == certificate):
                closing = PIN.update().where(*_current(person_uid))
                connection.execute(closing.values(replaced_at=stored_moment(at)))
                add(connection, PIN, Pin(person_uid, certificate, at, compared))
            elif compared:
                connection.execute(PIN.update().where(*_current(person_uid)).values(compared=1))
            return many(connection, Pin, select(PIN).where(*_current(person_uid)))[0]

    def pins(self, person_uid: str) -> tuple[Pin, ...]:
        """Return every pin of a person, the newest first."""
        return self._many(Pin, select(PIN).where(PIN.c.person_uid == person_uid).order_by(PIN.c.position.desc()))

    def current_pin(self, person_uid: str) -> Pin | None:
        """Return the pin that a person's next signature must match, None if there is none."""
        current = self._many(Pin, select(PIN).where(*_current(person_uid)))
        return current[0] if current else None

    def mark_compared(self, person_uid: str, certificate: bytes) -> None:
        """Remember that the two people compared the fingerprint; raise Problem if the current pin is another."""
        with self._room.writing() as connection:
            mine = PIN.update().where(*_current(person_uid), PIN.c.certificate == certificate)
            if connection.execute(mine.values(compared=1)).rowcount == 0:
                raise Refused("This is no longer the current key of this person; compare the current fingerprint.")

    def pinned(self) -> tuple[tuple[str, bytes], ...]:
        """Return whose certificates are or were expected: (person uid, DER); old notes stay verifiable."""
        with self._room.reading() as connection:
            rows = connection.execute(select(PIN.c.person_uid, PIN.c.certificate).distinct()).all()
        return tuple((row.person_uid, row.certificate) for row in rows)

    def trust_anchor(self, anchor: Anchor) -> None:
        """Trust an authority's root certificate, or give the one that is trusted already another name."""
        self._put(ANCHOR, anchor)

    def forget_anchor(self, certificate: bytes) -> None:
        """No longer trust the authority with this root certificate (DER)."""
        with self._room.writing() as connection:
            connection.execute(ANCHOR.delete().where(ANCHOR.c.certificate == certificate))

    def anchors(self) -> tuple[Anchor, ...]:
        """Return the trusted authorities by name."""
        return tuple(sorted(self._many(Anchor, select(ANCHOR)), key=lambda anchor: anchor.name.casefold()))


def _current(person_uid: str) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions that a person's current pin alone meets."""
    return PIN.c.person_uid == person_uid, PIN.c.replaced_at.is_(None)
