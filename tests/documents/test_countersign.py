"""The employee's signature: it locks the answer, leaves the manager's valid, and is taken only from the right key."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import String

from desktop.documents.drawing import field_names as names
from desktop.documents.judging.verify import verify
from desktop.documents.signing.answer import fill
from desktop.documents.signing.sign import Signatory, countersign, witness
from desktop.models.identity import Identity
from desktop.models.problems import Problem
from desktop.models.response import Choice, Reply
from desktop.models.verdict import Outcome
from tests.documents import attacks, replies, revisions
from tests.documents.conftest import SIGNED_AT
from tests.documents.notes import EMPLOYEE
from tests.documents.tools import run, text_of

WORDS = Reply(Choice.DISAGREE, "I see it otherwise.", scores_used=False)
STROKES = (((0.1, 0.2), (0.4, 0.9), (0.9, 0.1)), ((0.5, 0.5),), ((-1.0, 2.0), (2.0, -1.0)))


@pytest.fixture(scope="module")
def both(okr_pdf: bytes, employee: Identity) -> bytes:
    """An answered note with both signatures."""
    return countersign(fill(okr_pdf, WORDS), Signatory(employee, EMPLOYEE.name, SIGNED_AT))


def test_both_signatures_are_found_with_their_roles(both: bytes, identity: Identity, employee: Identity) -> None:
    verdict = verify(both, "note.pdf", [identity.certificate, employee.certificate])
    assert (verdict.outcome, verdict.reasons, verdict.reply) == (Outcome.INTACT, (), WORDS)
    assert [found.role for found in verdict.signatures] == ["manager", "employee"]
    assert [found.certificate for found in verdict.signatures] == [identity.certificate, employee.certificate]
    assert verdict.signatures[1].signer == EMPLOYEE.name


def test_poppler_and_qpdf_agree(both: bytes, tmp_path: Path) -> None:
    path = tmp_path / "note.pdf"
    path.write_bytes(both)
    assert run("pdfsig", path).stdout.count("Signature is Valid") == 2
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", path).stdout


def test_it_approves_and_locks_every_field(both: bytes) -> None:
    with pikepdf.open(BytesIO(both)) as pdf:
        field = next(each for each in pdf.Root.AcroForm.Fields if str(each.T) == names.EMPLOYEE)
        (reference,) = field.V.Reference
        assert (reference.TransformMethod, reference.TransformParams.Action) == ("/FieldMDP", "/All")
        assert field.V.M == "D:20261120100600Z"
        assert "does not mean that I agree" in str(field.V.Reason)
        assert pdf.Root.Perms.DocMDP.objgen != field.V.objgen


def test_name_role_and_day_are_drawn_with_and_without_strokes(
    okr_pdf: bytes, employee: Identity, tmp_path: Path
) -> None:
    for strokes in ((), STROKES):
        words = text_of(countersign(okr_pdf, Signatory(employee, EMPLOYEE.name, SIGNED_AT, strokes)), tmp_path)
        assert words.count("Digitally signed on 20 Nov 2026, 10:06 UTC") == 2
        assert words.count("Received and discussed; it does not mean that I agree") == 1
        assert ("Tomas Oyelaran · Employee" in words) is bool(strokes)


def test_strokes_stay_lines(okr_pdf: bytes, employee: Identity) -> None:
    signed = countersign(okr_pdf, Signatory(employee, EMPLOYEE.name, SIGNED_AT, STROKES))
    with pikepdf.open(BytesIO(signed)) as pdf:
        field = next(each for each in pdf.Root.AcroForm.Fields if str(each.T) == names.EMPLOYEE)
        drawn = field.AP.N.Resources.XObject.Drawn.read_bytes()
    assert drawn.count(b" m ") >= 3
    assert drawn.count(b" l") >= 4


def test_nobody_signs_twice_or_answers_after_signing(both: bytes, employee: Identity) -> None:
    for ask in (lambda: countersign(both, Signatory(employee, EMPLOYEE.name, SIGNED_AT)), lambda: fill(both, Reply())):
        with pytest.raises(Problem, match="signed this note already"):
            ask()


def test_what_has_no_place_to_sign_says_so(employee: Identity) -> None:
    with pytest.raises(Problem, match="no fields"):
        countersign(attacks.plain_pdf(), Signatory(employee, EMPLOYEE.name, SIGNED_AT))


def test_the_managers_key_cannot_sign_for_the_employee(okr_pdf: bytes, identity: Identity) -> None:
    verdict = verify(
        countersign(okr_pdf, Signatory(identity, EMPLOYEE.name, SIGNED_AT)), "note.pdf", [identity.certificate]
    )
    assert verdict.outcome is Outcome.ALTERED
    assert "signed with the key of the manager" in verdict.reasons[0]


def test_an_imposter_is_unknown(okr_pdf: bytes, identity: Identity, employee: Identity, imposter: Identity) -> None:
    forged = countersign(okr_pdf, Signatory(imposter, EMPLOYEE.name, SIGNED_AT))
    verdict = verify(forged, "note.pdf", [identity.certificate, employee.certificate])
    assert verdict.outcome is Outcome.UNKNOWN_SIGNER
    assert "not the one you know from Tomas Oyelaran" in verdict.reasons[0]


def retyped(pdf: bytes) -> bytes:
    """Type another comment, as a PDF reader would."""
    return replies.answered_by_pdfjs(pdf, "I agree with all of it.")


def unticked(pdf: bytes) -> bytes:
    """Take a tick away."""
    return replies.changed(pdf, names.DISAGREE, V=pikepdf.Name.Off, AS=pikepdf.Name.Off)


def unsigned(pdf: bytes) -> bytes:
    """Empty the employee's field."""
    return replies.changed(pdf, names.EMPLOYEE, V=None)


