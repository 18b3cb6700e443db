"""A scale of one's own, and a rating that stands on an example."""

import pytest

from desktop.models.problems import Problem
from desktop.models.rating import require_rating, scale_of


def test_a_scale_is_typed_one_label_a_line() -> None:
    assert scale_of(' Not yet \n\nSolid\n<b>&" عربي') == ("Not yet", "Solid", '<b>&" عربي')
    assert scale_of(" \n") == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Solid", "at least two"),
        ("\n".join(str(n) for n in range(11)), "11 labels"),
        ("a\nb\na", "“a” stands there twice"),
        ("a\n" + "x" * 61, "longer than 60"),
        ("a\n" + "x" * 20_000, "shorten"),
    ],
)
def test_a_scale_that_cannot_be_says_why(text: str, words: str) -> None:
    with pytest.raises(Problem, match=words):
        scale_of(text)


def test_a_rating_needs_an_example_and_a_word_of_the_scale() -> None:
    require_rating("Solid", ("Not yet", "Solid"), "Writes things down", 1)
    with pytest.raises(Problem, match="at least one observed example"):
        require_rating("Solid", ("Not yet", "Solid"), "Writes things down", 0)
    with pytest.raises(Problem, match="not on your scale"):
        require_rating("0.7", ("Not yet", "Solid"), "Writes things down", 1)
