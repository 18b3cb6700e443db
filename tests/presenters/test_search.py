"""The search screen without pixels."""

from datetime import timedelta

import pytest

from desktop.flows.talk.correcting import reopen
from desktop.flows.talk.sealing import seal
from desktop.models.conversation import Commitment, PrivateNote
from desktop.models.guide import Kind, Stage
from desktop.models.ids import now
from desktop.models.performance import Evidence
from desktop.models.preparation import Said, SheetReturned
from desktop.models.problems import Problem
from desktop.presenters.destination import Destination, Place
from desktop.presenters.search.search import SearchPresenter, SearchScreen
from tests.world import TODAY, World


@pytest.fixture
def presenter(world: World) -> SearchPresenter:
    """A search in a vault with a draft of each kind."""
    for kind, stage in ((Kind.OKR, Stage.CHECK_IN), (Kind.PERFORMANCE, Stage.REVIEW)):
        world.say(world.start(kind, stage), "The harvest was early.")
    made = SearchPresenter(world.vault)
    made.open()
    return made


def look(presenter: SearchPresenter, typed: str) -> SearchScreen:
    presenter.type(typed)
    return presenter.found(presenter.job()())


def draft(world: World, kind: Kind) -> str:
    (talk,) = world.vault.conversations(kind).conversations()
    return talk.uid


def test_it_says_what_it_searches_before_anything_is_typed(presenter: SearchPresenter) -> None:
    screen = presenter.open()
    assert screen.empty.startswith("Type a word")
    assert (screen.rows, screen.selected, screen.scope, screen.waiting) == ((), -1, "", "")
    assert look(presenter, "* (").empty.startswith("Type a word")


def test_a_hit_says_whose_what_where_and_when(world: World, presenter: SearchPresenter) -> None:
    screen = look(presenter, "harv")
    assert screen.summary == "2 places, the newest first"
    assert {(row.title, row.about, row.icon) for row in screen.rows} == {
        (world.employee.name, "What Tomas said · Draft", "quote")
    }
    assert {row.kind for row in screen.rows} == {"okr", "performance"}
    first = screen.rows[0]
    assert [first.snippet.text[start:end] for start, end in first.snippet.marks] == ["harv"]
    assert first.when == "20 Nov 2026"


def test_nothing_found_says_where_and_what_to_try(presenter: SearchPresenter) -> None:
    assert presenter.type("zebra").empty == "Searching…"
    assert (
        look(presenter, "zebra").empty == "Nothing in the whole vault has all of “zebra”. Try fewer or shorter words."
    )
    presenter.choose_group("private")
    assert "try without them" in look(presenter, "harvest").empty


def test_from_a_performance_conversation_that_side_alone_is_searched(world: World, presenter: SearchPresenter) -> None:
    look(presenter, "harvest")
    origin = Destination(Place.CONVERSATION, draft(world, Kind.PERFORMANCE), "performance")
    screen = presenter.open(origin)
    assert screen.rows == ()  # nothing of the wider search is left on the screen
    assert "not, on purpose" in screen.scope
    assert screen.kind == "performance"
    assert "okrs" not in dict(screen.groups)
    screen = presenter.found(presenter.job()())
    assert [row.kind for row in screen.rows] == ["performance"]
    assert "shared facts" in look(presenter, "zebra").empty
    assert presenter.open().scope == ""


def test_a_late_answer_to_an_older_question_is_not_shown(world: World, presenter: SearchPresenter) -> None:
    presenter.type("harvest")
    late = presenter.job()()
    presenter.type("harvest early")
    assert presenter.found(late).rows == ()
    presenter.type("harvest")
    presenter.open(Destination(Place.NOTE, "x", "performance"))
    assert presenter.found(late).rows == ()


def test_rows_are_chosen_by_steps(presenter: SearchPresenter) -> None:
    assert look(presenter, "harvest").selected == 0
    assert [presenter.move(steps).selected for steps in (1, 1, -1, -5)] == [1, 1, 0, 0]
    presenter.move(1)
    assert look(presenter, "harvest early").selected == 0
    assert look(presenter, "zebra").selected == -1
    assert presenter.move(1).selected == -1 and presenter.choose() is None


