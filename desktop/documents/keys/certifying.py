"""What a certificate of Duologue says: X.509 as PDF readers want it for signing documents (RFC 5280).

Both extended key usages are needed: document signing alone is refused by some readers. No certificate of ours names a
place to ask whether it was revoked: an offline note could not ask.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, ObjectIdentifier

_KEY_BITS = 3072
_SMALLEST, _LARGEST = 2048, 4096
_CLOCKS_DIFFER = timedelta(days=1)
_LONGEST_NAME = 64
"""Bytes of a common name: X.520 says characters, but the library counts bytes, and so may a reader."""

_FULL_NAME = ObjectIdentifier("2.5.4.41")
_DOCUMENT_SIGNING = ObjectIdentifier("1.3.6.1.5.5.7.3.36")


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who vouches: their name as a certificate has it, and the key that signs certificates."""

    subject: x509.Name
    key: rsa.RSAPrivateKey


def make_key() -> rsa.RSAPrivateKey:
    """Return a fresh key: RSA, because every PDF reader verifies it (ECDSA and Ed25519 fail in some)."""
    return rsa.generate_private_key(public_exponent=65537, key_size=_KEY_BITS)


def key_bytes(key: rsa.RSAPrivateKey) -> bytes:
    """Return a key as PKCS#8 (DER), not encrypted: the vault or a passphrase-protected file holds it."""
    return key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


@lru_cache(maxsize=4)
def loaded_key(der: bytes) -> rsa.RSAPrivateKey:
    """Return a key from PKCS#8 (DER); raise ValueError if it is not RSA.

    It was made here, or checked when it was taken in: checking it anew each time costs more than signing with it.
    """
    key = serialization.load_der_private_key(der, None, unsafe_skip_rsa_key_validation=True)
    if not isinstance(key, rsa.RSAPrivateKey):
        raise ValueError("an identity signs with RSA")
    return key


def person_certificate(
    subject: x509.Name, email: str, key: rsa.RSAPrivateKey, issuer: Issuer, since: datetime, until: datetime
) -> bytes:
    """Return a certificate (DER) of somebody who signs documents, valid from a day before `since` (clocks differ)."""
    usages = x509.ExtendedKeyUsage([_DOCUMENT_SIGNING, ExtendedKeyUsageOID.EMAIL_PROTECTION])
    builder = (
        _begun(subject, key, issuer, since, until)
        .add_extension(_usage(signs_documents=True), critical=True)
        .add_extension(usages, critical=False)
    )
    if email and email.isascii():
        alternative = x509.SubjectAlternativeName([x509.RFC822Name(email)])
        builder = builder.add_extension(alternative, critical=False)
    return _signed(builder, issuer)


def authority_certificate(subject: x509.Name, key: rsa.RSAPrivateKey, since: datetime, until: datetime) -> bytes:
    """Return the certificate (DER) of a root that vouches for people, and for itself."""
    issuer = Issuer(subject, key)
    builder = (
        _begun(subject, key, issuer, since, until)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_documents=False), critical=True)
    )
    return _signed(builder, issuer)


def subject_of(name: str, unit: str = "") -> x509.Name:
    """Return the name for a certificate; where X.520 cuts it short, the full one stands beside it."""
    plain = "".join(char for char in " ".join(name.split()) if char.isprintable()) or "Duologue"
    short = plain if len(plain.encode()) <= _LONGEST_NAME else _cut(plain) + "…"
    parts = [x509.NameAttribute(NameOID.COMMON_NAME, short)]
    if short != plain:
        parts.append(x509.NameAttribute(_FULL_NAME, plain))
    if unit:
        parts.append(x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, unit))
    return x509.Name(parts)


def split_chain(chain: bytes) -> tuple[bytes, ...]:
    """Return certificates that stand one after the other (DER) each by itself."""
    found: list[bytes] = []
    while chain:
        length = _der_length(chain)
        found.append(chain[:length])
        chain = chain[length:]
    return tuple(found)


def signs_here(key: object) -> bool:
    """Return whether this is a public key of the kind that signs here: RSA of 2048 to 4096 bits."""
    return isinstance(key, rsa.RSAPublicKey) and _SMALLEST <= key.key_size <= _LARGEST


def issuers_among(certificate: x509.Certificate, others: Sequence[x509.Certificate]) -> tuple[x509.Certificate, ...]:
    """Return from `others` who issued a certificate, who issued that one, and so on; nobody else."""
    found = [certificate]
    while len(found) <= len(others):
        issuer = next((other for other in others if other not in found and _issued(other, found[-1])), None)
        if issuer is None:
            break
        found.append(issuer)
    return tuple(found[1:])


def _issued(issuer: x509.Certificate, certificate: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(issuer)
    except Exception:  # another name, another key, or a kind of key that cannot be asked
        return False
    return True


def _der_length(data: bytes) -> int:
    """Return how long the first DER value in `data` is, its head included."""
    if data[1] < 0x80:
        return 2 + data[1]
    digits = data[1] & 0x7F
    return 2 + digits + int.from_bytes(data[2 : 2 + digits])


def _begun(
    subject: x509.Name, key: rsa.RSAPrivateKey, issuer: Issuer, since: datetime, until: datetime
) -> x509.CertificateBuilder:
    authority = x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer.key.public_key())
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(since - _CLOCKS_DIFFER)
        .not_valid_after(until)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(authority, critical=False)
    )


def _usage(*, signs_documents: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=signs_documents,
        content_commitment=signs_documents,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=not signs_documents,
        crl_sign=not signs_documents,
        encipher_only=False,
        decipher_only=False,
    )


def _signed(builder: x509.CertificateBuilder, issuer: Issuer) -> bytes:
    return builder.sign(issuer.key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)


def _cut(name: str) -> str:
    return name.encode()[: _LONGEST_NAME - len("…".encode())].decode(errors="ignore").rstrip()
