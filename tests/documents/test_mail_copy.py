"""A copy locked with a password: it signs, fills, countersigns and verifies as any other."""

from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from desktop.documents.files.locks import encrypted, is_locked, unlocked
from desktop.documents.judging.arrival import judge
from desktop.documents.judging.field_values import field_values
from desktop.documents.judging.preview import page_count, printed_text
from desktop.documents.judging.schema import read_record
from desktop.documents.judging.verify import verify
from desktop.documents.papers.render import render
from desktop.documents.signing.answer import fill, read_reply
from desktop.documents.signing.sign import Signatory, countersign, sign, witness
from desktop.models.identity import Identity
from desktop.models.problems import Locked, Problem
from desktop.models.response import Arrival, Choice, Reply
from desktop.models.verdict import Outcome
from tests.documents.conftest import SIGNED_AT
from tests.documents.notes import EMPLOYEE, MANAGER, okr_note
from tests.documents.tools import run

PASSWORD = "seven grüne Hunde"
WORDS = Reply(Choice.DISAGREE, "I see it otherwise: Łódź, 李, مرحبا.", scores_used=False)


@pytest.fixture(scope="module")
def pages() -> bytes:
    return encrypted(render(okr_note()), PASSWORD)


@pytest.fixture(scope="module")
def sent(pages: bytes, identity: Identity) -> bytes:
    return sign(pages, Signatory(identity, MANAGER.name, SIGNED_AT), PASSWORD)


@pytest.fixture(scope="module")
def both(sent: bytes, employee: Identity) -> bytes:
    answered = fill(sent, WORDS, PASSWORD)
    return countersign(answered, Signatory(employee, EMPLOYEE.name, SIGNED_AT), PASSWORD)


def test_it_is_locked_with_aes_256(pages: bytes, tmp_path: Path) -> None:
    (tmp_path / "note.pdf").write_bytes(pages)
    said = run("qpdf", "--show-encryption", f"--password={PASSWORD}", tmp_path / "note.pdf").stdout
    assert "R = 6" in said
    assert said.count("AESv3") == 3
    assert b"Mira Solberg" not in pages
    assert b"duologue-okr-note" not in pages
    assert [is_locked(each) for each in (pages, render(okr_note()), b"hello")] == [True, False, False]
    for nobody in ("", "x"):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(BytesIO(pages), password=nobody)


@pytest.mark.parametrize("weak", ["", "       ", "1234567"])
def test_a_password_that_is_none_is_refused(weak: str) -> None:
    with pytest.raises(Problem, match="at least 8"):
        encrypted(render(okr_note()), weak)


def test_it_is_the_same_note_and_verifies(sent: bytes, identity: Identity) -> None:
    verdict = verify(sent, "note.pdf", [identity.certificate], password=PASSWORD)
    assert (verdict.outcome, verdict.reasons, verdict.record) == (Outcome.INTACT, (), okr_note().record)
    assert read_record(sent, PASSWORD) == okr_note().record


def test_it_is_answered_and_countersigned(both: bytes, identity: Identity, employee: Identity) -> None:
    verdict = verify(both, "note.pdf", [identity.certificate, employee.certificate], password=PASSWORD)
    assert (verdict.outcome, verdict.reasons, verdict.reply) == (Outcome.INTACT, (), WORDS)
    assert [found.role for found in verdict.signatures] == ["manager", "employee"]
    assert read_reply(both, PASSWORD) == WORDS
    assert WORDS.comment.encode("utf-16-be") not in both and b"otherwise" not in both


def test_a_witness_signs_it(sent: bytes, identity: Identity, employee: Identity) -> None:
    closed = witness(sent, Signatory(employee, "Noor Ebbe", SIGNED_AT), "not today", PASSWORD)
    verdict = verify(closed, "note.pdf", password=PASSWORD)
    assert [found.role for found in verdict.signatures] == ["manager", "witness"]
    assert verdict.signatures[1].reason.endswith("not today")


