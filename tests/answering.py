"""What the employee's page is given in tests: plain functions over real files, real signatures, real pages."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path

from desktop.documents.judging.preview import page_across, page_sizes
from desktop.documents.keys.identity import make_identity
from desktop.documents.papers.render import render
from desktop.documents.signing.sign import Signatory, sign
from desktop.flows.notes.answering import Answerable, answerable, answered, read_answerable, save_answered
from desktop.models.hand import Hand
from desktop.models.identity import Identity
from desktop.models.note import Note
from desktop.models.people import Person
from desktop.models.problems import Locked, Problem
from desktop.models.response import Reply
from desktop.presenters.notes.respond_screen import RespondTools
from desktop.presenters.pages import PageImage, Pages
from tests.documents.notes import EMPLOYEE, MANAGER, Spoken, performance_note

SIGNED_AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
TODAY = date(2026, 11, 23)
DRAWN = (((0.1, 0.6), (0.3, 0.2), (0.5, 0.7), (0.9, 0.4)),)


@lru_cache
def identity_of(person: Person) -> Identity:
    """Return one identity for a person in all tests: a key takes a while to make."""
    return make_identity(person, datetime(2026, 1, 1, tzinfo=UTC))


def signed(note: Note) -> bytes:
    """Return a note as its manager signed it."""
    return sign(render(note), Signatory(identity_of(MANAGER), MANAGER.name, datetime(2026, 11, 20, tzinfo=UTC)))


def sent(folder: Path, name: str = "note.pdf", spoken: Spoken | None = None) -> Path:
    """Write a signed performance note as an employee gets it."""
    path = folder / name
    path.write_bytes(signed(performance_note(spoken or Spoken())))
    return path


@dataclass
class Desk:
    """Signs answers as the employee. `wanted` is whether a passphrase is: "", "new" or "known" (then it is "open").

    A file whose name holds "locked" needs the password "open". `declined` is what was recorded.
    """

    wanted: str = ""
    declined: list[tuple[str, date, Hand]] = field(default_factory=list)
    before_answer: Callable[[], object] = lambda: None

    def tools(self) -> RespondTools:
        """Return the functions as the page takes them."""
        return RespondTools(self.read, pages_of, self.answer, lambda: self.wanted, self.decline, lambda: "")

    def read(self, path: Path, password: str) -> Answerable:
        """Return the note in a file."""
        if "locked" in path.name and password != "open":
            raise Locked("This is not the password of this file; ask whoever sent it.")
        return read_answerable(path)

    def answer(self, note: Answerable, folder: Path, reply: Reply, hand: Hand | None, passphrase: str) -> Path:
        """Write the answered copy into the folder."""
        self.before_answer()
        if hand and self.wanted == "known" and passphrase != "open":
            raise Problem("This is not the passphrase of your key; try again.")
        by = Signatory(identity_of(EMPLOYEE), hand.name, SIGNED_AT, hand.strokes) if hand else None
        return save_answered(answered(note.pdf, reply, by), folder, note.name)

    def decline(self, note: Answerable, reason: str, day: date, witness: Hand) -> None:
        """Remember who did not sign."""
        if witness.name == note.employee:
            raise Problem("A witness is a third person: neither the manager nor the employee.")
        self.declined.append((reason, day, witness))


def pages_of(pdf: bytes) -> Pages:
    """Return the pages of a real file."""
    return Pages(page_sizes(pdf), lambda number, width: PageImage(*page_across(pdf, number, width)))


def answers_in(path: Path) -> Answerable:
    """Return what a file says when it is read again."""
    return answerable(path.read_bytes(), path.name)
