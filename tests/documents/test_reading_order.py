"""Lines of mixed directions, in the order of Unicode Annex 9."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.documents.drawing.reading_order import is_bidirectional, runs_right_to_left, visual

HE, LO = "שלום", "םולש"
"""A word as it is read, and as it is drawn from left to right."""


@pytest.mark.parametrize(
    ("line", "drawn"),
    [
        ("only Latin (1)", "only Latin (1)"),
        (f"say {HE} today", f"say {LO} today"),
        (f"say {HE} (2026) today", f"say (2026) {LO} today"),
        (f"say ({HE}) today", f"say ({LO}) today"),
        (f"say {HE} (in Latin) today", f"say {LO} (in Latin) today"),
        (f"{HE} 42 {HE}", f"{LO} 42 {LO}"),
        (f"{HE} ({HE})", f"({LO}) {LO}"),
        (f"{HE} (English) {HE}", f"{LO} (English) {LO}"),
        (f"{HE} [a (b) c", f"a (b) c] {LO}"),
        (f"{HE}, English {HE}.", f".{LO} English ,{LO}"),
    ],
)
def test_a_line_is_ordered_as_readers_expect(line: str, drawn: str) -> None:
    assert visual(line, runs_right_to_left(line)) == drawn


def test_the_first_strong_character_gives_the_direction() -> None:
    assert runs_right_to_left(f"42, {HE} and more")
    assert not runs_right_to_left(f"1. say {HE}")
    assert not runs_right_to_left("… 42")


def test_arabic_letters_join_and_their_marks_stay() -> None:
    drawn = visual("كتابًا", True)
    assert any("\ufe70" <= char <= "\ufefc" for char in drawn)
    assert "\u064b" in drawn


def test_right_to_left_is_noticed() -> None:
    assert is_bidirectional("x العربية") and is_bidirectional(HE)
    assert not is_bidirectional("Ελένη 李 😀")


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=40), st.booleans())
@settings(max_examples=200, deadline=None)
def test_any_line_can_be_ordered(line: str, rtl: bool) -> None:
    visual(line, rtl)