def test_poppler_and_qpdf_agree(both: bytes, tmp_path: Path) -> None:
    path = tmp_path / "note.pdf"
    path.write_bytes(both)
    assert run("pdfsig", "-upw", PASSWORD, path).stdout.count("Signature is Valid") == 2
    checked = run("qpdf", "--check", f"--password={PASSWORD}", path)
    assert (checked.returncode, "No syntax or stream encoding errors" in checked.stdout) == (0, True), checked.stderr
    text = run("pdftotext", "-upw", PASSWORD, "-enc", "UTF-8", path, "-").stdout
    assert "Mira Solberg" in text and "I see it otherwise" in text


def test_it_comes_home(sent: bytes, both: bytes, identity: Identity, employee: Identity) -> None:
    known = partial(
        judge, exported=sent, manager=[identity.certificate], employee=[employee.certificate], password=PASSWORD
    )
    assert known(sent).arrival is Arrival.UNCHANGED
    answered = known(fill(sent, WORDS, PASSWORD))
    assert (answered.arrival, answered.reply) == (Arrival.ANSWERED, WORDS)
    returned = known(both)
    assert (returned.arrival, returned.reply, returned.reasons) == (Arrival.SIGNED, WORDS, ())


def test_a_change_in_it_is_found(both: bytes, sent: bytes) -> None:
    for at in (len(sent) // 2, len(sent) + 1000):
        changed = both[:at] + bytes([both[at] ^ 1]) + both[at + 1 :]
        assert not verify(changed, "note.pdf", password=PASSWORD).intact
    resaved = BytesIO()
    with pikepdf.open(BytesIO(both), password=PASSWORD) as pdf:
        pdf.save(resaved)
    assert not verify(resaved.getvalue(), "note.pdf").intact
    assert judge(resaved.getvalue(), sent, password=PASSWORD).arrival is Arrival.RESAVED


def test_its_pages_can_be_seen(both: bytes) -> None:
    assert page_count(unlocked(both, PASSWORD)) == page_count(render(okr_note()))
    assert okr_note().digest in printed_text(both, PASSWORD)


def asking(sent: bytes, by: Signatory) -> list[Callable[[str], object]]:
    return [
        lambda password: verify(sent, "note.pdf", password=password),
        lambda password: field_values(sent, password),
        lambda password: read_reply(sent, password),
        lambda password: read_record(sent, password),
        lambda password: fill(sent, WORDS, password),
        lambda password: countersign(sent, by, password),
        lambda password: witness(sent, by, "", password),
        lambda password: sign(sent, by, password),
        lambda password: unlocked(sent, password),
        lambda password: judge(sent, sent, password=password),
    ]


def test_without_the_password_everything_asks_for_it(sent: bytes, employee: Identity) -> None:
    for ask in asking(sent, Signatory(employee, EMPLOYEE.name, SIGNED_AT)):
        with pytest.raises(Locked, match="type the one you were told"):
            ask("")
        for wrong in ("seven", PASSWORD.upper(), "\ud800"):
            with pytest.raises(Locked, match="not the password"):
                ask(wrong)


def test_a_password_can_be_typed_in_any_spelling(identity: Identity) -> None:
    composed, decomposed = "f\u00fcnf \ufb01sche", "fu\u0308nf \ufb01sche"
    sent = sign(encrypted(render(okr_note()), composed), Signatory(identity, MANAGER.name, SIGNED_AT), decomposed)
    for password in (composed, decomposed):
        assert verify(sent, "note.pdf", password=password).intact
        assert page_count(unlocked(sent, password))


def test_a_password_for_a_file_that_needs_none_does_no_harm(okr_pdf: bytes, employee: Identity) -> None:
    assert verify(okr_pdf, "note.pdf", password="x").intact
    signed = countersign(fill(okr_pdf, WORDS, "x"), Signatory(employee, EMPLOYEE.name, SIGNED_AT), "x")
    assert verify(signed, "note.pdf").reply == WORDS
    assert page_count(unlocked(okr_pdf, "x")) == page_count(okr_pdf)


def test_a_file_that_only_its_owner_may_change_needs_no_password_to_be_read(identity: Identity) -> None:
    out = BytesIO()
    with pikepdf.open(BytesIO(render(okr_note()))) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="owner", user="", R=6))
    for each in (out.getvalue(), sign(out.getvalue(), Signatory(identity, MANAGER.name, SIGNED_AT))):
        assert not is_locked(each)
        assert verify(each, "note.pdf").record == okr_note().record
