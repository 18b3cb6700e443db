"""The fonts of a page: one that is missing is named."""

import pytest

from desktop.documents.drawing.faces import register
from desktop.models.problems import Problem


def test_a_font_that_is_not_there_is_named() -> None:
    with pytest.raises(Problem, match=r"NotoSansMissing\.ttf is missing or damaged.*install Duologue again"):
        register("NotoSansMissing")
