"""A copy under a password is signed, answered, countersigned and verified as any other."""

import subprocess
from pathlib import Path

import pytest

from desktop.documents.files.locks import encrypted, unlocked
from desktop.documents.judging.arrival import judge
from desktop.documents.judging.preview import page_count, printed_text
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

WORD = "told by phone"
REPLY = Reply(Choice.AGREE, "Fine: größer, لا, 李", scores_used=False)


@pytest.fixture(scope="module")
def mailed(identity: Identity) -> bytes:
    return sign(encrypted(render(okr_note()), WORD), Signatory(identity, MANAGER.name, SIGNED_AT), WORD)


@pytest.fixture(scope="module")
def answered(mailed: bytes, employee: Identity) -> bytes:
    return countersign(fill(mailed, REPLY, WORD), Signatory(employee, EMPLOYEE.name, SIGNED_AT), WORD)


def test_it_verifies_with_the_password_at_every_step(
    mailed: bytes, answered: bytes, identity: Identity, employee: Identity
) -> None:
    assert verify(mailed, "", [identity.certificate], password=WORD).outcome is Outcome.INTACT
    verdict = verify(answered, "", [identity.certificate, employee.certificate], password=WORD)
    assert (verdict.outcome, verdict.reply) == (Outcome.INTACT, REPLY)
    assert verdict.signatures[1].reason.startswith("Received and discussed")
    assert read_reply(answered, WORD) == REPLY
    returned = judge(answered, mailed, [identity.certificate], [employee.certificate], password=WORD)
    assert (returned.arrival, returned.reply) == (Arrival.SIGNED, REPLY)


def test_a_witness_signs_it_too(mailed: bytes, employee: Identity) -> None:
    signed = witness(mailed, Signatory(employee, "Noor Ebbe", SIGNED_AT), "", WORD)
    assert verify(signed, "", password=WORD).outcome is Outcome.INTACT


def test_without_the_password_it_says_so(mailed: bytes, employee: Identity) -> None:
    for password, sentence in (("", "locked with a password"), ("wrong", "not the password")):
        for ask in (
            lambda word: verify(mailed, "", password=word),
            lambda word: judge(mailed, mailed, password=word),
            lambda word: fill(mailed, REPLY, word),
            lambda word: read_reply(mailed, word),
            lambda word: unlocked(mailed, word),
            lambda word: countersign(mailed, Signatory(employee, "x", SIGNED_AT), word),
        ):
            with pytest.raises(Locked, match=sentence):
                ask(password)


def test_nothing_of_it_can_be_read_outside(mailed: bytes) -> None:
    for words in (b"Tomas", b"duologue-okr-note", b"Your answer"):
        assert words not in mailed
    assert "Your answer" in printed_text(mailed, WORD)
    assert page_count(unlocked(mailed, WORD)) > 1


def test_other_tools_agree(answered: bytes, tmp_path: Path) -> None:
    path = tmp_path / "note.pdf"
    path.write_bytes(answered)
    told = subprocess.run(["pdfsig", "-upw", WORD, str(path)], capture_output=True, text=True, check=False).stdout
    assert told.count("Signature is Valid") == 2
    checked = ["qpdf", f"--password={WORD}", "--check", str(path)]
    assert subprocess.run(checked, capture_output=True, check=False).returncode == 0
    assert (
        "AESv3"
        in subprocess.run(
            ["qpdf", f"--password={WORD}", "--show-encryption", str(path)], capture_output=True, text=True, check=False
        ).stdout
    )


def test_a_later_change_is_found(answered: bytes) -> None:
    flipped = answered[:30000] + bytes([answered[30000] ^ 1]) + answered[30001:]
    assert verify(flipped, "", password=WORD).outcome is Outcome.ALTERED


def test_a_short_password_is_refused() -> None:
    with pytest.raises(Problem, match="at least 8"):
        encrypted(render(okr_note()), "short")
