"""Whether a firm is rolling out well: each rule of the method, held against what was answered and what is there.

The rules are the method's do's and don'ts: win HR leadership and a sponsor early, understand the performance system
that is there, prepare managers as coaches; no pay by score, no two systems at once, no individuals first.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.models.policy import (
    PARAMETERS,
    Decision,
    Engagement,
    Guard,
    Override,
    PayLink,
    PerformanceSystem,
    Role,
    Topic,
)

QUIET_DAYS = 28
"""After so many days without a check-in, a cycle counts as set and forgotten."""


class Rule(StrEnum):
    """What the method asks for, in the order in which a firm comes to it."""

    HR = "hr"
    SPONSOR = "sponsor"
    SYSTEM = "system"
    REVIEWS = "reviews"
    EXPLAINED = "explained"
    COACHES = "coaches"
    PAY = "pay"
    PARAMETERS = "parameters"
    PAGE = "page"
    RHYTHM = "rhythm"
    NO_PAY_BY_SCORE = "no-pay-by-score"
    ONE_AT_A_TIME = "one-at-a-time"
    TEAM_FIRST = "team-first"
    FEW = "few"
    NO_TASK_LIST = "no-task-list"


DO = tuple(Rule)[:10]
DO_NOT = tuple(Rule)[10:]
_FIRST = (Rule.NO_PAY_BY_SCORE, Rule.ONE_AT_A_TIME, Rule.TEAM_FIRST)
"""What does harm while it stays as it is."""


class Standing(StrEnum):
    """How a rule stands; `ALLOWED` is not kept, on the sponsor's word."""

    KEPT = "kept"
    MISSING = "missing"
    BROKEN = "broken"
    ALLOWED = "allowed"


@dataclass(frozen=True, slots=True)
class RollOut:
    """Everything the firm has said."""

    decisions: Mapping[Topic, Decision]
    engagements: Sequence[Engagement]
    system: PerformanceSystem
    launch_on: date | None
    overrides: Sequence[Override]

    def has(self, topic: Topic) -> bool:
        """Tell whether a topic is answered."""
        return topic in self.decisions and self.decisions[topic].is_made

    def engaged(self, role: Role) -> bool:
        """Tell whether somebody was won for this, with name and day."""
        return any(each.role is role and each.is_complete for each in self.engagements)

    @property
    def is_empty(self) -> bool:
        """Whether nobody has written anything yet."""
        said = any(each.is_made for each in self.decisions.values())
        return not (said or self.engagements or self.system != PerformanceSystem() or self.launch_on)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the vault holds, in words: nothing of a key result but how many there are.

    `clash` is the first cycle if a new performance system starts within it; `individual` and `allowed` are objectives
    of one person in the first cycles, without and with the sponsor's word; `crowded` have more than five key results,
    `listed` nothing but milestones; `quiet` says for how many days nobody has checked in (None: no cycle runs).
    `tied` are the answers in which a score decides about pay or a rating.
    """

    clash: str = ""
    individual: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    crowded: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    quiet: int | None = None
    tied: tuple[Topic, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """How one rule stands, and what it stands on: counts, and titles or topics, for the sentence that says so."""

    rule: Rule
    standing: Standing
    done: int = 0
    of: int = 0
    about: tuple[str, ...] = ()


def checks(told: RollOut, seen: Seen) -> tuple[Check, ...]:
    """Return how every rule stands."""
    return (*_do(told, seen), *_do_not(told, seen))


def next_step(found: Sequence[Check]) -> Check | None:
    """Return what to see to first: what does harm, then what is missing, then what else is not kept."""
    harmful = [each for each in found if each.rule in _FIRST and each.standing is Standing.BROKEN]
    missing = [each for each in found if each.standing is Standing.MISSING]
    broken = [each for each in found if each.standing is Standing.BROKEN]
    return next(iter((*harmful, *missing, *broken)), None)


def _do(told: RollOut, seen: Seen) -> Iterator[Check]:
    yield _asked(Rule.HR, told.engaged(Role.HR))
    yield _asked(Rule.SPONSOR, told.engaged(Role.SPONSOR))
    yield _asked(Rule.SYSTEM, told.system.is_described)
    yield _asked(Rule.REVIEWS, told.has(Topic.REVIEWS))
    yield _asked(Rule.EXPLAINED, told.engaged(Role.EXPLAINER))
    coaches = [each for each in told.engagements if each.role is Role.COACH]
    ready = sum(each.is_complete for each in coaches)
    yield Check(Rule.COACHES, _kept(bool(ready) and ready == len(coaches)), ready, len(coaches))
    yield _asked(Rule.PAY, told.has(Topic.PAY))
    yield _counted(Rule.PARAMETERS, told, PARAMETERS)
    yield _counted(Rule.PAGE, told, (Topic.RULE, Topic.ACCESS, Topic.DISAGREEING, Topic.CONTACT))
    quiet = seen.quiet or 0
    yield Check(Rule.RHYTHM, Standing.BROKEN if quiet > QUIET_DAYS else Standing.KEPT, quiet)


def _do_not(told: RollOut, seen: Seen) -> Iterator[Check]:
    link = told.system.pay_link
    unsaid = Standing.MISSING if link is PayLink.UNSAID else Standing.KEPT
    tied = bool(seen.tied) or link is PayLink.SCORE
    answers = tuple(str(topic) for topic in seen.tied)
    yield Check(Rule.NO_PAY_BY_SCORE, Standing.BROKEN if tied else unsaid, len(answers), about=answers)
    yield _guarded(Rule.ONE_AT_A_TIME, seen.clash, _may_clash(told))
    lone = Standing.ALLOWED if seen.allowed else Standing.KEPT
    yield Check(Rule.TEAM_FIRST, Standing.BROKEN if seen.individual else lone, about=seen.individual or seen.allowed)
    yield Check(Rule.FEW, Standing.BROKEN if seen.crowded else Standing.KEPT, about=seen.crowded)
    yield Check(Rule.NO_TASK_LIST, Standing.BROKEN if seen.listed else Standing.KEPT, about=seen.listed)


def _may_clash(told: RollOut) -> bool:
    start = told.launch_on.isoformat() if told.launch_on else ""
    return any(each.guard is Guard.BOTH_AT_ONCE and each.subject == start for each in told.overrides)


def _guarded(rule: Rule, clash: str, may: bool) -> Check:
    if not clash:
        return Check(rule, Standing.KEPT)
    return Check(rule, Standing.ALLOWED if may else Standing.BROKEN, about=(clash,))


def _asked(rule: Rule, answered: bool) -> Check:
    return Check(rule, _kept(answered))


def _counted(rule: Rule, told: RollOut, topics: Sequence[Topic]) -> Check:
    left = tuple(str(topic) for topic in topics if not told.has(topic))
    return Check(rule, _kept(not left), len(topics) - len(left), len(topics), left)


def _kept(kept: bool) -> Standing:
    return Standing.KEPT if kept else Standing.MISSING
