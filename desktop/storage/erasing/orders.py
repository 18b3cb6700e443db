"""Erasing for good: one unrestricted connection to one file, so that it can be replayed on every copy.

An order is entered and committed first. Then everything it names is deleted in one transaction, the index gives up
what it forgot, the file is written anew without free pages, and the write-ahead file is emptied; only then the order
is closed. Whatever interrupts this leaves the vault as it was, or an open order that `finish` brings to its end.
Of what was sealed the chain keeps its entry: a hash under a salt that is gone, and that says nothing any more.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from desktop.models.erasing import Basis, Erased, ErasureOrder, Item
from desktop.models.ids import now
from desktop.models.problems import Problem
from desktop.storage.adapter import read_moment, stored_moment
from desktop.storage.connection import connect, set_switches
from desktop.storage.erasing.rows import delete_items, delete_person, items_of
from desktop.storage.erasing.traces import clear_index
from desktop.storage.faults import told
from desktop.storage.opening import check_file
from desktop.storage.vault_key import VaultKey

__all__ = ["erase", "finish", "orders", "replay"]

_PATIENCE = 5.0
"""For how many seconds the write-ahead file may be somebody else's before an order is left for the next start."""


def erase(path: Path, key: VaultKey | None, order: ErasureOrder) -> None:
    """Erase what `order` names from the file at `path`; raise Problem if a hold stands against it.

    When this returns nothing of it is left in the file or beside it. Nobody else may be reading meanwhile.
    """
    with _opened(path, key) as connection:
        _refuse_wrong_orders(connection, order)
        _enter(connection, order)
        _carry_out(connection, order)


def finish(path: Path, key: VaultKey | None) -> int:
    """Bring the orders to their end that were interrupted; return how many there were."""
    with _opened(path, key) as connection:
        waiting = [order for order, done in _orders(connection) if not done]
        for order in waiting:
            _carry_out(connection, order)
    return len(waiting)


def replay(path: Path, key: VaultKey | None, ordered: Sequence[ErasureOrder]) -> int:
    """Erase from a copy (a backup, a vault just restored) what was erased since; return how many orders it missed.

    A hold that stands in the copy was released before the order was given, so it goes first. A copy of an older
    format is brought up to now. Repeating it does no harm.
    """
    with told():
        check_file(path, key)
    missed = 0
    with _opened(path, key) as connection:
        done = {order.uid: done for order, done in _orders(connection)}
        for order in ordered:
            if done.get(order.uid):
                continue
            missed += 1
            if order.uid not in done:
                connection.execute("UPDATE core_hold SET released_at = since WHERE released_at IS NULL")
                _enter(connection, order)
            _carry_out(connection, order)
    return missed


def orders(path: Path, key: VaultKey | None) -> tuple[ErasureOrder, ...]:
    """Return every order that was carried out in the file, the oldest first: what a restore replays."""
    with _opened(path, key) as connection:
        return tuple(order for order, done in _orders(connection) if done)


@contextmanager
def _opened(path: Path, key: VaultKey | None) -> Iterator[Any]:
    with told():
        connection = connect(path, key)
        try:
            set_switches(connection)
            yield connection
        finally:
            connection.close()


