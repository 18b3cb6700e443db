"""How a person is written about: private life, character, always and never, what others say."""

import re
from collections.abc import Iterator

from desktop.coach.finding import Finding, Level, Rule
from desktop.coach.patterns import Patterns


def speech_findings(text: str, masked: str, straight: str, span: tuple[int, int], words: Patterns) -> Iterator[Finding]:
    """Yield what the four rules of speech find in the sentence at `span`."""
    start, end = span
    part = _named(text[start:end], masked[start:end], words)
    if found := _protected(part, words):
        yield _at(Rule.PROTECTED, found, start)
    hearsay = words.find("hearsay", part)
    found = words.find("trait", part) or words.find("trait_phrases", part)
    if found and not _is_others_view(found, hearsay, words):
        yield _at(Rule.TRAIT, found, start)
    if (found := words.find("always", _unreported(part, words))) and not _states_policy(part, found.end(), words):
        yield _at(Rule.ABSOLUTE, found, start)
    if hearsay:
        yield _at(Rule.HEARSAY, hearsay, start)


def _named(original: str, part: str, words: Patterns) -> str:
    """Return `part` with names of people written as @, letter for letter."""
    for found in words.parts["named"].finditer(original):
        if found.group() not in words.not_names:
            part = part[: found.start()] + "@" * len(found.group()) + part[found.end() :]
    return part


def _unreported(part: str, words: Patterns) -> str:
    """Return `part` with what somebody said of themselves blanked: "you said you never got the mail"."""
    return words.parts["reported"].sub(lambda found: " " * len(found.group()), part)


def _is_others_view(trait: re.Match[str], hearsay: re.Match[str] | None, words: Patterns) -> bool:
    """Tell whether others are said to see it so, or to have seen it once: "I hear you were rude to the driver"."""
    return (
        hearsay is not None and hearsay.start() < trait.start() and words.find("others_view", trait.group()) is not None
    )


def _states_policy(part: str, after: int, words: Patterns) -> bool:
    """Tell whether "never" belongs to the rule about scores, not to a person."""
    about_it = words.find("pay", part) or words.find("rating", part)
    return bool(words.find("policy", part[after:]) or (about_it and words.find("policy", part)))


def _protected(part: str, words: Patterns) -> re.Match[str] | None:
    sure = words.find("protected_sure", part)
    if sure:
        return sure
    return words.find("protected_near", part) if "@" in part or words.find("person", part) else None


def _at(rule: Rule, found: re.Match[str], start: int) -> Finding:
    return Finding(rule, Level.BREACH, start + found.start(), start + found.end())
