"""Text is text: every character that was typed is drawn as it is, in any script, and never as markup or a box."""

import re
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.documents.drawing.faces import cleaned, font_of, runs
from desktop.documents.judging.preview import printed_text
from desktop.documents.papers.render import render
from desktop.models.people import Person
from tests.documents.notes import Spoken, okr_note, performance_note
from tests.documents.tools import raw_text_of, run, text_of

anything = st.text(st.characters(codec="utf-8"), max_size=60)
"""Any characters that a record can hold (JSON in UTF-8 has no lone surrogates)."""

quick = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def drawn(text: str, tmp_path: Path) -> str:
    return text_of(render(okr_note(Spoken(employee_says=text))), tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "<b>bold</b> & <img src=x onerror=alert(1)> &amp; </para> 5 < 6 > 2",
        "<font color=red>red</font> &#65; &nbsp; <br/> <a href='x'>",
        "%s {name} {0} \\n $HOME `ls` ${x}",
        "Łukasz Şahin İstanbul Ελένη Дмитрий Việt ạốữđơ",
        "李小龙 中文測試 会議は来週です カタカナー 한국어",
        "well 😀 done 👍 and 🎉 with ✓ then → less ≤ more ≥ other ≠ sum ∑ star ★ box ☐ costs € or ₺",
        "გამარჯობა Բարեւ",
    ],
)
def test_what_is_typed_is_what_is_read(text: str, tmp_path: Path) -> None:
    assert text in drawn(text, tmp_path)


def test_line_breaks_and_blank_lines_are_kept(tmp_path: Path) -> None:
    lines = raw_text_of(render(okr_note(Spoken("first\nsecond\r\nthird\n\nfourth"))), tmp_path).splitlines()
    assert [line for line in lines if line in ("first", "second", "third", "fourth")] == [
        "first",
        "second",
        "third",
        "fourth",
    ]


def test_control_characters_leave_no_trace(tmp_path: Path) -> None:
    assert "one two" in drawn("one\x00\x07\x1b\x7f\x85 two\ufeff\u200b", tmp_path)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("👩\u200d💻", "👩💻"), ("❤\ufe0f", "❤"), ("1\ufe0f\u20e3", "1"), ("👍🏽", "👍")],
)
def test_emoji_that_are_joined_fall_back_to_their_parts(typed: str, shown: str, tmp_path: Path) -> None:
    words = drawn(f"left {typed} right", tmp_path)
    assert shown in words
    assert "⟨" not in words


def test_a_character_no_font_has_is_named(tmp_path: Path) -> None:
    assert "⟨U+12000⟩ ⟨U+1000⟩ ⟨U+E000⟩" in drawn("\U00012000 \u1000 \ue000", tmp_path)


def test_right_to_left_paragraphs_keep_all_their_words(tmp_path: Path) -> None:
    text = "مرحبا بالعالم كيف حالك اليوم"
    words = drawn(text, tmp_path)
    assert all(word in words for word in text.split())
    assert "שלום" in drawn("The word שלום in a line", tmp_path)


def test_joined_arabic_letters_are_read_as_they_were_typed(tmp_path: Path) -> None:
    typed = "ليملأ الأول سلام والآن الإسلام بلاد لآخر لأن هذا لا"
    pdf = render(okr_note(Spoken(employee_says=typed)))
    assert typed in text_of(pdf, tmp_path)
    assert typed in " ".join(printed_text(pdf).split())


@pytest.mark.parametrize("words", [("", "zebra"), ("one", "zebra"), ("zebra", "שלום"), ("שלום", "zebra")])
def test_each_blank_takes_the_same_room_and_a_tab_takes_that_of_four(words: tuple[str, str], tmp_path: Path) -> None:
    places = [_place_of_stroke(blanks.join(words) + " |", tmp_path) for blanks in (" ", "  ", "   ", "\t")]
    steps = [abs(after - before) for before, after in pairwise(places)]
    assert steps == pytest.approx([steps[0]] * 3, abs=0.01)
    assert steps[0] > 2


def test_noncharacters_and_unassigned_ones_are_named(tmp_path: Path) -> None:
    assert "⟨U+0378⟩ ⟨U+FFFE⟩ ⟨U+FFFF⟩ ⟨U+10FFFF⟩" in drawn("\u0378 \ufffe \uffff \U0010ffff", tmp_path)


def test_twenty_thousand_characters_lose_and_repeat_nothing(tmp_path: Path) -> None:
    words = [f"word{number}." for number in range(2200)]
    text = " ".join(words)
    assert len(text) > 20_000
    read = drawn(text, tmp_path).split()
    assert [word for word in read if word in set(words)] == words


def test_a_long_right_to_left_text_without_blanks_is_broken(tmp_path: Path) -> None:
    assert "".join(drawn("ש" * 3000, tmp_path).split()).count("ש") == 3000


def test_a_lone_surrogate_is_drawn_as_a_sign_that_something_is_missing() -> None:
    assert cleaned("a\ud800b") == "a\ufffdb"


@given(st.text())
@settings(max_examples=200, deadline=None)
def test_every_drawn_character_has_a_font_that_holds_it(text: str) -> None:
    shown = "".join(char for char in cleaned(text) if char not in "\n\t")
    pieces = runs(shown)
    assert all(font_of(char, name) == name for name, piece in pieces for char in piece)
    assert not any(unicodedata.category(char) == "Cc" for _name, piece in pieces for char in piece)


@given(employee=anything, manager=anything)
@quick
def test_any_text_is_drawn_without_an_error(employee: str, manager: str) -> None:
    assert render(performance_note(Spoken(employee, manager))).startswith(b"%PDF-1.7")


@given(name=anything, role=anything, reason=anything)
@quick
def test_any_name_is_drawn_without_an_error(name: str, role: str, reason: str) -> None:
    person = Person("e-1", name or "-", role, "", "")
    assert render(okr_note(Spoken(reason, employee=person, manager=person))).startswith(b"%PDF-1.7")


def _place_of_stroke(text: str, tmp_path: Path) -> float:
    """Return where the stroke behind a text is drawn, in points from the left."""
    path = tmp_path / "read.pdf"
    path.write_bytes(render(okr_note(Spoken(employee_says=text))))
    (found,) = re.findall(r'xMin="([0-9.]+)"[^>]*>\|<', run("pdftotext", "-bbox", path, "-").stdout)
    return float(found)
