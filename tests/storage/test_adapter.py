"""Values come back from the vault exactly as they went in."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from desktop.models.guide import Kind
from desktop.models.okr import CheckIn
from desktop.storage.adapter import from_row, read_moment, stored_moment, stored_text, to_row
from desktop.storage.okr.schema import CHECK_IN, KEY_RESULT, TALKS
from desktop.storage.tables.core import PERSON
from desktop.storage.vault import Vault
from tests.keys import VAULT_KEY
from tests.storage.sample import KEY_RESULT as RESULT
from tests.storage.sample import MANAGER, answer_of, begin, talk_of


def test_decimals_days_and_choices_are_text() -> None:
    row = to_row(RESULT, KEY_RESULT)
    assert (row["baseline"], row["written_on"], row["kind"]) == ("9.50", "2026-09-20", "metric")
    assert type(row["kind"]) is str


def test_a_value_comes_back_equal() -> None:
    check_in = CheckIn("c", "r", Decimal("-0.10"), date(2026, 1, 2), "desk", None, datetime(2026, 1, 2, tzinfo=UTC))
    assert from_row(CheckIn, to_row(check_in, CHECK_IN)) == check_in
    talk = talk_of(Kind.OKR)
    assert from_row(type(talk), to_row(talk, TALKS.conversation)) == talk


def test_an_empty_reference_is_null_and_empty_words_are_not() -> None:
    row = to_row(MANAGER, PERSON)
    assert row["team_uid"] is None
    assert to_row(answer_of(text=""), TALKS.answer)["text"] == ""
    assert from_row(type(MANAGER), row) == MANAGER


def test_moments_are_whole_milliseconds_in_utc() -> None:
    berlin = datetime(2026, 11, 20, 13, 0, 0, 123456, timezone(timedelta(hours=1)))
    assert read_moment(stored_moment(berlin)) == datetime(2026, 11, 20, 12, 0, 0, 123000, UTC)
    assert stored_moment(datetime(1969, 12, 31, 23, 59, 59, 999000, UTC)) == -1


WORDS = {
    "long": "Zażółć gęślą jaźń · İstanbul ığ · Ελληνικά · Кириллица · 漢字かな · العربية · עברית · 👩‍🚀\n" * 250,
    "markup": '<b>&<img src="x">\x01\x1b[31m\t\r\n',
    "nul": "before\x00after",
    "composed and not": "e\u0301 \u00e9 \ufeff \u200b \u2028 \U0010ffff",
    "empty": "",
}


@pytest.mark.parametrize("text", WORDS.values(), ids=list(WORDS))
def test_words_are_kept_byte_for_byte(vault: Vault, text: str) -> None:
    begin(vault, Kind.OKR)
    vault.conversations(Kind.OKR).save_answer(answer_of(text=text))
    folder = vault.folder
    vault.close()
    again = Vault.open(folder, VAULT_KEY)
    stored = again.conversations(Kind.OKR).answers("talk")[0].text
    again.close()
    assert stored.encode() == text.encode()
    assert len(WORDS["long"]) > 20_000


def test_half_a_character_does_not_cost_the_words_around_it() -> None:
    assert stored_text("a\ud83db") == "a\ufffdb"
    assert stored_text("\ud83d\ude00") == "😀"
