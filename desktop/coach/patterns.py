"""The vocabulary of a language, compiled once."""

import re
from dataclasses import dataclass, fields
from functools import cache

from desktop.coach.english import ENGLISH
from desktop.coach.german import GERMAN
from desktop.coach.italian import ITALIAN
from desktop.coach.vocabulary import Vocabulary

VOCABULARIES: dict[str, Vocabulary] = {"en": ENGLISH, "de": GERMAN, "it": ITALIAN}


@dataclass(frozen=True)
class Patterns:
    """One compiled expression for each part of a vocabulary."""

    masks: re.Pattern[str]
    parts: dict[str, re.Pattern[str]]
    not_names: frozenset[str]

    def find(self, part: str, text: str) -> re.Match[str] | None:
        """Return the first place of `part` of the vocabulary in `text`."""
        return self.parts[part].search(text)


@cache
def patterns_for(language: str) -> Patterns:
    """Return the compiled vocabulary of `language`, which must be one of VOCABULARIES."""
    words = VOCABULARIES[language]
    left_out = ("masks", "things", "not_names")
    parts = {one.name: re.compile(getattr(words, one.name)) for one in fields(words) if one.name not in left_out}
    masks = re.compile(r"\b(?:" + "|".join(words.masks) + f")|{_product(words)}")
    return Patterns(masks, parts, frozenset(words.not_names.split()))


def _product(words: Vocabulary) -> str:
    """Return what finds a telling word that is only part of a product's or a file's name."""
    telling = f"(?:{words.pay}|{words.rating}|{words.protected_sure}|{words.protected_near})"
    return rf"{telling}(?:'s (?:[\w-]+ )?| (?:programme |program |scheme |plan )?){words.things}\b"
