"""What a verification found, before anybody puts it into a sentence."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from desktop.models.response import Reply


class Outcome(StrEnum):
    """The answer to "can I trust this file?"; only INTACT is a yes."""

    INTACT = "intact"
    UNKNOWN_SIGNER = "unknown-signer"
    ALTERED = "altered"
    NOT_SIGNED = "not-signed"


@dataclass(frozen=True, slots=True)
class SignatureFound:
    """One signature of a file. `time` is the signer's clock; `trusted` compares with who should have signed.

    `certificate` is the signer's (DER), `reason` what the signature says that it was given for, `issuer` the root that
    vouches for the signer ("" if trust came another way), `stamped_at` the time of a timestamp authority (None if there
    is none) and `stamped_by` what that calls itself, `one_time` that the certificate calls its key one made for this
    signature alone.
    """

    signer: str
    role: str
    time: datetime | None
    intact: bool
    trusted: bool
    fingerprint: str
    certificate: bytes = field(default=b"", repr=False)
    reason: str = ""
    issuer: str = ""
    stamped_at: datetime | None = None
    one_time: bool = False
    stamped_by: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found in one file.

    `record` is the attached record, empty where there is none; `reply` the answer in its fields, None where it cannot
    be relied on or the file has no such fields.
    """

    file: str
    outcome: Outcome
    signatures: tuple[SignatureFound, ...] = ()
    reasons: tuple[str, ...] = ()
    record: bytes = field(default=b"", repr=False)
    reply: Reply | None = None

    @property
    def intact(self) -> bool:
        """Whether what was signed is unchanged (whoever signed it)."""
        return self.outcome in (Outcome.INTACT, Outcome.UNKNOWN_SIGNER)
