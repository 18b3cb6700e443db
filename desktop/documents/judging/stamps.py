"""When an independent authority saw a signature, as the timestamp beside it says (RFC 3161).

That the stamp fits the signature is checked; who the authority is, nobody has checked: only its name is told.
"""

from dataclasses import dataclass
from datetime import datetime

from asn1crypto import x509
from pyhanko.sign.validation.status import SignatureStatus, TimestampSignatureStatus

from desktop.documents.judging.trust import called


@dataclass(frozen=True, slots=True)
class Stamp:
    """A timestamp; one that does not hold says nothing about the time."""

    at: datetime
    by: str
    holds: bool


def stamp_of(status: SignatureStatus) -> Stamp | None:
    """Return the timestamp that pyHanko found beside a signature, None if there is none."""
    found: TimestampSignatureStatus | None = getattr(status, "timestamp_validity", None)
    if found is None:
        return None
    return Stamp(found.timestamp, called(found.signing_cert.subject), holds(found))


def holds(found: TimestampSignatureStatus) -> bool:
    """Return whether a timestamp is unaltered, fits its signature and was made by somebody who may make them."""
    return bool(found.intact and found.valid and _may_stamp(found.signing_cert, found.timestamp))


def _may_stamp(certificate: x509.Certificate, at: datetime) -> bool:
    purposes = certificate.extended_key_usage_value
    in_force = certificate.not_valid_before <= at <= certificate.not_valid_after
    return in_force and purposes is not None and "time_stamping" in purposes.native
