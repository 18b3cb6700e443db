"""What a returned file is: the questions in the order in which they must be asked, and the answer that it brings."""

import re
from collections.abc import Sequence
from dataclasses import replace

from desktop.documents.files.scripts import has_script, script_sentence
from desktop.documents.judging.attached import attached_record, employee_of
from desktop.documents.judging.field_values import field_values, reply_of
from desktop.documents.judging.signature import role_sentence
from desktop.documents.judging.verify import verify
from desktop.i18n import _, say
from desktop.models.problems import Locked, Problem
from desktop.models.response import KEPT, Arrival, Reply, Returned
from desktop.models.verdict import Outcome, SignatureFound, Verdict

_RANGE = re.compile(rb"/ByteRange\s*\[\s*0\s+(\d+)\s+(\d+)\s+\d+\s*\]")


def judge(
    data: bytes,
    exported: bytes | None,
    manager: Sequence[bytes] = (),
    employee: Sequence[bytes] = (),
    known: Sequence[bytes] = (),
    anchors: Sequence[bytes] = (),
    password: str = "",
) -> Returned:
    """Return what came back.

    `exported` is the file as it was signed and given away (None if it is not at hand): an honest answer starts with
    exactly these bytes. `manager` and `employee` are the certificates (DER) pinned for the two; an employee of whom
    none is known signs as someone unknown, whose fingerprint is to be compared; one for whom a root in `anchors` (DER)
    vouches in the name of the note's employee is known. `known` are the files that came back
    before, in that order: one of them again, or one cut back to what it was before, is KNOWN and says which. No
    signature can tell that, because every earlier state was signed too. Raises Locked if `data` needs another
    `password`, and nothing else.
    """
    returned = _judged(data, exported, manager, employee, anchors, password)
    if returned.arrival in KEPT or returned.arrival is Arrival.UNCHANGED:
        return _remembered(returned, data, known)
    return returned


def _remembered(returned: Returned, data: bytes, known: Sequence[bytes]) -> Returned:
    """Return the same, or that it is nothing new: of what is known the last file counts, whatever comes again."""
    if known and data == known[-1]:
        return Returned(Arrival.KNOWN, returned.reply, reasons=(_("You have this answer already."),))
    if returned.arrival is Arrival.UNCHANGED and known or any(file.startswith(data) for file in known):
        return Returned(Arrival.KNOWN, returned.reply, reasons=(_("You have a later answer than this one."),))
    return returned


def _judged(
    data: bytes,
    exported: bytes | None,
    manager: Sequence[bytes],
    employee: Sequence[bytes],
    anchors: Sequence[bytes],
    password: str,
) -> Returned:
    whole = exported is None or data.startswith(exported)
    try:
        verdict = verify(data, "", (*manager, *employee), anchors, password)
        values = field_values(data, password)
    except Locked:
        raise
    except Problem as problem:
        if exported and whole:
            return _refused((say(problem),), whole=True)
        return Returned(Arrival.NOT_OURS, Reply(), reasons=(say(problem),))
    stranger = _stranger(data, verdict.record, bool(values), exported, password)
    if stranger:
        return Returned(Arrival.NOT_OURS, Reply(), reasons=(stranger,))
    if _is_resaved(data, verdict, exported, password):
        return _resaved(data, values, password)
    if not whole or not verdict.intact:
        return _altered(verdict, whole=exported is not None and whole)
    return _answered(verdict, *reply_of(values), manager, employee)


def _stranger(data: bytes, record: bytes, has_fields: bool, exported: bytes | None, password: str) -> str:
    """Return why the file is not the one that is waited for, "" if it may be."""
    if not record and not has_fields:
        return _("This file is not a Duologue note.")
    if exported is None or data.startswith(exported) or not record or record == attached_record(exported, password):
        return ""
    return _("This file belongs to another note, or to another revision of it.")


