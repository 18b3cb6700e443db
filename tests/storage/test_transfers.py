"""What the vault remembers of being handed over stays as it was written; what is taken in is whole or not there."""

from dataclasses import replace

import pytest

from desktop.models.ids import new_uid, now
from desktop.models.people import Person, Team
from desktop.models.problems import Problem
from desktop.models.transfer import CarriedNote, Direction, TransferLine
from desktop.storage.driver import driver
from desktop.storage.transfers import Intake
from desktop.storage.vault import Vault
from tests.storage.sample import EMPLOYEE, outside


def line(person_uid: str = EMPLOYEE.uid) -> TransferLine:
    return TransferLine(new_uid(), person_uid, Direction.OUT, now(), "Ada Lindqvist", "ABCD", 1, 2)


def test_lines_come_back_newest_first_and_stay(vault: Vault) -> None:
    vault.people.save(replace(EMPLOYEE, team_uid=""))
    first, second = line(), replace(line(), at=now().replace(year=2030))
    vault.transfers.remember([first, second])
    assert vault.transfers.lines() == (second, first)
    assert vault.transfers.lines(EMPLOYEE.uid) == (second, first)
    assert vault.transfers.lines("nobody") == ()
    connection = outside(vault)
    for statement in (
        "DELETE FROM core_transfer",
        "UPDATE core_transfer SET name = 'Somebody else'",
        "INSERT OR REPLACE INTO core_transfer SELECT * FROM core_transfer",
    ):
        with pytest.raises(driver.DatabaseError, match="sealed"):
            connection.execute(statement)


def test_what_cannot_stand_here_leaves_nothing_behind(vault: Vault) -> None:
    from tests.documents.notes import Spoken, performance_note

    note = replace(performance_note(Spoken()), person_uid="p")
    wrong = replace(note, uid="other")  # in the place of the first
    intake = Intake(
        [Team("t", "Support")], [Person("p", "Kim Li")], [CarriedNote(note), CarriedNote(wrong)], frozenset(), []
    )
    before = vault.people.people(), vault.people.teams()
    with pytest.raises(Problem, match="another revision"):
        vault.transfers.take_in(intake)
    assert (vault.people.people(), vault.people.teams()) == before
    assert vault.notes(note.kind).notes() == ()
    assert vault.verify_chain() == ()
