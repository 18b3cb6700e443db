"""Sign a note: the manager certifies it so that it may still be answered; employee or witness close the answer.

All are PAdES signatures in fields that are in the file from the beginning.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from io import BytesIO

from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata

from desktop.documents import field_names as names
from desktop.documents.answer import open_to_answer
from desktop.documents.signature_drawing import Seen, Strokes, signature_drawing
from desktop.documents.signer import DrawnStyle, QuietWriter, SignerAt, signer_of
from desktop.i18n import _
from desktop.models.identity import Identity


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs, with what, when (their own clock), and how it looks: `strokes`, or else the name."""

    identity: Identity
    name: str
    moment: datetime
    strokes: Strokes = ()


def sign(pdf: bytes, by: Signatory) -> bytes:
    """Return `pdf` certified by the manager, so that its fields may still be filled in.

    Raises ValueError if the file has no such field or it is signed already (a defect of the caller).
    """
    reason = _("I led this conversation; this note is what we noted")
    look = Seen(by.name, _("Manager"), by.moment, reason, by.strokes)
    return _signed(QuietWriter(BytesIO(pdf), strict=True), names.MANAGER, by, look, certify=True)


def countersign(pdf: bytes, by: Signatory) -> bytes:
    """Return `pdf` with the employee's signature, which locks the answer.

    Raises Problem if the note has no field to sign in, or was closed by a signature already.
    """
    reason = _("Received and discussed; it does not mean that I agree")
    look = Seen(by.name, _("Employee"), by.moment, reason, by.strokes)
    return _signed(open_to_answer(pdf), names.EMPLOYEE, by, look)


def witness(pdf: bytes, by: Signatory, reason: str) -> bytes:
    """Return `pdf` with the signature of a witness: the employee did not want to sign, for `reason` (may be "").

    Raises Problem as `countersign` does.
    """
    declined = _("The employee did not want to sign")
    said = " ".join(reason.split())
    look = Seen(by.name, _("Witness"), by.moment, f"{declined}: {said}" if said else declined, by.strokes)
    return _signed(open_to_answer(pdf), names.WITNESS, by, look)


def _signed(writer: QuietWriter, field: str, by: Signatory, look: Seen, *, certify: bool = False) -> bytes:
    meta = PdfSignatureMetadata(
        field_name=field,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        certify=certify,
        docmdp_permissions=MDPPerm.FILL_FORMS,
        reason=look.reason,
        name=_one_line(by.name),
    )
    draw: Callable[[float, float], bytes] = partial(signature_drawing, look)
    signer = SignerAt(meta, signer=signer_of(by.identity), stamp_style=DrawnStyle(draw=draw))
    signer.moment = by.moment
    out = BytesIO()
    signer.sign_pdf(writer, existing_fields_only=True, output=out)
    return out.getvalue()


def _one_line(text: str) -> str:
    return re.sub(r"[\x00-\x1f\x7f]", " ", text).strip()
