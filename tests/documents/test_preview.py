"""Pages as pictures."""

from io import BytesIO

import pikepdf
import pytest

from desktop.documents.judging.preview import page_across, page_count, page_image, page_sizes, printed_text
from desktop.documents.papers.render import render
from desktop.models.problems import Problem
from tests.documents.notes import okr_note


def test_pages_are_counted(okr_pdf: bytes) -> None:
    assert page_count(okr_pdf) == 3


def test_a_page_is_painted_at_the_asked_size(okr_pdf: bytes) -> None:
    width, height, rows = page_image(okr_pdf, 0, 0.5)
    assert (abs(width - 298) <= 1, abs(height - 421) <= 1) == (True, True)
    assert len(rows) == width * height * 4
    assert rows[:4] == bytes.fromhex("0b6b6bff")  # the band of an OKR note, red green blue alpha
    assert rows[-4:] == b"\xff\xff\xff\xff"


def test_sizes_are_known_before_anything_is_drawn(okr_pdf: bytes) -> None:
    assert [(round(width), round(height)) for width, height in page_sizes(okr_pdf)] == [(595, 842)] * 3


def test_a_page_is_drawn_as_wide_as_asked(okr_pdf: bytes) -> None:
    width, height, rows = page_across(okr_pdf, 2, 780)
    assert (abs(width - 780) <= 1, abs(height - 1103) <= 2) == (True, True)
    assert len(rows) == width * height * 4


def test_a_page_of_a_strange_shape_does_not_fill_the_memory() -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(3, 14000))
        out = BytesIO()
        pdf.save(out)
    width, height, _rows = page_across(out.getvalue(), 0, 780)
    assert width * height < 25_000_000


def test_a_performance_note_has_its_band_at_the_side_in_another_colour(performance_pdf: bytes) -> None:
    width, _height, rows = page_image(performance_pdf, 0, 0.5)
    assert rows[:4] == bytes.fromhex("7a3a8cff")
    assert rows[4 * (width - 1) : 4 * width] == b"\xff\xff\xff\xff"
    assert rows[-4 * width : -4 * (width - 1)] == rows[:4]


def test_the_signature_is_seen(okr_pdf: bytes) -> None:
    assert page_image(okr_pdf, 1, 0.5)[2] != page_image(render(okr_note()), 1, 0.5)[2]


def test_printed_words_are_read(okr_pdf: bytes) -> None:
    assert okr_note().digest in printed_text(okr_pdf)


@pytest.mark.parametrize("data", [b"", b"letter", b"%PDF-1.7 torn"])
def test_what_cannot_be_shown_is_said_in_words(data: bytes) -> None:
    with pytest.raises(Problem, match="cannot be shown"):
        page_count(data)
