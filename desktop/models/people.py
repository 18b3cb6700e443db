"""Who talks with whom."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Team:
    """A group of people who share objectives."""

    uid: str
    name: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the vault knows: an employee, or the manager whose vault it is."""

    uid: str
    name: str
    role: str = ""
    email: str = ""
    team_uid: str = ""


def initials(name: str) -> str:
    """Return the one or two letters that stand for `name` in a small circle."""
    words = name.split()
    return "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)).upper()


def first_name(name: str) -> str:
    """Return what one says in a talk: the first word of `name`, cut if it is endless."""
    word = name.split()[0] if name.split() else name
    return word if len(word) <= 24 else word[:23] + "…"
