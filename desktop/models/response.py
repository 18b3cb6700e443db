"""What comes back: the employee's answer to a note, and what was found when the file came home."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Choice(StrEnum):
    """What the employee says to the note. Received says that it was talked about, not that it is agreed."""

    RECEIVED = "received"
    AGREE = "agree"
    DISAGREE = "disagree"


class Arrival(StrEnum):
    """What a returned file is, in the order in which it is asked (documents reference, the way home)."""

    NOT_OURS = "not-ours"
    ALTERED = "altered"
    RESAVED = "re-saved"
    UNCHANGED = "unchanged"
    ANSWERED = "answered"
    SIGNED = "signed"
    UNKNOWN_SIGNER = "unknown-signer"


@dataclass(frozen=True, slots=True)
class Reply:
    """The employee's own words and ticks, byte for byte as they were given. No check ever runs on them.

    `scores_used`: whether key result scores were a reason in the conversation; None if not said.
    """

    choice: Choice | None = None
    comment: str = ""
    scores_used: bool | None = None

    @property
    def given(self) -> bool:
        """Whether anything was answered at all."""
        return self.choice is not None or bool(self.comment) or self.scores_used is not None


@dataclass(frozen=True, slots=True)
class Returned:
    """What was found in a returned file: what it is, the answer, who signed it, and why if it was refused."""

    arrival: Arrival
    reply: Reply
    signer: str = ""
    fingerprint: str = ""
    signed_at: datetime | None = None
    reasons: tuple[str, ...] = ()
    certificate: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Response:
    """A returned file that was attached to its note. A note can have several; none is ever overwritten."""

    uid: str
    note_uid: str
    arrival: Arrival
    choice: str
    comment: str
    scores_used: bool | None
    signer: str
    fingerprint: str
    signed_at: datetime | None
    arrived_at: datetime
    pdf: bytes = field(repr=False)
