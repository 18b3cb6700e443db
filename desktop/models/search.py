"""What is looked for in the vault, and what was found: values, and how a text is compared with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from desktop.models.folding import Piece, pieces
from desktop.models.guide import Kind

NOWHEN = date.min
"""The day of what has none: it comes last, and no choice of days covers it."""

LONGEST = 200
"""Letters of a query that count; nobody types more, but anything can be pasted."""

MOST_WORDS = 12
PAGE = 20
"""How many hits are shown at first, and how many more at a time."""

EXCERPT = 160
"""Letters that are shown of a longer text."""


class Source(StrEnum):
    """What a found text is."""

    MANAGER = "manager"
    EMPLOYEE = "employee"
    PRIVATE_NOTE = "private-note"
    SHEET = "sheet"
    COMMITMENT = "commitment"
    NOTE = "note"
    RESPONSE = "response"
    DECLINE = "decline"
    REBUTTAL = "rebuttal"
    EXPECTATION = "expectation"
    EVIDENCE = "evidence"
    OBJECTIVE = "objective"
    KEY_RESULT = "key-result"
    CHECK_IN = "check-in"
    LEARNING = "learning"
    PERSON = "person"
    FACT = "fact"


class Standing(StrEnum):
    """Whether a found text can still be changed."""

    DRAFT = "draft"
    SEALED = "sealed"
    OPEN = ""


@dataclass(frozen=True)
class Query:
    """What is looked for: every typed word has to be there, at the beginning of a word or anywhere in a run.

    `person_uid` "", `sources` () and days None leave all of them in; both days are included.
    """

    text: str
    person_uid: str = ""
    sources: tuple[Source, ...] = ()
    start: date | None = None
    end: date | None = None

    @cached_property
    def words(self) -> tuple[Piece, ...]:
        """The typed words, each once."""
        found = {piece.folded: piece for piece in pieces(self.text[:LONGEST])}
        return tuple(found.values())[:MOST_WORDS]

    def finds(self, text: str) -> bool:
        """Tell whether every typed word is in `text`; False if nothing was typed."""
        there = tuple(pieces(text))
        return bool(self.words) and all(any(_at(word, piece) >= 0 for piece in there) for word in self.words)

    def admits(self, source: Source, person_uid: str, when: date) -> bool:
        """Tell whether a text of this kind, person and day is left in; one without a day is not, if days are wanted."""
        wanted = self.person_uid in ("", person_uid) and (not self.sources or source in self.sources)
        if self.start is None and self.end is None:
            return wanted
        return wanted and max(self.start or NOWHEN, NOWHEN + timedelta(1)) <= when <= (self.end or date.max)


@dataclass(frozen=True, slots=True)
class Snippet:
    """A part of a text, with the ranges (from, to) in it that fit the query, in their order."""

    text: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """One found text: what it is, of whom, of which day, and the uids of where it stands ("" where it does not).

    `kind` is that of its room, None for the common one. `uid` is the thing it belongs to, `part` which of its texts it
    is. `correction`: it stands in a conversation that corrects a note. `revision` is that of its note, 0 without one.
    """

    source: Source
    kind: Kind | None
    uid: str
    part: str
    person_uid: str
    day: date
    snippet: Snippet
    standing: Standing = Standing.OPEN
    conversation_uid: str = ""
    note_uid: str = ""
    correction: bool = False
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """Hits, the newest first; `more`: there are more than were asked for; `waiting`: texts not searched yet."""

    hits: tuple[Hit, ...] = ()
    more: bool = False
    waiting: int = 0


def newest_first(hits: Sequence[Hit]) -> list[Hit]:
    """Return hits in the order they are shown in: within a day, those of one thing together."""
    return sorted(hits, key=lambda hit: (-hit.day.toordinal(), hit.uid, hit.source, hit.part))


def snippet_of(text: str, words: Sequence[Piece]) -> Snippet:
    """Return the part of `text` around the first place that fits one of the words, with all that fit in it marked."""
    marks = _marks(text, words)
    start = _start(text, marks[0][0]) if marks else 0
    end = _end(text, start)
    before, after = "… " if start else "", " …" if end < len(text) else ""
    inside = tuple((a - start + len(before), b - start + len(before)) for a, b in marks if b <= end)
    shown = text[start:end]
    for gap in "\r\n\t\u2028\u2029":
        shown = shown.replace(gap, " ")
    return Snippet(before + shown + after, inside)


def _marks(text: str, words: Sequence[Piece]) -> list[tuple[int, int]]:
    marks: list[tuple[int, int]] = []
    for piece in pieces(text):
        if marks and piece.start > marks[0][0] + EXCERPT:
            break  # too far away to be shown
        fits = [(at, word) for word in words if (at := _at(word, piece)) >= 0]
        if fits:
            at, word = max(fits, key=lambda fit: len(fit[1].folded))
            marks.append(_range(piece, at, len(word.folded)))
    return marks


def _range(piece: Piece, at: int, length: int) -> tuple[int, int]:
    """Return where in the text a part of a piece stands; all of it, where folding changed its length."""
    if len(piece.folded) != piece.end - piece.start:
        return piece.start, piece.end
    return piece.start + at, piece.start + at + length


def _at(word: Piece, piece: Piece) -> int:
    """Return where in a piece of text a typed word is found, -1 if it is not: one letter alone is a whole word."""
    if word.run != piece.run:
        return -1
    if word.run:
        return piece.folded.find(word.folded)
    fits = piece.folded.startswith(word.folded) if len(word.folded) > 1 else piece.folded == word.folded
    return 0 if fits else -1


def _start(text: str, first: int) -> int:
    """Return where an excerpt begins: a little before the first mark, between two words where there are any."""
    if first + 20 <= EXCERPT:
        return 0
    start = first - EXCERPT // 3
    gap = text.find(" ", start, first)
    return gap + 1 if gap >= 0 else start


def _end(text: str, start: int) -> int:
    """Return where an excerpt ends: between two words where there are any."""
    end = start + EXCERPT
    if end >= len(text):
        return len(text)
    gap = text.rfind(" ", end - EXCERPT // 5, end)
    return gap if gap >= 0 else end
