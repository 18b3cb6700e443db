"""How a person is written about: private life, character, always and never, what others say."""

import re
from collections.abc import Iterator

from desktop.coach.finding import Finding, Level, Rule
from desktop.coach.patterns import Patterns

_NAME = re.compile(
    r"(?:(?<=^)|(?<=[\s,(]))[A-Z][a-zà-ÿ]{2,}(?= (?:is|was|has|seems|always|never|can|does|comes|acts|constantly))"
)
_NO_NAMES = frozenset(
    [
        "This",
        "That",
        "There",
        "What",
        "Which",
        "Everything",
        "Nothing",
        "Someone",
        "Everyone",
        "Work",
        "Revenue",
        "Support",
        "Sales",
        "The",
        "Our",
        "It",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Production",
        "Staging",
        "Backup",
        "Documentation",
        "Quality",
        "Pay",
        "Salary",
        "Bonus",
    ]
)


def speech_findings(text: str, masked: str, straight: str, span: tuple[int, int], words: Patterns) -> Iterator[Finding]:
    """Yield what the four rules of speech find in the sentence at `span`."""
    start, end = span
    part = _named(text[start:end], masked[start:end])
    if found := _protected(part, words):
        yield _at(Rule.PROTECTED, found, start)
    if found := words.person_is.search(part) or words.find("trait_phrases", part):
        yield _at(Rule.TRAIT, found, start)
    if (found := words.person_always.search(part)) and not words.find("policy", part[found.end() :]):
        yield _at(Rule.ABSOLUTE, found, start)
    if found := words.find("hearsay", part):
        yield _at(Rule.HEARSAY, found, start)


def _named(original: str, part: str) -> str:
    """Return `part` with names of people written as @, letter for letter."""
    for found in _NAME.finditer(original):
        if found.group() not in _NO_NAMES:
            part = part[: found.start()] + "@" * len(found.group()) + part[found.end() :]
    return part


def _protected(part: str, words: Patterns) -> re.Match[str] | None:
    sure = words.find("protected_sure", part)
    if sure:
        return sure
    return words.find("protected_near", part) if words.find("person", part) else None


def _at(rule: Rule, found: re.Match[str], start: int) -> Finding:
    return Finding(rule, Level.BREACH, start + found.start(), start + found.end())
