"""Whether a reason that was asked for is one: a sentence, not a dot."""

import re
from unicodedata import category, normalize

FEWEST_WORDS = 3
"""What a reason takes to be a sentence; a word that is said twice counts once."""

_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Letters of scripts that put no blanks between words."""
_OF_ONE_WORD = 2
"""About so many of them make a word."""


def is_sentence(text: str) -> bool:
    """Tell whether a text is of three different words at least."""
    words = {compared(word) for word in text.split() if any(char.isalpha() for char in word)}
    return len(words) + len(_UNSPACED.findall(text)) // _OF_ONE_WORD >= FEWEST_WORDS


def compared(text: str) -> str:
    """Return words as they are compared: without case, needless blanks, what cannot be seen, and ways of writing."""
    seen = "".join(char for char in normalize("NFKC", text) if category(char) != "Cf")
    return " ".join(normalize("NFKC", seen.casefold()).split())
