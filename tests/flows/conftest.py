"""What several flows need: a world that can sign."""

from dataclasses import replace

import pytest

from desktop.documents.keys.identity import make_identity
from desktop.flows.talk.sealing import seal
from desktop.models.guide import Kind, Stage
from desktop.models.identity import Identity
from desktop.models.ids import new_uid, now
from desktop.models.note import Note
from desktop.models.people import Person
from tests.world import World


@pytest.fixture(scope="session")
def mira() -> Identity:
    """One identity for all worlds: a key takes a while to make."""
    return make_identity(Person(new_uid(), "Mira Solberg"), now())


@pytest.fixture
def signing_world(world: World, mira: Identity) -> World:
    """The world, with an identity for its manager."""
    world.vault.profile.save_identity(replace(mira, person_uid=world.manager.uid))
    return world


@pytest.fixture
def note(signing_world: World) -> Note:
    """A sealed performance conversation in it."""
    talk = signing_world.start(Kind.PERFORMANCE, Stage.REVIEW)
    signing_world.say(talk, "We rebuilt the rota: <b>&</b> Łukasz, 李小龙, 😀")
    return seal(signing_world.vault, Kind.PERFORMANCE, talk.uid)
