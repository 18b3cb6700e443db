"""The OKRs of the sample firm: what was planned, and what became known about it on which day."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from desktop.flows.okr.publishing import refresh, share
from desktop.flows.sample.days import Calendar, Event, months, morning, sample_uid
from desktop.models.ids import new_uid
from desktop.models.okr import (
    CheckIn,
    Cycle,
    Decision,
    KeyResult,
    KeyResultKind,
    Level,
    Objective,
    Reflection,
)
from desktop.models.pay import PayMark, PayPlan

if TYPE_CHECKING:
    from desktop.storage.okr.okrs import OkrStore

_NO_LEVELS = (None, None, None, None)


def add_okrs(okrs: "OkrStore", firm: Mapping[str, Any], calendar: Calendar) -> list[Event]:
    """Write down cycles, objectives and key results; return what became known about them outside of talks."""
    for told in firm["cycles"]:
        okrs.save_cycle(_cycle(told, calendar))
    for told in firm["objectives"]:
        okrs.save_objective(_objective(told))
    return [event for told in firm["objectives"] for event in _key_results(okrs, told, calendar)]


def record_check_in(okrs: "OkrStore", key: str, told: Mapping[str, Any], calendar: Calendar, talk: str = "") -> None:
    """Record a check-in (in the conversation `talk`, if there is one) and bring what is shared up to date."""
    uid, as_of = sample_uid(key), calendar.working_day(told["day"])
    value, confidence = Decimal(told["value"]), told["confidence"]
    okrs.record_check_in(CheckIn(new_uid(), uid, value, as_of, told["source"], confidence, morning(as_of), talk))
    refresh(okrs, uid)


def record_reflection(okrs: "OkrStore", key: str, told: Mapping[str, Any], calendar: Calendar, talk: str = "") -> None:
    """Record the end of a key result in the same way."""
    uid, as_of = sample_uid(key), calendar.working_day(told["day"])
    reflection = Reflection(
        uid=new_uid(),
        key_result_uid=uid,
        value=Decimal(told["value"]),
        as_of=as_of,
        source=told["source"],
        learning=told["learning"],
        decision=Decision(told["decision"]),
        recorded_at=morning(as_of),
        conversation_uid=talk,
    )
    okrs.record_reflection(reflection)
    refresh(okrs, uid)


def _cycle(told: Mapping[str, Any], calendar: Calendar) -> Cycle:
    first, last = calendar.weeks(told["starts_in_weeks"], told["weeks"])
    return Cycle(sample_uid(told["key"]), months(first, last), first, last)


def _objective(told: Mapping[str, Any]) -> Objective:
    level = Level.TEAM if "team" in told else Level.COMPANY
    owner = sample_uid(told["team"]) if "team" in told else ""
    cycle = sample_uid(told["cycle"])
    return Objective(_objective_uid(told), cycle, level, owner, told["title"], told["why_now"])


def _objective_uid(told: Mapping[str, Any]) -> str:
    return sample_uid(told["cycle"], told["title"])


def _key_results(okrs: "OkrStore", objective: Mapping[str, Any], calendar: Calendar) -> Iterator[Event]:
    for told in objective["key_results"]:
        okrs.save_key_result(_key_result(told, _objective_uid(objective), calendar))
        okrs.set_contributors(sample_uid(told["key"]), [sample_uid(key) for key in told.get("people", ())])
        _mark_pay(okrs, told)
        if told.get("share"):
            share(okrs, sample_uid(told["key"]))
        for entry in told["check_ins"]:
            known = partial(record_check_in, okrs, told["key"], entry, calendar)
            yield Event(calendar.working_day(entry["day"]), known)
        if entry := told.get("reflection"):
            known = partial(record_reflection, okrs, told["key"], entry, calendar)
            yield Event(calendar.working_day(entry["day"]), known)


def _mark_pay(okrs: "OkrStore", told: Mapping[str, Any]) -> None:
    """Say whether the value may inform pay, where the firm has said so."""
    uid, pay = sample_uid(told["key"]), told.get("pay")
    if pay == "never":
        okrs.mark_pay(PayMark(uid))
    elif pay:
        plan = PayPlan(sample_uid(pay["plan"]), pay["plan"], pay["document"], pay["decided_by"])
        okrs.mark_pay(PayMark(uid, plan.uid, pay["threshold"]), plan)


def _key_result(told: Mapping[str, Any], objective_uid: str, calendar: Calendar) -> KeyResult:
    levels = [Decimal(level) for level in told.get("levels", ())] or _NO_LEVELS
    baseline, commit, target, stretch = levels
    return KeyResult(
        uid=sample_uid(told["key"]),
        objective_uid=objective_uid,
        kind=KeyResultKind(told["kind"]),
        title=told["title"],
        neutral_name=told["neutral_name"],
        unit=told.get("unit", ""),
        baseline=baseline,
        commit=commit,
        target=target,
        stretch=stretch,
        written_on=calendar.working_day(told["written_on"]),
    )