LATER = (retyped, unticked, unsigned, *replies.FORGED, *revisions.LATER, *attacks.APPENDED, *attacks.LATER)


@pytest.mark.parametrize("attack", LATER, ids=lambda attack: attack.__name__)
def test_whatever_changes_after_both_signed_is_found(attack: Callable[[bytes], bytes], both: bytes) -> None:
    altered = attack(both)
    assert altered != both
    verdict = verify(altered, "note.pdf")
    assert verdict.outcome is Outcome.ALTERED
    assert verdict.reasons


def test_an_answer_exchanged_below_a_valid_signature_is_found(both: bytes) -> None:
    at = both.rindex(b"/V /Yes")
    otherwise = both[:at] + b"/V /Off" + both[at + 7 :]
    assert otherwise != both
    assert verify(otherwise, "note.pdf").outcome is Outcome.ALTERED


def test_a_witness_signs_that_the_employee_declined(okr_pdf: bytes, imposter: Identity, tmp_path: Path) -> None:
    signed = witness(fill(okr_pdf, Reply()), Signatory(imposter, "Noor Ebbe", SIGNED_AT), "not\ntoday")
    verdict = verify(signed, "note.pdf")
    assert verdict.outcome is Outcome.INTACT
    assert [found.role for found in verdict.signatures] == ["manager", "witness"]
    assert verdict.signatures[1].reason == "The employee did not want to sign: not today"
    assert "The employee did not want to sign: not today" in text_of(signed, tmp_path)
    for ask in (lambda: countersign(signed, Signatory(imposter, "x", SIGNED_AT)), lambda: fill(signed, Reply())):
        with pytest.raises(Problem, match="A witness has signed already"):
            ask()


def test_the_manager_is_no_witness(okr_pdf: bytes, identity: Identity) -> None:
    verdict = verify(witness(okr_pdf, Signatory(identity, "x", SIGNED_AT), ""), "note.pdf")
    assert verdict.outcome is Outcome.ALTERED
    assert "signed with the key of the manager" in verdict.reasons[0]


def test_an_answer_after_a_witness_is_found(okr_pdf: bytes, imposter: Identity) -> None:
    signed = witness(okr_pdf, Signatory(imposter, "Noor Ebbe", SIGNED_AT), "")
    assert verify(replies.changed(signed, names.COMMENT, V=String("I agree")), "note.pdf").outcome is Outcome.ALTERED
