"""Whether a signer is somebody who is expected: by their own certificate, or because a root vouches for them."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from asn1crypto import x509
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.errors import PathBuildingError, PathValidationError


@dataclass(frozen=True, slots=True)
class Trust:
    """Who is expected: certificates (DER) of people, and of the roots that may vouch for others."""

    certificates: Sequence[bytes] = ()
    anchors: Sequence[bytes] = ()

    @property
    def anybody(self) -> bool:
        """Whether anybody is expected at all."""
        return bool(self.certificates or self.anchors)

    def vouched(self, signature: EmbeddedPdfSignature, moment: datetime | None) -> str:
        """Return the name of the root that vouches for who signed, "" if none of them does.

        The certificates between root and signer come with the file; all must have been in force at `moment`.
        """
        roots = [root for root in map(x509.Certificate.load, self.anchors) if root.ca]  # pyHanko takes any anchor
        if not roots or signature.signer_cert.ca:
            return ""
        context = ValidationContext(
            trust_roots=roots, other_certs=list(signature.other_embedded_certs), allow_fetching=False, moment=moment
        )
        try:
            validator = CertificateValidator(signature.signer_cert, validation_context=context)
            path = asyncio.run(validator.async_validate_usage(set()))
        except (PathBuildingError, PathValidationError):
            return ""
        root = path.first
        return str(root.subject.native.get("common_name") or root.subject.human_friendly)
