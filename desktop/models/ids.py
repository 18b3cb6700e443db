"""Names of things that stay the same on every machine."""

import uuid
from datetime import UTC, datetime


def new_uid() -> str:
    """Return a fresh random identifier (UUID 4, lower-case text)."""
    return str(uuid.uuid4())


def derived_uid(*parts: str) -> str:
    """Return the one identifier that always belongs to these parts together (UUID 5)."""
    return str(uuid.uuid5(uuid.NAMESPACE_OID, "\x1f".join(parts)))


def now() -> datetime:
    """Return the present moment in UTC, to the millisecond (what the vault stores)."""
    moment = datetime.now(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)
