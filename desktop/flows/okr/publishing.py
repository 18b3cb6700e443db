"""The bridge at work: what of a key result crosses to the performance side, and how it is kept current."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
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
    from desktop.storage.okr.okrs import OkrStore


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
    check_ins, reflections = okrs.check_ins(result.uid), okrs.reflections(result.uid)
    last, final = check_ins[-1] if check_ins else None, reflections[-1] if reflections else None
    return KnownResult(result, last, final, mark, plan, (*check_ins, *reflections))


def preview(okrs: "OkrStore", key_result_uid: str) -> SharePreview:
    """Return what sharing a key result would show to the performance side; nothing is changed."""
    wanted = okrs.key_result(key_result_uid)
    previews = _previews(okrs, wanted.objective_uid)
    return next(each for each in previews if each.fact.uid == key_result_uid)


def _previews(okrs: "OkrStore", objective_uid: str) -> Iterator[SharePreview]:
    """Yield what sharing each key result of an objective would show."""
    objective = okrs.objective(objective_uid)
    cycle = okrs.cycle(objective.cycle_uid)
    every = [known_result(okrs, result) for result in okrs.key_results(objective_uid)]
    for known in every:
        others = [each for each in every if each is not known]
        held = held_back(objective, known, others, cycle.name)
        yield SharePreview(
            objective=published_objective(objective, cycle, held),
            fact=fact_of(known, held),
            held=held,
            allowed=may_cross(held),
            shared=known.key_result.shared,
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
    """Bring a key result, and those beside it, up to date where they are shared; return what is held back of them.

    A learning, source or cycle that gives something away is left out; if a name does, sharing stops. The others are
    asked again because what is known of one may be what another one's words give away. What was held back of those
    before is not told again.
    """
    return _refreshed(okrs, okrs.key_result(key_result_uid).objective_uid, key_result_uid)


def refresh_objective(okrs: "OkrStore", objective_uid: str) -> tuple[Held, ...]:
    """Bring all shared key results of an objective up to date, after its words have changed."""
    return _refreshed(okrs, objective_uid)


def _refreshed(okrs: "OkrStore", objective_uid: str, about: str = "") -> tuple[Held, ...]:
    held: list[Held] = []
    for plan in tuple(_previews(okrs, objective_uid)):
        if not plan.shared:
            continue
        stood = okrs.published(plan.fact.uid)
        if plan.allowed:
            okrs.publish(plan.objective, (plan.fact,))
        else:
            okrs.unpublish(plan.fact.uid)
        if about in ("", plan.fact.uid):
            held += plan.held
        elif not plan.allowed or stood != plan.fact:
            held += [replace(each, of=plan.fact.name) for each in plan.held]
    return tuple(dict.fromkeys(held))
