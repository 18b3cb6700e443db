"""Rating by hand: never pre-filled, never computed, never without an example, in the record as it was chosen."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.documents.judging.schema import validate
from desktop.documents.papers.render import render
from desktop.flows.okr.publishing import share
from desktop.flows.talk.sealing import seal
from desktop.models.conversation import Conversation, Voice
from desktop.models.guide import Kind, Stage
from desktop.models.performance import Evidence, Expectation, Leaning, Sense
from desktop.models.problems import Problem
from desktop.presenters.performance.performance_side import PerformanceSide
from desktop.presenters.performance.performance_talk import ExpectationsForm, PerformanceTalk
from desktop.presenters.talk.conversation import ConversationPresenter
from desktop.presenters.talk.conversation_screen import ConversationScreen
from desktop.presenters.talk.words import Field, Words
from tests.documents.tools import text_of
from tests.world import TODAY, World

SCALE = ("Not yet", "Solid", "Strong")


@pytest.fixture
def talk(world: World) -> Conversation:
    world.vault.evidence.save_expectation(Expectation("e", world.employee.uid, "Writes things down"))
    world.vault.scale.set_labels(SCALE)
    return world.start(Kind.PERFORMANCE, Stage.REVIEW)


@pytest.fixture
def presenter(world: World, talk: Conversation) -> ConversationPresenter:
    vault = world.vault
    store = vault.conversations(Kind.PERFORMANCE)
    side = PerformanceSide(vault.facts, vault.evidence, vault.people, lambda: TODAY)
    made = ConversationPresenter(
        store,
        vault.people,
        Words(Kind.PERFORMANCE, store, vault.writer),
        PerformanceTalk(side, vault.evidence, vault.scale.labels),
    )
    made.open(talk.uid, 3)
    return made


def example(world: World, uid: str = "seen", expectation: str = "e", on: date = TODAY) -> None:
    world.vault.evidence.save_evidence(
        Evidence(uid, world.employee.uid, expectation, on, "Rota", "Wrote a list", "", Leaning.POSITIVE, Sense.SEEN)
    )


def form(screen: ConversationScreen) -> ExpectationsForm:
    assert isinstance(screen.form, ExpectationsForm)
    return screen.form


def test_nothing_is_rated_until_somebody_chooses(world: World, presenter: ConversationPresenter) -> None:
    example(world)
    shown = form(presenter.again())
    assert (shown.scale, shown.rows[0].rating) == (SCALE, "")


def test_without_an_example_of_the_period_a_rating_is_refused(world: World, presenter: ConversationPresenter) -> None:
    example(world, on=world.cycle.starts_on - timedelta(days=1))
    shown = form(presenter.act("rate", "e/Solid"))
    assert "at least one observed example" in shown.rows[0].errors[Voice.RATING]
    assert shown.rows[0].rating == ""


def test_a_rating_is_chosen_changed_and_taken_back(world: World, presenter: ConversationPresenter) -> None:
    example(world)
    for label in ("Solid", "Strong", ""):
        assert form(presenter.act("rate", f"e/{label}")).rows[0].rating == label


def test_the_only_example_of_a_rating_stays(world: World, presenter: ConversationPresenter) -> None:
    example(world)
    presenter.act("rate", "e/Solid")
    shown = form(presenter.act("remove-example", "seen"))
    assert "stands on this example alone" in shown.rows[0].errors[Voice.RATING]
    example(world, "another")
    assert len(form(presenter.act("remove-example", "seen")).rows[0].examples) == 1


def test_a_moment_without_an_expectation_can_be_given_one(world: World, presenter: ConversationPresenter) -> None:
    example(world, expectation="")
    shown = form(presenter.again())
    assert [row.uid for row in shown.loose] == ["seen"] and shown.loose[0].when == "20 Nov 2026 · positive · seen"
    shown = form(presenter.act("assign", "e/seen"))
    assert (shown.loose, [row.uid for row in shown.rows[0].examples]) == ((), ["seen"])


def test_an_example_of_tomorrow_is_refused(world: World, presenter: ConversationPresenter) -> None:
    for voice, text in ((Voice.OBSERVED_ON, "2026-11-21"), (Voice.SITUATION, "a"), (Voice.BEHAVIOUR, "b")):
        presenter.type_about("e", voice, text)
    assert "still to come" in form(presenter.act("add-example", "e")).rows[0].errors[Voice.OBSERVED_ON]


def test_examples_are_shown_in_part_and_earlier_ones_on_request(world: World, presenter: ConversationPresenter) -> None:
    for at in range(25):
        example(world, str(at))
        example(world, f"loose-{at}", expectation="")
    shown = form(presenter.again())
    assert (len(shown.rows[0].examples), shown.rows[0].earlier) == (20, "Show 5 earlier")
    assert (len(shown.loose), shown.earlier) == (20, "Show 5 earlier")
    shown = form(presenter.act("earlier", "e"))
    assert (len(shown.rows[0].examples), shown.rows[0].earlier, len(shown.loose)) == (25, "", 20)
    shown = form(presenter.act("earlier", ""))
    assert (len(shown.loose), shown.earlier) == (25, "")


def test_an_example_taken_off_stays_among_the_moments(world: World, presenter: ConversationPresenter) -> None:
    example(world)
    shown = form(presenter.act("remove-example", "seen"))
    assert (shown.rows[0].examples, [each.uid for each in shown.loose]) == ((), ["seen"])
    assert world.vault.evidence.observation("seen").behaviour == "Wrote a list"


def test_an_example_says_for_which_shared_key_result_it_is(world: World, presenter: ConversationPresenter) -> None:
    example(world)
    share(world.vault.okrs, world.key_result.uid)
    seen = world.vault.evidence.observation("seen")
    world.vault.evidence.save_evidence(replace(seen, fact_uid=world.key_result.uid))
    (row,) = form(presenter.again()).rows[0].examples
    assert row.when == "20 Nov 2026 · positive · seen · for “Median first reply”"


def test_the_rating_is_in_record_and_pdf(
    world: World, talk: Conversation, presenter: ConversationPresenter, tmp_path: Path
) -> None:
    example(world)
    presenter.act("rate", "e/Solid")
    assert world.vault.writer.flush(5)
    note = seal(world.vault, Kind.PERFORMANCE, talk.uid)
    (expectation,) = json.loads(note.record)["expectations"]
    assert expectation["rating"] == "Solid"
    assert (expectation["examples"][0]["leaning"], expectation["examples"][0]["sense"]) == ("positive", "seen")
    validate(json.loads(note.record))
    told = text_of(render(note), tmp_path)
    assert "Rating, chosen by hand: Solid" in told and "positive" in told


def test_more_examples_than_anybody_reads_are_pointed_out_and_still_make_a_valid_note(
    world: World, talk: Conversation, presenter: ConversationPresenter
) -> None:
    for at in range(1_001):
        example(world, str(at))
    side = PerformanceSide(world.vault.facts, world.vault.evidence, world.vault.people, lambda: TODAY)
    told = PerformanceTalk(side, world.vault.evidence).left_over(talk, {})
    assert told == ("1001 examples would stand in this note. Leave those that tell most: nobody reads so many.",)
    world.say(talk, "Said")
    validate(json.loads(seal(world.vault, Kind.PERFORMANCE, talk.uid).record))


@pytest.mark.parametrize("harm", ["example", "scale"])
def test_a_rating_that_lost_its_ground_is_not_sealed(
    world: World, talk: Conversation, presenter: ConversationPresenter, harm: str
) -> None:
    example(world)
    presenter.act("rate", "e/Solid")
    assert world.vault.writer.flush(5)
    if harm == "example":
        world.vault.evidence.delete_evidence("seen")
    else:
        world.vault.scale.set_labels(("One", "Two"))
    with pytest.raises(Problem, match="Writes things down"):
        seal(world.vault, Kind.PERFORMANCE, talk.uid)


def test_the_coach_reads_what_stands_beside_the_talk(world: World, talk: Conversation) -> None:
    example(world)
    example(world, "loose", expectation="")
    side = PerformanceSide(world.vault.facts, world.vault.evidence, world.vault.people, lambda: TODAY)
    written = PerformanceTalk(side, world.vault.evidence).written(talk)
    assert sorted(written.values()) == ["", "Rota", "Writes things down", "Wrote a list"]
    assert {spot.prompt_id for spot in written} == {"expectations"}


def test_a_rating_of_a_deleted_expectation_does_not_go_without_a_word(
    world: World, talk: Conversation, presenter: ConversationPresenter
) -> None:
    example(world)
    presenter.act("rate", "e/Solid")
    world.vault.evidence.delete_evidence("seen")
    presenter.act("remove-expectation", "e")
    side = PerformanceTalk(
        PerformanceSide(world.vault.facts, world.vault.evidence, world.vault.people), world.vault.evidence
    )
    world.vault.writer.flush(5)
    answers = world.vault.conversations(Kind.PERFORMANCE).answers(talk.uid)
    (told,) = side.left_over(talk, {Field(each.prompt_id, each.subject, each.voice): each.text for each in answers})
    assert told.startswith("“Solid” was chosen for an expectation that is deleted")
