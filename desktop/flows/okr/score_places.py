"""The one question of the writing coach across the wall: which numbers of a text are scores or levels."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from desktop.flows.okr.scope import objectives_of
from desktop.models.publishing import KnownResult
from desktop.models.score_places import Place, score_places

if TYPE_CHECKING:
    from desktop.models.people import Person
    from desktop.storage.okr.okrs import OkrStore


def scores_in(okrs: "OkrStore", person: "Person", start: date, end: date) -> Callable[[str], Sequence[Place]]:
    """Return what answers the question for the key results that concern a person in a period.

    Nothing is read before a text comes, and nothing is kept after: the answer holds places, no numbers.
    """

    def places(text: str) -> Sequence[Place]:
        objectives = objectives_of(okrs, person, start, end)
        results = [result for objective in objectives for result in okrs.key_results(objective.uid)]
        known = [KnownResult(each, okrs.latest_check_in(each.uid), okrs.reflection(each.uid)) for each in results]
        return score_places(text, known)

    return places
