"""Whose signature a file carries, when, and whether anything changed since.

The order matters: first that it is a PDF, then each signature, then the record as it was when it was signed. No network
is asked, and no certificate store of the system: what is trusted is what the caller names.
"""

import logging
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO

from asn1crypto import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from desktop.documents.files.locks import locked
from desktop.documents.files.unfolding import refuse_bomb
from desktop.documents.judging.attached import attached_record, record_faults
from desktop.documents.judging.drawn import drawing_faults
from desktop.documents.judging.field_values import field_values, reply_of
from desktop.documents.judging.signature import Checked, check, common_name, role_faults
from desktop.documents.judging.trust import Trust
from desktop.documents.keys.signer import opens
from desktop.i18n import _
from desktop.models.problems import Problem
from desktop.models.response import Reply
from desktop.models.verdict import Outcome, SignatureFound, Verdict

for _name in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)  # a refused file is an answer here, not an event


_END = 1024 * 1024
"""Bytes in which the end of a PDF is looked for; a longer search would take minutes."""


def verify(
    data: bytes, file: str, trusted: Sequence[bytes] = (), anchors: Sequence[bytes] = (), password: str = ""
) -> Verdict:
    """Return what was found in a file; `trusted` are the certificates (DER) of those who may have signed it.

    Whoever one of the `anchors` (DER) vouches for may have, too. Without either, every intact signature counts as such
    and its signer is only named. Raises Problem where no answer is possible: no PDF, damaged beyond reading; Locked
    (a Problem) if it needs another `password`.
    """
    reader = _opened(data, password)
    try:
        checked = _checked(reader, data, Trust(trusted, anchors))
    except Exception:  # a signature forged to be malformed can fail the parser in any way
        reason = _("There is a signature in this file, but it is broken and cannot be checked.")
        return Verdict(file, Outcome.ALTERED, reasons=(reason,))
    if not checked:
        return _unsigned(data, file, password)
    return _judged(data, file, checked, Trust(trusted, anchors), password)


def _opened(data: bytes, password: str) -> PdfFileReader:
    if not data.strip(b"\x00 \r\n\t"):
        raise Problem("This file is empty.")
    if b"%PDF-" not in data[:1024]:
        raise Problem("This is not a PDF file.")
    if b"startxref" not in data[-_END:]:
        raise Problem("This file cannot be read as a PDF; it may be damaged or cut off.")
    refuse_bomb(data)
    try:
        reader = PdfFileReader(BytesIO(data), strict=False)
        if reader.encrypted and not opens(reader, password):
            raise locked(password)
        reader.root["/Pages"]["/Kids"]
    except Problem:
        raise
    except Exception as error:  # a damaged file can fail the parser in any way
        raise Problem("This file cannot be read as a PDF; it may be damaged or cut off.") from error
    return reader


def _checked(reader: PdfFileReader, data: bytes, trust: Trust) -> list[Checked]:
    signatures: list[EmbeddedPdfSignature] = list(reader.embedded_regular_signatures)
    return [check(signature, data, trust, newest=signature is signatures[-1]) for signature in signatures]


def _judged(data: bytes, file: str, checked: Sequence[Checked], trust: Trust, password: str) -> Verdict:
    found = tuple(each.found for each in checked)
    reasons = [fault for each in checked for fault in each.faults]
    if reasons:
        return Verdict(file, Outcome.ALTERED, found, tuple(reasons), attached_record(data, password))
    signed = data[: checked[0].end]
    record = attached_record(signed, password)
    if not record:
        reasons.append(_("This is not a Duologue note, but a PDF that somebody signed."))
        return _by_signers(Verdict(file, Outcome.INTACT, found, tuple(reasons)), checked, trust)
    if faults := record_faults(signed, record, password) or role_faults(found):
        return Verdict(file, Outcome.ALTERED, found, tuple(faults), record)
    if not any(signature.role == "manager" for signature in found):
        missing = _("The signature of the manager is missing; only that one makes this file a note.")
        return Verdict(file, Outcome.NOT_SIGNED, found, (missing,), record)
    try:
        reply, faults = _answer(data, signed, password)
    except Exception:  # a field can be malformed in any way
        faults = [_("The answer in this file is broken and cannot be read.")]
    if faults:
        return Verdict(file, Outcome.ALTERED, found, tuple(faults), record)
    return _by_signers(Verdict(file, Outcome.INTACT, found, (), record, reply), checked, trust)


def _answer(data: bytes, signed: bytes, password: str) -> tuple[Reply | None, list[str]]:
    """Return the answer in the fields, None if there are no such fields; and what is wrong with what they show."""
    values = field_values(signed, password)
    if not values:
        return None, []
    if data == signed:
        return reply_of(values)[0], []
    return reply_of(field_values(data, password))[0], drawing_faults(data, signed, password)


def _by_signers(verdict: Verdict, checked: Sequence[Checked], trust: Trust) -> Verdict:
    unknown = [each for each in checked if trust.anybody and not each.found.trusted]
    if not unknown:
        return verdict
    reasons = (*verdict.reasons, *(each.doubt or _unknown(each.found, trust) for each in unknown))
    return replace(verdict, outcome=Outcome.UNKNOWN_SIGNER, reasons=reasons)


def _unknown(found: SignatureFound, trust: Trust) -> str:
    known = {common_name(x509.Certificate.load(der)) for der in trust.certificates}
    if found.signer in known:
        sentence = _(
            "The key is not the one you know from {name}: somebody else may use this name, or {name} has a new key."
        )
    else:
        sentence = _("You do not know the key that {name} signed with.")
    return sentence.format(name=found.signer)


def _unsigned(data: bytes, file: str, password: str) -> Verdict:
    record = attached_record(data, password)
    if b"/ByteRange" in data:
        reason = _("The signature was taken out of this file after it had been signed.")
        return Verdict(file, Outcome.ALTERED, (), (reason,), record)
    reason = _("This file carries no signature.")
    if record:
        reason = _("This is a Duologue note without its signature: it was taken out, or the file was saved anew.")
    return Verdict(file, Outcome.NOT_SIGNED, (), (reason,), record)
