"""Words that are the same everywhere."""

import pytest

from desktop.models.verdict import Outcome
from desktop.wording import beside, isolated, outcome_name, spoken


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_has_a_name(outcome: Outcome) -> None:
    assert outcome_name(outcome)


@pytest.mark.parametrize("name", ["ليلى", "דנה", "Leila ليلى", "٣"])
def test_a_name_from_right_to_left_stands_alone(name: str) -> None:
    assert isolated(name) == f"\u2068{name}\u2069"


def test_other_names_stay_as_they_are_and_lose_what_turns_others() -> None:
    assert isolated("Łukasz 李小龙") == "Łukasz 李小龙"
    assert isolated("Mira\u202e") == "Mira"
    assert isolated("ليلى\u2069") == "\u2068ليلى\u2069"


def test_parts_stand_beside_each_other_each_in_its_own_direction() -> None:
    assert beside("20 Nov 2026", "", "ليلى") == "20 Nov 2026 · \u2068ليلى\u2069"


def test_a_key_is_read_out_as_twelve_words() -> None:
    assert spoken(b"a certificate") == spoken(b"a certificate")
    lines = spoken(b"a certificate").split("\n")
    assert [len(line.split()) for line in lines] == [4, 4, 4]
    assert spoken(b"another certificate").split()[:4] != spoken(b"a certificate").split()[:4]
