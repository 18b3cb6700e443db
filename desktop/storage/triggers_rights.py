"""The triggers around erasing: an order is entered once, stays, and names what may go while it is open."""

from collections.abc import Iterator

from desktop.models.erasing import Erased
from desktop.storage.faults import SEALED

# ruff: noqa: S608 (names of our own tables, no input)


def ordered(uid: str, *kinds: Erased) -> str:
    """Return the condition that an open order names `uid` (a column such as OLD.uid) as one of these kinds."""
    among = ", ".join(f"'{kind}'" for kind in kinds)
    return (
        "EXISTS (SELECT 1 FROM core_erased AS gone JOIN core_erasure AS said ON said.uid = gone.order_uid "
        f"WHERE gone.uid = {uid} AND gone.kind IN ({among}) AND said.done_at IS NULL)"
    )


def person_ordered(uid: str) -> str:
    """Return the condition that an open order takes away the person of this uid."""
    return f"EXISTS (SELECT 1 FROM core_erasure AS said WHERE said.person_uid = {uid} AND said.done_at IS NULL)"


def erased(uid: str, kind: Erased) -> str:
    """Return the condition that `uid` was erased: it never comes back."""
    return f"EXISTS (SELECT 1 FROM core_erased AS gone WHERE gone.uid = {uid} AND gone.kind = '{kind}')"


def order_triggers() -> Iterator[str]:
    """Return what holds the orders: they begin open, end once, and what they name stays named."""
    yield _refuse(
        "core_erasure",
        "INSERT",
        "NEW.done_at IS NOT NULL OR EXISTS (SELECT 1 FROM core_erasure WHERE uid = NEW.uid) OR "
        "EXISTS (SELECT 1 FROM core_hold WHERE person_uid = NEW.person_uid AND released_at IS NULL)",
    )
    yield _refuse(
        "core_erasure",
        "UPDATE",
        "OLD.done_at IS NOT NULL OR NEW.done_at IS NULL OR NEW.uid IS NOT OLD.uid OR "
        "NEW.person_uid IS NOT OLD.person_uid OR NEW.basis IS NOT OLD.basis OR NEW.ordered_at IS NOT OLD.ordered_at",
    )
    yield _refuse("core_erasure", "DELETE", "1")
    yield _refuse(
        "core_erased",
        "INSERT",
        "NOT EXISTS (SELECT 1 FROM core_erasure WHERE uid = NEW.order_uid AND done_at IS NULL) OR "
        "EXISTS (SELECT 1 FROM core_erased WHERE uid = NEW.uid AND kind = NEW.kind)",
    )
    yield _refuse("core_erased", "UPDATE", "1")
    yield _refuse("core_erased", "DELETE", "1")


def _refuse(table: str, event: str, when: str) -> str:
    return (
        f"CREATE TRIGGER {table}_{event.lower()} BEFORE {event} ON {table} WHEN {when} "
        f"BEGIN SELECT RAISE(ABORT, '{SEALED}'); END"
    )
