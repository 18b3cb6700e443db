"""What came back in the sample firm: a signed answer, an unsigned one, and a note that was taken home."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from desktop.documents.keys.identity import make_identity
from desktop.documents.signing.sign import Signatory
from desktop.flows.keys.trusting import trust
from desktop.flows.notes.answering import answered, answered_name
from desktop.flows.notes.exporting import Exported, export
from desktop.flows.notes.handing import hand_over
from desktop.flows.notes.returning import examine, keep
from desktop.flows.sample.days import sample_uid
from desktop.models.guide import Kind
from desktop.models.ids import now
from desktop.models.note import Note
from desktop.models.response import Choice, Reply

if TYPE_CHECKING:
    from desktop.storage.vault import Vault


def add_answers(vault: "Vault", told: Mapping[str, Any]) -> None:
    """Export the notes that were given away, and take in what came back; a key that signed is known from then on."""
    for each in told["taken_home"]:
        note = _newest(vault, each)
        _exported(vault, note)
        hand_over(vault, note)
    for each in told["answers"]:
        _answer(vault, _newest(vault, each), each)


def _answer(vault: "Vault", note: Note, told: Mapping[str, Any]) -> None:
    exported = _exported(vault, note)
    hand_over(vault, note)
    by = _signatory(vault, note) if told["signed"] else None
    pdf = answered(exported.pdf, Reply(Choice(told["choice"]), told["comment"], told.get("scores_used")), by)
    keep(vault, examine(vault, pdf), pdf, answered_name(exported.path.name))


def _signatory(vault: "Vault", note: Note) -> Signatory:
    person, moment = vault.people.person(note.person_uid), now()
    identity = make_identity(person, moment)
    trust(vault, person.uid, identity.certificate)
    return Signatory(identity, person.name, moment)


def _newest(vault: "Vault", told: Mapping[str, Any]) -> Note:
    return vault.notes(Kind(told["kind"])).notes(sample_uid(told["person"]))[0]


def _exported(vault: "Vault", note: Note) -> Exported:
    with TemporaryDirectory() as folder:  # the vault keeps its copy; nobody asked for a file
        return export(vault, note, Path(folder))
