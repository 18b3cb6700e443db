"""What the page before a performance conversation shows: finished words, nothing to decide."""

from dataclasses import dataclass

from desktop.presenters.notice import Notice
from desktop.presenters.talk.context import ContextPanel
from desktop.presenters.talk.conversation_screen import Box


@dataclass(frozen=True, slots=True)
class SheetWords:
    """One question of the sheet with what was written to it."""

    question: str
    words: str


@dataclass(frozen=True, slots=True)
class MomentCard:
    """A moment of the sheet: `day` as it can be read ("" if it cannot), `error` why it was not taken in."""

    mark: str
    when: str
    words: tuple[tuple[str, str], ...]
    day: str
    taken: str
    error: str = ""


@dataclass(frozen=True, slots=True)
class PrepareScreen:
    """Everything before the talk; `made` tells of the newest sheet, `sent_on` when it was given away ("" for not yet).

    `notes` are the private ones, by section. `came` says when the words were written, `earlier` that other sheets are
    kept. A `sealed` talk can only be read.
    """

    uid: str
    title: str
    subtitle: str
    timing: Notice
    made: str
    sent_on: str
    sent_error: str
    came: str
    earlier: str
    answers: tuple[SheetWords, ...]
    moments: tuple[MomentCard, ...]
    promises: tuple[str, ...]
    steps: tuple[str, ...]
    notes: tuple[Box, ...]
    context: ContextPanel
    sealed: bool
    notice: Notice | None = None
