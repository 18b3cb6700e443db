"""Poppler, MuPDF and qpdf agree with us on the signed bytes, at every stage of both kinds of note."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.documents.judging.verify import verify
from desktop.documents.signing.answer import fill
from desktop.documents.signing.sign import Signatory, countersign, witness
from desktop.models.identity import Identity
from desktop.models.response import Choice, Reply
from tests.documents import attacks
from tests.documents.cases import VALID
from tests.documents.conftest import SIGNED_AT
from tests.documents.notes import EMPLOYEE
from tests.documents.tools import good_digests, syntax

WORDS = Reply(Choice.DISAGREE, "größer, Дмитрий 李小龙", scores_used=False)
Stage = Callable[[bytes, Identity], bytes]
STAGES: dict[str, tuple[Stage, int]] = {
    "certified": (lambda pdf, _who: pdf, 1),
    "filled": (lambda pdf, _who: fill(pdf, WORDS), 1),
    "countersigned": (lambda pdf, who: countersign(fill(pdf, WORDS), Signatory(who, EMPLOYEE.name, SIGNED_AT)), 2),
    "witnessed": (lambda pdf, who: witness(pdf, Signatory(who, "Noor Ebbe", SIGNED_AT), "not today"), 2),
}


@pytest.fixture(scope="module", params=["okr_pdf", "performance_pdf"])
def given(request: pytest.FixtureRequest) -> bytes:
    """A signed note of either kind."""
    return bytes(request.getfixturevalue(request.param))


@pytest.mark.parametrize("stage", STAGES)
def test_they_agree_at_every_stage(stage: str, given: bytes, employee: Identity, tmp_path: Path) -> None:
    make, count = STAGES[stage]
    pdf = make(given, employee)
    assert good_digests(pdf, tmp_path) == {"poppler": count, "mupdf": count}
    assert sum(found.intact for found in verify(pdf, "note.pdf").signatures) == count
    assert syntax(tmp_path / "signed.pdf") == ""


def test_they_agree_that_a_changed_page_breaks_both_signatures(
    given: bytes, employee: Identity, tmp_path: Path
) -> None:
    altered = attacks.flip_page_byte(STAGES["countersigned"][0](given, employee))
    assert good_digests(altered, tmp_path) == {"poppler": 0, "mupdf": 0}
    assert not any(found.intact for found in verify(altered, "note.pdf").signatures)


@pytest.mark.parametrize("name", ["poppler-signed", "duologue-poppler-signed", "pdfium-incremental"])
def test_they_agree_on_what_other_programs_wrote(name: str, tmp_path: Path) -> None:
    pdf = (VALID / f"{name}.pdf").read_bytes()
    count = len(verify(pdf, name).signatures)
    assert good_digests(pdf, tmp_path) == {"poppler": count, "mupdf": count}
