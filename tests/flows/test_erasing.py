"""Erasing a person, from the preview to the last copy."""

import shutil
from pathlib import Path

import pytest

from desktop.flows.people.erasing import erase_person, preview
from desktop.flows.talk.sealing import seal
from desktop.models.erasing import Basis
from desktop.models.guide import Kind, Stage
from desktop.models.okr import Level, Objective
from desktop.models.people import Person
from desktop.models.problems import Problem
from desktop.storage.vault import Vault
from tests.allowing import allow_individual
from tests.keys import VAULT_KEY
from tests.world import World


def test_the_preview_counts_what_goes_and_names_what_stays(world: World) -> None:
    talk = world.start(Kind.PERFORMANCE, Stage.REVIEW)
    world.say(talk, "The rota helped.")
    seal(world.vault, Kind.PERFORMANCE, talk.uid)
    other = Person("other", "Ana Ruiz")
    world.vault.people.save(other)
    allow_individual(world.vault, world.cycle.uid, world.employee.uid)
    world.vault.okrs.save_objective(
        Objective("own", world.cycle.uid, Level.INDIVIDUAL, world.employee.uid, "Learn", "Soon", "Alone")
    )
    world.vault.people.save(Person("third", "Kim", role="Works with Tomas"))
    shown = preview(world.vault, world.employee.uid)
    assert (shown.counts["perf_conversation"], shown.counts["perf_note"], shown.counts["perf_answer"]) == (1, 1, 1)
    assert shown.objectives == ("Learn",)
    assert [each.words for each in shown.mentions] == ["Works with Tomas"]
    assert not shown.held


def test_another_name_erases_nothing(world: World) -> None:
    with pytest.raises(Problem, match="This is not the name"):
        erase_person(world.vault, world.employee.uid, Basis.REQUEST, "Tomas")
    assert world.employee in world.vault.people.people()


def test_the_person_goes_here_and_from_every_copy_that_opens(world: World, tmp_path: Path) -> None:
    world.start(Kind.OKR, Stage.CHECK_IN)
    world.vault.close()
    copied = Path(shutil.copytree(world.vault.folder, tmp_path / "copy"))
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"nothing")
    vault = Vault.open(world.vault.folder, VAULT_KEY)
    failed = erase_person(vault, world.employee.uid, Basis.REQUEST, " Tomas  Oyelaran ", (copied / "vault.db", broken))
    assert [each.path for each in failed] == [broken]
    assert "not a Duologue vault" in failed[0].why
    for folder in (world.vault.folder, copied):
        opened = Vault.open(folder, VAULT_KEY)
        assert [person.name for person in opened.people.people()] == ["Mira Solberg"]
        opened.close()
    assert vault.check() == ()
    vault.close()
