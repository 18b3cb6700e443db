"""Role expectations and observed examples."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.models.performance import Evidence, Expectation
from desktop.storage.faults import Refused
from desktop.storage.vault import Vault
from tests.storage.sample import EMPLOYEE, MANAGER

HAND_OVER = Expectation("hand-over", EMPLOYEE.uid, "Hands work over so that nobody asks twice")
SEEN = Evidence("seen", EMPLOYEE.uid, HAND_OVER.uid, date(2026, 10, 1), "Rota change", "Wrote a list", "No gap")


def test_expectations_keep_their_order(vault: Vault) -> None:
    second = Expectation("a", EMPLOYEE.uid, "Asks early")
    for expectation in (HAND_OVER, second, replace(HAND_OVER, text="Hands over well")):
        vault.evidence.save_expectation(expectation)
    assert [each.text for each in vault.evidence.expectations(EMPLOYEE.uid)] == [
        "Hands over well",
        "Asks early",
    ]
    assert vault.evidence.expectations(MANAGER.uid) == ()


def test_examples_are_those_of_the_period_the_earliest_first(vault: Vault) -> None:
    vault.evidence.save_expectation(HAND_OVER)
    last, outside = replace(SEEN, uid="last", observed_on=date(2026, 12, 31)), replace(SEEN, uid="out")
    for seen in (last, SEEN, replace(outside, observed_on=date(2027, 1, 1))):
        vault.evidence.save_evidence(seen)
    assert vault.evidence.evidence(EMPLOYEE.uid, date(2026, 10, 1), date(2026, 12, 31)) == (SEEN, last)


def test_an_expectation_with_examples_stays(vault: Vault) -> None:
    vault.evidence.save_expectation(HAND_OVER)
    vault.evidence.save_evidence(SEEN)
    with pytest.raises(Refused, match="has examples"):
        vault.evidence.delete_expectation(HAND_OVER.uid)
    vault.evidence.delete_evidence(SEEN.uid)
    vault.evidence.delete_expectation(HAND_OVER.uid)
    assert vault.evidence.expectations(EMPLOYEE.uid) == ()


def test_an_example_may_stand_alone(vault: Vault) -> None:
    alone = replace(SEEN, expectation_uid="")
    vault.evidence.save_evidence(alone)
    assert vault.evidence.evidence(EMPLOYEE.uid, SEEN.observed_on, SEEN.observed_on) == (alone,)
