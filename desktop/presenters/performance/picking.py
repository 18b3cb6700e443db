"""Which of many observations stand first: some of every month, so that neither end of a period hides the other."""

from collections.abc import Iterable, Sequence
from itertools import chain, zip_longest

from desktop.models.performance import Evidence


def spread_over(seen: Sequence[Evidence], count: int) -> tuple[Evidence, ...]:
    """Return at most `count` of `seen`: from each month in turn the newest that is left; in the order of `seen`."""
    months: dict[tuple[int, int], list[Evidence]] = {}
    for each in sorted(seen, key=lambda one: one.observed_on, reverse=True):
        months.setdefault((each.observed_on.year, each.observed_on.month), []).append(each)
    in_turn = _present(chain.from_iterable(zip_longest(*months.values())))
    picked = {each.uid for each in in_turn[:count]}
    return tuple(each for each in seen if each.uid in picked)


def _present(each: Iterable[Evidence | None]) -> list[Evidence]:
    return [one for one in each if one is not None]
