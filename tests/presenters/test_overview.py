"""The cadence for all, in words."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.flows.keys.trusting import trust
from desktop.flows.talk.sealing import seal
from desktop.models.conversation import Commitment, Promise
from desktop.models.guide import Kind, Stage
from desktop.models.ids import new_uid, now
from desktop.models.people import Person
from desktop.models.preparation import SheetMade, SheetReturned
from desktop.models.response import Arrival, Decline, Handover, Response, Way
from desktop.presenters.destination import Place
from desktop.presenters.people.cadence_words import ago, is_long
from desktop.presenters.people.overview import OverviewPresenter
from tests.world import TODAY, World

ANSWER = Response("r", "", Way.FILE, Arrival.SIGNED, "agree", "", None, "", "", None, now(), "a.pdf", b"", b"%PDF")


def held(world: World, kind: Kind, stage: Stage, on: date, due: date | None = None) -> str:
    """Hold and seal a talk with a commitment; return its note."""
    talk = world.start(kind, stage)
    store = world.vault.conversations(kind)
    store.set_held_on(talk.uid, on)
    store.save_commitment(Commitment(new_uid(), talk.uid, world.employee.uid, "Call", world.manager.name, due))
    world.say(talk, "Said")
    return seal(world.vault, kind, talk.uid).uid


def presenter(world: World, today: date = TODAY) -> OverviewPresenter:
    return OverviewPresenter(world.vault, lambda: today)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-3, "today"),
        (0, "today"),
        (1, "1 day ago"),
        (13, "13 days ago"),
        (14, "2 weeks ago"),
        (83, "11 weeks ago"),
        (84, "2 months ago"),
        (365, "12 months ago"),
    ],
)
def test_a_distance_is_said_in_the_unit_people_think_in(days: int, words: str) -> None:
    assert ago(TODAY - timedelta(days=days), TODAY) == words


def test_each_kind_has_its_own_rhythm() -> None:
    assert not is_long(Kind.OKR, TODAY - timedelta(weeks=4), TODAY)
    assert is_long(Kind.OKR, TODAY - timedelta(weeks=4, days=1), TODAY)
    assert not is_long(Kind.PERFORMANCE, TODAY - timedelta(weeks=26), TODAY)
    assert is_long(Kind.PERFORMANCE, None, TODAY)


def test_an_empty_vault_says_where_to_begin(world: World) -> None:
    world.vault.profile.set_me(world.employee)
    world.vault.profile.set_me(world.manager)
    screen = presenter(world).open()
    assert [row.name for row in screen.rows] == [world.employee.name]
    assert [(talk.words, talk.overdue) for talk in screen.rows[0].talks] == [("never", True), ("never", True)]
    assert screen.summary == "1 person waits for a talk."


def test_whoever_waits_longest_stands_first(world: World) -> None:
    held(world, Kind.OKR, Stage.CHECK_IN, TODAY - timedelta(days=3))
    world.vault.people.save(Person(new_uid(), "Zora Benali"))
    world.vault.people.save(Person(new_uid(), "Ada Quist"))
    assert [row.name for row in presenter(world).open().rows] == ["Ada Quist", "Zora Benali", world.employee.name]


def test_a_row_tells_talks_answers_and_commitments(world: World) -> None:
    held(world, Kind.OKR, Stage.CHECK_IN, TODAY - timedelta(days=40), due=TODAY + timedelta(days=1))
    uid = held(world, Kind.PERFORMANCE, Stage.REVIEW, TODAY, due=TODAY - timedelta(days=1))
    world.vault.responses(Kind.PERFORMANCE).hand_over(Handover(new_uid(), uid, now()))
    screen = presenter(world).open()
    row = screen.rows[0]
    assert [(talk.kind, talk.words, talk.overdue) for talk in row.talks] == [
        ("okr", "5 weeks ago", True),
        ("performance", "today", False),
    ]
    assert (row.waiting, row.due, row.overdue) == ("2 things", "2 open", "1 overdue")
    assert [(talk.destination.uid == uid, talk.open_step) for talk in screen.waiting] == [
        (False, "to be given"),
        (True, "an answer"),
    ]
    assert [talk.state.endswith("to be given") for talk in screen.waiting] == [True, False]
    assert [promise.overdue for promise in screen.promises] == [True, False]


def test_a_talk_that_is_planned_was_not_held(world: World) -> None:
    talk, later = world.start(Kind.OKR, Stage.CHECK_IN), TODAY + timedelta(days=2)
    world.vault.conversations(Kind.OKR).set_held_on(talk.uid, later)
    (planned, _other) = presenter(world).open().rows[0].talks
    assert (planned.words, planned.overdue, planned.planned) == ("never", False, "next 22 Nov 2026")
    (today, _other) = presenter(world, later).open().rows[0].talks
    assert (today.words, today.overdue, today.planned) == ("never", False, "planned for today")
    (missed, _other) = presenter(world, later + timedelta(days=1)).open().rows[0].talks
    assert (missed.words, missed.overdue, missed.planned) == ("never", True, "")
    world.say(talk, "Said")
    (held_now, _other) = presenter(world, later).open().rows[0].talks
    assert (held_now.words, held_now.planned) == ("today", "")


def test_a_decline_waits_for_a_witness_and_a_witnessed_one_for_nothing(world: World) -> None:
    uid = held(world, Kind.PERFORMANCE, Stage.REVIEW, TODAY)
    responses = world.vault.responses(Kind.PERFORMANCE)
    responses.add_decline(Decline(new_uid(), uid, TODAY, "", "", "", now()))
    assert presenter(world).open().rows[0].waiting == "a witness"
    responses.add_response(replace(ANSWER, note_uid=uid, arrival=Arrival.WITNESSED))
    assert presenter(world).open().rows[0].waiting == ""
    responses.add_response(replace(ANSWER, uid="later", note_uid=uid, pdf=b"%PDF later"))
    assert presenter(world).open().rows[0].waiting == ""


@pytest.mark.parametrize(
    ("arrival", "step"),
    [(Arrival.UNKNOWN_SIGNER, "key check"), (Arrival.RESAVED, "new answer"), (Arrival.SIGNED, "")],
)
def test_an_answer_may_leave_something_to_do(world: World, arrival: Arrival, step: str) -> None:
    uid = held(world, Kind.PERFORMANCE, Stage.REVIEW, TODAY)
    world.vault.responses(Kind.PERFORMANCE).add_response(replace(ANSWER, note_uid=uid, arrival=arrival))
    assert presenter(world).open().rows[0].waiting == step


def test_a_key_waits_until_the_two_have_compared_it(world: World) -> None:
    uid = held(world, Kind.OKR, Stage.CHECK_IN, TODAY)
    answer = replace(ANSWER, note_uid=uid, arrival=Arrival.UNKNOWN_SIGNER, certificate=b"theirs")
    world.vault.responses(Kind.OKR).add_response(answer)
    trust(world.vault, world.employee.uid, b"another key")
    trust(world.vault, world.manager.uid, b"theirs")
    assert presenter(world).open().rows[0].waiting == "key check"
    trust(world.vault, world.employee.uid, b"theirs")
    screen = presenter(world).open()
    assert (screen.rows[0].waiting, screen.waiting) == ("", ())


def test_a_sheet_that_is_out_waits_until_it_comes_back(world: World) -> None:
    talk, store = world.start(Kind.PERFORMANCE, Stage.REVIEW), world.vault.preparation
    store.add_made(SheetMade("mark", talk.uid, now(), "sheet.pdf"))
    assert presenter(world).open().waiting == ()
    store.set_sent("mark", TODAY - timedelta(days=5))
    screen = presenter(world).open()
    (row,) = screen.waiting
    assert (row.destination.place, row.destination.uid) == (Place.PREPARE, talk.uid)
    assert (row.state, screen.rows[0].waiting) == ("With Tomas since 15 Nov 2026", "a sheet")
    store.add_returned(SheetReturned("r", talk.uid, "mark", now(), None, "back.pdf", "0" * 64, "{}", b"%PDF"))
    assert presenter(world).open().waiting == ()


def test_a_commitment_is_settled_here(world: World) -> None:
    held(world, Kind.OKR, Stage.CHECK_IN, TODAY)
    shown = presenter(world)
    promise = shown.open().promises[0]
    screen = shown.settle(promise.kind, promise.uid, Promise.KEPT)
    assert (screen.promises, screen.rows[0].due) == ((), "")
    assert screen.notice is not None and "Kept" in screen.notice.text


def test_names_from_right_to_left_do_not_turn_the_line(world: World) -> None:
    world.vault.people.save(replace(world.employee, role="مهندسة دعم"))
    assert presenter(world).open().rows[0].detail == "\u2068مهندسة دعم\u2069 · Support"
