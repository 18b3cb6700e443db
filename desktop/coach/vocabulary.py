"""What the rules need to know of a language, as it stands in `resources/coach/`."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desktop.places import resources

LANGUAGES = ("en", "de", "it")
"""What there are rules for."""

_NAME = re.compile(r"<([a-z_]+)>")


@dataclass(frozen=True)
class Vocabulary:
    """Regular expressions for one language; a tuple holds alternatives, which begin at a word's edge.

    `masks` are words that only look like evidence or consequence; a word in front of one of the `things` is a product's
    or a file's name ("bonus module").
    Evidence: `key` names a key result or objective, `key_sure` leaves out what is often something else ("goal");
    `score` is what is said of how it ended, `grade` a number that is a score, `level` commit, target and stretch;
    `scored` is the stem by which a number without a key result is still one.
    Consequence: `pay` and `rating` (promotion, contract and career count as rating); `rating_outright` leaves out what
    beside pay may be said of the pay.
    Link: `tight` ties a key result to a consequence, `result` begins a sentence that follows from the one before,
    `reason` one that gives its ground, `cause` ties what stands before it to what follows, whatever else the sentence
    denies.
    `policy` says that scores have no effect; after a `turn` it may be broken all the same, by an `exception` above all.
    `speaks` is how an objective begins that is only written down.
    `person` is who is spoken of; `protected_sure` is always about private life, `protected_near` beside a person.
    `trait` and `trait_phrases` judge a person; with `others_view` in them it is only what others see. `always` says
    always or never of one, `reported` is what people said of themselves, `hearsay` what others are said to say; `named`
    finds people's names in the original letters, `not_names` are words that only look like one.
    """

    masks: tuple[str, ...]
    things: tuple[str, ...]
    key: tuple[str, ...]
    key_sure: tuple[str, ...]
    scored: str
    score: tuple[str, ...]
    grade: tuple[str, ...]
    level: tuple[str, ...]
    pay: tuple[str, ...]
    rating: tuple[str, ...]
    rating_outright: tuple[str, ...]
    tight: tuple[str, ...]
    result: tuple[str, ...]
    reason: tuple[str, ...]
    policy: tuple[str, ...]
    cause: tuple[str, ...]
    turn: tuple[str, ...]
    exception: tuple[str, ...]
    speaks: str
    person: str
    protected_sure: tuple[str, ...]
    protected_near: tuple[str, ...]
    trait: tuple[str, ...]
    trait_phrases: tuple[str, ...]
    others_view: str
    always: tuple[str, ...]
    reported: str
    named: str
    not_names: str
    hearsay: tuple[str, ...]


def read_vocabulary(language: str) -> Vocabulary:
    """Return the vocabulary of `language`, one of LANGUAGES, with every <name> written out."""
    read = tomllib.loads((resources() / "coach" / f"{language}.toml").read_text(encoding="utf-8"))
    return Vocabulary(**{part: _written_out(value, read["names"]) for part, value in read["parts"].items()})


def _written_out(value: Any, names: Mapping[str, list[str]]) -> Any:
    """Return an expression or a list of them with names replaced by what they stand for."""
    if isinstance(value, list):
        return tuple(_written_out(each, names) for each in value)
    return _NAME.sub(lambda found: f"(?:{'|'.join(_written_out(names[found[1]], names))})", value)
