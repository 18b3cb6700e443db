"""What went by an order: the chain of seals keeps an entry of it, and nobody misses it."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from desktop.models.erasing import Erased
from desktop.storage.tables.rights import ERASED, ERASURE


@dataclass(frozen=True, slots=True)
class Gone:
    """Every erased thing, with whether its order is finished."""

    finished: Mapping[tuple[str, str], bool]

    def has(self, kind: Erased, uid: str) -> bool:
        """Tell whether an order names this thing."""
        return (str(kind), uid) in self.finished

    def for_good(self, kind: Erased, uid: str) -> bool:
        """Tell whether a finished order names this thing, so that it cannot be here."""
        return self.finished.get((str(kind), uid), False)


def gone_from(connection: Connection) -> Gone:
    """Return what was erased from the vault."""
    whole = select(ERASED.c.kind, ERASED.c.uid, ERASURE.c.done_at).join(ERASURE, ERASURE.c.uid == ERASED.c.order_uid)
    return Gone({(row.kind, row.uid): row.done_at is not None for row in connection.execute(whole)})
