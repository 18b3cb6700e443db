"""An envelope that one key alone opens: CMS AuthEnvelopedData (RFC 5083) with AES-256-GCM and RSA-OAEP (SHA-256).

`openssl cms -decrypt` opens it as well. Only the one way in which this module writes an envelope is read: it is written
anew from its parts and compared, so no bit of it can change unseen.
"""

import secrets
from collections.abc import Sequence

from asn1crypto import algos, cms, core, x509
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.x509 import load_der_x509_certificate

from desktop.documents.keys.certifying import loaded_key, signs_here
from desktop.models.identity import Identity
from desktop.models.problems import Problem

_KIND = cms.ContentType("authenticated_enveloped_data").dump()
_TAG = 16
_DAMAGED = "This file was changed or cut off on its way; ask for it to be sent again. Nothing was taken over."
_NOT_RSA = (
    "The key in this certificate cannot open such a file: it must be RSA with 2048 to 4096 bits. Ask for the "
    "certificate of a key made in Duologue."
)
_ONLY_SIGNS = (
    "This file was made for your key in a token, which signs but opens nothing. Send the certificate of a key "
    "that is kept in this vault, and ask for the file again."
)
_ELSEWHERE = (
    "This file is for another key than yours ({name}). Send the sender your certificate of today, and ask for the file "
    "again."
)


def is_envelope(data: bytes) -> bool:
    """Return whether a file begins like an envelope; whether it is whole shows when it is opened."""
    return data[:1] == b"\x30" and _KIND in data[:24]


def close(content: bytes, receiver: bytes) -> bytes:
    """Return `content` in an envelope for the key of a certificate (DER); raise Problem if that key cannot open any."""
    key = load_der_x509_certificate(receiver).public_key()
    if not signs_here(key):
        raise Problem(_NOT_RSA)
    secret, nonce = AESGCM.generate_key(256), secrets.token_bytes(12)
    sealed = AESGCM(secret).encrypt(nonce, content, None)
    wrapped = key.encrypt(secret, _oaep())  # type: ignore[union-attr]  # asked above: it is RSA
    return _written(x509.Certificate.load(receiver), wrapped, nonce, sealed)


def open_envelope(data: bytes, identities: Sequence[Identity]) -> tuple[bytes, Identity]:
    """Return the content of an envelope and which of the `identities` it was for.

    Raises Problem if it is for another key, or if a single bit of it is not as it was.
    """
    try:
        wrapped, nonce, sealed, named = _parts(data)
    except Exception:  # bytes that are damaged can fail the parser in any way
        raise Problem(_DAMAGED) from None
    own = next((each for each in identities if _names(named, each)), None)
    if own is None:
        raise Problem(_ELSEWHERE, name=_called(named))
    if own.token:
        raise Problem(_ONLY_SIGNS)
    try:
        secret = loaded_key(own.key).decrypt(wrapped, _oaep())
        content = AESGCM(secret).decrypt(nonce, sealed, None)
    except (ValueError, InvalidTag):
        raise Problem(_DAMAGED) from None
    if _written(x509.Certificate.load(own.certificate), wrapped, nonce, sealed) != data:
        raise Problem(_DAMAGED)
    return content, own


def _parts(data: bytes) -> tuple[bytes, bytes, bytes, cms.IssuerAndSerialNumber]:
    """Return the wrapped key, the nonce, what is sealed with its tag, and whom it names; raise anything if damaged."""
    envelope = cms.ContentInfo.load(data, strict=True)["content"]
    (receiver,) = envelope["recipient_infos"]
    told = receiver.chosen
    named = told["rid"].chosen
    inner = envelope["auth_encrypted_content_info"]
    nonce = inner["content_encryption_algorithm"]["parameters"].parse(_GcmParameters)["nonce"].native
    sealed = inner["encrypted_content"].native + envelope["mac"].native
    if not isinstance(named, cms.IssuerAndSerialNumber):
        raise TypeError("an envelope names its receiver by issuer and serial number")
    named.native  # noqa: B018 (reads all of it)
    return told["encrypted_key"].native, nonce, sealed, named


def _written(receiver: x509.Certificate, wrapped: bytes, nonce: bytes, sealed: bytes) -> bytes:
    named = cms.IssuerAndSerialNumber({"issuer": receiver.issuer, "serial_number": receiver.serial_number})
    told = cms.KeyTransRecipientInfo(
        {
            "version": "v0",
            "rid": cms.RecipientIdentifier("issuer_and_serial_number", named),
            "key_encryption_algorithm": {"algorithm": "rsaes_oaep", "parameters": _oaep_told()},
            "encrypted_key": wrapped,
        }
    )
    envelope = cms.AuthEnvelopedData(
        {
            "version": "v0",
            "recipient_infos": [cms.RecipientInfo("ktri", told)],
            "auth_encrypted_content_info": {
                "content_type": "data",
                "content_encryption_algorithm": {"algorithm": "aes256_gcm", "parameters": _gcm_told(nonce)},
                "encrypted_content": sealed[:-_TAG],
            },
            "mac": sealed[-_TAG:],
        }
    )
    written: bytes = cms.ContentInfo({"content_type": "authenticated_enveloped_data", "content": envelope}).dump()
    return written


class _GcmParameters(core.Sequence):  # type: ignore[misc]  # asn1crypto has no types
    """How AES-GCM was used (RFC 5084)."""

    _fields = [("nonce", core.OctetString), ("icv_length", core.Integer, {"default": 12})]


def _gcm_told(nonce: bytes) -> _GcmParameters:
    return _GcmParameters({"nonce": nonce, "icv_length": _TAG})


def _oaep() -> padding.OAEP:
    return padding.OAEP(mgf=padding.MGF1(hashes.SHA256()), algorithm=hashes.SHA256(), label=None)


def _oaep_told() -> algos.RSAESOAEPParams:
    return algos.RSAESOAEPParams(
        {
            "hash_algorithm": {"algorithm": "sha256"},
            "mask_gen_algorithm": {"algorithm": "mgf1", "parameters": {"algorithm": "sha256"}},
        }
    )


def _names(named: cms.IssuerAndSerialNumber, identity: Identity) -> bool:
    own = x509.Certificate.load(identity.certificate)
    same: bool = named["issuer"].dump() == own.issuer.dump() and named["serial_number"].native == own.serial_number
    return same


def _called(named: cms.IssuerAndSerialNumber) -> str:
    """Return what the certificate that is wanted calls its issuer: itself, unless a firm vouches for it."""
    name = named["issuer"].native.get("common_name")
    return name if isinstance(name, str) else str(named["issuer"].human_friendly)
