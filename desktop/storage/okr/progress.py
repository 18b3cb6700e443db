"""What was known about key results: check-ins on the way, a reflection at the end."""

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Select, Table, select

from desktop.models.ids import new_uid
from desktop.models.okr import CheckIn, Reflection
from desktop.storage.okr.schema import CHECK_IN, REFLECTION
from desktop.storage.rows import Store, put


class ProgressStore(Store):
    """The history of key results. A conversation has one check-in and one reflection per key result.

    Recording again in the same conversation replaces its entry; those of other conversations always stay.
    """

    def record_check_in(self, check_in: CheckIn) -> None:
        """Record what is known as of a day."""
        with self._room.writing() as connection:
            put(connection, CHECK_IN, _in_its_place(connection, CHECK_IN, check_in))

    def check_ins(self, key_result_uid: str) -> tuple[CheckIn, ...]:
        """Return the check-ins of a key result, the newest day last."""
        return self._many(CheckIn, _of(CHECK_IN, key_result_uid).order_by(CHECK_IN.c.as_of, CHECK_IN.c.recorded_at))

    def latest_check_in(self, key_result_uid: str) -> CheckIn | None:
        """Return the check-in of the newest day, None before the first."""
        entries = self.check_ins(key_result_uid)
        return entries[-1] if entries else None

    def record_reflection(self, reflection: Reflection) -> None:
        """Record the end of a key result."""
        with self._room.writing() as connection:
            put(connection, REFLECTION, _in_its_place(connection, REFLECTION, reflection))

    def reflections(self, key_result_uid: str) -> tuple[Reflection, ...]:
        """Return all reflections on a key result, the one that counts (recorded last) at the end."""
        return self._many(Reflection, _of(REFLECTION, key_result_uid).order_by(REFLECTION.c.recorded_at))

    def reflection(self, key_result_uid: str) -> Reflection | None:
        """Return the reflection that counts: the one recorded last, None before the first."""
        entries = self.reflections(key_result_uid)
        return entries[-1] if entries else None


def _of(table: Table, key_result_uid: str) -> Select[Any]:
    return select(table).where(table.c.key_result_uid == key_result_uid)


def _in_its_place(connection: Connection, table: Table, entry: Any) -> Any:
    """Return `entry` with the uid of what it replaces: never that of another conversation's entry."""
    own = _of(table, entry.key_result_uid).where(table.c.conversation_uid == entry.conversation_uid)
    replaced = connection.execute(own).mappings().first() if entry.conversation_uid else None
    if replaced:
        return replace(entry, uid=replaced["uid"])
    taken = connection.execute(select(table).where(table.c.uid == entry.uid)).mappings().first()
    if taken and (taken["conversation_uid"] or "") != entry.conversation_uid:
        return replace(entry, uid=new_uid())
    return entry
