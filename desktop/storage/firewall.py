"""The wall between the rooms: each connection may touch the tables of its room and nothing else, for good.

SQLite asks the authorizer while it prepares a statement, triggers and views included; whatever is not named
here is refused. The wall guards against mistakes of the program, not against someone who opens the file
with other tools.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop.storage.driver import driver

Authorizer = Callable[[int, str | None, str | None, str | None, str | None], int]


class RoomName(StrEnum):
    """The three rooms; only `core` may be read from the other two.

    Through the `transfer` door sealed notes of both kinds come in, in one transaction: it only adds, and sees no more
    of the rooms than what is sealed.
    """

    CORE = "core"
    OKR = "okr"
    PERFORMANCE = "performance"
    TRANSFER = "transfer"


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


@dataclass(frozen=True, slots=True)
class Door:
    """What a connection may do that only adds: tables it may read, and those of them that it may add rows to."""

    reads: frozenset[str]
    adds: frozenset[str]

    def may_read(self, table: str) -> bool:
        """Tell whether `table` may be read."""
        return table in self.reads or table in self.adds

    def may_write(self, table: str) -> bool:
        """Tell whether rows may be added to `table`; none is ever changed or removed through the door."""
        return table in self.adds


_KEYS = frozenset({"core_identity", "core_root", "core_anchor", "core_pin"})
_RIGHTS = frozenset({"core_hold", "core_retention"})
"""Why somebody may not be erased is nothing for a talk. Orders to erase are written by no room."""
_ADOPTION = frozenset({"core_policy", "core_engagement", "core_performance_system", "core_override"})
_NOT_FOR_OKRS = _KEYS | _RIGHTS | {"core_engagement"}
"""Its guards read the policy, when a performance system starts, and what the sponsor has allowed."""
_NOT_FOR_REVIEWS = _KEYS | _RIGHTS | _ADOPTION - {"core_policy"}
_PUBLISHED = frozenset({"core_published_objective", "core_fact"})

_SEALED = ("note", "export", "response", "decline", "handover", "rebuttal", "search_queue")
"""The last: what comes in is to be found, too."""
_TALKS = frozenset({"okr_conversation", "perf_conversation"})
"""A trigger of the notes looks into these."""

RIGHTS: Mapping[RoomName, Rights | Door] = {
    RoomName.CORE: Rights(
        "core_", _KEYS | _RIGHTS | _ADOPTION | {"core_meta", "core_team", "core_person", "core_scale"}
    ),
    RoomName.OKR: Rights("okr_", _PUBLISHED | {"core_seal", "core_contributor"}, _NOT_FOR_OKRS),
    RoomName.PERFORMANCE: Rights("perf_", frozenset({"core_seal"}), _NOT_FOR_REVIEWS),
    RoomName.TRANSFER: Door(
        _TALKS | {"core_erased"},
        frozenset({"core_team", "core_person", "core_seal", "core_transfer"})
        | {f"{room}_{name}" for room in ("okr", "perf") for name in _SEALED},
    ),
}

_FUNCTIONS = frozenset({"coalesce", "count", "max"})
_PRAGMAS = frozenset({"read_uncommitted", "wal_checkpoint", "data_version"})
"""SQLAlchemy asks the first (without an argument) on connecting; the second only moves finished pages; by the third a
search index learns that another connection has written to it."""

_ALWAYS = frozenset({driver.SQLITE_SELECT, driver.SQLITE_TRANSACTION, driver.SQLITE_SAVEPOINT, driver.SQLITE_RECURSIVE})
_ADDS = frozenset({driver.SQLITE_INSERT})
_WRITES = frozenset({driver.SQLITE_INSERT, driver.SQLITE_UPDATE, driver.SQLITE_DELETE})


def authorizer(room: RoomName) -> Authorizer:
    """Return the callback that keeps a connection inside `room`."""
    rights = RIGHTS[room]

    def decide(action: int, first: str | None, second: str | None, database: str | None, source: str | None) -> int:
        return int(driver.SQLITE_OK if _allowed(rights, action, first, second, database) else driver.SQLITE_DENY)

    return decide


def _allowed(rights: Rights | Door, action: int, first: str | None, second: str | None, database: str | None) -> bool:
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
    writes = _ADDS if isinstance(rights, Door) else _WRITES
    return action in writes and rights.may_write(first)
