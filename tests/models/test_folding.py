"""Words are cut and compared alike in every script."""

import pytest

from desktop.models.folding import folded, pairs, pieces

ALIKE = [
    ("Gespräch", "gesprach"),
    ("Gespra\u0308ch", "gespräch"),
    ("ZÜRICH", "zurich"),
    ("Straße", "STRASSE"),
    ("İstanbul", "istanbul"),
    ("Ångström", "angstrom"),
    ("Đá", "Đa"),
    ("كِتَابٌ", "كتاب"),
    ("כִּתָּב", "כתב"),
    ("Ελλάδα", "ΕΛΛΑΔΑ"),
    ("ﾃﾞｰﾀ", "データ"),
    ("한국", "\u1112\u1161\u11ab\u1100\u116e\u11a8"),
    ("ﬁrm", "firm"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_the_same_word_written_otherwise_is_the_same(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [("が", "か"), ("ไม่", "ไม"), ("हिन्दी", "हनद"), ("ja", "nein")])
def test_another_word_is_not(one: str, other: str) -> None:
    assert folded(one) != folded(other)


def cut(text: str) -> list[str]:
    return [piece.folded for piece in pieces(text)]


def test_words_end_where_letters_end() -> None:
    assert cut("Well-being: 3,5 o'clock_now (yes)") == ["well", "being", "3", "5", "o", "clock", "now", "yes"]
    assert cut("«День», שלום. हिन्दी में") == ["день", "שלום", folded("हिन्दी"), folded("में")]


def test_scripts_without_spaces_are_runs_of_their_own() -> None:
    assert [(piece.folded, piece.run) for piece in pieces("OKR目標を設定。ok")] == [
        ("okr", False),
        ("目標を設定", True),
        ("ok", False),
    ]
    assert pairs("目標設") == ["目標", "標設", "設"]


def test_a_sign_is_a_word_and_says_where_it_stands() -> None:
    (party,) = pieces("🎉")
    assert (party.folded, party.start, party.end) == ("sign1f389", 0, 1)
    assert cut("done🎉🎉") == ["done", "sign1f389", "sign1f389"]


def test_what_holds_no_letter_holds_no_word() -> None:
    assert cut("*\"() ' -- \x00 \u0301 \ud800") == []
