"""Legal holds, the rules of how long things are kept, and what was erased; all in the common room."""

from datetime import datetime

from sqlalchemy import func, select

from desktop.models.erasing import Basis, Erased, Hold, Protocol
from desktop.models.retention import Rule
from desktop.storage.adapter import read_moment, stored_moment
from desktop.storage.rows import Store
from desktop.storage.tables.rights import ERASED, ERASURE, HOLD, RETENTION


class RightsStore(Store):
    """What stands for or against erasing. Erasing itself needs the whole file: see `erasing`."""

    def hold(self, hold: Hold) -> None:
        """Put a person under a legal hold."""
        self._put(HOLD, hold)

    def release(self, uid: str, at: datetime) -> None:
        """End a hold; it stays on the list of the person's holds."""
        with self._room.writing() as connection:
            mine = HOLD.c.uid == uid, HOLD.c.released_at.is_(None)
            connection.execute(HOLD.update().where(*mine).values(released_at=stored_moment(at)))

    def holds(self, person_uid: str | None = None) -> tuple[Hold, ...]:
        """Return the holds (of one person), the newest first, released ones too."""
        chosen = select(HOLD).order_by(HOLD.c.since.desc())
        if person_uid is not None:
            chosen = chosen.where(HOLD.c.person_uid == person_uid)
        return self._many(Hold, chosen)

    def save_rule(self, rule: Rule) -> None:
        """Keep a rule in place of the program's."""
        self._put(RETENTION, rule)

    def changed_rules(self) -> tuple[Rule, ...]:
        """Return the rules that were changed here."""
        return self._many(Rule, select(RETENTION))

    def protocol(self) -> tuple[Protocol, ...]:
        """Return what was erased, the newest first; there are no names in it."""
        counted = select(ERASED.c.order_uid, ERASED.c.kind, func.count()).group_by(ERASED.c.order_uid, ERASED.c.kind)
        with self._room.reading() as connection:
            counts: dict[str, dict[Erased, int]] = {}
            for order, kind, number in connection.execute(counted):
                counts.setdefault(order, {})[Erased(kind)] = number
            rows = connection.execute(select(ERASURE).order_by(ERASURE.c.ordered_at.desc())).all()
        return tuple(
            Protocol(
                row.uid,
                row.person_uid,
                Basis(row.basis),
                read_moment(row.ordered_at),
                None if row.done_at is None else read_moment(row.done_at),
                counts.get(row.uid, {}),
            )
            for row in rows
        )
