"""Words as they are compared: no case, no accents, and in scripts without spaces every pair of letters.

Both what is searched and what is typed into a search goes through here, so that both are cut alike. Nothing of this
depends on the language: "Gespräch" and "gesprach" are one word; "目標設定" is the pairs 目標, 標設, 設定.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_UNSPACED = (
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ebd\u0ec0-\u0ece\u0edc-\u0edf"  # Thai, Lao
    "\u1000-\u103f\u1050-\u108f\u1780-\u17d3\u17d7\u17dc\u17dd"  # Burmese, Khmer
    "\u1100-\u11ff\u3005-\u3007\u3041-\u3096\u3099\u309a\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"  # Japanese, Korean
    "\u3105-\u312f\u3131-\u318e\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"  # Chinese
    "\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff66-\uffdc\U00020000-\U0003ffff"
)
"""Letters of scripts that set no space between words, or (Korean) hang endings on them."""

_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u0900-\u0963\u0970-\u0df3\u0f71-\u0f84\u200c\u200d"
)
"""Signs that belong to the letter before them and are no letters to Python."""

_SIGNS = "\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
"""Arrows, stars, faces: each is a word of its own."""

_PIECE = re.compile(rf"(?P<run>[{_UNSPACED}]+)|(?P<sign>[{_SIGNS}])|(?:[^\W_{_UNSPACED}][{_MARKS}]*)+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text that is compared as one: `folded`, and where it begins and ends in the text.

    `run`: letters of a script without spaces, in which a word may begin anywhere.
    """

    folded: str
    start: int
    end: int
    run: bool


def pieces(text: str) -> Iterator[Piece]:
    """Yield the words of a text, in their order; what is neither letter, figure nor sign divides them."""
    for found in _PIECE.finditer(text):
        plain = folded(found.group())
        if found.lastgroup == "sign":
            plain = f"sign{ord(found.group()):x}"  # no index knows every new sign, but every one knows letters
        if plain:
            yield Piece(plain, found.start(), found.end(), found.lastgroup == "run")


def pairs(run: str) -> list[str]:
    """Return every two neighbouring letters of a run, and its last letter alone."""
    return [run[at : at + 2] for at in range(len(run))]


@lru_cache(maxsize=20_000)
def folded(text: str) -> str:
    """Return `text` for comparing: no case, no accents or points, one form for each letter."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFC", "".join(letter for letter in plain if not _accent(letter)))


def _accent(letter: str) -> bool:
    """Tell whether a mark may be left out in writing: accents, Arabic and Hebrew points; no Indian or Thai vowels."""
    rank = unicodedata.combining(letter)
    return rank >= 200 or 10 <= rank <= 36 or letter in "\u200c\u200d"
