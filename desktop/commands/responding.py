"""`respond`: the employee's answer to a note, without the window."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop.commands.output import GOOD, about, line
from desktop.commands.passphrase import passphrase
from desktop.documents.signing.sign import Signatory
from desktop.flows.keys.own_key import own_identity
from desktop.flows.notes.answering import Answerable, answered, read_answerable, save_as
from desktop.i18n import _
from desktop.models.ids import now
from desktop.models.problems import Problem
from desktop.models.response import Reply


@dataclass(frozen=True, slots=True)
class Signing:
    """With what an answer is signed: the key's file (None: it is not signed), whose name, where the passphrase is."""

    key: Path | None = None
    name: str = ""
    passphrase_file: Path | None = None


def respond(file: Path, reply: Reply, signing: Signing, out: Path) -> int:
    """Write the answered copy of the note in `file` to `out`; raise Problem if that cannot be."""
    with about(file):
        note = read_answerable(file)
        _may_answer(note)
        pdf = answered(note.pdf, reply, _signatory(note, signing, now()))
    save_as(pdf, out)
    sentence = _("Answered and signed: {path}") if signing.key else _("Answered, not signed: {path}")
    line(sentence.format(path=out))
    return GOOD


def _may_answer(note: Answerable) -> None:
    if note.closed:
        raise Problem("This note is signed already; the answer cannot change any more.")
    if not note.can_answer:
        raise Problem("This is no unaltered note of Duologue, so it is not answered; “verify” says what is wrong.")


def _signatory(note: Answerable, signing: Signing, moment: datetime) -> Signatory | None:
    if signing.key is None:
        return None
    name = signing.name or note.employee
    new = not signing.key.exists()
    return Signatory(own_identity(signing.key, name, passphrase(signing.passphrase_file, new), moment), name, moment)
