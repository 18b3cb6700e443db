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
    Change,
    Decision,
    Engagement,
    Guard,
    Override,
    PayLink,
    PerformanceSystem,
    Role,
    Topic,
    read_day,
)
from desktop.models.typed import is_blank

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

    def engaged(self, role: Role, today: date) -> bool:
        """Tell whether somebody was won for this, with a name and a day that has come."""
        return any(each.role is role and each.is_won(today) for each in self.engagements)

    @property
    def open_start(self) -> date | None:
        """The typed day on which a new performance system is to start, None if none is typed or it is set."""
        typed = read_day(self.system.starts_on) if self.is_changing else None
        return typed if typed != self.launch_on else None

    @property
    def is_changing(self) -> bool:
        """Whether the performance system is said to change."""
        return self.system.change in (Change.NEW, Change.CHANGED)

    @property
    def is_empty(self) -> bool:
        """Whether nobody has written anything yet."""
        said = any(not is_blank(each.answer) for each in self.decisions.values())
        return not (said or self.engagements or self.system != PerformanceSystem() or self.launch_on)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the vault holds, in words: nothing of a key result but how many there are.

    `clash` is the first cycle if a new performance system starts within it, `near` if it is typed to start within it
    and not set; `individual` and `allowed` are objectives
    of one person in the first cycles, without and with the sponsor's word; `crowded` have more than five key results,
    `listed` nothing but milestones; `quiet` says for how many days nobody has checked in (None: no cycle runs).
    `tied` are the answers in which a score decides about pay or a rating. `today` is when all this was looked at.
    """

    today: date
    clash: str = ""
    near: str = ""
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
    yield _won(Rule.HR, Role.HR, told, seen.today)
    yield _won(Rule.SPONSOR, Role.SPONSOR, told, seen.today)
    yield Check(Rule.SYSTEM, _kept(told.system.is_described))
    yield _settled(Rule.REVIEWS, told, seen, Topic.REVIEWS)
    yield _won(Rule.EXPLAINED, Role.EXPLAINER, told, seen.today)
    coaches = [each for each in told.engagements if each.role is Role.COACH]
    ready = sum(each.is_won(seen.today) for each in coaches)
    yield Check(Rule.COACHES, _kept(bool(ready) and ready == len(coaches)), ready, len(coaches))
    yield _settled(Rule.PAY, told, seen, Topic.PAY)
    yield _settled(Rule.PARAMETERS, told, seen, *PARAMETERS)
    yield _settled(Rule.PAGE, told, seen, Topic.RULE, Topic.ACCESS, Topic.DISAGREEING, Topic.CONTACT)
    quiet = seen.quiet or 0
    yield Check(Rule.RHYTHM, Standing.BROKEN if quiet > QUIET_DAYS else Standing.KEPT, quiet)


def _do_not(told: RollOut, seen: Seen) -> Iterator[Check]:
    link = told.system.pay_link
    unsaid = Standing.MISSING if link is PayLink.UNSAID else Standing.KEPT
    tied = bool(seen.tied) or link is PayLink.SCORE
    answers = tuple(str(topic) for topic in seen.tied)
    yield Check(Rule.NO_PAY_BY_SCORE, Standing.BROKEN if tied else unsaid, len(answers), about=answers)
    yield _apart(told, seen)
    lone = Standing.ALLOWED if seen.allowed else Standing.KEPT
    yield Check(Rule.TEAM_FIRST, Standing.BROKEN if seen.individual else lone, about=seen.individual or seen.allowed)
    yield Check(Rule.FEW, Standing.BROKEN if seen.crowded else Standing.KEPT, about=seen.crowded)
    yield Check(Rule.NO_TASK_LIST, Standing.BROKEN if seen.listed else Standing.KEPT, about=seen.listed)


def _apart(told: RollOut, seen: Seen) -> Check:
    """Return whether OKRs and a new performance system are kept apart; a day that is typed and not set is open."""
    rule, clashes = Rule.ONE_AT_A_TIME, ((seen.clash, told.launch_on), (seen.near, told.open_start))
    for cycle in (cycle for cycle, start in clashes if cycle and not _may_start(told, start)):
        return Check(rule, Standing.BROKEN, about=(cycle,))
    if told.open_start or (told.is_changing and told.launch_on is None):
        return Check(rule, Standing.MISSING)
    return Check(rule, Standing.ALLOWED if seen.clash else Standing.KEPT, about=(seen.clash,) if seen.clash else ())


def _may_start(told: RollOut, start: date | None) -> bool:
    day = start.isoformat() if start else ""
    return any(each.guard is Guard.BOTH_AT_ONCE and each.subject == day for each in told.overrides)


def _won(rule: Rule, role: Role, told: RollOut, today: date) -> Check:
    """Return whether somebody was won; `about` is the day on which the first of them will be, if nobody was yet."""
    if told.engaged(role, today):
        return Check(rule, Standing.KEPT)
    coming = [each.day for each in told.engagements if each.role is role and each.day]
    return Check(rule, Standing.MISSING, about=(min(coming).isoformat(),) if coming else ())


def _settled(rule: Rule, told: RollOut, seen: Seen, *topics: Topic) -> Check:
    """Return which topics are open: `done` counts the settled ones, `about` names the others."""
    left = tuple(str(topic) for topic in topics if not _is_settled(told, topic, seen.today))
    return Check(rule, _kept(not left), len(topics) - len(left), len(topics), left)


def _is_settled(told: RollOut, topic: Topic, today: date) -> bool:
    """Tell whether it says what was decided, by whom and when; whom to ask is decided by nobody."""
    return told.has(topic) and (topic is Topic.CONTACT or told.decisions[topic].is_settled(today))


def _kept(kept: bool) -> Standing:
    return Standing.KEPT if kept else Standing.MISSING
