"""What of the writing coach was set aside in a conversation, and why."""

from sqlalchemy import and_, select

from desktop.models.conversation import SetAside
from desktop.storage.talks.commitments import CommitmentStore


class SetAsideStore(CommitmentStore):
    """Findings that were set aside in one kind of conversation; refused once it is sealed."""

    def set_aside(self, finding: SetAside) -> None:
        """Keep that a finding was set aside, with its reason."""
        self._put(self._tables.set_aside, finding)

    def take_up(self, finding: SetAside) -> None:
        """Forget that a finding was set aside."""
        table = self._tables.set_aside
        key = and_(*(column == getattr(finding, column.name) for column in table.primary_key))
        with self._room.writing() as connection:
            connection.execute(table.delete().where(key))

    def move_set_aside(self, finding: SetAside, subject: str) -> None:
        """Keep a finding beside the thing its words became (its uid is `subject`)."""
        table = self._tables.set_aside
        key = and_(*(column == getattr(finding, column.name) for column in table.primary_key))
        with self._room.writing() as connection:
            connection.execute(table.update().where(key).values(subject=subject))

    def all_set_aside(self, conversation_uid: str) -> tuple[SetAside, ...]:
        """Return what was set aside in a conversation, the oldest first."""
        table = self._tables.set_aside
        chosen = select(table).where(table.c.conversation_uid == conversation_uid)
        return self._many(SetAside, chosen.order_by(table.c.at))
