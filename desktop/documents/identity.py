"""An identity to sign with, made on this machine: RSA-3072 and a certificate that vouches for itself.

RSA because every PDF reader verifies it (ECDSA and Ed25519 fail in some); ten years because an offline note has no
authority to renew it. The certificate proves that nothing changed and who holds the key, not who the person is: that
is what comparing the fingerprint is for.
"""

from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, ObjectIdentifier

from desktop.models.identity import Identity
from desktop.models.ids import new_uid
from desktop.models.people import Person

_KEY_BITS = 3072
_VALID = timedelta(days=3653)
_LONGEST_NAME = 64
"""Bytes of a common name: X.520 says characters, but the library counts bytes, and so may a reader."""

_FULL_NAME = ObjectIdentifier("2.5.4.41")
_DOCUMENT_SIGNING = ObjectIdentifier("1.3.6.1.5.5.7.3.36")


def make_identity(person: Person, moment: datetime) -> Identity:
    """Return a fresh identity for `person`, valid from a day before `moment` (clocks differ) for ten years."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=_KEY_BITS)
    certificate = _certificate(person, key, moment).sign(key, hashes.SHA256())
    return Identity(
        uid=new_uid(),
        person_uid=person.uid,
        certificate=certificate.public_bytes(serialization.Encoding.DER),
        key=key.private_bytes(
            serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        ),
        created_at=moment,
    )


def _certificate(person: Person, key: rsa.RSAPrivateKey, moment: datetime) -> x509.CertificateBuilder:
    name = _subject(person.name)
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    builder = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(moment - timedelta(days=1))
        .not_valid_after(moment + _VALID)
        .add_extension(usage, critical=True)
        .add_extension(x509.ExtendedKeyUsage([_DOCUMENT_SIGNING, ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )
    if person.email and person.email.isascii():
        alternative = x509.SubjectAlternativeName([x509.RFC822Name(person.email)])
        builder = builder.add_extension(alternative, critical=False)
    return builder


def _subject(name: str) -> x509.Name:
    """Return the name for a certificate; where X.520 cuts it short, the full one stands beside it."""
    plain = "".join(char for char in " ".join(name.split()) if char.isprintable()) or "Duologue"
    short = plain if len(plain.encode()) <= _LONGEST_NAME else _cut(plain) + "…"
    parts = [x509.NameAttribute(NameOID.COMMON_NAME, short)]
    if short != plain:
        parts.append(x509.NameAttribute(_FULL_NAME, plain))
    return x509.Name(parts)


def _cut(name: str) -> str:
    return name.encode()[: _LONGEST_NAME - len("…".encode())].decode(errors="ignore").rstrip()
