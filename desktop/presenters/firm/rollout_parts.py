"""The Roll-out page from what the firm has said and what the vault holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from desktop.flows.firm.policy_parts import open_parts
from desktop.i18n import _, say
from desktop.models.adoption import Stopped
from desktop.models.people import Person
from desktop.models.policy import (
    PAGE,
    PARAMETERS,
    Decision,
    Guard,
    Override,
    Role,
    Topic,
    read_day,
    require_count,
    require_day,
    require_rule,
)
from desktop.models.problems import Problem
from desktop.models.readiness import DO, RollOut, Seen, checks, next_step
from desktop.presenters.firm.rollout_checks import check_row, next_words, progress
from desktop.presenters.firm.rollout_screen import EngagedPart, PersonRow, RollOutScreen, SystemPart, TopicRow
from desktop.presenters.firm.rollout_topics import changes, pay_links, roles, topics
from desktop.presenters.notice import Notice
from desktop.wording import day, moment

_CHECKED = {Topic.RULE: require_rule, Topic.FIRST_CYCLES: require_count}


@dataclass(frozen=True, slots=True)
class Sponsoring:
    """What was stopped, if anything was, and what the sponsor says to it so far."""

    stopped: Stopped | None = None
    error: str = ""
    name: str = ""
    reason: str = ""
    errors: Mapping[str, str] = field(default_factory=dict)


def screen_of(
    told: RollOut,
    seen: Seen,
    sponsoring: Sponsoring,
    people: Sequence[Person],
    cycles: Mapping[str, str],
    notice: Notice | None,
) -> RollOutScreen:
    """Return the whole page; `cycles` are the names of the cycles by uid."""
    found = checks(told, seen)
    step, why, part = next_words(next_step(found))
    rows = {check.rule: check_row(check) for check in found}
    return RollOutScreen(
        is_empty=told.is_empty,
        next_step=step,
        next_why=why,
        next_part=part,
        progress=progress(found),
        do=tuple(row for rule, row in rows.items() if rule in DO),
        do_not=tuple(row for rule, row in rows.items() if rule not in DO),
        parameters=tuple(_topic(told, topic, seen) for topic in PARAMETERS),
        page=tuple(_topic(told, topic, seen) for topic in (*PAGE, Topic.FIRST_CYCLES)),
        page_open=open_words(told.decisions),
        engaged=tuple(_engaged(told, role) for role in Role),
        people=tuple((person.uid, person.name) for person in people),
        system=_system(told, sponsoring),
        overrides=tuple(_override(each, people, cycles) for each in told.overrides),
        notice=notice,
    )


def open_words(decisions: Mapping[Topic, Decision]) -> str:
    """Return what is not decided on the policy page, "" if everything is."""
    left = open_parts(decisions)
    return _("Not decided yet: {parts}.").format(parts=", ".join(left)) if left else ""


def _topic(told: RollOut, topic: Topic, seen: Seen) -> TopicRow:
    words, decision = topics()[topic], told.decisions.get(topic, Decision(topic))
    tied = _("This reads as if a score decided about pay or a rating.") if topic in seen.tied else ""
    return TopicRow(
        str(topic),
        words.title,
        words.what,
        words.question,
        decision.answer,
        decision.decided_by,
        decision.decided_on,
        error=_wrong(decision.answer, topic) or tied,
        day_error=_wrong_day(decision.decided_on),
    )


def _engaged(told: RollOut, role: Role) -> EngagedPart:
    words = roles()[role]
    rows = tuple(
        PersonRow(each.uid, each.name, each.engaged_on, _wrong_day(each.engaged_on))
        for each in told.engagements
        if each.role is role
    )
    return EngagedPart(str(role), words.title, words.what, words.add, rows)


def _system(told: RollOut, sponsoring: Sponsoring) -> SystemPart:
    system, errors = told.system, sponsoring.errors
    return SystemPart(
        rating=system.rating,
        pay_link=str(system.pay_link),
        pay=system.pay,
        dates=system.dates,
        forms=system.forms,
        decides=system.decides,
        change=str(system.change),
        starts_on=system.starts_on,
        pay_links=tuple((str(key), words) for key, words in pay_links().items()),
        changes=tuple((str(key), words) for key, words in changes().items()),
        asks_start=told.is_changing,
        has_start=told.launch_on is not None,
        starts=_starts(told),
        starts_error=sponsoring.error or _wrong_day(system.starts_on),
        stopped=say(sponsoring.stopped) if sponsoring.stopped else "",
        sponsor=sponsoring.name,
        sponsor_reason=sponsoring.reason,
        sponsor_errors=(errors.get("sponsor", ""), errors.get("sponsor_reason", "")),
    )


def _starts(told: RollOut) -> str:
    if told.launch_on is None:
        return _("No start is set yet.")
    typed = read_day(told.system.starts_on)
    if typed != told.launch_on:
        return _("Set is {day}; what stands above is not set yet.").format(day=day(told.launch_on))
    return _("It starts on {day}.").format(day=day(told.launch_on))


def _override(given: Override, people: Sequence[Person], cycles: Mapping[str, str]) -> str:
    if given.guard is Guard.BOTH_AT_ONCE:
        what = _("A new performance system from {day}, in the first OKR cycle").format(day=day(read_day(given.subject)))
    else:
        name = next((person.name for person in people if person.uid == given.person_uid), "")
        cycle = cycles.get(given.subject, "")
        what = _("Objectives of {name} in “{cycle}”").format(name=name or _("one person"), cycle=cycle)
    by = _("allowed by {sponsor}, {when}: {reason}")
    return f"{what} – " + by.format(sponsor=given.sponsor, when=moment(given.given_at), reason=given.reason)


def _wrong(text: str, topic: Topic) -> str:
    try:
        _CHECKED.get(topic, _anything)(text)
    except Problem as problem:
        return say(problem)
    return ""


def _wrong_day(text: str) -> str:
    try:
        require_day(text)
    except Problem as problem:
        return say(problem)
    return ""


def _anything(_text: str) -> None:
    """Every answer is an answer."""
