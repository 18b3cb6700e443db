"""Certificates that somebody hands over in a file, to say who should have signed."""

import base64
import binascii
import re
from pathlib import Path

from desktop.flows.checking import read_file
from desktop.models.problems import Problem

_PEM = re.compile(rb"-----BEGIN CERTIFICATE-----(.+?)-----END CERTIFICATE-----", re.DOTALL)


def read_certificates(path: Path) -> tuple[bytes, ...]:
    """Return the certificates (DER) in a PEM or DER file; raise Problem if it holds none."""
    data = read_file(path)
    try:
        texts = [b"".join(block.split()) for block in _PEM.findall(data)]
        found = [base64.b64decode(text, validate=True) for text in texts]
        return tuple(_checked(der) for der in found or [data])
    except (binascii.Error, ValueError):
        raise Problem("This file holds no certificate; choose one in PEM or DER form.") from None


def _checked(der: bytes) -> bytes:
    """Return the certificate; raise ValueError if these bytes are none."""
    from cryptography.x509 import load_der_x509_certificate  # used by this one option alone

    load_der_x509_certificate(der)
    return der
