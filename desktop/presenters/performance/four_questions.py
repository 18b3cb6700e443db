"""What helps to answer each of the four questions: published facts, what was written down, what was promised."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.i18n import _, ngettext
from desktop.models.bridge import MetricFact, Promised, TalksHeld
from desktop.models.conversation import Commitment, Promise
from desktop.models.guide import Stage
from desktop.models.performance import Evidence
from desktop.models.performance_record import Grounds
from desktop.models.typed import shortened
from desktop.presenters.performance.evidence_words import evidence_detail
from desktop.presenters.performance.picking import spread_over
from desktop.presenters.talk.context import ContextCard, ContextPanel, ContextRow
from desktop.presenters.talk.fact_words import fact_row
from desktop.wording import beside, day, isolated, stage_name

_SHOWN = 8
"""How many rows of one card are read beside a conversation; further ones are shown on request."""
_FURTHER = 100
"""How many of them; what is beyond is told as a number."""


@dataclass(frozen=True, slots=True)
class Material:
    """What one conversation may stand on: `promises` are those of performance conversations, `held` the OKR ones.

    `owner` tells whose an objective is, `workers` are the names of those who work on a key result, by its uid.
    """

    grounds: Grounds
    promises: Sequence[Commitment]
    held: TalksHeld
    owner: Callable[[str], str]
    workers: Mapping[str, Sequence[str]]


def panel_for(topic: str, material: Material) -> ContextPanel:
    """Return what stands beside the question of a `topic` ("impact", "focus", "communication" or "learning")."""
    title, cards, note = _PANELS[topic](material)
    told = [card for card in cards if card.rows]
    if not told:
        note = f"{_nothing()[topic]} {note}"
    return ContextPanel(title, "", tuple(card for card in (*told, _written(topic, material)) if card.rows), note)


def _nothing() -> Mapping[str, str]:
    """Return why nothing stands beside a question."""
    return {
        "impact": _("No key results are shared for this period; on the OKRs screen you choose which are."),
        "focus": _("No objective is shared for this period, and nothing is noted as dropped."),
        "communication": _("No OKR conversation was held in this period, and nothing was promised between you two."),
        "learning": _("No learning is shared for this period yet."),
    }


_Told = tuple[str, list[ContextCard], str]


def _impact(material: Material) -> _Told:
    note = _(
        "Values may be cited. Scores are not shown here on purpose; influence counts, also where a number hardly moved."
    )
    return _("Key results of the period"), _by_objective(material), note


def _focus(material: Material) -> _Told:
    objectives = [
        ContextRow(each.title, "", beside(material.owner(each.team_uid), each.cycle))
        for each in material.grounds.objectives
    ]
    dropped = [ContextRow(each.name, "", _("key result")) for each in material.grounds.facts if each.dropped]
    dropped += [_promise_row(each) for each in material.promises if each.state is Promise.DROPPED]
    cards = [_card(_("Objectives"), objectives), _card(_("Dropped"), dropped)]
    return _("What was to come first"), cards, _("Saying no is work, too: ask for one thing left undone on purpose.")


def _communication(material: Material) -> _Told:
    waiting = [each for each in material.promises if each.state is not Promise.DROPPED]
    cards = [
        _card(_("OKR conversations held"), _talk_rows(material.held)),
        _card(_("Commitments made there"), [_counted(each) for each in material.held.promised]),
        _card(_("Commitments between you two"), [_promise_row(each) for each in waiting]),
    ]
    note = _("Days and counts only: what was said in an OKR conversation stays there.")
    return _("Talks and commitments"), cards, note


def _learning(material: Material) -> _Told:
    learned = [ContextRow(each.name, "", each.learning) for each in material.grounds.facts if each.learning]
    note = _("A learning that would give away how a key result was marked stays with the team until it is reworded.")
    return _("What was learned"), [_card(_("Written at reflect & reset"), learned)], note


_PANELS: dict[str, Callable[[Material], _Told]] = {
    "impact": _impact,
    "focus": _focus,
    "communication": _communication,
    "learning": _learning,
}


def _by_objective(material: Material) -> list[ContextCard]:
    return [
        ContextCard(
            each.title,
            tuple(_worked(fact, material) for fact in material.grounds.facts if fact.objective_uid == each.uid),
            beside(material.owner(each.team_uid), each.cycle),
        )
        for each in material.grounds.objectives
    ]


def _worked(fact: MetricFact, material: Material) -> ContextRow:
    """Return a fact with the names of those who worked on it."""
    row, names = fact_row(fact), material.workers.get(fact.uid, ())
    if not names:
        return row
    told = _("Worked on by {names}").format(names=", ".join(isolated(name) for name in names))
    return replace(row, detail=f"{told}\n{row.detail}")


def _written(topic: str, material: Material) -> ContextCard:
    """Return what the manager wrote down for this question, or for a key result beside it, during the period."""
    names = {fact.uid: fact.name for fact in material.grounds.facts}
    about = set(names) if topic == "impact" else set()
    own = [each for each in material.grounds.evidence if each.topic == topic or each.fact_uid in about]
    first = spread_over(own, _SHOWN)
    shown = {each.uid for each in first}
    left = [each for each in own if each.uid not in shown]
    return _opening(_("You wrote down"), _rows(first, names), _rows(left[:_FURTHER], names), len(left))


def _rows(seen: Iterable[Evidence], key_results: Mapping[str, str]) -> list[ContextRow]:
    return [ContextRow(shortened(each.behaviour), "", evidence_detail(each, key_results)) for each in seen]


def _talk_rows(held: TalksHeld) -> list[ContextRow]:
    """Return a row for each stage that was held, with its days."""
    rows = []
    for stage in Stage:
        days = [on for on, each in held.talks if each is stage]
        if days:
            count = ngettext("{n} time", "{n} times", len(days)).format(n=len(days))
            rows.append(ContextRow(stage_name(stage), count, ", ".join(day(on) for on in days[-_SHOWN:])))
    return rows


def _counted(promised: Promised) -> ContextRow:
    made = ngettext("{n} commitment", "{n} commitments", promised.made).format(n=promised.made)
    open_ones = promised.made - promised.kept - promised.dropped
    detail = _("{kept} kept, {open} open, {dropped} dropped")
    told = detail.format(kept=promised.kept, open=open_ones, dropped=promised.dropped)
    return ContextRow(promised.owner, made, told)


def _promise_row(promise: Commitment) -> ContextRow:
    state = {Promise.KEPT: _("kept"), Promise.DROPPED: _("dropped"), Promise.OPEN: _("open")}[promise.state]
    due = _("by {day}").format(day=day(promise.due)) if promise.due else ""
    return ContextRow(shortened(promise.text), "", beside(promise.owner, due, state))


def _card(title: str, rows: Sequence[ContextRow]) -> ContextCard:
    """Return a card of so many rows at first, and a way to so many more."""
    return _opening(title, rows[:_SHOWN], rows[_SHOWN:][:_FURTHER], len(rows) - _SHOWN)


def _opening(title: str, first: Sequence[ContextRow], further: Sequence[ContextRow], left: int) -> ContextCard:
    """Return a card with `first`, and a way to `further`, of which there are `left` in all."""
    if not further:
        return ContextCard(title, tuple(first))
    more = ngettext("Show {n} more", "Show {n} more", len(further)).format(n=len(further))
    beyond = left - len(further)
    told = ngettext("and {n} more, on the person’s page", "and {n} more, on the person’s page", beyond).format(n=beyond)
    end = (ContextRow("", "", told),) if beyond else ()
    return ContextCard(title, tuple(first), rest=(*further, *end), more=more)
