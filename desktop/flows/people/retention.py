"""How long things are kept: the rules, what is due by them, and letting it go once somebody has confirmed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.flows.people.erasing import Copy, carry_out
from desktop.models.conversation import State
from desktop.models.erasing import Basis, Erased, ErasureOrder, Item
from desktop.models.guide import Kind
from desktop.models.ids import new_uid, now
from desktop.models.problems import Problem
from desktop.models.retention import DEFAULTS, Rule, Start, Subject, ends_on

if TYPE_CHECKING:
    from desktop.storage.vault import Vault

LONGEST = 1200
"""Months."""


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that has been kept long enough: what it is, whose, and until when it was to be kept."""

    subject: Subject
    item: Item
    person_uid: str
    until: date


def rules(vault: "Vault") -> tuple[Rule, ...]:
    """Return the rules that hold here, one for each subject: the firm's own where it has one."""
    changed = {rule.subject: rule for rule in vault.rights.changed_rules()}
    return tuple(changed.get(rule.subject, rule) for rule in DEFAULTS)


def change_rule(vault: "Vault", subject: Subject, months: str, source: str) -> None:
    """Keep another number of months ("" for no end) and where it comes from; raise Problem if it is no number."""
    typed = months.strip()
    if typed and not (typed.isdecimal() and 1 <= int(typed) <= LONGEST):
        raise Problem(
            "Type a whole number of months from 1 to {most}, or nothing to keep it without end.", most=LONGEST
        )
    start = next(rule.start for rule in DEFAULTS if rule.subject is subject)
    vault.rights.save_rule(Rule(subject, int(typed) if typed else None, start, source.strip()))


def due(vault: "Vault", today: date) -> tuple[Due, ...]:
    """Return what has been kept long enough (slow: a worker's); nothing of a person under a legal hold."""
    held = {hold.person_uid for hold in vault.rights.holds() if hold.released_at is None}
    found = (each for rule in rules(vault) if rule.months is not None for each in _kept(vault, rule, rule.months))
    return tuple(each for each in found if each.until < today and each.person_uid not in held)


def let_go(vault: "Vault", chosen: Sequence[Due], also: Sequence[Path] = ()) -> tuple[Copy, ...]:
    """Erase what is due and was confirmed, here and on the copies in `also`; return the copies that remain."""
    items = tuple(dict.fromkeys(each.item for each in chosen))
    return carry_out(vault, ErasureOrder(new_uid(), Basis.RETENTION, now(), items=items), also)


def _kept(vault: "Vault", rule: Rule, months: int) -> Iterator[Due]:
    for item, person_uid, start in _SOURCES[rule.subject](vault, rule):
        yield Due(rule.subject, item, person_uid, ends_on(start, months))


_Found = Iterator[tuple[Item, str, date]]


def _okr_notes(vault: "Vault", rule: Rule) -> _Found:
    return _notes(vault, Kind.OKR, rule)


def _performance_notes(vault: "Vault", rule: Rule) -> _Found:
    return _notes(vault, Kind.PERFORMANCE, rule)


def _notes(vault: "Vault", kind: Kind, rule: Rule) -> _Found:
    """Yield each series by its newest revision: corrections are kept and go together."""
    newest = {}
    for note in sorted(vault.notes(kind).notes(), key=lambda note: note.revision):
        newest[note.series] = note
    for note in newest.values():
        ended = date.fromisoformat(note.content["period"]["end"])
        start = ended if rule.start is Start.PERIOD_END else _day(note.sealed_at)
        yield Item(Erased.NOTE, note.uid), note.person_uid, start


def _drafts(vault: "Vault", rule: Rule) -> _Found:
    for kind in Kind:
        for talk in vault.conversations(kind).conversations(state=State.DRAFT):
            yield Item(Erased.CONVERSATION, talk.uid), talk.person_uid, _day(talk.created_at)


def _evidence(vault: "Vault", rule: Rule) -> _Found:
    for person in vault.people.people():
        for each in vault.evidence.evidence(person.uid, date.min, date.max):
            yield Item(Erased.EVIDENCE, each.uid), person.uid, each.observed_on


def _private_notes(vault: "Vault", rule: Rule) -> _Found:
    for kind in Kind:
        for note in vault.notes(kind).notes():
            if note.conversation_uid and vault.conversations(kind).private_notes(note.conversation_uid):
                yield Item(Erased.PRIVATE, note.conversation_uid), note.person_uid, _day(note.sealed_at)


_SOURCES = {
    Subject.OKR_NOTE: _okr_notes,
    Subject.PERFORMANCE_NOTE: _performance_notes,
    Subject.DRAFT: _drafts,
    Subject.EVIDENCE: _evidence,
    Subject.PRIVATE_NOTE: _private_notes,
}


def _day(moment: datetime) -> date:
    return moment.astimezone().date()
