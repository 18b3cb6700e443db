"""Files that are made to do harm: nobody waits, the memory stays free, no script runs, nothing of it is accepted."""

import time
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.documents.drawing import field_names as names
from desktop.documents.files.scripts import has_script
from desktop.documents.files.unfolding import refuse_bomb
from desktop.documents.judging.arrival import judge
from desktop.documents.judging.preview import page_image
from desktop.documents.judging.schema import read_record
from desktop.documents.judging.verify import verify
from desktop.documents.signing.answer import fill
from desktop.documents.signing.sign import Signatory, countersign
from desktop.models.identity import Identity
from desktop.models.problems import Problem
from desktop.models.response import KEPT, Arrival, Choice, Reply
from tests.documents import attacks, bombs, replies, revisions
from tests.documents.conftest import SIGNED_AT
from tests.documents.notes import EMPLOYEE
from tests.documents.tools import run_python

HARM = "unfolds to far more than a note can hold"
SECONDS = 5


@pytest.fixture(scope="module")
def filled(okr_pdf: bytes) -> bytes:
    """An answered note."""
    return fill(okr_pdf, Reply(Choice.AGREE, "Hello."))


@pytest.fixture(scope="module")
def both(filled: bytes, employee: Identity) -> bytes:
    """An answered note with both signatures."""
    return countersign(filled, Signatory(employee, EMPLOYEE.name, SIGNED_AT))


@pytest.mark.parametrize("bomb", bombs.BOMBS, ids=lambda bomb: bomb.__name__)
def test_what_unfolds_to_gigabytes_is_refused_at_once(bomb: bombs.Bomb, filled: bytes, okr_pdf: bytes) -> None:
    pdf = bomb(filled)
    start = time.monotonic()
    for ask in (lambda: verify(pdf, "note.pdf"), lambda: read_record(pdf)):
        with pytest.raises(Problem, match=HARM):
            ask()
    returned = judge(pdf, okr_pdf)
    assert returned.arrival in (Arrival.ALTERED, Arrival.NOT_OURS)
    assert HARM in returned.reasons[0]
    assert time.monotonic() - start < SECONDS


def test_they_leave_the_memory_free(filled: bytes, tmp_path: Path) -> None:
    paths = [tmp_path / f"{bomb.__name__}.pdf" for bomb in bombs.BOMBS]
    for path, bomb in zip(paths, bombs.BOMBS, strict=True):
        path.write_bytes(bomb(filled))
    assert int(run_python(MEASURE, *paths)) < 500 * 1024


MEASURE = """
import sys
from pathlib import Path
from desktop.documents.judging.arrival import judge
for path in sys.argv[1:]:
    judge(Path(path).read_bytes(), None)
status = Path("/proc/self/status").read_text().split()  # `getrusage` counts what forked this process, too
print(status[status.index("VmHWM:") + 1])
"""


def test_a_bomb_that_looks_packed_once_more_is_found() -> None:
    machine = zlib.compressobj(9)
    data = machine.compress(b"x\x9c" + bytes(100_000_000)) + machine.flush()
    with pytest.raises(Problem, match=HARM):
        refuse_bomb(b"stream\r\n" + data)


def test_an_honest_file_is_no_bomb(both: bytes) -> None:
    for pdf in (both, attacks.rewrite(both), attacks.plain_pdf(), b""):
        refuse_bomb(pdf)


@pytest.mark.parametrize("words", ["long" * 5_000_000, "<<" * 100_000, "1 0 obj\n" * 100_000, "[" * 500_000])
def test_a_long_tail_is_refused_at_once(words: str, okr_pdf: bytes) -> None:
    start = time.monotonic()
    assert judge(okr_pdf + b"\n" + words.encode(), okr_pdf).arrival is Arrival.ALTERED
    assert time.monotonic() - start < 2 * SECONDS


def test_entities_that_multiply_are_not_followed(okr_pdf: bytes) -> None:
    parts = b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(12))
    laughs = (
        b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">%s]><x:xmpmeta xmlns:x="adobe:ns:meta/">&m;</x:xmpmeta>'
    )
    body = laughs % parts
    stream = b"<< /Type /Metadata /Subtype /XML /Length %d >>\nstream\n%s\nendstream" % (len(body), body)
    with pikepdf.open(BytesIO(okr_pdf)) as opened:
        pdf = replies.appended(okr_pdf, {opened.Root.Metadata.objgen: stream})
    start = time.monotonic()
    assert judge(pdf, okr_pdf).arrival is Arrival.ALTERED
    assert time.monotonic() - start < SECONDS


