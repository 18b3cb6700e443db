"""Starting a performance conversation: the period it looks back on, and the day."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.flows.talk.talks import Period, begin
from desktop.i18n import _, say
from desktop.models.conversation import Conversation, State
from desktop.models.guide import Kind, Stage
from desktop.models.people import Person
from desktop.models.problems import Problem
from desktop.models.typed import day_of
from desktop.presenters.notice import read
from desktop.presenters.talk.start_talk import (
    Choices,
    chosen_guide,
    guide_choices,
    keep_reason,
    needs_reason,
    open_draft,
    says_why,
    too_close,
)
from desktop.wording import day

if TYPE_CHECKING:
    from desktop.guides.loader import GuideShelf
    from desktop.storage.vault import Vault

_HALF_YEAR = timedelta(days=182)
_MONTH = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class PerformanceForm:
    """What is chosen and typed, and what is wrong with it."""

    guide: str
    held_on: str
    starts_on: str
    ends_on: str
    reason: str = ""
    errors: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class PerformanceCard:
    """The card that starts a performance conversation; a guide is asked for only where there is a choice."""

    what: str
    guides: Choices
    form: PerformanceForm
    period_hint: str
    warning: str
    draft: str


class PerformanceStart:
    """Fills the card and begins the talk."""

    def __init__(self, vault: "Vault", shelf: "GuideShelf") -> None:
        self._vault = vault
        self._shelf = shelf

    def fresh(self, person: Person, today: date) -> PerformanceForm:
        """Return the form as offered: from the end of the last period that was talked about until today.

        Without one it is half a year, and never less than a month: a day or two are no period.
        """
        store = self._vault.conversations(Kind.PERFORMANCE)
        talks = store.conversations(person_uid=person.uid, state=State.SEALED)
        ends = [talk.period_end for talk in talks if talk.period_end < today]
        start = min(max(ends) + timedelta(days=1), today - _MONTH) if ends else today - _HALF_YEAR
        return PerformanceForm("", today.isoformat(), start.isoformat(), today.isoformat())

    def card(self, person: Person, form: PerformanceForm) -> PerformanceCard:
        """Return the card around a form."""
        guides = guide_choices(self._shelf, Kind.PERFORMANCE, Stage.REVIEW)
        held = form.guide if form.guide in dict(guides) else next(iter(dict(guides)), "")
        return PerformanceCard(
            what=_("About the person's own part: impact, focus, communication, learning. No scores."),
            guides=guides,
            form=replace(form, guide=held),
            period_hint=_("Shared facts and observed examples of these days stand beside the talk."),
            warning=too_close(self._vault, Kind.PERFORMANCE, Stage.REVIEW, person.uid, form.held_on),
            draft=open_draft(self._vault, Kind.PERFORMANCE, person.uid),
        )

    def begin(self, person: Person, manager: Person, form: PerformanceForm) -> Conversation | PerformanceForm:
        """Begin the talk, or return the form with what is wrong; raise Problem if it cannot be stored."""
        errors: dict[str, str] = {}
        held_on = read(errors, "held_on", day_of, form.held_on)
        period = _period(errors, form)
        if held_on is None or period is None:
            return replace(form, errors=errors)
        near = too_close(self._vault, Kind.PERFORMANCE, Stage.REVIEW, person.uid, form.held_on)
        if near and not says_why(form.reason):
            return replace(form, errors={"reason": needs_reason()})
        guide = chosen_guide(self._shelf, Kind.PERFORMANCE, Stage.REVIEW, form.guide)
        begun = begin(self._vault.conversations(Kind.PERFORMANCE), guide, person.uid, manager.uid, held_on, period)
        keep_reason(self._vault, begun, form.reason if near else "")
        return begun


def _period(errors: dict[str, str], form: PerformanceForm) -> Period | None:
    starts_on = read(errors, "starts_on", day_of, form.starts_on)
    ends_on = read(errors, "ends_on", day_of, form.ends_on)
    if starts_on is None or ends_on is None:
        return None
    try:
        return Period(f"{day(starts_on)} – {day(ends_on)}", starts_on, ends_on)
    except Problem as problem:
        errors["ends_on"] = say(problem)
        return None
