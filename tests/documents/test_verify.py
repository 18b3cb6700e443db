"""Verification against real tampering; only an unaltered signed file is ever called intact."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec
from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata, PdfSigner

from desktop.documents.judging.verify import verify
from desktop.documents.keys.identity import make_identity
from desktop.documents.keys.signer import signer_of
from desktop.documents.papers.render import render
from desktop.documents.signing.sign import Signatory, sign
from desktop.models.identity import Identity
from desktop.models.note import Note, digest_of
from desktop.models.problems import Problem
from desktop.models.verdict import Outcome
from tests.documents import attacks
from tests.documents.conftest import SIGNED_AT
from tests.documents.notes import MANAGER, Spoken, okr_note, performance_note
from tests.documents.tools import run


@pytest.fixture(scope="module")
def imposter() -> Identity:
    """Somebody else with the manager's name."""
    return make_identity(MANAGER, datetime(2026, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize("make", [okr_note, performance_note])
def test_a_signed_note_is_intact_and_says_who_signed_when(
    make: Callable[[], Note], signed: Callable[[Note], bytes], identity: Identity
) -> None:
    note = make()
    verdict = verify(signed(note), "note.pdf", [identity.certificate])
    assert (verdict.outcome, verdict.reasons, verdict.file) == (Outcome.INTACT, (), "note.pdf")
    assert verdict.record == note.record
    (found,) = verdict.signatures
    assert (found.signer, found.role, found.time) == ("Mira Solberg", "manager", SIGNED_AT)
    assert (found.intact, found.trusted, found.fingerprint) == (True, True, identity.fingerprint)


def test_poppler_agrees(okr_pdf: bytes, tmp_path: Path) -> None:
    path = tmp_path / "note.pdf"
    path.write_bytes(okr_pdf)
    said = run("pdfsig", path).stdout
    assert "Signature is Valid" in said
    assert "Total document signed" in said
    assert "ETSI.CAdES.detached" in said
    assert "Common Name: Mira Solberg" in said


def test_without_a_list_a_signer_is_named_but_not_trusted(okr_pdf: bytes) -> None:
    verdict = verify(okr_pdf, "note.pdf")
    assert verdict.outcome is Outcome.INTACT
    assert not verdict.signatures[0].trusted


@pytest.mark.parametrize("attack", attacks.ALTERING, ids=lambda attack: attack.__name__)
def test_every_change_after_signing_is_found(attack: attacks.Attack, okr_pdf: bytes, identity: Identity) -> None:
    altered = attack(okr_pdf)
    assert altered != okr_pdf
    verdict = verify(altered, "note.pdf", [identity.certificate])
    assert verdict.outcome is Outcome.ALTERED
    assert verdict.reasons
    assert not any(found.intact for found in verdict.signatures)


def test_a_reason_names_the_signer_and_the_day(okr_pdf: bytes) -> None:
    (reason,) = verify(attacks.flip_page_byte(okr_pdf), "note.pdf").reasons
    assert "Mira Solberg" in reason
    assert "20 Nov 2026" in reason


@pytest.mark.parametrize("attack", [attacks.rewrite, attacks.strip_signature])
def test_a_file_whose_signature_was_destroyed_is_never_intact(attack: attacks.Attack, okr_pdf: bytes) -> None:
    verdict = verify(attack(okr_pdf), "note.pdf")
    assert verdict.outcome in (Outcome.ALTERED, Outcome.NOT_SIGNED)
    assert verdict.reasons


def test_a_note_saved_anew_by_qpdf_is_never_intact(okr_pdf: bytes, tmp_path: Path) -> None:
    (tmp_path / "note.pdf").write_bytes(okr_pdf)
    run("qpdf", tmp_path / "note.pdf", tmp_path / "again.pdf")
    assert not verify((tmp_path / "again.pdf").read_bytes(), "again.pdf").intact


def test_a_stripped_note_is_not_signed_and_says_so(okr_pdf: bytes) -> None:
    verdict = verify(attacks.strip_signature(okr_pdf), "note.pdf")
    assert verdict.outcome is Outcome.NOT_SIGNED
    assert "without its signature" in verdict.reasons[0]


def test_an_unsigned_pdf_of_somebody_else_is_only_not_signed() -> None:
    verdict = verify(attacks.plain_pdf(), "other.pdf")
    assert (verdict.outcome, verdict.record) == (Outcome.NOT_SIGNED, b"")


def test_a_pdf_cut_off_anywhere_is_never_intact(okr_pdf: bytes) -> None:
    for part in range(1, 20):
        cut = okr_pdf[: len(okr_pdf) * part // 20]
        try:
            assert not verify(cut, "cut.pdf").intact
        except Problem as problem:
            assert str(problem).endswith(".")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"\x00" * 100, "empty"),
        (b"Dear Tomas,\nthis is a letter.", "not a PDF"),
        (b"%PDF-1.7\n" + b"garbage " * 100, "damaged"),
        (bytes(range(256)) * 2000, "not a PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not a PDF"),
    ],
)
def test_what_is_no_pdf_gets_one_clear_sentence(data: bytes, words: str) -> None:
    with pytest.raises(Problem, match=words):
        verify(data, "letter.txt")