def _is_resaved(data: bytes, verdict: Verdict, exported: bytes | None, password: str) -> bool:
    """Whether a program wrote the whole file anew: the signature is gone, or its range no longer fits the file.

    In a file whose bytes were changed in place, or to which something was added, half the bytes are still the same.
    """
    if verdict.intact or (exported and verdict.record not in (b"", attached_record(exported, password))):
        return False
    if exported and data.startswith(exported[: len(exported) // 2]):
        return False
    ranges = [(int(start), int(end)) for start, end in _RANGE.findall(data)]
    return not any(data[start : start + 1] == b"<" and data[end - 1 : end] == b">" for start, end in ranges)


def _resaved(data: bytes, values: dict[str, str], password: str) -> Returned:
    reply, contradictions = reply_of(values)
    reason = _(
        "A program saved this file anew and destroyed the signature. The answer can still be read, but nothing proves "
        "that it is unchanged; ask for the original file, or keep it as unsigned text."
    )
    if not reply.given:
        reason = _(
            "A program saved this file anew and destroyed the signature. Its fields hold no answer any more; ask for "
            "the original file."
        )
    script = (script_sentence(),) if has_script(data, password) else ()
    return Returned(Arrival.RESAVED, reply, reasons=(reason, *script, *contradictions))


def _altered(verdict: Verdict, *, whole: bool) -> Returned:
    reasons = verdict.reasons
    if verdict.intact:
        reasons = (_("This is a signed copy of the note, but not the file that was given away."),)
    return _refused(reasons, whole=whole)


def _refused(reasons: tuple[str, ...], *, whole: bool) -> Returned:
    good = _("The note as you gave it away is still good; only what came after it is refused.")
    own = _("This copy is refused; the one that you kept is still good.")
    return Returned(Arrival.ALTERED, Reply(), reasons=(*reasons, good if whole else own))


def _answered(
    verdict: Verdict,
    reply: Reply,
    contradictions: Sequence[str],
    manager: Sequence[bytes],
    employee: Sequence[bytes],
) -> Returned:
    """Return the verdict on a file whose signatures are all intact."""
    reasons = tuple(contradictions)
    certified = _of("manager", verdict)
    if certified and manager and certified.certificate not in manager:
        reason = _("You do not know the key that {name} signed with.").format(name=certified.signer)
        return _with_signer(Returned(Arrival.UNKNOWN_SIGNER, reply, reasons=(reason, *reasons)), certified)
    closed = _of("employee", verdict) or _of("witness", verdict)
    if closed is None:
        return Returned(Arrival.ANSWERED if reply.given else Arrival.UNCHANGED, reply, reasons=reasons)
    if closed.certificate in manager:
        own = role_sentence(closed)
        return _altered(replace(verdict, outcome=Outcome.ALTERED, reasons=(own,)), whole=True)
    if closed.role == "witness":
        return _with_signer(Returned(Arrival.WITNESSED, reply, reasons=reasons), closed)
    vouched = bool(closed.issuer) and _same_name(closed.signer, employee_of(verdict.record))
    return _by_employee(reply, reasons, closed, employee, vouched)


def _by_employee(
    reply: Reply, reasons: tuple[str, ...], signed: SignatureFound, employee: Sequence[bytes], vouched: bool
) -> Returned:
    if signed.certificate in employee or (vouched and not employee):
        return _with_signer(Returned(Arrival.SIGNED, reply, reasons=reasons), signed)
    reason = _("You do not know the key of {name} yet: compare its fingerprint with {name}.").format(name=signed.signer)
    if employee:
        reason = _("The key is not the one you know from this person; compare its fingerprint with {name}.").format(
            name=signed.signer
        )
    return _with_signer(Returned(Arrival.UNKNOWN_SIGNER, reply, reasons=(reason, *reasons)), signed)


def _same_name(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _of(role: str, verdict: Verdict) -> SignatureFound | None:
    return next((found for found in verdict.signatures if found.role == role), None)


def _with_signer(returned: Returned, found: SignatureFound) -> Returned:
    return replace(
        returned,
        signer=found.signer,
        fingerprint=found.fingerprint,
        signed_at=found.time,
        certificate=found.certificate,
        reason=found.reason,
    )
