"""Whatever happens to the bytes of a signed note: it is never called intact, and there is an answer in words."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.documents.judging.attached import attached_record
from desktop.documents.judging.schema import read_record
from desktop.documents.judging.verify import verify
from desktop.models.problems import Problem

Damage = Callable[[bytes], bytes]

places = st.integers(0, 2**16).map(lambda part: part / 2**16)
scraps = st.one_of(
    st.binary(min_size=1, max_size=40),
    st.sampled_from([b"\n%%EOF\n", b"startxref\n0\n", b"trailer << /Root 1 0 R >>", b"endobj", b"null", b"<<"]),
)


@st.composite
def damages(draw: st.DrawFn) -> Damage:
    """Cut off, overwrite, insert, remove or double a piece anywhere."""
    at, until, scrap = draw(places), draw(places), draw(scraps)
    kind = draw(st.sampled_from(["cut", "overwrite", "insert", "remove", "double", "behead"]))

    def damage(pdf: bytes) -> bytes:
        start, end = sorted((int(at * len(pdf)), int(until * len(pdf))))
        return {
            "cut": pdf[:start],
            "behead": pdf[start + 1 :],
            "overwrite": pdf[:start] + scrap + pdf[start + len(scrap) :],
            "insert": pdf[:start] + scrap + pdf[start:],
            "remove": pdf[:start] + pdf[end + 1 :],
            "double": pdf[:end] + pdf[start:],
        }[kind]

    return damage


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(damage=damages(), again=st.none() | damages())
def test_no_damage_passes_and_none_ends_in_a_crash(okr_pdf: bytes, damage: Damage, again: Damage | None) -> None:
    torn = again(damage(okr_pdf)) if again else damage(okr_pdf)
    try:
        verdict = verify(torn, "note.pdf")
    except Problem as problem:
        assert str(problem).endswith(".")
    else:
        same = torn.rstrip(b"\r\n") == okr_pdf.rstrip(b"\r\n")  # line ends behind the end are no words
        assert verdict.intact == same
        assert bool(verdict.reasons) != same


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400).map(lambda rest: b"%PDF-1.7\n" + rest))
def test_no_garbage_ends_in_a_crash(data: bytes) -> None:
    for ask in (lambda: verify(data, "x.pdf"), lambda: read_record(data)):
        with pytest.raises(Problem, match=r"\.$"):
            ask()
    assert attached_record(data) == b""
