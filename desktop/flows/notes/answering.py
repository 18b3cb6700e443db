"""The employee's answer: into the fields of their note, signed or not, and saved beside the note they were given."""

from dataclasses import dataclass, field
from pathlib import Path

from desktop.documents.files.locks import unlocked
from desktop.documents.judging.attached import employee_of
from desktop.documents.judging.verify import verify
from desktop.documents.signing.answer import fill, read_reply
from desktop.documents.signing.sign import Signatory, countersign
from desktop.flows.filing import drafted, take_name, write_new
from desktop.flows.keys.checking import read_file
from desktop.flows.keys.known import NOBODY, Known
from desktop.i18n import _
from desktop.models.problems import Problem
from desktop.models.response import Reply
from desktop.models.verdict import Outcome, Verdict

CLOSING = ("employee", "witness")


@dataclass(frozen=True, slots=True)
class Answerable:
    """A note that was sent to somebody, before they answer it.

    `employee` is the name of whoever it is about; `reply` is what stands in its fields already; `closed` is whether
    they (or a witness) have signed, so that nothing can be answered any more.
    """

    name: str
    verdict: Verdict
    employee: str
    reply: Reply
    closed: bool
    pdf: bytes = field(repr=False)
    password: str = field(default="", repr=False)

    @property
    def shown(self) -> bytes:
        """The file as it can be looked at: one under a password is opened for that."""
        return unlocked(self.pdf, self.password) if self.password else self.pdf

    @property
    def can_answer(self) -> bool:
        """Whether there is an intact note to answer."""
        return self.verdict.intact and self.verdict.reply is not None and not self.closed


def read_answerable(path: Path, password: str = "", known: Known = NOBODY) -> Answerable:
    """Return the note in a file; `known` are those who are expected to have signed it.

    Raises Problem if it cannot be read or is no PDF, Locked (a Problem) if it needs another `password`.
    """
    return answerable(read_file(path), path.name, password, known)


def answerable(pdf: bytes, name: str, password: str = "", known: Known = NOBODY) -> Answerable:
    """Return the note in the bytes of a file called `name`; raises what `read_answerable` raises."""
    verdict = verify(pdf, name, known.certificates, known.anchors, password)
    closed = any(found.role in CLOSING for found in verdict.signatures)
    return Answerable(name, verdict, employee_of(verdict.record), verdict.reply or Reply(), closed, pdf, password)


def answered(pdf: bytes, reply: Reply, by: Signatory | None, password: str = "") -> bytes:
    """Return the note with the answer in it, signed if somebody signs.

    Raises Problem if the note can no longer be answered, if disagreement comes without a comment, or if the result
    does not say what was answered (then something is wrong with the file, and nothing of it should be handed on).
    """
    done = fill(pdf, reply, password)
    if by is not None:
        done = countersign(done, by, password)
    if verify(done, "", password=password).outcome is not Outcome.INTACT or read_reply(done, password) != reply:
        raise Problem("The answered file did not pass its own check, so it was not saved; try again.")
    return done


def answered_name(name: str) -> str:
    """Return what the answered copy of a file is called."""
    stem = Path(name).stem.removesuffix(".pdf")
    return _("{name} - answered").format(name=stem) + ".pdf"


def save_as(pdf: bytes, path: Path) -> None:
    """Save an answered note under this very name; raise Problem if a file is there already, or none can be."""
    with drafted(path.parent, pdf) as draft:
        take_name(draft, path)


def save_answered(pdf: bytes, folder: Path, name: str) -> Path:
    """Save an answered note beside the one it answers, under a name of its own; return where it lies.

    Raises Problem if the folder does not take the file; no half file is left behind.
    """
    return write_new(folder, answered_name(name), pdf)