@contextmanager
def _at_once(connection: Any) -> Iterator[None]:
    """Do all of the block or nothing; rows may refer to nothing in between."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute("PRAGMA defer_foreign_keys=ON")
        yield
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _refuse_wrong_orders(connection: Any, order: ErasureOrder) -> None:
    found = connection.execute("SELECT 1 FROM core_person WHERE uid = ?", (order.person_uid,)).fetchone()
    if order.person_uid and not found:
        raise Problem("This person is not in the vault any more.")
    if connection.execute("SELECT 1 FROM core_meta WHERE me_uid = ?", (order.person_uid,)).fetchone():
        raise Problem("You cannot erase yourself: everything here was written by you. Delete the vault instead.")
    if _led(connection, order.person_uid):
        raise Problem("This person led talks that are still here; erase those talks first.")
    if _held(connection, order):
        raise Problem("A legal hold stands: nothing of this person is erased before it is released.")


def _led(connection: Any, person_uid: str) -> bool:
    led = "SELECT 1 FROM {}_conversation WHERE manager_uid = ?1 AND person_uid <> ?1 LIMIT 1"
    return any(connection.execute(led.format(room), (person_uid,)).fetchone() for room in ("okr", "perf"))


def _held(connection: Any, order: ErasureOrder) -> bool:
    held = {row[0] for row in connection.execute("SELECT person_uid FROM core_hold WHERE released_at IS NULL")}
    return bool(held & {order.person_uid, *_owners(connection, order)})


def _owners(connection: Any, order: ErasureOrder) -> Iterator[str]:
    """Yield whom the single things of an order are about."""
    tables = ("okr_conversation", "perf_conversation", "okr_note", "perf_note", "perf_evidence", "perf_expectation")
    for item in order.items:
        for table in tables:
            mine = f"SELECT person_uid FROM {table} WHERE uid = ?"  # noqa: S608 (names of our own tables)
            yield from (row[0] for row in connection.execute(mine, (item.uid,)))


def _enter(connection: Any, order: ErasureOrder) -> None:
    """Write the order down, with everything sealed or counted that it will take away."""
    with _at_once(connection):
        row = (order.uid, order.person_uid, str(order.basis), stored_moment(order.ordered_at))
        connection.execute("INSERT INTO core_erasure VALUES (?, ?, ?, ?, NULL)", row)
        _name(connection, order)


def _name(connection: Any, order: ErasureOrder) -> None:
    named = {(row[0], row[1]) for row in connection.execute("SELECT uid, kind FROM core_erased")}
    wanted = {(item.uid, str(item.kind)) for item in items_of(connection, order)} - named
    rows = [(*each, order.uid) for each in sorted(wanted)]
    connection.executemany("INSERT INTO core_erased (uid, kind, order_uid) VALUES (?, ?, ?)", rows)


def _carry_out(connection: Any, order: ErasureOrder) -> None:
    with _at_once(connection):
        # What was added between an interrupted order and now is named, too.
        _name(connection, order)
        delete_items(connection, order.uid)
        if order.person_uid:
            delete_person(connection, order.person_uid)
        clear_index(connection)
    _empty(connection)
    done = (stored_moment(now()), order.uid)
    connection.execute("UPDATE core_erasure SET done_at = ? WHERE uid = ?", done)
    _checkpoint(connection)


def _empty(connection: Any) -> None:
    """Leave nothing in free pages and in the write-ahead file."""
    connection.execute("VACUUM")
    _checkpoint(connection)


def _checkpoint(connection: Any) -> None:
    """Empty the write-ahead file; raise Problem if somebody is still reading or emptying it after `_PATIENCE`.

    For readers the driver waits. While another connection empties the file, SQLite gives up at once, whatever the
    driver's timeout (sqlite.org/c3ref/wal_checkpoint_v2.html), so it is asked again.
    """
    until = monotonic() + _PATIENCE
    while connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
        if monotonic() > until:
            raise Problem("Something still reads the vault; what was erased leaves the last file at the next start.")
        sleep(0.01)


def _orders(connection: Any) -> list[tuple[ErasureOrder, bool]]:
    """Return all orders, each with whether it is closed."""
    items: dict[str, list[Item]] = {}
    for uid, kind, order in connection.execute("SELECT uid, kind, order_uid FROM core_erased"):
        items.setdefault(order, []).append(Item(Erased(kind), uid))
    rows = connection.execute(
        "SELECT uid, basis, ordered_at, person_uid, done_at FROM core_erasure ORDER BY ordered_at"
    )
    return [
        (ErasureOrder(uid, Basis(basis), read_moment(at), person, tuple(items.get(uid, ()))), done is not None)
        for uid, basis, at, person, done in rows.fetchall()
    ]
