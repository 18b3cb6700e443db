"""What several flows need: a world that can sign."""

import pytest

from desktop.documents.identity import make_identity
from desktop.flows.sealing import seal
from desktop.models.guide import Kind, Stage
from desktop.models.ids import now
from desktop.models.note import Note
from tests.world import World


@pytest.fixture
def signing_world(world: World) -> World:
    """The world, with an identity for its manager."""
    world.vault.profile.save_identity(make_identity(world.manager, now()))
    return world


@pytest.fixture
def note(signing_world: World) -> Note:
    """A sealed performance conversation in it."""
    talk = signing_world.start(Kind.PERFORMANCE, Stage.REVIEW)
    signing_world.say(talk, "We rebuilt the rota: <b>&</b> Łukasz, 李小龙, 😀")
    return seal(signing_world.vault, Kind.PERFORMANCE, talk.uid)
