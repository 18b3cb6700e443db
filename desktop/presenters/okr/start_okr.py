"""Starting an OKR conversation: stage, cycle, day."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.flows.talk.talks import Period, begin
from desktop.i18n import _
from desktop.models.conversation import Conversation
from desktop.models.guide import STAGES, Kind, Stage
from desktop.models.people import Person
from desktop.models.typed import day_of
from desktop.presenters.notice import read
from desktop.presenters.talk.start_talk import (
    Choices,
    chosen_guide,
    guide_choices,
    keep_reason,
    needs_reason,
    open_draft,
    quarter_of,
    says_why,
    too_close,
)
from desktop.wording import stage_name

if TYPE_CHECKING:
    from desktop.guides.loader import GuideShelf
    from desktop.storage.vault import Vault

_NEXT = {
    Stage.SET_ALIGN: Stage.CHECK_IN,
    Stage.CHECK_IN: Stage.CHECK_IN,
    Stage.REFLECT_RESET: Stage.SET_ALIGN,
}


@dataclass(frozen=True, slots=True)
class OkrForm:
    """What is chosen and typed, and what is wrong; `period` is the uid of a cycle, "" for this quarter."""

    stage: str
    guide: str
    held_on: str
    period: str
    reason: str = ""
    errors: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class OkrCard:
    """The card that starts an OKR conversation; a guide is asked for only where there is a choice."""

    what: str
    stages: Choices
    stage_hint: str
    guides: Choices
    periods: Choices
    form: OkrForm
    period_hint: str
    warning: str
    draft: str


class OkrStart:
    """Fills the card and begins the talk."""

    def __init__(self, vault: "Vault", shelf: "GuideShelf") -> None:
        self._vault = vault
        self._shelf = shelf

    def fresh(self, person: Person, today: date) -> OkrForm:
        """Return the form as it is offered: the stage that comes next, the cycle that runs, today."""
        talks = [t for t in self._vault.conversations(Kind.OKR).conversations(person_uid=person.uid) if not t.corrects]
        last = max(talks, key=lambda talk: (talk.held_on, talk.created_at), default=None)
        stage = _NEXT[last.stage] if last else Stage.SET_ALIGN
        return OkrForm(str(stage), "", today.isoformat(), self._running_cycle(today))

    def card(self, person: Person, form: OkrForm, today: date) -> OkrCard:
        """Return the card around a form."""
        stage = Stage(form.stage)
        guides = guide_choices(self._shelf, Kind.OKR, stage)
        held = form.guide if form.guide in dict(guides) else next(iter(dict(guides)), "")
        periods = self._periods(today)
        return OkrCard(
            what=_("About the team's key results: what moved, what you learn, what comes next."),
            stages=tuple((str(each), stage_name(each)) for each in STAGES[Kind.OKR]),
            stage_hint=_stage_hint(stage),
            guides=guides,
            periods=periods,
            form=replace(form, guide=held),
            period_hint="" if periods[0][0] else _("There is no cycle yet; you can add one under OKRs first."),
            warning=too_close(self._vault, Kind.OKR, stage, person.uid, form.held_on),
            draft=open_draft(self._vault, Kind.OKR, person.uid),
        )

    def begin(self, person: Person, manager: Person, form: OkrForm, today: date) -> Conversation | OkrForm:
        """Begin the talk, or return the form with what is wrong; raise Problem if it cannot be stored."""
        errors: dict[str, str] = {}
        held_on = read(errors, "held_on", day_of, form.held_on)
        if held_on is None:
            return replace(form, errors=errors)
        near = too_close(self._vault, Kind.OKR, Stage(form.stage), person.uid, form.held_on)
        if near and not says_why(form.reason):
            return replace(form, errors={"reason": needs_reason()})
        guide = chosen_guide(self._shelf, Kind.OKR, Stage(form.stage), form.guide)
        period = self._period(form.period, today)
        begun = begin(self._vault.conversations(Kind.OKR), guide, person.uid, manager.uid, held_on, period)
        keep_reason(self._vault, begun, form.reason if near else "")
        return begun

    def _running_cycle(self, today: date) -> str:
        """Return the cycle of today, else the next one, else the last one, "" if there is none."""
        cycles = sorted(self._vault.okrs.cycles(), key=lambda cycle: cycle.starts_on)
        running = [cycle for cycle in cycles if cycle.starts_on <= today <= cycle.ends_on]
        coming = [cycle for cycle in cycles if cycle.starts_on > today]
        best = running[-1:] or coming[:1] or cycles[-1:]
        return best[0].uid if best else ""

    def _periods(self, today: date) -> Choices:
        cycles = sorted(self._vault.okrs.cycles(), key=lambda cycle: cycle.starts_on, reverse=True)
        if not cycles:
            return (("", _("This quarter ({name})").format(name=quarter_of(today)[0])),)
        return tuple((cycle.uid, cycle.name) for cycle in cycles)

    def _period(self, uid: str, today: date) -> Period:
        if not uid:
            return Period(*quarter_of(today))
        cycle = self._vault.okrs.cycle(uid)
        return Period(cycle.name, cycle.starts_on, cycle.ends_on)


def _stage_hint(stage: Stage) -> str:
    return {
        Stage.SET_ALIGN: _("Agree what to reach, and how you both will know."),
        Stage.CHECK_IN: _("What moved, what is in the way, what comes next."),
        Stage.REFLECT_RESET: _("Look back at the cycle: what was reached, what was learned, what to keep."),
    }.get(stage, "")
