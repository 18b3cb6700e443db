"""Where the sentences of a text stand."""

import re
from collections.abc import Iterator

LONGEST = 600
"""How many characters are read as one sentence: more is no sentence, and reading it whole would take its square."""

_ORDINAL = r"(?:Jan|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)[a-zä]*|Quartal|Halbjahr|Hälfte|Mal|Platz|Stufe"
"""What a number with a full stop counts in German: "zum 1. Juli" goes on."""
_END = re.compile(rf"(?!(?<=\d)\. (?:{_ORDINAL})\b)[.!?…](?=[\s\"')\]]|$)[\"')\]]*|\n+")
_SAME_LENGTH = str.maketrans("’‘“”„«»–—\u00a0\u202f", '\'\'"""""--  ')


def plain(text: str) -> str:
    """Return `text` in lower case with straight quotes, every character where it was."""
    straight = text.translate(_SAME_LENGTH)
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in straight)


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences and lines in `text`, none over LONGEST, without the white space around them."""
    edges = [0, *(found.end() for found in _END.finditer(text)), len(text)]
    pieces = [piece for start, end in zip(edges, edges[1:], strict=False) for piece in _pieces(text, start, end)]
    return [span for start, end in pieces if (span := _trimmed(text, start, end))]


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence in pieces of LONGEST at most, cut between words where there are any."""
    while end - start > LONGEST:
        space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = space if space > 0 else start + LONGEST
        yield start, cut
        start = cut
    yield start, end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    part = text[start:end]
    first = start + len(part) - len(part.lstrip())
    last = start + len(part.rstrip())
    return (first, last) if first < last else None
