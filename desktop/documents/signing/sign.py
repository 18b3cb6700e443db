"""Sign a note: the manager certifies it so that it may still be answered; employee or witness close the answer.

All are PAdES signatures in fields that are in the file from the beginning.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from io import BytesIO

from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata
from pyhanko.sign.timestamps.api import TimeStamper

from desktop.documents.drawing import field_names as names
from desktop.documents.files.locks import locked
from desktop.documents.keys.signer import DrawnStyle, QuietWriter, SignerAt, opens, signer_of
from desktop.documents.signing.answer import open_to_answer
from desktop.documents.signing.signature_drawing import Seen, signature_drawing
from desktop.i18n import _
from desktop.models.hand import Strokes
from desktop.models.identity import Identity

_BESIDES = 1536
"""Bytes for what RSA signs and what it is (512 with the longest key), beside certificates."""

LARGEST_STAMP = 16_384
"""Bytes of a timestamp: room for it is left in the file before it is asked for."""


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs, with what, when (their own clock), and how it looks: `strokes`, or else the name.

    `pin` opens the token in which the key lives, if it does.
    """

    identity: Identity
    name: str
    moment: datetime
    strokes: Strokes = ()
    pin: str = field(default="", repr=False)


def sign(pdf: bytes, by: Signatory, password: str = "", authority: TimeStamper | None = None) -> bytes:
    """Return `pdf` certified by the manager, so that its fields may still be filled in.

    `authority` vouches for the time, if there is one. Raises ValueError if the file has no such field or it is signed
    already (a defect of the caller), Problem if a token does not sign, Locked if the file needs another `password`.
    """
    reason = _("I led this conversation; this note is what we noted")
    look = Seen(by.name, _("Manager"), by.moment, reason, by.strokes)
    writer = QuietWriter(BytesIO(pdf), strict=True)
    if writer.prev.encrypted and not opens(writer.prev, password):
        raise locked(password)
    return _signed(writer, names.MANAGER, by, look, certify=True, authority=authority)


def countersign(pdf: bytes, by: Signatory, password: str = "") -> bytes:
    """Return `pdf` with the employee's signature, which locks the answer.

    Raises Problem if the note has no field to sign in, was closed by a signature already, or a token does not sign.
    """
    reason = _("Received and discussed; it does not mean that I agree")
    look = Seen(by.name, _("Employee"), by.moment, reason, by.strokes)
    return _signed(open_to_answer(pdf, password), names.EMPLOYEE, by, look)


def witness(pdf: bytes, by: Signatory, reason: str, password: str = "") -> bytes:
    """Return `pdf` with the signature of a witness: the employee did not want to sign, for `reason` (may be "").

    Raises Problem as `countersign` does.
    """
    declined = _("The employee did not want to sign")
    said = " ".join(reason.split())
    look = Seen(by.name, _("Witness"), by.moment, f"{declined}: {said}" if said else declined, by.strokes)
    return _signed(open_to_answer(pdf, password), names.WITNESS, by, look)


def _signed(
    writer: QuietWriter,
    named: str,
    by: Signatory,
    look: Seen,
    *,
    certify: bool = False,
    authority: TimeStamper | None = None,
) -> bytes:
    meta = PdfSignatureMetadata(
        field_name=named,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        certify=certify,
        docmdp_permissions=MDPPerm.FILL_FORMS,
        reason=look.reason,
        name=_one_line(by.name),
    )
    draw: Callable[[float, float], bytes] = partial(signature_drawing, look)
    out = BytesIO()
    key = signer_of(by.identity, by.pin)
    signer = SignerAt(meta, signer=key, timestamper=authority, stamp_style=DrawnStyle(draw=draw))
    signer.moment = by.moment
    signer.sign_pdf(writer, existing_fields_only=True, bytes_reserved=_room(by, authority), output=out)
    return out.getvalue()


def _room(by: Signatory, authority: TimeStamper | None) -> int:
    """Return how many digits to leave for a signature: trying out how many it takes costs as much as signing.

    It names its certificate, and the issuer of that up to twice more.
    """
    own = _BESIDES + 3 * len(by.identity.certificate) + len(by.identity.chain)
    return 2 * (own + LARGEST_STAMP if authority else own)


def _one_line(text: str) -> str:
    return re.sub(r"[\x00-\x1f\x7f]", " ", text).strip()