def test_a_locked_pdf_gets_one_clear_sentence(okr_pdf: bytes) -> None:
    with pytest.raises(Problem, match="password"):
        verify(attacks.encrypt(okr_pdf), "locked.pdf")


def test_an_imposter_of_the_same_name_is_unknown(imposter: Identity, identity: Identity) -> None:
    forged = sign(render(okr_note()), Signatory(imposter, MANAGER.name, SIGNED_AT))
    verdict = verify(forged, "note.pdf", [identity.certificate])
    assert verdict.outcome is Outcome.UNKNOWN_SIGNER
    assert "not the one you know from Mira Solberg" in verdict.reasons[0]
    assert not verdict.signatures[0].trusted


def test_another_record_on_the_same_pages_is_found_even_where_it_was_signed(identity: Identity) -> None:
    other = okr_note(Spoken(employee_says="We did it all wrong.")).record
    pdf = sign(attacks.swap_attachment(render(okr_note()), other), Signatory(identity, MANAGER.name, SIGNED_AT))
    verdict = verify(pdf, "note.pdf", [identity.certificate])
    assert verdict.outcome is Outcome.ALTERED
    assert "printed on the pages" in verdict.reasons[0]


HALF_A_CHARACTER = okr_note().record.replace(b"We answered", b"\\ud800")
ENDLESS_NUMBER = okr_note().record.replace(b'"revision":1', b'"revision":' + b"9" * 5000)


@pytest.mark.parametrize(
    "record",
    [
        b"{",
        b"[" * 5000,
        b'{"format":"duologue-okr-note","version":1}',
        b'{"format":"duologue-okr-note","version":NaN}',
        b"\xff\xfe",
        HALF_A_CHARACTER,
        ENDLESS_NUMBER,
        okr_note().record + b"\n",
    ],
    ids=range(8),
)
def test_a_record_that_is_none_is_found(record: bytes, identity: Identity) -> None:
    pdf = sign(attacks.swap_attachment(render(okr_note()), record), Signatory(identity, MANAGER.name, SIGNED_AT))
    assert verify(pdf, "note.pdf", [identity.certificate]).outcome is Outcome.ALTERED


def test_a_record_in_another_hand_is_found_though_its_digest_is_printed(identity: Identity) -> None:
    record = okr_note().record + b"\n"
    pdf = render(replace(okr_note(), record=record, digest=digest_of(record)))
    verdict = verify(sign(pdf, Signatory(identity, MANAGER.name, SIGNED_AT)), "note.pdf", [identity.certificate])
    assert verdict.outcome is Outcome.ALTERED
    assert "not written by Duologue" in verdict.reasons[0]


def test_a_signed_pdf_that_is_no_note_says_so(identity: Identity) -> None:
    verdict = verify(_signed_elsewhere(attacks.plain_pdf(), identity, "Signature1"), "contract.pdf")
    assert verdict.outcome is Outcome.INTACT
    assert "not a Duologue note" in verdict.reasons[0]
    assert (verdict.signatures[0].role, verdict.record) == ("", b"")


def test_a_note_signed_in_a_place_of_its_own_lacks_the_managers_signature(identity: Identity) -> None:
    verdict = verify(_signed_elsewhere(render(okr_note()), identity, "Mine"), "note.pdf")
    assert verdict.outcome is Outcome.NOT_SIGNED
    assert "manager is missing" in verdict.reasons[0]


def test_a_certificate_is_judged_by_the_day_it_signed(identity: Identity) -> None:
    late = sign(render(okr_note()), Signatory(identity, MANAGER.name, datetime(2040, 1, 1, tzinfo=UTC)))
    verdict = verify(late, "note.pdf", [identity.certificate])
    assert verdict.outcome is Outcome.ALTERED
    assert "not valid" in verdict.reasons[0]


def test_an_older_note_keeps_its_own_verdict(identity: Identity, signed: Callable[[Note], bytes]) -> None:
    first = okr_note()
    sealing = replace(Spoken().sealing, uid="2", revision=2, reason="A date was wrong.", corrects_digest=first.digest)
    second = okr_note(Spoken(sealing=sealing))
    verdicts = [verify(signed(note), "note.pdf", [identity.certificate]) for note in (first, second)]
    assert [verdict.outcome for verdict in verdicts] == [Outcome.INTACT] * 2
    assert [verdict.record for verdict in verdicts] == [first.record, second.record]


def _signed_elsewhere(pdf: bytes, identity: Identity, field: str) -> bytes:
    """Sign in a field that is not one of ours, as other programs do."""
    out = BytesIO()
    meta = PdfSignatureMetadata(field, md_algorithm="sha256")
    signer = PdfSigner(meta, signer=signer_of(identity), new_field_spec=SigFieldSpec(field))
    signer.sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf)), output=out)
    return out.getvalue()
