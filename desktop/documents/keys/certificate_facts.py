"""What a certificate says about itself, read from its bytes."""

from cryptography import x509
from cryptography.x509.oid import NameOID, ObjectIdentifier

from desktop.models.certificate import CertificateFacts
from desktop.models.problems import Problem

_FULL_NAME = ObjectIdentifier("2.5.4.41")
_NAMES = (_FULL_NAME, NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME)


def certificate_facts(certificate: bytes) -> CertificateFacts:
    """Return what a certificate (DER) says about itself; raise Problem if it cannot be read."""
    try:
        found = x509.load_der_x509_certificate(certificate)
        return CertificateFacts(
            subject=_name(found.subject),
            issuer="" if found.issuer == found.subject else _name(found.issuer),
            since=found.not_valid_before_utc,
            until=found.not_valid_after_utc,
            authority=_is_authority(found),
        )
    except ValueError:
        raise Problem("This certificate cannot be read; ask for it anew, in PEM or DER form.") from None


def _name(name: x509.Name) -> str:
    """Return the fullest name that people know, else the whole name as a line."""
    for kind in _NAMES:
        for found in name.get_attributes_for_oid(kind):
            if isinstance(found.value, str) and found.value.strip():
                return found.value
    return name.rfc4514_string()


def _is_authority(certificate: x509.Certificate) -> bool:
    try:
        return certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    except x509.ExtensionNotFound:
        return False