def test_a_word_in_a_draft_opens_its_section(world: World, presenter: SearchPresenter) -> None:
    uid = draft(world, Kind.OKR)
    sections = world.vault.conversations(Kind.OKR).conversation(uid).guide.sections
    world.vault.conversations(Kind.OKR).save_private_note(PrivateNote(uid, sections[1].id, "Ask about zebras."))
    look(presenter, "zebras")
    assert presenter.choose() == Destination(Place.CONVERSATION, uid, "okr", "1")
    store = world.vault.conversations(Kind.OKR)
    store.save_commitment(Commitment("c", uid, world.employee.uid, "Feed the giraffe", "Tomas", TODAY))
    look(presenter, "giraffe")
    assert presenter.choose(0) == Destination(Place.CONVERSATION, uid, "okr")


def test_examples_and_people_open_the_person_and_okrs_their_cycle(world: World, presenter: SearchPresenter) -> None:
    example = Evidence("e", world.employee.uid, "", TODAY, "Monday", "fed the giraffe", "calm")
    world.vault.evidence.save_evidence(example)
    for typed in ("giraffe", "oyelaran"):
        look(presenter, typed)
        assert presenter.choose() == Destination(Place.PERSON, world.employee.uid)
    for typed in ("median reply", "while it still matters"):
        look(presenter, typed)
        assert presenter.choose() == Destination(Place.OKRS, world.cycle.uid)


def test_a_sheet_that_came_back_leads_to_the_preparation(world: World, presenter: SearchPresenter) -> None:
    uid = draft(world, Kind.PERFORMANCE)
    said = Said({"proud": "The giraffe is well"}, ())
    came = SheetReturned("s", uid, "made", now(), None, "Sheet.pdf", "0" * 64, said.text(), b"%PDF")
    world.vault.preparation.add_returned(came)
    look(presenter, "giraffe")
    assert presenter.choose() == Destination(Place.PREPARE, uid, "performance")


def test_sealed_words_lead_to_their_revision(world: World, presenter: SearchPresenter) -> None:
    note = seal(world.vault, Kind.PERFORMANCE, draft(world, Kind.PERFORMANCE))
    again = reopen(world.vault.conversations(Kind.PERFORMANCE), note, "A name was missing.")
    (row,) = (row for row in look(presenter, "harvest").rows if row.about.endswith("Sealed"))
    assert [each.about for each in look(presenter, "harvest").rows if each.kind == row.kind].count(
        "What Tomas said · Correction in draft"
    ) == 1
    newer = seal(world.vault, Kind.PERFORMANCE, again.uid)
    screen = look(presenter, "harvest")
    (at,) = (number for number, each in enumerate(screen.rows) if each.about == "What Tomas said · Sealed, revision 2")
    assert presenter.choose(at) == Destination(Place.NOTE, newer.uid, "performance")


def test_what_has_gone_since_is_told(world: World, presenter: SearchPresenter) -> None:
    look(presenter, "median reply")
    world.vault.okrs.delete_key_result(world.key_result.uid)
    with pytest.raises(Problem):
        presenter.choose()


def test_filters_are_part_of_the_question(world: World, presenter: SearchPresenter) -> None:
    look(presenter, "harvest")
    presenter.choose_person(world.manager.uid)
    assert presenter.found(presenter.job()()).rows == ()
    presenter.choose_person("")
    presenter.choose_days(TODAY, TODAY + timedelta(1))
    assert len(presenter.found(presenter.job()()).rows) == 2
    presenter.choose_days(TODAY + timedelta(1), None)
    assert presenter.found(presenter.job()()).rows == ()


def test_more_are_shown_when_asked_for(world: World, presenter: SearchPresenter) -> None:
    uid, store = draft(world, Kind.OKR), world.vault.conversations(Kind.OKR)
    for number in range(40):
        store.save_commitment(Commitment(f"c{number}", uid, world.employee.uid, "Feed the giraffe", "T", TODAY))
    screen = look(presenter, "giraffe")
    assert (len(screen.rows), screen.more, screen.summary) == (20, "Show more", "The newest 20 that fit")
    presenter.show_more()
    screen = presenter.found(presenter.job()())
    assert (len(screen.rows), screen.more) == (40, "")


def test_an_unfinished_index_is_told(world: World, presenter: SearchPresenter) -> None:
    world.vault.writer.close()
    for _ in range(105):
        world.start(Kind.OKR, Stage.CHECK_IN)
    assert "still being read in" in look(presenter, "harvest").waiting
