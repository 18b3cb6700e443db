"""What the employee wrote before the talk, beside the question it answers."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from desktop.models.guide import Kind, Stage
from desktop.models.preparation import Said, SheetMade, SheetReturned, asked
from desktop.presenters.talk.prepared import PreparedWords
from tests.world import World


@pytest.fixture(params=["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A machine on one side of the day's line."""
    with monkeypatch.context() as there:
        there.setenv("TZ", request.param)
        time.tzset()
        yield request.param
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of this machine cannot be changed")
def test_the_day_on_which_it_arrived_is_the_day_here(world: World, zone: str) -> None:
    talk = world.start(Kind.PERFORMANCE, Stage.REVIEW)
    prompt = asked(talk.guide)[0].id
    at = datetime(2026, 11, 17, 10, 30, tzinfo=UTC)
    store = world.vault.preparation
    store.add_made(SheetMade("mark", talk.uid, at, "sheet.pdf"))
    said = Said({prompt: "The rota"}, ()).text()
    store.add_returned(SheetReturned("r", talk.uid, "mark", at, None, "back.pdf", "0" * 64, said, b"%PDF"))
    shown = PreparedWords(store, world.vault.people).beside(talk, prompt, "")
    assert shown is not None
    day = {"Pacific/Kiritimati": "18 Nov 2026", "Pacific/Pago_Pago": "16 Nov 2026"}[zone]
    assert shown.detail.endswith(f"arrived {day}")
