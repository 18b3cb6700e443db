"""Why a conversation lies close to one of the other kind."""

from sqlalchemy import select

from desktop.models.talk_days import DayReason
from desktop.storage.talks.set_aside import SetAsideStore


class DayReasonStore(SetAsideStore):
    """One reason for each conversation that needs one; refused once it is sealed."""

    def keep_day_reason(self, reason: DayReason) -> None:
        """Keep why a conversation lies close to another, instead of an earlier reason."""
        self._put(self._tables.day_reason, reason)

    def day_reason(self, conversation_uid: str) -> str:
        """Return the reason that was given, "" for none."""
        table = self._tables.day_reason
        found = self._many(DayReason, select(table).where(table.c.conversation_uid == conversation_uid))
        return found[0].reason if found else ""
