"""One signature of a file: its own bytes, what changed after it, and nothing hidden beside it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from asn1crypto import parser, x509
from pyhanko.sign.diff_analysis import DiffResult, ModificationLevel
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from desktop.documents.drawing import field_names as names
from desktop.documents.files.scripts import has_script, script_sentence
from desktop.documents.judging.difference import honest_changes
from desktop.documents.judging.envelope import is_untouched
from desktop.documents.judging.stamps import stamp_of
from desktop.documents.judging.trust import Trust, Vouched
from desktop.documents.keys.identity import ONE_TIME
from desktop.i18n import _
from desktop.models.identity import fingerprint
from desktop.models.verdict import SignatureFound
from desktop.wording import moment

_ROLES = {names.MANAGER: "manager", names.EMPLOYEE: "employee", names.WITNESS: "witness"}
_DIGITS = re.compile(rb"<[0-9A-Fa-f]+>")
CLOSING = ("employee", "witness")
"""Who closes the answer: after their signature nothing may change any more."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One signature with what is wrong about it; `end` is where the bytes it signed end.

    `doubt` says why a root that the signer's certificate names does not vouch for them, "" if it names none.
    """

    found: SignatureFound
    faults: tuple[str, ...]
    end: int
    doubt: str = ""


def check(signature: EmbeddedPdfSignature, data: bytes, trust: Trust, newest: bool) -> Checked:
    """Return what is found about a signature; raise anything if it is too broken to be read."""
    certificate = signature.signer_cert
    der = certificate.dump()
    role = _ROLES.get(signature.field_name, "")
    end = signature.byte_range[2] + signature.byte_range[3]
    status = _status(signature, certificate)
    faults, stamp = _faults(signature, data, role, status), stamp_of(status)
    if stamp and not stamp.holds:
        faults.append(_("The timestamp beside the signature of {name} is broken."))
    if faults and newest and has_script(data):
        faults.append(script_sentence())
    if not faults and newest and not _ends_well(signature, data, end):
        faults = [_("Something was appended to the file after {name} signed on {when}.")]
    name = common_name(certificate)
    by = Vouched() if faults else trust.vouched(signature, signature.self_reported_timestamp)
    when = moment(signature.self_reported_timestamp) or _("an unknown day")
    found = SignatureFound(
        signer=name,
        role=role,
        time=signature.self_reported_timestamp,
        intact=not faults,
        trusted=der in trust.certificates or bool(by.issuer),
        fingerprint=fingerprint(der),
        certificate=der,
        reason=_reason(signature),
        issuer=by.issuer,
        one_time=certificate.subject.native.get("organizational_unit_name") == ONE_TIME,
        stamped_at=stamp.at if stamp else None,
        stamped_by=stamp.by if stamp else "",
    )
    said = tuple(fault.format(name=name, when=when) for fault in faults)
    return Checked(found, said, end, by.doubt.format(name=name))


def _reason(signature: EmbeddedPdfSignature) -> str:
    told = signature.sig_object
    return str(told["/Reason"]) if "/Reason" in told else ""  # .get would give a locked file's own bytes


def common_name(certificate: x509.Certificate) -> str:
    """Return the name in a certificate as people know it, in full where the common name had to be cut."""
    names = certificate.subject.native
    short, full = names.get("common_name"), names.get("name")
    if not isinstance(short, str) or not short:
        return str(certificate.subject.human_friendly)
    cut = short.endswith("…") and isinstance(full, str) and full.startswith(short[:-1])
    return str(full) if cut else short


def role_faults(found: Sequence[SignatureFound]) -> list[str]:
    """Return what is wrong with who signed a note where: each signs in a field of their own, with their own key."""
    managers = {each.certificate for each in found if each.role == "manager"}
    wrong = [role_sentence(each) for each in found if each.role in CLOSING and each.certificate in managers]
    elsewhere = _("{name} signed in a place that was not made for it.")
    return wrong + [elsewhere.format(name=each.signer) for each in found if managers and not each.role]


def role_sentence(found: SignatureFound) -> str:
    """Return what is wrong where the manager's key signed for somebody else."""
    if found.role == "witness":
        return _("The witness's field was signed with the key of the manager, {name}.").format(name=found.signer)
    return _("The employee's field was signed with the key of the manager, {name}.").format(name=found.signer)


def _faults(signature: EmbeddedPdfSignature, data: bytes, role: str, status: PdfSignatureStatus) -> list[str]:
    """Return what is wrong, worst first, each with places for name and moment; empty if nothing is."""
    if not status.intact:
        return [_("The pages or the attached record were changed after {name} signed on {when}.")]
    if not status.valid:
        return [_("The signature in this file was not made with the key of {name}.")]
    faults = []
    if not is_untouched(signature.pkcs7_content, signature.signer_cert):
        faults.append(_("The envelope of the signature of {name} was touched after {name} signed."))
    if _hides_bytes(signature, data):
        faults.append(_("Bytes are hidden beside the signature of {name}."))
    if not _changed_honestly(signature, status, role):
        faults.append(_("Something other than an answer was changed or added after {name} signed on {when}."))
    if not status.trusted or not _in_force(signature.signer_cert, signature.self_reported_timestamp):
        faults.append(_("The certificate of {name} was not valid on {when}."))
    return faults


def _in_force(certificate: x509.Certificate, when: datetime | None) -> bool:
    """Whether a certificate was valid when it signed; pyHanko does not ask that of a root, which this one is to it."""
    return when is None or bool(certificate.not_valid_before <= when <= certificate.not_valid_after)


def _status(signature: EmbeddedPdfSignature, certificate: x509.Certificate) -> PdfSignatureStatus:
    """Return pyHanko's findings at the moment of signing, the signer's own certificate taken as root."""
    context = ValidationContext(
        trust_roots=[certificate], other_certs=[], allow_fetching=False, moment=signature.self_reported_timestamp
    )
    return validate_pdf_signature(
        signature,
        context,
        diff_policy=honest_changes(),
        key_usage_settings=KeyUsageConstraints(key_usage=set(), extd_key_usage=None),
    )


def _changed_honestly(signature: EmbeddedPdfSignature, status: PdfSignatureStatus, role: str) -> bool:
    """Whether later revisions only filled and signed fields; once the answer is closed, not even that."""
    if signature.coverage is SignatureCoverageLevel.ENTIRE_FILE:
        return True
    most = ModificationLevel.LTA_UPDATES if role in CLOSING else ModificationLevel.FORM_FILLING
    result = signature.diff_result
    return isinstance(result, DiffResult) and result.modification_level <= most and bool(status.docmdp_ok)


def _ends_well(signature: EmbeddedPdfSignature, data: bytes, end: int) -> bool:
    """Whether all that stands behind the signed bytes is a further revision, which the comparison has judged."""
    rest = data[end:]
    if not rest.strip(b"\r\n"):
        return True
    newest = signature.reader.last_startxref or 0
    last = data[newest:]
    once = last.count(b"startxref") == 1 and last.count(b"%%EOF") == 1  # a second end would hide what lies between
    return newest >= end and once and rest.rstrip(b"\r\n").endswith(b"%%EOF")


def _hides_bytes(signature: EmbeddedPdfSignature, data: bytes) -> bool:
    """Whether the gap in the signed bytes holds anything but the signature's own, and zeros behind them."""
    contents = signature.pkcs7_content
    gap = data[signature.byte_range[1] : signature.byte_range[2]]
    return _DIGITS.fullmatch(gap) is None or any(contents[parser.peek(contents) :])