def deep_pages(pdf: bytes) -> bytes:
    """Nest the pages ten thousand times."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        for _level in range(10_000):
            kids = opened.Root.Pages.Kids
            node = opened.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Pages, Count=len(kids), Kids=kids))
            opened.Root.Pages.Kids = pikepdf.Array([node])
        return saved(opened)


def many_objects(pdf: bytes) -> bytes:
    """Add a hundred thousand objects."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        opened.Root.PieceInfo = pikepdf.Array([opened.make_indirect(pikepdf.Dictionary(A=n)) for n in range(100_000)])
        return saved(opened)


def endless_pages(pdf: bytes) -> bytes:
    """Let the page tree hold itself."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        opened.Root.Pages.Kids[0] = opened.Root.Pages
        return saved(opened)


def endless_revisions(pdf: bytes) -> bytes:
    """Let the list of objects name itself as the one before."""
    return pdf + b"xref\n0 0\ntrailer\n<< /Root 1 0 R /Size 300 /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (
        (len(pdf),) * 2
    )


def saved(pdf: pikepdf.Pdf) -> bytes:
    out = BytesIO()
    pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize("make", [deep_pages, many_objects, endless_pages, endless_revisions])
def test_a_file_without_end_gets_an_answer(make: Callable[[bytes], bytes], filled: bytes, okr_pdf: bytes) -> None:
    try:
        pdf = make(filled)
    except pikepdf.PdfError:  # it cannot even be written
        return
    start = time.monotonic()
    returned = judge(pdf, okr_pdf)
    assert returned.arrival in (Arrival.ALTERED, Arrival.NOT_OURS, Arrival.RESAVED)
    assert returned.reasons
    assert time.monotonic() - start < 2 * SECONDS


def test_cut_off_anywhere_it_is_never_more_than_what_it_was(
    both: bytes, filled: bytes, okr_pdf: bytes, identity: Identity, employee: Identity
) -> None:
    for part in range(1, 50):
        cut = both[: len(both) * part // 50]
        returned = judge(cut, okr_pdf, [identity.certificate], [employee.certificate])
        assert returned.arrival in (Arrival.ALTERED, Arrival.NOT_OURS), part
        assert returned.reasons


@pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning")  # a failure shows the whole file
@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(at=st.integers(0, 2**20), bit=st.integers(0, 7))
def test_a_single_bit_anywhere_is_enough(
    both: bytes, okr_pdf: bytes, identity: Identity, employee: Identity, at: int, bit: int
) -> None:
    at %= len(both) - 1  # the last line end is not seen by anybody
    torn = both[:at] + bytes([both[at] ^ 1 << bit]) + both[at + 1 :]
    returned = judge(torn, okr_pdf, [identity.certificate], [employee.certificate])
    if both[at : at + 1].swapcase() == torn[at : at + 1] and both[at : at + 1] in b"abcdefABCDEF":
        return  # a digit of the signature itself, written in the other case
    assert returned.arrival not in KEPT - {Arrival.RESAVED}
    assert returned.arrival is not Arrival.UNCHANGED


@pytest.mark.parametrize("attack", [attacks.run_script, revisions.script_in_field])
def test_a_script_is_found_and_named(attack: attacks.Attack, okr_pdf: bytes) -> None:
    assert not has_script(okr_pdf)
    pdf = attack(okr_pdf)
    assert has_script(pdf)
    assert has_script(attacks.rewrite(pdf))
    assert "There is a script in this file; Duologue never runs it" in verify(pdf, "note.pdf").reasons[-1]
    assert "There is a script in this file" in judge(pdf, okr_pdf).reasons[1]


def test_what_cannot_be_read_has_no_script() -> None:
    assert not has_script(b"%PDF-1.7 /JS")


def test_scripts_do_not_run(okr_pdf: bytes) -> None:
    """A page is drawn by PDFium without a machine for scripts."""
    assert "V8" not in pypdfium2.PDFIUM_INFO.flags
    script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=f"this.getField('{names.COMMENT}').value = 'I agree'")
    with pikepdf.open(BytesIO(okr_pdf)) as opened:
        before = page_image(saved(opened), len(opened.pages) - 1, 0.5)
        opened.Root.OpenAction = script
        assert page_image(saved(opened), len(opened.pages) - 1, 0.5) == before
