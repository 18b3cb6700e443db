"""Signing in the room: the employee answers and signs on the manager's own screen, or declines before a witness.

The key is made for this one signature and thrown away with it, so that nobody can sign in the employee's name later.
What it proves is said as it is: nothing changed since, and somebody drew or typed this name on this machine.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import category, normalize

from desktop.documents.files.locks import is_locked
from desktop.documents.keys.identity import one_time_identity
from desktop.documents.signing.answer import fill
from desktop.documents.signing.sign import Signatory, witness
from desktop.flows.filing import write_new
from desktop.flows.notes.answering import answered, answered_name
from desktop.flows.notes.exporting import export, export_name
from desktop.flows.notes.returning import Homecoming, examine, keep
from desktop.models.hand import Hand
from desktop.models.ids import new_uid, now
from desktop.models.note import Note
from desktop.models.people import Person
from desktop.models.problems import Problem
from desktop.models.response import Decline, Reply, Way
from desktop.models.typed import is_blank

if TYPE_CHECKING:
    from desktop.storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Done:
    """The answer as the vault keeps it, and the copy that the employee takes away."""

    homecoming: Homecoming
    path: Path


def handed_out(vault: "Vault", note: Note, folder: Path) -> bytes:
    """Return the newest signed file of a note that needs no password; exported to `folder` now if there is none yet."""
    kept = [each.pdf for each in vault.notes(note.kind).exports(note.uid) if not is_locked(each.pdf)]
    return kept[-1] if kept else export(vault, note, folder).pdf


def answer_here(vault: "Vault", note: Note, folder: Path, reply: Reply, by: Hand) -> Done:
    """Sign the answer of the employee, who sits here, and keep it; raise Problem if the note cannot be answered."""
    return _done(vault, note, folder, _signatory(by), lambda pdf, who: answered(pdf, reply, who))


def decline_here(vault: "Vault", note: Note, folder: Path, reason: str, day: date, by: Hand) -> Done:
    """Record that the employee did not want to sign, for `reason` (may be ""), witnessed by somebody else.

    Raises Problem if there is no witness, or if the witness is the manager or the employee.
    """
    _somebody_else(note, by.name)
    done = _done(vault, note, folder, _signatory(by), lambda pdf, who: witness(fill(pdf, Reply()), who, reason))
    response = done.homecoming.response
    uid = response.uid if response else ""
    vault.responses(note.kind).add_decline(Decline(new_uid(), note.uid, day, reason, by.name, uid, now()))
    return done


def _signatory(by: Hand) -> Signatory:
    if is_blank(by.name):
        raise Problem("Say who signs: type the name.")
    moment = now()
    return Signatory(one_time_identity(Person("", by.name), moment), by.name, moment, by.strokes)


def _somebody_else(note: Note, name: str) -> None:
    record = note.content
    if _alike(name) in {_alike(record[who]["name"]) for who in ("manager", "employee")}:
        raise Problem("A witness is a third person: neither the manager nor the employee.")


def _alike(name: str) -> str:
    """Return a name as two are compared: without invisible characters, whatever the spaces and the case."""
    seen = "".join(char for char in normalize("NFKC", name) if category(char) != "Cf")
    return " ".join(seen.split()).casefold()


def _done(vault: "Vault", note: Note, folder: Path, by: Signatory, close: Callable[[bytes, Signatory], bytes]) -> Done:
    pdf = close(handed_out(vault, note, folder), by)
    name = answered_name(export_name(note))
    path = write_new(folder, name, pdf)
    home = keep(vault, examine(vault, pdf, note, here=by.identity.certificate), pdf, path.name, Way.ROOM)
    if home.response is None:
        raise Problem("The signed file did not pass its own check, so it was not kept; try again.")
    return Done(home, path)
