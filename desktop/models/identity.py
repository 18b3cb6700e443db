"""Who signs and who is trusted: certificates, their keys, and the print by which two people compare them."""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Identity:
    """A certificate (DER) with its private key (PKCS#8 DER), for one person.

    `chain` holds the issuers' certificates (DER, one after the other, the issuer first), b"" if the certificate
    vouches for itself. `token` is the PKCS#11 URI (RFC 7512) of a key that lives in a token; `key` is b"" then.
    """

    uid: str
    person_uid: str
    certificate: bytes
    key: bytes = field(repr=False)
    created_at: datetime
    chain: bytes = b""
    token: str = ""

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of the certificate as people read it out (see `fingerprint`)."""
        return fingerprint(self.certificate)


@dataclass(frozen=True, slots=True)
class Root:
    """A firm's own authority, made in this vault: it issues identities. Certificate (DER) and key (PKCS#8 DER)."""

    uid: str
    name: str
    certificate: bytes
    key: bytes = field(repr=False)
    created_at: datetime

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of the certificate as people read it out (see `fingerprint`)."""
        return fingerprint(self.certificate)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A root certificate (DER) that is trusted beside the own one, and what people call it."""

    certificate: bytes
    name: str
    added_at: datetime

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of the certificate as people read it out (see `fingerprint`)."""
        return fingerprint(self.certificate)


@dataclass(frozen=True, slots=True)
class Pin:
    """Which certificate (DER) a person signs with, since when, and until when if another took its place.

    `compared`: the two people compared the fingerprint.
    """

    person_uid: str
    certificate: bytes
    pinned_at: datetime
    compared: bool = False
    replaced_at: datetime | None = None

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of the certificate as people read it out (see `fingerprint`)."""
        return fingerprint(self.certificate)


def fingerprint(certificate: bytes) -> str:
    """Return the SHA-256 of a DER certificate in upper-case hex, in groups of four."""
    digits = hashlib.sha256(certificate).hexdigest().upper()
    return " ".join(digits[i : i + 4] for i in range(0, len(digits), 4))
