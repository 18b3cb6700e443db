"""What the rules need to know of a language."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Vocabulary:
    """Regular expressions for one language; `masks` are words that only look like evidence or consequence."""

    masks: tuple[str, ...]
    key: str
    score: str
    grade: str
    level: str
    pay: str
    rating: str
    tight: str
    result: str
    policy: str
    turn: str
    exception: str
    person: str
    protected_sure: str
    protected_near: str
    traits: str
    trait_phrases: str
    absolute: str
    hearsay: str
