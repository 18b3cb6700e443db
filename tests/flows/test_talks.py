"""How a conversation begins."""

from datetime import date

import pytest

from desktop.flows.talk.talks import Period, begin
from desktop.models.conversation import State
from desktop.models.guide import Kind, Stage
from desktop.models.problems import Problem
from tests.world import TODAY, World

QUARTER = Period("Q4 2026", date(2026, 10, 1), date(2026, 12, 31))


def test_a_talk_begins_as_a_draft_with_its_own_copy_of_the_guide(world: World) -> None:
    guide = world.guide(Kind.OKR, Stage.CHECK_IN)
    store = world.vault.conversations(Kind.OKR)
    begun = begin(store, guide, world.employee.uid, world.manager.uid, TODAY, QUARTER)
    stored = store.conversation(begun.uid)
    assert stored == begun
    assert (stored.guide, stored.state, stored.step) == (guide, State.DRAFT, 0)
    assert (stored.period, stored.period_start, stored.period_end) == (
        "Q4 2026",
        QUARTER.starts_on,
        QUARTER.ends_on,
    )


def test_nobody_talks_with_themselves(world: World) -> None:
    store = world.vault.conversations(Kind.OKR)
    with pytest.raises(Problem, match="two people"):
        begin(store, world.guide(Kind.OKR, Stage.CHECK_IN), world.manager.uid, world.manager.uid, TODAY, QUARTER)
    assert len(store.conversations()) == 0


def test_a_period_does_not_end_before_it_starts() -> None:
    with pytest.raises(Problem, match="ends before it starts"):
        Period("", date(2026, 2, 1), date(2026, 1, 31))
