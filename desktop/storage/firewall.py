"""The wall between the rooms: each connection may touch the tables of its room and nothing else, for good.

SQLite asks the authorizer while it prepares a statement, triggers and views included; whatever is not named
here is refused. The wall guards against mistakes of the program, not against someone who opens the file
with other tools.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from desktop.storage.driver import driver

Authorizer = Callable[[int, str | None, str | None, str | None, str | None], int]


class RoomName(StrEnum):
    """The three rooms; only `core` may be read from the other two."""

    CORE = "core"
    OKR = "okr"
    PERFORMANCE = "performance"


@dataclass(frozen=True, slots=True)
class Rights:
    """What one room's connection may do: tables by prefix (own), single tables of `core` for the rest."""

    own: str
    core_writes: frozenset[str]
    core_hidden: frozenset[str] = frozenset()

    def may_read(self, table: str) -> bool:
        """Tell whether `table` may be read."""
        return table.startswith(self.own) or (table.startswith("core_") and table not in self.core_hidden)

    def may_write(self, table: str) -> bool:
        """Tell whether rows of `table` may be added, changed or removed."""
        return table in self.core_writes or (self.own != "core_" and table.startswith(self.own))


_KEYS = frozenset({"core_identity", "core_root", "core_anchor", "core_pin"})
_PUBLISHED = frozenset({"core_published_objective", "core_fact"})

RIGHTS = {
    RoomName.CORE: Rights("core_", _KEYS | {"core_meta", "core_team", "core_person"}),
    RoomName.OKR: Rights("okr_", _PUBLISHED | {"core_seal"}, _KEYS),
    RoomName.PERFORMANCE: Rights("perf_", frozenset({"core_seal"}), _KEYS),
}

_FUNCTIONS = frozenset({"coalesce", "count", "max"})
_PRAGMAS = frozenset({"read_uncommitted", "wal_checkpoint"})
"""SQLAlchemy asks the first (without an argument) on connecting; the second only moves finished pages."""

_ALWAYS = frozenset({driver.SQLITE_SELECT, driver.SQLITE_TRANSACTION, driver.SQLITE_SAVEPOINT, driver.SQLITE_RECURSIVE})
_WRITES = frozenset({driver.SQLITE_INSERT, driver.SQLITE_UPDATE, driver.SQLITE_DELETE})


def authorizer(room: RoomName) -> Authorizer:
    """Return the callback that keeps a connection inside `room`."""
    rights = RIGHTS[room]

    def decide(action: int, first: str | None, second: str | None, database: str | None, source: str | None) -> int:
        return int(driver.SQLITE_OK if _allowed(rights, action, first, second, database) else driver.SQLITE_DENY)

    return decide


def _allowed(rights: Rights, action: int, first: str | None, second: str | None, database: str | None) -> bool:
    if action in _ALWAYS:
        return True
    if action == driver.SQLITE_FUNCTION:
        return second in _FUNCTIONS
    if action == driver.SQLITE_PRAGMA:
        return first in _PRAGMAS and (second is None or first == "wal_checkpoint")
    if database not in ("main", None) or first is None:
        return False
    if action == driver.SQLITE_READ:
        return rights.may_read(first)
    return action in _WRITES and rights.may_write(first)
