"""A sentence for the banner at the top of a screen, and the errors of a form."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from desktop.i18n import say
from desktop.models.problems import Problem

T = TypeVar("T")


class Tone(StrEnum):
    """How a banner looks."""

    INFO = "info"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence with its tone."""

    tone: Tone
    text: str


def bad(problem: Problem) -> Notice:
    """Return the notice that tells a problem."""
    return Notice(Tone.BAD, say(problem))


def read(errors: dict[str, str], field: str, parse: Callable[[str], T], text: str) -> T | None:
    """Return `parse(text)`; a Problem goes into `errors` under `field` and None comes back."""
    try:
        return parse(text)
    except Problem as problem:
        errors[field] = say(problem)
        return None
