"""A name within other people's words is found, with whose words they are."""

from desktop.models.guide import Kind
from desktop.models.people import Team
from desktop.storage.mentions import mentions
from desktop.storage.vault import Vault
from tests.storage.planted import PERSON, plant
from tests.storage.sample import EMPLOYEE, answer_of, begin


def test_a_name_in_the_words_of_others_is_found_and_the_own_words_are_not(vault: Vault) -> None:
    plant(vault)
    begin(vault, Kind.PERFORMANCE, "fresh")
    vault.conversations(Kind.PERFORMANCE).save_answer(answer_of("fresh", "I sat with RASHIDA last week."))
    vault.people.add_team(Team("theirs", "Rashida's team"))
    found = mentions(vault.folder / "vault.db", vault.key, PERSON.uid, "Rashida")
    told = {(each.table, each.person_uid, each.words, each.sealed) for each in found}
    assert told == {
        ("perf_answer", EMPLOYEE.uid, "I sat with RASHIDA last week.", False),
        ("core_team", "", "Rashida's team", False),
    }


def test_a_short_name_is_not_looked_for_in_every_word(vault: Vault) -> None:
    assert mentions(vault.folder / "vault.db", vault.key, PERSON.uid, "Jo") == ()
