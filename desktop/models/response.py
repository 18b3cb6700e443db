"""What comes back: the employee's answer to a note, and what was found when the file came home."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class Choice(StrEnum):
    """What the employee says to the note. Received says that it was talked about, not that it is agreed."""

    RECEIVED = "received"
    AGREE = "agree"
    DISAGREE = "disagree"


class Arrival(StrEnum):
    """What a returned file is, the worst first."""

    NOT_OURS = "not-ours"
    ALTERED = "altered"
    RESAVED = "re-saved"
    UNCHANGED = "unchanged"
    KNOWN = "known"
    ANSWERED = "answered"
    UNKNOWN_SIGNER = "unknown-signer"
    SIGNED = "signed"
    WITNESSED = "witnessed"


KEPT = frozenset(set(Arrival) - {Arrival.NOT_OURS, Arrival.ALTERED, Arrival.UNCHANGED, Arrival.KNOWN})
"""What is attached to the note; the rest says nothing that could be kept."""


class Way(StrEnum):
    """How an answer came: in a file that was sent back, or given on the manager's own screen."""

    FILE = "file"
    ROOM = "room"


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
    """What was found in a returned file: what it is, the answer, who signed it, and why if it was refused.

    `signer`, `fingerprint`, `signed_at` and `certificate` (DER) are the employee's; on UNKNOWN_SIGNER they are of
    whoever is unknown, on WITNESSED of the witness. `reason` is what the signature says it was given for.
    """

    arrival: Arrival
    reply: Reply = Reply()
    signer: str = ""
    fingerprint: str = ""
    signed_at: datetime | None = None
    reasons: tuple[str, ...] = ()
    reason: str = ""
    certificate: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class KeySeen:
    """A key (its certificate, DER) that signed an answer in a file, when that came, and what it was found to be."""

    certificate: bytes
    arrived_at: datetime
    arrival: Arrival


@dataclass(frozen=True, slots=True)
class Response:
    """An answer that is attached to its note. A note can have several; none is ever overwritten.

    `choice` is a `Choice` or "" if none was ticked. `certificate` (DER) is that of `signer`, b"" if nobody signed.
    `pdf` is the file as it came, byte for byte.
    """

    uid: str
    note_uid: str
    way: Way
    arrival: Arrival
    choice: str
    comment: str
    scores_used: bool | None
    signer: str
    fingerprint: str
    signed_at: datetime | None
    arrived_at: datetime
    file_name: str
    certificate: bytes = field(repr=False)
    pdf: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a note stands with the employee, without any file: what a list of notes shows.

    `arrival`, `choice` and `arrived_at` are of the newest response (None, "", None: there is none);
    `handed_over_at` is the newest hand-over, None if the note was never given to the employee. `certificate` (DER) is
    that of the newest response if its signer was unknown then, else b"". `witnessed`: a witness signed at some time.
    """

    note_uid: str
    arrival: Arrival | None = None
    choice: str = ""
    arrived_at: datetime | None = None
    handed_over_at: datetime | None = None
    rebuttals: int = 0
    declined: bool = False
    witnessed: bool = False
    certificate: bytes = field(default=b"", repr=False)


class Happening(StrEnum):
    """What can happen to a note after it was sealed."""

    GIVEN = "given"
    ANSWER = "answer"
    DECLINED = "declined"
    REBUTTAL = "rebuttal"


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing that happened to a note, and when it was recorded.

    `arrival` and `choice` are those of an answer, else None and ""; `declined_on` is the day that was said for a
    refusal to sign, else None.
    """

    note_uid: str
    what: Happening
    at: datetime
    arrival: Arrival | None = None
    choice: str = ""
    declined_on: date | None = None

    @property
    def day(self) -> date:
        """On which day it happened."""
        return self.declined_on or self.at.astimezone().date()


@dataclass(frozen=True, slots=True)
class Decline:
    """The employee did not want to sign: when, why (if they said so), and who was there to witness it.

    `response_uid` is the file that the witness signed, "" if the witness signed nothing.
    """

    uid: str
    note_uid: str
    declined_on: date
    reason: str
    witness: str
    response_uid: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Handover:
    """The note went to the employee; until an answer comes it is with them since then."""

    uid: str
    note_uid: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Rebuttal:
    """A statement that arrived later. It is attached to the note and travels with it from then on."""

    uid: str
    note_uid: str
    file_name: str
    sha256: str
    length: int
    received_at: datetime
    content: bytes = field(repr=False)
