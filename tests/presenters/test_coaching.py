"""The coach beside a conversation: what it looks at, what it says, and what was set aside."""

from decimal import Decimal

import pytest

from desktop.app.coaching import coaching
from desktop.flows.talk.sealing import seal
from desktop.models.conversation import Answer, Conversation, Voice
from desktop.models.guide import Kind, Stage
from desktop.models.ids import new_uid, now
from desktop.models.okr import CheckIn
from desktop.models.problems import Problem
from desktop.presenters.talk.coaching import PRIVATE, Coaching, Mark, Spot, texts_of
from desktop.presenters.talk.words import Field
from tests.world import TODAY, World

BREACH = "You scored 0.4 on KR2, so I lowered the overall rating."
SPOT = Spot("proud", "", Voice.MANAGER)


@pytest.fixture
def talk(world: World) -> Conversation:
    return world.start(Kind.PERFORMANCE, Stage.REVIEW)


@pytest.fixture
def coach(world: World) -> Coaching:
    return coaching(world.vault, Kind.PERFORMANCE)


def only(coach: Coaching, talk: Conversation, text: str) -> Mark:
    (mark,) = coach.look(talk, SPOT, text).marks
    return mark


def test_a_mark_says_words_reason_and_what_to_write_instead(coach: Coaching, talk: Conversation) -> None:
    text = f"Good work. {BREACH}"
    mark = only(coach, talk, text)
    assert (mark.rule, mark.level, mark.weighs) == ("score-rating", "breach", True)
    assert mark.words in text and text[mark.start : mark.end].strip() == mark.words
    assert "rating" in mark.why and "value" in mark.instead


def test_an_empty_text_and_an_unknown_language_say_so(coach: Coaching, talk: Conversation) -> None:
    assert coach.look(talk, SPOT, " \n").marks == ()
    told = coach.look(talk, SPOT, "أكملت العمل في الوقت المحدد مع الفريق")
    assert told.marks == () and told.unchecked.startswith("Not checked")


def test_a_score_the_okr_side_knows_is_found_without_its_number_being_here(
    world: World, coach: Coaching, talk: Conversation
) -> None:
    text = "The bonus follows the 0.46 from October."
    entry = CheckIn(new_uid(), world.key_result.uid, Decimal("6.2"), TODAY, "report", 7, now())
    before = coach.look(talk, SPOT, "It was 0.46 at the end.").marks
    world.vault.okrs.record_check_in(entry)
    assert not before and coach.look(talk, SPOT, "It was 0.46 at the end.").marks
    assert [mark.rule for mark in coach.look(talk, SPOT, text).marks] == ["score-pay"]
    assert "0.46" not in repr(vars(coach)) and "6.2" not in repr(vars(coach))


def test_a_finding_is_set_aside_with_a_reason_for_its_words_alone(coach: Coaching, talk: Conversation) -> None:
    mark = only(coach, talk, BREACH)
    for empty in ("", "  "):
        assert "why this may stand" in coach.set_aside(talk, mark, empty)
    assert coach.set_aside(talk, mark, "  Quoted from the old system  ") == ""
    assert coach.look(talk, SPOT, BREACH).marks == ()
    assert coach.look(talk, Spot("hard", "", Voice.MANAGER), BREACH).marks
    assert coach.look(talk, SPOT, BREACH.replace("0.4", "0.3")).marks
    whole = coach.whole(talk, {SPOT: BREACH})
    assert [each.reason for each in whole.set_aside] == ["Quoted from the old system"]
    assert (whole.marks, whole.question) == ((), "")
    assert coach.take_up(talk, whole.set_aside[0]) == ""
    assert coach.look(talk, SPOT, BREACH).marks == (mark,)


def test_the_gravest_stands_first_and_asks_before_sealing(coach: Coaching, talk: Conversation) -> None:
    hint = "The score of KR2 came up."
    whole = coach.whole(talk, {Spot("a", "", PRIVATE): hint, SPOT: BREACH, Spot("b", "", Voice.MANAGER): "Fine."})
    assert [mark.level for mark in whole.marks] == ["breach", "hint"]
    assert "still points something out" in whole.question
    assert coach.whole(talk, {SPOT: hint}).question == ""
    assert "misses cases" in whole.limits


def test_the_employees_words_are_never_looked_at() -> None:
    said = {Field("p", "", voice): BREACH for voice in Voice}
    voices = {spot.voice for spot in texts_of(said, {"opening": BREACH})}
    assert Voice.EMPLOYEE not in voices and {Voice.MANAGER, Voice.BEHAVIOUR, Voice.PROMISE, PRIVATE} <= voices


def test_what_was_set_aside_goes_with_its_draft_and_is_locked_with_its_note(
    world: World, coach: Coaching, talk: Conversation
) -> None:
    store = world.vault.conversations(Kind.PERFORMANCE)
    mark = only(coach, talk, BREACH)
    coach.set_aside(talk, mark, "Quoted")
    other = world.start(Kind.PERFORMANCE, Stage.REVIEW)
    coach.set_aside(other, only(coach, other, BREACH), "Quoted")
    store.discard(other.uid)
    assert (len(store.all_set_aside(talk.uid)), store.all_set_aside(other.uid)) == (1, ())
    store.save_answer(Answer(talk.uid, "proud", "", Voice.MANAGER, BREACH))
    seal(world.vault, Kind.PERFORMANCE, talk.uid)
    with pytest.raises(Problem, match="sealed"):
        store.take_up(store.all_set_aside(talk.uid)[0])
    assert "sealed" in coach.set_aside(talk, mark, "Too late")
    assert world.vault.check() == ()


def test_what_was_set_aside_in_a_form_follows_its_words(coach: Coaching, talk: Conversation) -> None:
    typed, kept = Spot("commitment", "", Voice.PROMISE), Spot("commitment", "made", Voice.PROMISE)
    (mark,) = coach.look(talk, typed, BREACH).marks
    coach.set_aside(talk, mark, "Quoted")
    coach.follow(talk, typed, "made")
    assert coach.look(talk, kept, BREACH).marks == ()
    assert coach.look(talk, typed, BREACH).marks
