"""The vocabularies as data: whole, tidy, and each line an expression of its own."""

import re
import tomllib

import pytest

from desktop.coach.vocabulary import LANGUAGES, read_vocabulary
from desktop.places import resources


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_is_used_and_every_alternative_is_an_expression_of_its_own(language: str) -> None:
    text = (resources() / "coach" / f"{language}.toml").read_text(encoding="utf-8")
    assert {name for name in tomllib.loads(text)["names"] if f"<{name}>" not in text} == set()
    for value in vars(read_vocabulary(language)).values():
        for alternative in (value,) if isinstance(value, str) else value:
            assert alternative and re.compile(alternative)
            assert not re.search(r"<[a-z_]+>", alternative)


def test_each_language_has_a_vocabulary() -> None:
    assert sorted(path.stem for path in (resources() / "coach").iterdir()) == sorted(LANGUAGES)
