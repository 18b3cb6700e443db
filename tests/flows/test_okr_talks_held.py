"""What the OKR side says of its conversations: days, stages and counts, never a word."""

from dataclasses import replace
from datetime import date

from desktop.flows.okr.talks_held import talks_held
from desktop.flows.talk.sealing import seal
from desktop.models.bridge import Promised, TalksHeld
from desktop.models.conversation import Commitment, Conversation, Promise
from desktop.models.guide import Kind, Stage
from desktop.models.ids import new_uid
from tests.world import TODAY, World


def held(world: World) -> TalksHeld:
    store = world.vault.conversations(Kind.OKR)
    return talks_held(store, world.employee, world.manager, world.cycle.starts_on, world.cycle.ends_on)


def talk(world: World, stage: Stage, *owners: str, on: date = TODAY) -> Conversation:
    begun = world.start(Kind.OKR, stage)
    store = world.vault.conversations(Kind.OKR)
    store.set_held_on(begun.uid, on)
    for owner in owners:
        promise = Commitment(new_uid(), begun.uid, world.employee.uid, "Bring KR2 to 0.7", owner, None)
        store.save_commitment(promise)
    world.say(begun, "We reached 0.7")
    return replace(begun, held_on=on)


def test_a_draft_was_not_held(world: World) -> None:
    talk(world, Stage.CHECK_IN, world.employee.name)
    assert held(world) == TalksHeld()


def test_sealed_talks_are_told_with_days_stages_and_counts(world: World) -> None:
    later = talk(world, Stage.REFLECT_RESET, world.employee.name, on=date(2026, 11, 19))
    first = talk(world, Stage.CHECK_IN, world.employee.name, world.manager.name, "KR2 at 0.7", on=date(2026, 11, 2))
    for each in (later, first):
        seal(world.vault, Kind.OKR, each.uid)
    store = world.vault.conversations(Kind.OKR)
    store.set_promise(store.commitments(first.uid)[0].uid, Promise.KEPT)
    told = held(world)
    assert told.talks == ((date(2026, 11, 2), Stage.CHECK_IN), (date(2026, 11, 19), Stage.REFLECT_RESET))
    assert told.promised == (Promised(world.employee.name, 2, 1, 0), Promised(world.manager.name, 1, 0, 0))
    assert "0.7" not in repr(told)


def test_what_lies_outside_the_period_does_not_count(world: World) -> None:
    seal(world.vault, Kind.OKR, talk(world, Stage.CHECK_IN, on=date(2026, 9, 30)).uid)
    assert held(world).talks == ()
