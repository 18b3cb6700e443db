"""Replies that real programs wrote: files that are kept, so that they stay good whatever changes here."""

from functools import cache
from pathlib import Path

import pytest

from desktop.documents.judging.arrival import judge
from desktop.documents.judging.verify import verify
from desktop.documents.keys.certificates import read_certificates
from desktop.models.response import Arrival, Choice, Reply
from desktop.models.verdict import Outcome

FILES = Path(__file__).resolve().parent.parent / "files"
OURS = Reply(Choice.DISAGREE, "I see it otherwise.", scores_used=False)
LATIN = "größer – “so” (not \\ so)"
VALID = {
    "note": (Arrival.UNCHANGED, Reply()),
    "duologue": (Arrival.ANSWERED, OURS),
    "duologue-signed": (Arrival.SIGNED, OURS),
    "duologue-witnessed": (Arrival.WITNESSED, Reply()),
    "duologue-poppler-signed": (Arrival.SIGNED, OURS),
    "pdfjs-latin": (Arrival.ANSWERED, Reply(Choice.RECEIVED, LATIN)),
    "pdfjs-lines": (Arrival.ANSWERED, Reply(Choice.DISAGREE, "Two\nlines.", scores_used=False)),
    "pdfjs-scripts": (Arrival.ANSWERED, Reply(Choice.AGREE, "Дмитрий 李小龙 😀", scores_used=True)),
    "poppler-latin": (Arrival.ANSWERED, Reply(Choice.AGREE, LATIN)),
    "poppler-lines": (Arrival.ANSWERED, Reply(Choice.DISAGREE, "Two\nlines.", scores_used=False)),
    "poppler-cyrillic": (Arrival.ANSWERED, Reply(Choice.RECEIVED, "Дмитрий wrote this. \t ", scores_used=True)),
    "poppler-signed": (Arrival.SIGNED, Reply(Choice.AGREE, LATIN)),
    "pdfium-incremental": (Arrival.ANSWERED, Reply(Choice.AGREE, "Typed in Chrome.")),
}
RESAVED = {
    "pdfium-full": Reply(Choice.AGREE, "Typed in Chrome."),
    "qpdf": OURS,
    "qpdf-packed": OURS,
    "mutool": OURS,
    "ghostscript": Reply(),
}


@cache
def certificates(name: str) -> tuple[bytes, ...]:
    return read_certificates((FILES / "valid" / f"{name}.pem").read_bytes())


@cache
def given() -> bytes:
    """Return the note as it was given away."""
    return (FILES / "valid" / "note.pdf").read_bytes()


@pytest.mark.parametrize("name", VALID)
def test_an_honest_reply_is_accepted(name: str) -> None:
    data = (FILES / "valid" / f"{name}.pdf").read_bytes()
    returned = judge(data, given(), certificates("manager"), certificates("employee"))
    assert (returned.arrival, returned.reply, returned.reasons) == (*VALID[name], ())
    known = [each for who in ("manager", "employee", "witness") for each in certificates(who)]
    verdict = verify(data, name, known)
    assert (verdict.outcome, verdict.reply, verdict.reasons) == (Outcome.INTACT, VALID[name][1], ())


@pytest.mark.parametrize("name", RESAVED)
def test_a_file_written_anew_keeps_its_words_unsigned(name: str) -> None:
    data = (FILES / "resaved" / f"{name}.pdf").read_bytes()
    returned = judge(data, given(), certificates("manager"), certificates("employee"))
    assert (returned.arrival, returned.reply, returned.signer) == (Arrival.RESAVED, RESAVED[name], "")
    (reason,) = returned.reasons
    assert ("can still be read" in reason) == RESAVED[name].given
    assert not verify(data, name).intact


def test_every_kept_file_is_asked_about() -> None:
    assert {path.stem for path in FILES.glob("valid/*.pdf")} == set(VALID)
    assert {path.stem for path in FILES.glob("resaved/*.pdf")} == set(RESAVED)
