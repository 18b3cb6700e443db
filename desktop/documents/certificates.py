"""Certificates that somebody hands over in a file, to say who should have signed."""

import base64
import re

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
