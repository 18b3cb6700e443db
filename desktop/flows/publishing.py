"""The bridge at work: what of a key result crosses to the performance side, and how it is kept current."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.models.bridge import MetricFact, PublishedObjective
from desktop.models.okr import KeyResult
from desktop.models.problems import Problem
from desktop.models.publishing import (
    Held,
    KnownResult,
    fact_of,
    held_back,
    may_cross,
    published_objective,
)

if TYPE_CHECKING:
    from desktop.storage.okrs import OkrStore


@dataclass(frozen=True, slots=True)
class SharePreview:
    """Exactly what would cross now, and what is held back; `allowed` says whether it may be shared at all."""

    objective: PublishedObjective
    fact: MetricFact
    held: tuple[Held, ...]
    allowed: bool
    shared: bool


def known_result(okrs: "OkrStore", result: KeyResult) -> KnownResult:
    """Return all that is known of a key result when its words are looked at."""
    mark = okrs.pay_mark(result.uid)
    plan = okrs.pay_plan(mark.plan_uid) if mark and mark.plan_uid else None
    return KnownResult(result, okrs.latest_check_in(result.uid), okrs.reflection(result.uid), mark, plan)


def preview(okrs: "OkrStore", key_result_uid: str) -> SharePreview:
    """Return what sharing a key result would show to the performance side; nothing is changed."""
    result = okrs.key_result(key_result_uid)
    objective = okrs.objective(result.objective_uid)
    known = known_result(okrs, result)
    held = held_back(objective, known)
    return SharePreview(
        objective=published_objective(objective, okrs.cycle(objective.cycle_uid)),
        fact=fact_of(known, held),
        held=held,
        allowed=may_cross(held),
        shared=result.shared,
    )


def share(okrs: "OkrStore", key_result_uid: str) -> tuple[Held, ...]:
    """Share a key result and return what is held back of it; raise Problem if its names give a level away."""
    plan = preview(okrs, key_result_uid)
    if not plan.allowed:
        raise Problem("This key result cannot be shared yet; reword what is held back first.")
    okrs.publish(plan.objective, (plan.fact,))
    return plan.held


def stop(okrs: "OkrStore", key_result_uid: str) -> None:
    """Stop sharing a key result; sealed notes that cite it keep what they cite."""
    okrs.unpublish(key_result_uid)


def refresh(okrs: "OkrStore", key_result_uid: str) -> tuple[Held, ...]:
    """Bring a shared key result up to date and return what is held back of it (nothing if it is not shared).

    A learning or source that gives something away is left out; if a name does, sharing stops.
    """
    plan = preview(okrs, key_result_uid)
    if not plan.shared:
        return ()
    if plan.allowed:
        okrs.publish(plan.objective, (plan.fact,))
    else:
        okrs.unpublish(key_result_uid)
    return plan.held


def refresh_objective(okrs: "OkrStore", objective_uid: str) -> tuple[Held, ...]:
    """Bring all shared key results of an objective up to date, after its words have changed."""
    results = okrs.key_results(objective_uid)
    return tuple(held for result in results for held in refresh(okrs, result.uid))
