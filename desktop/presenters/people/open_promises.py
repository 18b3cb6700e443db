"""What was promised in sealed talks and is still open, with one click to say how it ended."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.i18n import _
from desktop.models.conversation import Commitment, Promise, State
from desktop.models.guide import Kind
from desktop.models.people import Person
from desktop.wording import beside, day

if TYPE_CHECKING:
    from desktop.storage.vault import Vault


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """A commitment that waits: `detail` says who and by when, `full_detail` also with whom it was agreed."""

    uid: str
    kind: str
    text: str
    person_uid: str
    person: str
    detail: str
    full_detail: str
    due: date | None
    overdue: bool


def open_promises(
    vault: "Vault", people: Mapping[str, Person], today: date, person_uid: str | None = None
) -> tuple[PromiseRow, ...]:
    """Return what is open for one person or for all, the earliest due first, those without a day last.

    What stands in a draft is not promised yet.
    """
    wanted = [people[person_uid]] if person_uid else list(people.values())
    found = [
        _row(kind, promise, person, today)
        for kind in Kind
        for begun in [{talk.uid for talk in vault.conversations(kind).conversations(state=State.DRAFT)}]
        for person in wanted
        for promise in vault.conversations(kind).open_commitments(person.uid)
        if promise.conversation_uid not in begun
    ]
    return tuple(sorted(found, key=lambda row: (row.due or date.max, row.text)))


def settle(vault: "Vault", kind: str, uid: str, state: str) -> str:
    """Say that a commitment was kept, dropped or is open again; return the sentence that tells it."""
    promise = Promise(state)
    vault.conversations(Kind(kind)).set_promise(uid, promise)
    return {
        Promise.KEPT: _("Kept. It no longer waits here."),
        Promise.DROPPED: _("Dropped. It no longer waits here."),
        Promise.OPEN: _("It is open again."),
    }[promise]


def _row(kind: Kind, promise: Commitment, person: Person, today: date) -> PromiseRow:
    overdue = promise.due is not None and promise.due < today
    due = _due(promise.due, overdue)
    names = dict.fromkeys((promise.owner, person.name))
    return PromiseRow(
        uid=promise.uid,
        kind=str(kind),
        text=promise.text,
        person_uid=person.uid,
        person=person.name,
        detail=beside(due, promise.owner),
        full_detail=beside(due, *names),
        due=promise.due,
        overdue=overdue,
    )


def _due(due: date | None, overdue: bool) -> str:
    if due is None:
        return _("no date")
    return (_("was due {day}") if overdue else _("due {day}")).format(day=day(due))
