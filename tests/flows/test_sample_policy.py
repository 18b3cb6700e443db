"""The sample firm has decided most things, and the page says what is missing next."""

from datetime import date
from pathlib import Path

from desktop.flows.firm.adoption import seen, told
from desktop.flows.sample.firm import make_sample_vault
from desktop.models.guide import Kind
from desktop.models.policy import Role, Topic
from desktop.models.readiness import Rule, Standing, checks, next_step
from desktop.storage.keys.unlocking import unlock_quietly
from desktop.storage.vault import Vault

TODAY = date(2026, 11, 20)


def test_the_sample_firm_has_something_left_to_do(tmp_path: Path) -> None:
    make_sample_vault(tmp_path / "vault", TODAY)
    vault = Vault.open(tmp_path / "vault", unlock_quietly(tmp_path / "vault"))
    said = told(vault.policy)
    found = checks(said, seen(vault.okrs, said, TODAY))
    step = next_step(found)
    assert step is not None and step.rule is Rule.EXPLAINED
    assert {each.standing for each in found} == {Standing.KEPT, Standing.MISSING}
    assert said.engaged(Role.SPONSOR, TODAY) and all(each.day for each in said.decisions.values() if each.decided_on)
    assert all(read.decided_on <= TODAY.isoformat() for read in said.decisions.values())
    own = said.decisions[Topic.RULE].answer
    for kind in Kind:
        assert {note.content["policy"]["text"] for note in vault.notes(kind).notes()} == {own}
    vault.close()
