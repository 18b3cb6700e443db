"""The vocabulary of a language, compiled once."""

import re
from dataclasses import dataclass, fields
from functools import cache

from desktop.coach.english import ENGLISH
from desktop.coach.vocabulary import Vocabulary

VOCABULARIES: dict[str, Vocabulary] = {"en": ENGLISH}


@dataclass(frozen=True)
class Patterns:
    """One compiled expression for each part of a vocabulary."""

    masks: re.Pattern[str]
    parts: dict[str, re.Pattern[str]]
    person_is: re.Pattern[str]
    person_always: re.Pattern[str]

    def find(self, part: str, text: str) -> re.Match[str] | None:
        """Return the first place of `part` of the vocabulary in `text`."""
        return self.parts[part].search(text)


@cache
def patterns_for(language: str) -> Patterns:
    """Return the compiled vocabulary of `language`, which must be one of VOCABULARIES."""
    words = VOCABULARIES[language]
    parts = {
        one.name: re.compile(getattr(words, one.name)) for one in fields(words) if one.name not in ("masks", "traits")
    }
    return Patterns(
        re.compile(r"\b(?:" + "|".join(words.masks) + ")"),
        parts,
        _person_is(words.traits),
        _person_always(words.absolute),
    )


def _person_is(traits: str) -> re.Pattern[str]:
    copula = (
        r"(?:is|are|was|were|be|been|being|seems?|appears?|comes? across as|acts?|behaves?|came across as|remains?)"
    )
    named = r"(?:(?:you|he|she|they|@+)(?:'re|'s| (?:\w+ ){0,2}" + copula + r"))"
    judged = r"(?:find|consider|called?|calls|think) (?:you|him|her|them|@+)(?: to be)?"
    people = r"(?:person|man|woman|guy|girl|colleague|employee|attitude|personality|manner|character|individual|worker)"
    ends = r"\b(?! (?:to (?:get|find|read|reach)|at work on|client|problem|task|migration|case|bug))"
    after = rf"(?<!\w)(?:{named}|{judged}) (?:(?!in\b|on\b|with\b|by\b)[\w'-]+,? ){{0,3}}{traits}{ends}"
    return re.compile(rf"{after}|\b{traits} {people}\b")


def _person_always(absolute: str) -> re.Pattern[str]:
    who = r"(?:you|he|she|they|your|his|her|their|@+)(?:'re|'s|'ve|'ll)?"
    near = rf"(?<!\w){who} (?:(?!if\b|that\b)[\w']+ ){{0,4}}{absolute}\b"
    follows = r"(?:late|wrong|rude|you|(?:do|does|did|have|has) (?:you|he|she|they))"
    return re.compile(rf"{near}|^\W*{absolute} {follows}\b")
