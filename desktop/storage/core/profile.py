"""Who the vault belongs to, what its owner signs with, and whose certificates are expected."""

from sqlalchemy import select

from desktop.models.identity import Identity, Root
from desktop.models.people import Person
from desktop.storage.core.trust import TrustStore
from desktop.storage.rows import put
from desktop.storage.tables.core import IDENTITY, META, PERSON, ROOT


class ProfileStore(TrustStore):
    """The owner of the vault, identities to sign with, and trust; only this room reads keys."""

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
        identities = self.identities(person_uid)
        return identities[0] if identities else None

    def identities(self, person_uid: str) -> tuple[Identity, ...]:
        """Return everything a person signed with on this machine, the newest first."""
        mine = select(IDENTITY).where(IDENTITY.c.person_uid == person_uid).order_by(IDENTITY.c.created_at.desc())
        return self._many(Identity, mine)

    def save_identity(self, identity: Identity) -> None:
        """Keep an identity; earlier ones stay."""
        self._put(IDENTITY, identity)

    def root(self) -> Root | None:
        """Return the firm's own authority: the newest one, None if there is none."""
        roots = self._many(Root, select(ROOT).order_by(ROOT.c.created_at.desc()).limit(1))
        return roots[0] if roots else None

    def save_root(self, root: Root) -> None:
        """Keep an authority of the firm's own; earlier ones stay."""
        self._put(ROOT, root)
