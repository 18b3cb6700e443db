"""The person's own words to what is held about them: kept with a note, an example or an expectation."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.flows.notes.rebutting import write_down
from desktop.models.guide import Kind
from desktop.models.ids import new_uid, now
from desktop.models.performance import Statement
from desktop.models.problems import Problem
from desktop.models.typed import is_blank

if TYPE_CHECKING:
    from desktop.models.note import Note
    from desktop.storage.vault import Vault

LONGEST = 20_000
"""Characters of a statement on an example or an expectation."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Something a statement can be about; one of `note`, `evidence_uid` and `expectation_uid` is set.

    `text` is what it says (of a note: ""), `on` its day, None for an expectation.
    """

    uid: str
    text: str
    on: date | None
    note: "Note | None" = None
    evidence_uid: str = ""
    expectation_uid: str = ""


def subjects(vault: "Vault", person_uid: str) -> tuple[Subject, ...]:
    """Return everything a person can make a statement on: sealed notes, then examples, then expectations."""
    return tuple(_subjects(vault, person_uid))


def state(vault: "Vault", subject: Subject, words: str) -> None:
    """Keep a statement with its subject, as it was typed; raise Problem if there are no words, or too many."""
    if subject.note is not None:
        write_down(vault, subject.note, words)
        return
    if is_blank(words):
        raise Problem("Write the statement first.")
    if len(words) > LONGEST:
        raise Problem("The statement is longer than {most} characters; shorten it.", most=LONGEST)
    vault.evidence.add_statement(Statement(new_uid(), subject.evidence_uid, subject.expectation_uid, words, now()))


def _subjects(vault: "Vault", person_uid: str) -> Iterator[Subject]:
    for kind in Kind:
        for note in vault.notes(kind).notes(person_uid):
            yield Subject(note.uid, "", note.sealed_at.astimezone().date(), note=note)
    for each in vault.evidence.evidence(person_uid, date.min, date.max):
        yield Subject(each.uid, each.behaviour or each.situation, each.observed_on, evidence_uid=each.uid)
    for asked in vault.evidence.expectations(person_uid):
        yield Subject(asked.uid, asked.text, None, expectation_uid=asked.uid)
