"""New passphrases."""

import pytest

from desktop.presenters.keys.passphrases import LEAST, generated_passphrase, new_passphrase_errors, passphrase_errors


@pytest.mark.parametrize(
    ("first", "second", "field", "words"),
    [
        ("", "", "passphrase", "type a passphrase"),
        ("a" * (LEAST - 1), "a" * (LEAST - 1), "passphrase", "12 characters"),
        ("a" * LEAST, "", "again", "once more"),
        ("a" * LEAST, "b" * LEAST, "again", "different"),
    ],
)
def test_what_is_wrong_is_said_below_its_field(first: str, second: str, field: str, words: str) -> None:
    errors = new_passphrase_errors(first, second)
    assert list(errors) == [field]
    assert words in errors[field]


def test_a_good_one_has_no_errors() -> None:
    assert new_passphrase_errors("пароль из слов", "пароль из слов") == {}


def test_an_old_one_may_be_short_but_not_empty() -> None:
    assert passphrase_errors("x") == {}
    assert list(passphrase_errors("")) == ["passphrase"]


def test_generated_ones_differ_and_will_do() -> None:
    made = {generated_passphrase() for _n in range(20)}
    assert len(made) == 20
    assert all(new_passphrase_errors(each, each) == {} for each in made)
    assert not any(set("iol01") & set(each) for each in made)
