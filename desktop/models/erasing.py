"""Erasing: what is ordered to go, and what went, without a name."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Basis(StrEnum):
    """Why something was erased; a choice and no words, since the entry outlives the name."""

    REQUEST = "request"
    RETENTION = "retention"
    DECISION = "decision"


class Erased(StrEnum):
    """What a line of an order names."""

    CONVERSATION = "conversation"
    NOTE = "note"
    RESPONSE = "response"
    DECLINE = "decline"
    REBUTTAL = "rebuttal"
    PRIVATE = "private"
    EVIDENCE = "evidence"
    EXPECTATION = "expectation"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing by its kind and uid; PRIVATE names the private notes of the conversation of this uid."""

    kind: Erased
    uid: str


@dataclass(frozen=True, slots=True)
class ErasureOrder:
    """What is to be erased: a person with everything about them (`person_uid`), or single `items`."""

    uid: str
    basis: Basis
    ordered_at: datetime
    person_uid: str = ""
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Protocol:
    """What an order did: how many of each kind went. `done_at` is None while it is unfinished."""

    uid: str
    person_uid: str
    basis: Basis
    ordered_at: datetime
    done_at: datetime | None
    counts: Mapping[Erased, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Hold:
    """A legal hold: nothing of this person is erased while it stands; `released_at` None: it stands."""

    uid: str
    person_uid: str
    reason: str
    since: datetime
    released_at: datetime | None = None
