"""What a screen reader is told: the structure of the pages, as poppler reads it."""

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from desktop.documents.papers.render import render
from desktop.models.note import Note
from tests.documents.notes import GROUNDS, MAKERS, Spoken, okr_note, performance_note
from tests.documents.tools import run

both = pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)


def heard(pdf: bytes, tmp_path: Path) -> list[str]:
    """Return roles ("H1") and words (in quotes) in reading order."""
    path = tmp_path / "read.pdf"
    path.write_bytes(pdf)
    lines = (line.strip() for line in run("pdfinfo", "-struct-text", path).stdout.splitlines())
    return [re.sub(r" \((block|inline)\)|:$", "", line) for line in lines if line and not line.startswith("/")]


def after(parts: list[str], words: str) -> int:
    """Return where words stand."""
    return parts.index(f'"{words} "')


@both
def test_headings_descend_without_a_gap(make: Callable[..., Note], tmp_path: Path) -> None:
    parts = heard(render(make(Spoken())), tmp_path)
    levels = [int(part[1]) for part in parts if re.fullmatch(r"H\d", part)]
    assert levels[0] == 1 and levels.count(1) == 1 and levels.count(2) >= 4
    assert all(level <= before + 1 for before, level in zip(levels, levels[1:], strict=False))
    assert parts[after(parts, "Your view") - 1] == "H2"
    assert parts[after(parts, "What are you proud of?") - 1] == "H3"


@both
def test_everything_is_heard_in_the_order_of_the_conversation(make: Callable[..., Note], tmp_path: Path) -> None:
    parts = heard(render(make(Spoken())), tmp_path)
    order = ["Tomas Oyelaran", "Your view", "We answered sooner than ever.", "I saw the templates work.", "Commitments"]
    places = [after(parts, words) for words in [*order, "Show the templates to the team", "Signature"]]
    assert places == sorted(places)
    assert parts[after(parts, "Employee") - 2 : after(parts, "Employee") + 4] == [
        "LI",
        "Lbl",
        '"Employee "',
        "LBody",
        "P",
        '"Tomas Oyelaran "',
    ]


def test_band_and_footer_and_blank_lines_are_decoration(tmp_path: Path) -> None:
    parts = heard(render(okr_note(Spoken("first\n\n \nsecond"))), tmp_path)
    assert not any("Page 1" in part for part in parts)
    start = after(parts, "first")
    assert parts[start + 1 : start + 3] == ["P", '"second "']


def test_a_paragraph_over_two_pages_is_one_and_its_lines_do_not_run_together(tmp_path: Path) -> None:
    words = " ".join(f"word{number}" for number in range(1500))
    parts = heard(render(okr_note(Spoken(words))), tmp_path)
    start = next(number for number, part in enumerate(parts) if part.startswith('"word0 '))
    end = next(number for number in range(start, len(parts)) if not parts[number].startswith('"'))
    assert "".join(part[1:-1] for part in parts[start:end]).split() == words.split()


def test_the_head_of_a_table_is_heard_once(tmp_path: Path) -> None:
    fact = GROUNDS.facts[0]
    facts = [replace(fact, uid=str(number), name=f"Fact {number}", learning="much " * 900) for number in range(4)]
    parts = heard(render(performance_note(grounds=replace(GROUNDS, facts=facts))), tmp_path)
    assert parts.count('"What was measured "') == 1
    assert parts[after(parts, "What was measured") - 1] == "TH"
    start, end = after(parts, "Fact 0"), after(parts, "Fact 1")
    assert parts[start:end].count("TD") == 4  # three more of this row, and the first of the next
    assert sum(part.count("much ") for part in parts[start:end]) == 900


def test_the_fields_are_part_of_it_and_say_what_they_are(okr_pdf: bytes, tmp_path: Path) -> None:
    parts = heard(okr_pdf, tmp_path)
    assert parts[after(parts, "Signature") : after(parts, "Your answer")].count("Form") == 1
    assert parts[after(parts, "Your answer") :].count("Form") == 8
    with pikepdf.open(BytesIO(okr_pdf)) as pdf:
        numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        for field in pdf.Root.AcroForm.Fields:
            form = numbers[numbers.index(int(field.StructParent)) + 1]
            assert (form.S, form.K.Obj.objgen) == ("/Form", field.objgen)
            assert str(field.TU)


@both
def test_it_says_that_it_is_tagged_and_keeps_the_standard(make: Callable[..., Note]) -> None:
    with pikepdf.open(BytesIO(render(make(Spoken(language="de-AT"))))) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert pdf.open_metadata()["pdfuaid:part"] == "1"
        assert [page.StructParents for page in pdf.pages] == list(range(len(pdf.pages)))
        assert {str(page.Tabs) for page in pdf.pages} == {"/S"}
