"""The key of a person without pixels: first contact, comparing, a change."""

from datetime import timedelta

import pytest

from desktop.flows.keys.trusting import employee_certificates
from desktop.flows.talk.sealing import seal
from desktop.models.guide import Kind, Stage
from desktop.models.ids import new_uid, now
from desktop.models.response import Arrival, Response, Way
from desktop.presenters.keys.key_alarm import key_changed, key_state
from desktop.presenters.keys.person_key import PersonKeyPresenter
from desktop.presenters.notice import Tone
from tests.keys import key_of
from tests.world import World


def first() -> bytes:
    return key_of("Tomas Oyelaran").certificate


def second() -> bytes:
    return key_of("Tomas O.").certificate


@pytest.fixture
def presenter(world: World) -> PersonKeyPresenter:
    return PersonKeyPresenter(world.vault)


def test_nobody_signed_yet(world: World, presenter: PersonKeyPresenter) -> None:
    shown = presenter.open(world.employee.uid)
    assert shown.title == "Key of Tomas Oyelaran"
    assert (shown.card, shown.changed, shown.history) == (None, "", ())
    assert key_state(world.vault, world.employee) == "No key known yet"
    assert presenter.compare().card is None


def test_the_first_key_is_compared(world: World, presenter: PersonKeyPresenter) -> None:
    world.vault.profile.pin(world.employee.uid, first())
    shown = presenter.open(world.employee.uid)
    assert shown.card is not None and len(shown.card.spoken.split()) == 12
    assert not shown.compared and shown.changed == ""
    assert key_state(world.vault, world.employee).endswith("not compared yet")
    done = presenter.compare()
    assert done.compared and done.notice is not None and done.notice.tone is Tone.GOOD
    assert key_state(world.vault, world.employee).endswith(", compared")


def test_a_change_is_told_until_it_is_compared(world: World, presenter: PersonKeyPresenter) -> None:
    world.vault.profile.pin(world.employee.uid, first(), compared=True, moment=now() - timedelta(days=40))
    assert key_changed(world.vault, world.employee) == ""
    world.vault.profile.pin(world.employee.uid, second())
    assert "changed on" in key_changed(world.vault, world.employee)
    shown = presenter.open(world.employee.uid)
    assert shown.changed == key_changed(world.vault, world.employee)
    assert shown.card is not None and shown.card.warning is not None  # it is made out to another name
    assert [(each.name, each.compared) for each in shown.history] == [("Tomas Oyelaran", True)]
    assert presenter.compare().changed == ""
    assert key_changed(world.vault, world.employee) == ""


def test_a_key_that_came_meanwhile_is_not_taken_for_compared(world: World, presenter: PersonKeyPresenter) -> None:
    world.vault.profile.pin(world.employee.uid, first())
    presenter.open(world.employee.uid)
    world.vault.profile.pin(world.employee.uid, second())
    shown = presenter.compare()
    assert shown.notice is not None and shown.notice.tone is Tone.BAD
    assert not shown.compared and shown.card is not None and shown.card.name == "Tomas O."


def answered(world: World, certificate: bytes, arrival: Arrival = Arrival.UNKNOWN_SIGNER, way: Way = Way.FILE) -> None:
    """Let an answer come home that was signed with a key."""
    talk = world.start(Kind.PERFORMANCE, Stage.REVIEW)
    world.say(talk, "Said")
    note = seal(world.vault, Kind.PERFORMANCE, talk.uid)
    response = Response(
        uid=new_uid(),
        note_uid=note.uid,
        arrival=arrival,
        choice="received",
        comment="",
        scores_used=None,
        signer="Tomas",
        fingerprint="",
        certificate=certificate,
        signed_at=now(),
        way=way,
        file_name="a.pdf",
        pdf=new_uid().encode(),
        arrived_at=now(),
    )
    world.vault.responses(Kind.PERFORMANCE).add_response(response)


def test_the_key_of_an_answer_waits_to_be_compared(world: World, presenter: PersonKeyPresenter) -> None:
    answered(world, first())
    shown = presenter.open(world.employee.uid)
    assert shown.card is not None and shown.card.name == "Tomas Oyelaran"
    assert not shown.compared and shown.changed == "" and shown.history == ()
    assert key_state(world.vault, world.employee) == "A key waits to be compared"
    assert presenter.compare().compared
    assert employee_certificates(world.vault, world.employee.uid) == (first(),)


def test_an_answer_signed_with_another_key_is_a_change(world: World, presenter: PersonKeyPresenter) -> None:
    world.vault.profile.pin(world.employee.uid, first(), compared=True)
    answered(world, first(), Arrival.SIGNED)
    assert key_changed(world.vault, world.employee) == ""
    answered(world, second())
    assert "changed on" in key_changed(world.vault, world.employee)
    shown = presenter.open(world.employee.uid)
    assert shown.card is not None and shown.card.name == "Tomas O."
    assert [each.name for each in shown.history] == ["Tomas Oyelaran"]
    done = presenter.compare()
    assert done.changed == "" and done.compared
    assert employee_certificates(world.vault, world.employee.uid) == (second(), first())


def test_an_answer_with_the_known_key_ends_the_warning(world: World) -> None:
    world.vault.profile.pin(world.employee.uid, first(), compared=True)
    answered(world, second())
    answered(world, first(), Arrival.SIGNED)
    assert key_changed(world.vault, world.employee) == ""


def test_neither_a_witness_nor_a_key_made_here_is_the_persons(world: World) -> None:
    world.vault.profile.pin(world.employee.uid, first(), compared=True)
    answered(world, second(), Arrival.WITNESSED)
    answered(world, second(), Arrival.UNKNOWN_SIGNER, Way.ROOM)
    assert key_changed(world.vault, world.employee) == ""
