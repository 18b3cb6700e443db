"""File names that people can read and every system takes."""

import pytest

from desktop.flows.naming import file_name, name_part


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Amara Okafor", "Amara Okafor"),
        ("  Ada\t  Lind \n", "Ada Lind"),
        ('a/b\\c:d*e?f"g<h>i|j', "a b c d e f g h i j"),
        ("A\u202egnp.exe", "Agnp.exe"),
        ("zero\u200bwidth\x00\x1b[31m", "zerowidth[31m"),
        ("half \ud800 letter", "half letter"),
        ("...", ""),
        (" .hidden. ", "hidden"),
        ("ليلى الحدّاد", "ليلى الحدّاد"),
        ("陈思远", "陈思远"),
        ("e\u0301", "\u00e9"),
    ],
)
def test_a_name_keeps_its_letters_and_loses_what_a_file_name_may_not_have(typed: str, kept: str) -> None:
    assert name_part(typed, 80) == kept


@pytest.mark.parametrize("letter", ["a", "ß", "思", "😀", "g̈"])
def test_an_endless_name_is_cut_between_letters(letter: str) -> None:
    cut = name_part(letter * 300, 80)
    assert cut.endswith("…")
    assert 70 <= len(cut.encode()) <= 80
    assert cut[:-1] == letter * (len(cut[:-1]) // len(letter))


def test_parts_are_joined_and_empty_ones_left_out() -> None:
    assert file_name(("2026-11-20 Talk", "", "revision 2"), ".pdf") == "2026-11-20 Talk - revision 2.pdf"
    assert file_name(("",), ".pdf") == "_.pdf"


@pytest.mark.parametrize("stem", ["con", "NUL", "com1", "lpt².x", "aux "])
def test_a_name_that_windows_keeps_for_a_device_is_made_another_one(stem: str) -> None:
    assert file_name((stem,), ".pdf") == f"_{stem}.pdf"
