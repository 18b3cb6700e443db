"""Who the vault belongs to, what its owner signs with, and whose certificates are expected."""

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from desktop.models.identity import Identity
from desktop.models.people import Person
from desktop.storage.rows import Store, put
from desktop.storage.schema_core import IDENTITY, META, PERSON, PIN


class ProfileStore(Store):
    """The owner of the vault, identities to sign with, pinned certificates; only this room reads keys."""

    def me(self) -> Person | None:
        """Return the owner, None before anybody said who they are."""
        mine = select(META.c.me_uid).scalar_subquery()
        people = self._many(Person, select(PERSON).where(PERSON.c.uid == mine))
        return people[0] if people else None

    def me_uid(self) -> str:
        """Return the owner's uid, "" before anybody said who they are."""
        me = self.me()
        return me.uid if me else ""

    def set_me(self, person: Person) -> None:
        """Make `person` the owner (added or brought up to date with it)."""
        with self._room.writing() as connection:
            put(connection, PERSON, person)
            connection.execute(META.update().values(me_uid=person.uid))

    def identity(self, person_uid: str) -> Identity | None:
        """Return what a person signs with on this machine: the newest identity, None if there is none."""
        newest = (
            select(IDENTITY).where(IDENTITY.c.person_uid == person_uid).order_by(IDENTITY.c.created_at.desc())
        )
        identities = self._many(Identity, newest.limit(1))
        return identities[0] if identities else None

    def save_identity(self, identity: Identity) -> None:
        """Keep an identity; earlier ones stay."""
        self._put(IDENTITY, identity)

    def pin(self, person_uid: str, certificate: bytes) -> None:
        """Expect this person to sign with this certificate (DER) from now on; earlier ones stay expected."""
        with self._room.writing() as connection:
            row = {"person_uid": person_uid, "certificate": certificate}
            connection.execute(insert(PIN).values(row).on_conflict_do_nothing())

    def pinned(self) -> tuple[tuple[str, bytes], ...]:
        """Return whose certificates are expected: (person uid, DER)."""
        with self._room.reading() as connection:
            rows = connection.execute(select(PIN.c.person_uid, PIN.c.certificate)).all()
        return tuple((row.person_uid, row.certificate) for row in rows)
