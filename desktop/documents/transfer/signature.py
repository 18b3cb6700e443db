"""A signed content: CMS SignedData (RFC 5652) with what was signed inside, made by the key that signs notes."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from asn1crypto import cms, x509
from cryptography.hazmat.primitives import hashes
from cryptography.x509 import load_der_x509_certificate
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes
from pyhanko.sign.validation.generic_cms import validate_sig_integrity

from desktop.documents.judging.envelope import is_untouched
from desktop.documents.keys.certifying import signs_here
from desktop.documents.keys.signer import signer_of
from desktop.models.identity import Identity
from desktop.models.problems import Problem

_BROKEN = "The signature of this file does not hold, so nothing of it was taken over; ask for the file again."


@dataclass(frozen=True, slots=True)
class SignedContent:
    """What was signed, and with which certificate (DER); `issuers` (DER) came along to vouch for it."""

    content: bytes
    certificate: bytes
    issuers: Sequence[bytes]


def sign_content(content: bytes, identity: Identity, moment: datetime, pin: str = "") -> bytes:
    """Return `content` signed by `identity` at `moment`; raise Problem if a token refuses its `pin`."""
    signing = signer_of(identity, pin).async_sign_general_data(
        content, "sha256", detached=False, signed_attr_settings=PdfCMSSignedAttributes(signing_time=moment)
    )
    signed: bytes = asyncio.run(signing).dump()
    return signed


def read_signed(signed: bytes) -> SignedContent:
    """Return what was signed and by whom; raise Problem if the signature does not hold."""
    try:
        found = _read(signed)
    except Exception:  # a signature forged to be malformed can fail the parser in any way
        raise Problem(_BROKEN) from None
    if found is None:
        raise Problem(_BROKEN)
    return found


def _read(signed: bytes) -> SignedContent | None:
    data = cms.ContentInfo.load(signed, strict=True)["content"]
    held = [each.chosen for each in data["certificates"]]
    (signer,) = data["signer_infos"]
    certificate = next(each for each in held if _signed(signer, each))
    inner = data["encap_content_info"]
    content: bytes = inner["content"].native
    digest = hashes.Hash(hashes.SHA256())
    digest.update(content)
    intact, valid = validate_sig_integrity(signer, certificate, inner["content_type"].native, digest.finalize())
    strong = signer["digest_algorithm"]["algorithm"].native == "sha256" and signs_here(_key(certificate))
    if not (intact and valid and strong and is_untouched(signed, certificate)):
        return None
    return SignedContent(content, certificate.dump(), [each.dump() for each in held if each is not certificate])


def _signed(signer: cms.SignerInfo, certificate: x509.Certificate) -> bool:
    named = signer["sid"].chosen
    same: bool = named["issuer"].dump() == certificate.issuer.dump()
    return same and named["serial_number"].native == certificate.serial_number


def _key(certificate: x509.Certificate) -> object:
    return load_der_x509_certificate(certificate.dump()).public_key()
