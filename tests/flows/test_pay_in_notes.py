"""What a sealed performance note says about a value and pay: the plan's words, never its threshold."""

from pathlib import Path

import pytest

from desktop.documents.judging.schema import validate
from desktop.documents.papers.render import render
from desktop.flows.okr.publishing import share
from desktop.flows.talk.sealing import seal
from desktop.models.guide import Kind, Stage
from desktop.models.note import Note
from desktop.models.pay import PayMark, PayPlan
from tests.documents.tools import text_of
from tests.world import World

PLAN = PayPlan("p", "Sales plan 2026", "Annex 3", "Board")


def sealed(world: World) -> Note:
    share(world.vault.okrs, world.key_result.uid)
    talk = world.start(Kind.PERFORMANCE, Stage.REVIEW)
    world.say(talk, "It went well")
    return seal(world.vault, Kind.PERFORMANCE, talk.uid)


def test_the_plan_stands_beside_the_value_and_its_threshold_nowhere(world: World, tmp_path: Path) -> None:
    world.vault.okrs.mark_pay(PayMark(world.key_result.uid, "p", "6.25 h", "why it stands"), PLAN)
    note = sealed(world)
    validate(note.content)
    (fact,) = note.content["objectives"][0]["facts"]
    assert (fact["pay_plan"], fact["pay_document"], fact["pay_decided_by"]) == ("Sales plan 2026", "Annex 3", "Board")
    told = " ".join(text_of(render(note), tmp_path).split())
    assert "may inform pay" in told
    assert "Sales plan 2026" in told
    for secret in ("6.25", "why it stands"):
        assert secret.encode() not in note.record
        assert secret not in told


@pytest.mark.parametrize("said", [True, False])
def test_never_is_said_and_nothing_is_not(world: World, tmp_path: Path, said: bool) -> None:
    if said:
        world.vault.okrs.mark_pay(PayMark(world.key_result.uid))
    note = sealed(world)
    validate(note.content)
    (fact,) = note.content["objectives"][0]["facts"]
    assert fact.get("never_pay", False) is said
    assert ("Never touches pay." in " ".join(text_of(render(note), tmp_path).split())) is said
