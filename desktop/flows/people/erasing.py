"""Erasing a person: what would go, what stays, and doing it, here and on every copy that can be reached."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.i18n import say
from desktop.models.erasing import Basis, ErasureOrder
from desktop.models.ids import new_uid, now
from desktop.models.problems import Problem

if TYPE_CHECKING:
    from desktop.models.people import Person
    from desktop.storage.mentions import Mention
    from desktop.storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Preview:
    """What erasing a person does. `counts` are rows by table; `objectives` stay, owned by nobody.

    `mentions` are places in the words of others that a machine cannot judge. `held`: a legal hold stands against it.
    """

    person: "Person"
    counts: Mapping[str, int]
    objectives: tuple[str, ...]
    mentions: tuple["Mention", ...]
    handed_to: tuple[str, ...]
    held: bool


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that could not be cleared, and why."""

    path: Path
    why: str


def preview(vault: "Vault", person_uid: str) -> Preview:
    """Look through the whole vault (slow: a worker's) and return what erasing the person would do."""
    from desktop.storage.mentions import mentions
    from desktop.storage.person_rows import rows_about

    person = vault.people.person(person_uid)
    rows = rows_about(vault.path, vault.key, person_uid)
    return Preview(
        person,
        {table: len(found) for table, found in rows.items() if table not in _STAYING},
        tuple(str(row["title"]) for row in rows.get("okr_objective", ())),
        mentions(vault.path, vault.key, person_uid, person.name),
        tuple(str(row["name"]) for row in rows.get("core_transfer", ()) if row["direction"] == "out"),
        any(hold.released_at is None for hold in vault.rights.holds(person_uid)),
    )


_STAYING = frozenset({"okr_objective", "okr_key_result", "okr_check_in", "okr_reflection"})
"""The firm's, not the person's: the words stay, the name and the talk go."""


def erase_person(
    vault: "Vault", person_uid: str, basis: Basis, typed_name: str, also: Sequence[Path] = ()
) -> tuple[Copy, ...]:
    """Erase a person from the vault and from the copies in `also` (slow); return the copies that could not be cleared.

    Raises Problem if the typed name is not the person's, if a hold stands, or if the vault cannot be written.
    """
    if _plain(typed_name) != _plain(vault.people.person(person_uid).name):
        raise Problem("This is not the name; type it as it stands above.")
    return carry_out(vault, ErasureOrder(new_uid(), basis, now(), person_uid), also)


def carry_out(vault: "Vault", order: ErasureOrder, also: Sequence[Path] = ()) -> tuple[Copy, ...]:
    """Carry out an order in the vault, and all orders that the copies in `also` missed."""
    from desktop.storage.erasing.orders import erase

    if not vault.writer.flush(10):
        raise Problem("Something you typed is not saved yet; nothing was erased. Try again in a moment.")
    erase(vault.path, vault.key, order)
    return replay_on(vault, also)


def replay_on(vault: "Vault", copies: Sequence[Path]) -> tuple[Copy, ...]:
    """Erase from each copy what was erased from the vault; return those that could not be cleared."""
    from desktop.storage.erasing.orders import orders, replay

    given = orders(vault.path, vault.key)
    failed = []
    for path in copies:
        try:
            replay(path, vault.key, given)
        except Problem as problem:
            failed.append(Copy(path, say(problem)))
    return tuple(failed)


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split())
