"""The employee's page in words: choose a file, read it, answer it, and what became of the answer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.models.hand import Hand
from desktop.models.response import Reply
from desktop.presenters.notes.respond_draft import Draft
from desktop.presenters.notes.verdict_words import VerdictPanel
from desktop.presenters.notice import Notice
from desktop.presenters.pages import Pages

if TYPE_CHECKING:
    from desktop.flows.notes.answering import Answerable


class Step(StrEnum):
    """Where somebody is on the way to an answer."""

    CHOOSE = "choose"
    LOCKED = "locked"
    READ = "read"
    ANSWER = "answer"
    DECLINE = "decline"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What became of the answer: `path` is where the file lies ("" where that is nobody's business here).

    `spoken` are the words of the key that signed, for the manager to compare; "" where no lasting key did.
    """

    headline: str
    sentences: tuple[str, ...]
    path: str
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class RespondScreen:
    """The page at one step. `key` is another one with each note.

    `own_key` is "", "new" or "known": whether signing makes a key or opens one with a passphrase; `why_key` says why.
    `folder` is where the answer will lie, "" where that is not shown. `can_leave`: there is a way back.
    """

    step: Step
    title: str
    subtitle: str
    in_room: bool
    can_leave: bool
    kind: str = ""
    key: str = ""
    busy: str = ""
    notice: Notice | None = None
    panel: VerdictPanel | None = None
    can_answer: bool = False
    draft: Draft = Draft()
    errors: Mapping[str, str] = field(default_factory=dict)
    own_key: str = ""
    why_key: str = ""
    folder: str = ""
    outgoing: Outgoing | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that was read: what it is, and its pages."""

    path: Path
    note: "Answerable"
    pages: Pages


@dataclass(frozen=True, slots=True)
class RespondTools:
    """What the page needs from the house.

    `read(path, password)` raises Problem, and Locked (a Problem) if another password is needed; `pages` shows a file;
    `answer(note, folder, reply, hand, passphrase)` writes the answered copy into `folder`, signed if there is a hand,
    and returns where it lies; `needs_passphrase()` is "", "new" (to be chosen) or "known"; `decline(note, reason, day,
    witness)` records that the employee does not sign. `own_words()` are the words of the key that signed last ("" if
    none did, or one that is not kept). All that cannot be done is a Problem.
    """

    read: Callable[[Path, str], "Answerable"]
    pages: Callable[[bytes], Pages]
    answer: Callable[["Answerable", Path, Reply, Hand | None, str], Path]
    needs_passphrase: Callable[[], str]
    decline: Callable[["Answerable", str, date, Hand], None]
    own_words: Callable[[], str]
