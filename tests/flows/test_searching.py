"""One question to several rooms; a limited one reaches nothing that holds a score."""

from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.flows.okr.publishing import share, stop
from desktop.flows.searching import search
from desktop.models.guide import Kind, Stage
from desktop.models.ids import new_uid, now
from desktop.models.okr import CheckIn, Decision, Reflection
from desktop.models.people import Person
from desktop.models.search import Query, Source
from tests.world import TODAY, World

PERFORMANCE = (Kind.PERFORMANCE,)


@pytest.fixture
def said(world: World) -> World:
    """The same word in both rooms and in a name, and a shared key result with a learning."""
    for kind, stage in ((Kind.OKR, Stage.CHECK_IN), (Kind.PERFORMANCE, Stage.REVIEW)):
        world.say(world.start(kind, stage), "The harvest was early.")
    world.vault.people.save(Person("hara", "Hara Vest", "Harvest planner"))
    known = (world.key_result.uid, Decimal(6), TODAY, "harvest report")
    world.vault.okrs.record_check_in(CheckIn(new_uid(), *known, 3, now()))
    world.vault.okrs.record_reflection(Reflection(new_uid(), *known, "Sow in harvest time", Decision.KEEP, now()))
    assert share(world.vault.okrs, world.key_result.uid) == ()
    return world


def found(world: World, typed: str, kinds: tuple[Kind, ...], **only: object) -> list[tuple[Source, Kind | None]]:
    hits = search(world.vault, Query(typed, **only), kinds, 30).hits  # type: ignore[arg-type]
    return [(hit.source, hit.kind) for hit in hits]


def test_all_rooms_answer_and_people_come_first(said: World) -> None:
    first, *rest = found(said, "harvest", tuple(Kind))
    assert first == (Source.PERSON, None)
    assert sorted(rest) == [
        (Source.CHECK_IN, Kind.OKR),
        (Source.EMPLOYEE, Kind.OKR),
        (Source.EMPLOYEE, Kind.PERFORMANCE),
        (Source.LEARNING, Kind.OKR),
    ]


def test_from_performance_only_that_room_and_what_is_common_answer(said: World) -> None:
    first, *rest = found(said, "harvest", PERFORMANCE)
    assert first == (Source.PERSON, None)
    assert sorted(rest, key=str) == [(Source.EMPLOYEE, Kind.PERFORMANCE), (Source.FACT, None)]  # of one day
    result = said.key_result
    for secret in (result.title.split()[-1], "half a day", *map(str, (result.commit, result.target, result.stretch))):
        assert found(said, secret, PERFORMANCE) == []
    assert found(said, "half a day", tuple(Kind)) == [(Source.KEY_RESULT, Kind.OKR)]


def test_what_is_shared_no_more_is_found_no_more(said: World) -> None:
    stop(said.vault.okrs, said.key_result.uid)
    assert found(said, "median", PERFORMANCE) == []


def test_people_are_found_by_name_role_and_address(said: World) -> None:
    assert found(said, "vest plan", tuple(Kind)) == [(Source.PERSON, None)]
    assert found(said, "tomas@example.org", PERFORMANCE) == [(Source.PERSON, None)]
    said.vault.people.save(replace(said.employee, name="Tomáš Oyelaran"))
    assert found(said, "tomas oye", PERFORMANCE) == [(Source.PERSON, None)]


def test_filters_hold_for_people_and_facts_too(said: World) -> None:
    assert found(said, "harvest", PERFORMANCE, person_uid="hara") == [(Source.PERSON, None)]
    assert found(said, "harvest", PERFORMANCE, sources=(Source.FACT,)) == [(Source.FACT, None)]
    assert (Source.PERSON, None) not in found(said, "harvest", PERFORMANCE, end=TODAY)


def test_there_is_more_where_one_room_has_more(said: World) -> None:
    assert search(said.vault, Query("harvest"), tuple(Kind), 3).more
    assert len(search(said.vault, Query("harvest"), tuple(Kind), 3).hits) == 3
    assert not search(said.vault, Query("harvest"), tuple(Kind), 5).more
