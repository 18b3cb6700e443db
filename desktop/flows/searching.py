"""One question to several rooms: each is asked through its own connection, and the answers are put together."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.models.guide import Kind
from desktop.models.search import Found, Query, newest_first

if TYPE_CHECKING:
    from desktop.storage.vault import Vault


def search(vault: "Vault", query: Query, kinds: Sequence[Kind], limit: int) -> Found:
    """Return what fits in the rooms of `kinds` and among people, people first, then the newest.

    Where the OKR room is not asked, what it has published is; its own words are not. Slow enough for a worker.
    """
    rooms = [vault.search(kind).find(query, limit) for kind in kinds]
    if Kind.OKR not in kinds:
        rooms.append(vault.common_search.facts(query))
    people = vault.common_search.people(query).hits
    hits = [*people, *newest_first([hit for room in rooms for hit in room.hits])]
    return Found(
        tuple(hits[:limit]),
        more=len(hits) > limit or any(room.more for room in rooms),
        waiting=sum(room.waiting for room in rooms),
    )
