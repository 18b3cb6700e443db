"""What a certificate says about itself."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class CertificateFacts:
    """Whose certificate it is, who vouches for it, and from when until when it holds.

    `issuer` is "" where the certificate vouches for itself. `authority`: others can be issued with it.
    """

    subject: str
    issuer: str
    since: datetime
    until: datetime
    authority: bool

    def holds_at(self, moment: datetime) -> bool:
        """Return whether the certificate may be used at `moment`."""
        return self.since <= moment <= self.until
