"""A key in a file of its own (PKCS#12, RFC 7292), under a passphrase: what a person takes along, and gets back."""

from datetime import datetime
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, PrivateFormat, pkcs12
from cryptography.hazmat.primitives.serialization.pkcs12 import PKCS12KeyAndCertificates

from desktop.documents.keys.certifying import issuers_among, key_bytes, loaded_key, signs_here, split_chain
from desktop.models.identity import Identity
from desktop.models.ids import new_uid
from desktop.models.problems import Problem
from desktop.wording import day

SHORTEST = 8
_ROUNDS = 600_000
"""Of PBKDF2 with HMAC-SHA256, as OWASP's password storage guidance asks; about 0.2 s."""


def write_pkcs12(identity: Identity, name: str, passphrase: str) -> bytes:
    """Return key, certificate and issuers as PKCS#12 (AES-256); raise Problem if the passphrase is too short."""
    if len(passphrase.strip()) < SHORTEST:
        raise Problem("A passphrase needs at least {n} characters; several words are easy to keep.", n=SHORTEST)
    if not identity.key:
        raise Problem("This key lives in a token and cannot leave it; take the token along instead.")
    protection = (
        PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(_ROUNDS)
        .key_cert_algorithm(pkcs12.PBES.PBESv2SHA256AndAES256CBC)
        .hmac_hash(hashes.SHA256())
        .build(_spelled(passphrase))
    )
    return pkcs12.serialize_key_and_certificates(
        " ".join(name.split()).encode(),
        loaded_key(identity.key),
        x509.load_der_x509_certificate(identity.certificate),
        [x509.load_der_x509_certificate(each) for each in split_chain(identity.chain)],
        protection,
    )


def read_pkcs12(data: bytes, passphrase: str, person_uid: str, moment: datetime) -> Identity:
    """Return the identity in a PKCS#12 file, checked once for all: the key is sound and belongs to its certificate.

    Raises Problem for a wrong passphrase, a file that holds no key, a key that cannot sign here, or a certificate that
    is not valid at `moment`.
    """
    found = _opened(data, passphrase)
    key, held = found.key, [each.certificate for each in (found.cert, *found.additional_certs) if each]
    if key is None or not held:
        raise Problem("This file holds no key with its certificate; choose the file that was saved as a key.")
    if not isinstance(key, rsa.RSAPrivateKey) or not signs_here(key.public_key()):
        raise Problem("This key cannot sign here: it must be RSA with 2048 to 4096 bits, which every PDF reader takes.")
    own = next((each for each in held if each.public_key() == key.public_key()), None)  # not every program marks it
    if own is None:
        raise Problem("The key in this file does not belong to its certificate; ask for the file again.")
    _in_force(own, moment)
    issuers = b"".join(each.public_bytes(Encoding.DER) for each in issuers_among(own, held))
    return Identity(new_uid(), person_uid, own.public_bytes(Encoding.DER), key_bytes(key), moment, chain=issuers)


def _opened(data: bytes, passphrase: str) -> PKCS12KeyAndCertificates:
    try:
        return pkcs12.load_pkcs12(data, _spelled(passphrase))
    except ValueError as error:
        if "password" in str(error).lower():
            raise Problem("The passphrase does not open this file; type it again.") from None
        raise Problem("This file holds no key (PKCS#12); choose a file that ends in .p12 or .pfx.") from None
    except Exception as error:  # other kinds of key, and damage that the parser did not expect
        raise Problem("This file cannot be read as a key; it may be damaged.") from error


def _spelled(passphrase: str) -> bytes:
    return passphrase.encode(errors="replace")


def _in_force(certificate: Any, moment: datetime) -> None:
    if moment > certificate.not_valid_after_utc:
        until = day(certificate.not_valid_after_utc.date())
        raise Problem("The certificate of this key expired on {day}; ask whoever issued it for a new one.", day=until)
    if moment < certificate.not_valid_before_utc:
        since = day(certificate.not_valid_before_utc.date())
        raise Problem("The certificate of this key is valid from {day} on; check this computer's clock.", day=since)
