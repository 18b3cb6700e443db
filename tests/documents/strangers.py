"""Signatures by somebody who has no place in the note, and permissions that our notes never give."""

from datetime import UTC, datetime
from io import BytesIO

import pikepdf
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata, PdfSigner

from desktop.documents.drawing import field_names as names
from desktop.documents.keys.signer import signer_of
from desktop.documents.signing.sign import Signatory, sign
from desktop.models.identity import Identity
from tests.documents.attacks import strip_signature

LATE = datetime(2040, 1, 1, tzinfo=UTC)
"""A day on which no certificate of the tests is valid any more."""


def signed_over_the_words(pdf: bytes, stranger: Identity) -> bytes:
    """Sign in a new field that covers words of the first page."""
    return _signed_in(pdf, SigFieldSpec("Approval", on_page=0, box=(50, 300, 450, 700)), stranger)


def signed_unseen(pdf: bytes, stranger: Identity) -> bytes:
    """Sign in a new field that nobody sees."""
    return _signed_in(pdf, SigFieldSpec("Approval"), stranger)


def certified_with_notes_allowed(pdf: bytes, manager: Identity) -> bytes:
    """Certify a note so that annotations may be added later, which our own notes do not allow."""
    meta = PdfSignatureMetadata(
        names.MANAGER,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=MDPPerm.ANNOTATE,
    )
    out = BytesIO()
    signer = PdfSigner(meta, signer=signer_of(manager))
    signer.sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf)), existing_fields_only=True, output=out)
    return out.getvalue()


def certified_anew(pdf: bytes, double: Signatory) -> bytes:
    """Take the signature out, change the first page, and certify the result in the manager's name."""
    out = BytesIO()
    with pikepdf.open(BytesIO(strip_signature(pdf))) as opened:
        opened.pages[0].contents_add(b"/Artifact BMC 0 0 100 100 re f EMC")
        opened.save(out)
    return sign(out.getvalue(), double)


def _signed_in(pdf: bytes, field: SigFieldSpec, stranger: Identity) -> bytes:
    out = BytesIO()
    meta = PdfSignatureMetadata(field.sig_field_name, md_algorithm="sha256")
    signer = PdfSigner(meta, signer=signer_of(stranger), new_field_spec=field)
    signer.sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf), strict=False), output=out)
    return out.getvalue()
