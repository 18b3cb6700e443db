"""Who signs: a certificate, its key, and the print by which two people compare them."""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Identity:
    """A certificate (DER) with its private key (PKCS#8 DER), made on this machine for one person."""

    uid: str
    person_uid: str
    certificate: bytes
    key: bytes = field(repr=False)
    created_at: datetime

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of the certificate as people read it out (see `fingerprint`)."""
        return fingerprint(self.certificate)


def fingerprint(certificate: bytes) -> str:
    """Return the SHA-256 of a DER certificate in upper-case hex, in groups of four."""
    digits = hashlib.sha256(certificate).hexdigest().upper()
    return " ".join(digits[i : i + 4] for i in range(0, len(digits), 4))
