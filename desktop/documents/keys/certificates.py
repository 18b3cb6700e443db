"""Certificates in files: who should have signed, whom something is for."""

import base64
import re

from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import load_der_x509_certificate

from desktop.models.problems import Problem

_PEM = re.compile(rb"-----BEGIN CERTIFICATE-----(.+?)-----END CERTIFICATE-----", re.DOTALL)


def read_certificates(data: bytes) -> tuple[bytes, ...]:
    """Return the certificates (DER) in a PEM or DER file's bytes; raise Problem if there are none."""
    texts = [b"".join(block.split()) for block in _PEM.findall(data)]
    try:
        found = [base64.b64decode(text, validate=True) for text in texts] or [data]
        for der in found:
            load_der_x509_certificate(der)
    except ValueError:
        raise Problem("This file holds no certificate; choose one in PEM or DER form.") from None
    return tuple(found)


def certificate_pem(certificate: bytes) -> bytes:
    """Return a certificate (DER) for others to keep (PEM); it is no secret."""
    return load_der_x509_certificate(certificate).public_bytes(Encoding.PEM)
