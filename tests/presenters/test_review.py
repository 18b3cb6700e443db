"""Reading it all through, correcting it, sealing it."""

import shutil
from datetime import date, timedelta

import pytest

from desktop.flows.talk.sealing import seal
from desktop.models.conversation import Answer, Commitment, Conversation, State, Voice
from desktop.models.guide import Kind, Stage
from desktop.models.ids import new_uid
from desktop.models.note import Note
from desktop.models.performance import Evidence, Expectation
from desktop.models.policy import PolicyText
from desktop.models.problems import Problem
from desktop.presenters.okr.okr_side import OkrSide
from desktop.presenters.okr.okr_talk import OkrTalk
from desktop.presenters.performance.performance_side import PerformanceSide
from desktop.presenters.performance.performance_talk import PerformanceTalk
from desktop.presenters.talk.review import ReviewPresenter, ReviewScreen
from desktop.presenters.talk.start_talk import too_close
from desktop.presenters.talk.words import Words
from tests.world import TODAY, World


@pytest.fixture
def review(world: World) -> ReviewPresenter:
    store = world.vault.conversations(Kind.OKR)
    side = OkrTalk(OkrSide(world.vault.okrs, world.vault.people, lambda: TODAY), world.vault.okrs, lambda: TODAY)
    words = Words(Kind.OKR, store, world.vault.writer)
    return ReviewPresenter(store, world.vault.people, words, side, lambda uid: seal(world.vault, Kind.OKR, uid))


def box(screen: ReviewScreen, text: str) -> str:
    boxes = [b for s in screen.sections for p in s.prompts for b in p.boxes]
    return next(b.key for b in boxes if b.text == text)


def test_an_empty_draft_cannot_be_sealed_and_says_what_is_missing(world: World, review: ReviewPresenter) -> None:
    talk = world.start(Kind.OKR, Stage.CHECK_IN)
    screen = review.open(talk.uid)
    assert not screen.can_seal
    assert any(section.missing for section in screen.sections)
    with pytest.raises(Problem, match="Nothing has been noted"):
        review.seal(talk.uid)


def test_a_correction_on_the_page_is_what_gets_sealed(world: World, review: ReviewPresenter) -> None:
    talk = world.start(Kind.OKR, Stage.CHECK_IN)
    world.say(talk, "Frist words")
    screen = review.open(talk.uid)
    review.type(box(screen, "Frist words"), "First words")
    note = review.seal(talk.uid)
    assert "First words" in note.record.decode()
    assert "Frist" not in note.record.decode()
    assert world.vault.conversations(Kind.OKR).conversation(talk.uid).state is State.SEALED


def test_the_day_can_be_changed_and_a_bad_day_is_kept_as_typed(world: World, review: ReviewPresenter) -> None:
    talk = world.start(Kind.OKR, Stage.CHECK_IN)
    review.open(talk.uid)
    screen = review.set_held_on("yesterday")
    assert (screen.held_on, bool(screen.held_on_error)) == ("yesterday", True)
    screen = review.set_held_on("18.11.2026")
    assert (screen.held_on, screen.held_on_error) == ("2026-11-18", "")


def test_a_day_close_to_the_other_kind_waits_for_its_reason(world: World) -> None:
    store = world.vault.conversations(Kind.OKR)
    side = OkrTalk(OkrSide(world.vault.okrs, world.vault.people, lambda: TODAY), world.vault.okrs, lambda: TODAY)
    words = Words(Kind.OKR, store, world.vault.writer)

    def near(talk: Conversation, day: date) -> str:
        return too_close(world.vault, talk.kind, talk.stage, talk.person_uid, day.isoformat())

    review = ReviewPresenter(
        store, world.vault.people, words, side, lambda uid: seal(world.vault, Kind.OKR, uid), near=near
    )
    world.start(Kind.PERFORMANCE, Stage.REVIEW)
    talk = world.start(Kind.OKR, Stage.CHECK_IN)
    store.set_held_on(talk.uid, date(2026, 11, 10))
    assert review.open(talk.uid).near == ""
    waiting = review.set_held_on("2026-11-20")
    assert "performance conversation on 20 Nov 2026" in waiting.near
    assert waiting.held_on == "2026-11-20"
    assert store.conversation(talk.uid).held_on == date(2026, 11, 10)
    assert "the next is enough" in waiting.near
    assert "say why" in review.set_day_reason(" ").day_reason_error
    assert "say why" in review.set_day_reason(".").day_reason_error
    kept = review.set_day_reason("One visit to the plant")
    assert (kept.held_on, kept.day_reason) == ("2026-11-20", "One visit to the plant")
    assert store.conversation(talk.uid).held_on == date(2026, 11, 20)
    store.discard(talk.uid)
    assert store.day_reason(talk.uid) == ""


def test_what_is_typed_but_not_taken_is_pointed_out(world: World, review: ReviewPresenter) -> None:
    talk = world.start(Kind.OKR, Stage.CHECK_IN)
    prompt = next(p for s in talk.guide.sections for p in s.prompts if p.answer == "check-in")
    store = world.vault.conversations(Kind.OKR)
    store.save_answer(Answer(talk.uid, prompt.id, world.key_result.uid, Voice.VALUE, "5.1"))
    store.save_answer(Answer(talk.uid, "commitment", "", Voice.PROMISE, "Call them"))
    left_over = review.open(talk.uid).left_over
    assert len(left_over) == 2
    assert "Call them" in left_over[0]
    assert world.key_result.title in left_over[1]


def test_a_discarded_draft_is_gone(world: World, review: ReviewPresenter) -> None:
    talk = world.start(Kind.OKR, Stage.CHECK_IN)
    review.open(talk.uid)
    review.discard()
    assert world.vault.conversations(Kind.OKR).conversations(world.employee.uid) == ()


def test_a_talk_with_nothing_but_a_check_in_can_be_sealed(world: World, review: ReviewPresenter) -> None:
    talk = world.start(Kind.OKR, Stage.CHECK_IN)
    prompt = next(p for s in talk.guide.sections for p in s.prompts if p.answer == "check-in")
    value = Answer(talk.uid, prompt.id, world.key_result.uid, Voice.VALUE, "5.1")
    world.vault.conversations(Kind.OKR).save_answer(value)
    assert review.open(talk.uid).can_seal


def form_said(world: World, talk: Conversation, answer: str, values: dict[Voice, str], subject: str) -> None:
    """Type into the form of the prompt that takes `answer`."""
    prompt = next(p for s in talk.guide.sections for p in s.prompts if p.answer == answer)
    for voice, text in values.items():
        world.vault.conversations(talk.kind).save_answer(Answer(talk.uid, prompt.id, subject, voice, text))


def entered(screen: ReviewScreen) -> list[tuple[str, str, str]]:
    return [(row.label, row.value, row.detail) for s in screen.sections for p in s.prompts for row in p.rows]


def missing(screen: ReviewScreen) -> str:
    return " · ".join(words for section in screen.sections for words in section.missing)


def test_what_a_check_in_holds_is_read_through(world: World, review: ReviewPresenter) -> None:
    empty, talk = world.start(Kind.OKR, Stage.CHECK_IN), world.start(Kind.OKR, Stage.CHECK_IN)
    assert "Where does this key result stand" in missing(review.open(empty.uid))
    typed = {Voice.VALUE: "5.1", Voice.AS_OF: "2026-11-20", Voice.SOURCE: "desk report", Voice.CONFIDENCE: "7"}
    form_said(world, talk, "check-in", typed, world.key_result.uid)
    screen = review.open(talk.uid)
    assert entered(screen) == [("", "5.1 hours", "as of 2026-11-20 · desk report · confidence 7 of 10")]
    assert "Where does this key result stand" not in missing(screen)


def test_what_a_reflection_holds_is_read_through(world: World, review: ReviewPresenter) -> None:
    talk = world.start(Kind.OKR, Stage.REFLECT_RESET)
    typed = {Voice.VALUE: "five", Voice.SOURCE: "desk report", Voice.LEARNING: "Rotas help", Voice.DECISION: "keep"}
    form_said(world, talk, "reflection", typed, world.key_result.uid)
    ((label, value, detail),) = entered(review.open(talk.uid))
    assert (label, value) == ("", "five")
    assert detail.endswith("desk report\nRotas help\nDecision: Keep")


def performance_review(world: World) -> ReviewPresenter:
    store = world.vault.conversations(Kind.PERFORMANCE)
    side = PerformanceSide(world.vault.facts, world.vault.evidence, world.vault.people, lambda: TODAY)
    return ReviewPresenter(
        store,
        world.vault.people,
        Words(Kind.PERFORMANCE, store, world.vault.writer),
        PerformanceTalk(side, world.vault.evidence, lambda: ("Solid", "Strong")),
        lambda uid: seal(world.vault, Kind.PERFORMANCE, uid),
    )


def test_expectations_ratings_and_examples_are_read_through(world: World) -> None:
    talk, evidence = world.start(Kind.PERFORMANCE, Stage.REVIEW), world.vault.evidence
    for uid, text in (("e", "Writes things down"), ("f", "Asks early")):
        evidence.save_expectation(Expectation(uid, world.employee.uid, text))
    assert "Which moments show how you fill your role?" in missing(performance_review(world).open(talk.uid))
    for at in range(4):
        on = TODAY - timedelta(days=at)
        evidence.save_evidence(Evidence(f"{at}", world.employee.uid, "e", on, "Rota", f"Wrote list {at}", "No gap"))
    form_said(world, talk, "expectations", {Voice.RATING: "Solid"}, "e")
    screen = performance_review(world).open(talk.uid)
    (first, second) = entered(screen)
    assert first[:2] == ("Writes things down", "Rating, chosen by hand: Solid")
    assert first[2].splitlines()[0] == "4 examples" and "20 Nov 2026: Wrote list 0" in first[2]
    assert second == ("Asks early", "", "no example yet")
    assert "Which moments" not in missing(screen)


def test_a_commitment_answers_what_was_agreed_on(world: World) -> None:
    talk, review = world.start(Kind.PERFORMANCE, Stage.REVIEW), performance_review(world)
    assert "What have we agreed on" in missing(review.open(talk.uid))
    promise = Commitment(new_uid(), talk.uid, world.employee.uid, "Plan the shadowing day", world.manager.name, TODAY)
    world.vault.conversations(Kind.PERFORMANCE).save_commitment(promise)
    assert "What have we agreed on" not in missing(review.open(talk.uid))


def test_a_vault_that_is_gone_is_said_on_the_page_as_it_was(world: World, review: ReviewPresenter) -> None:
    talk = world.start(Kind.OKR, Stage.CHECK_IN)
    world.say(talk, "words")
    before = review.open(talk.uid)
    shutil.move(world.vault.folder, world.vault.folder.with_name("elsewhere"))
    world.vault.close()
    for shown in (review.set_held_on("2026-11-18"), review.refused("Nothing was sealed."), review.discard()):
        assert shown is not None and shown.notice is not None
        assert shown.sections == before.sections
    assert review.set_held_on("2026-11-18").held_on == "2026-11-18"


def test_what_the_firm_says_of_the_rule_is_shown_as_it_will_be_sealed(world: World) -> None:
    store = world.vault.conversations(Kind.OKR)
    side = OkrTalk(OkrSide(world.vault.okrs, world.vault.people, lambda: TODAY), world.vault.okrs, lambda: TODAY)
    talk = world.start(Kind.OKR, Stage.CHECK_IN)
    for policy, shown in (
        (PolicyText, talk.guide.rule),
        (
            lambda rule: PolicyText("Ours", "Ana", "2026-03-01"),
            f"{talk.guide.rule}\nOurs\nDecided by Ana on 1 Mar 2026",
        ),
    ):
        words = Words(Kind.OKR, store, world.vault.writer)
        review = ReviewPresenter(store, world.vault.people, words, side, lambda uid: _never(), policy=policy)
        assert review.open(talk.uid).rule == shown


def _never() -> Note:
    raise AssertionError("nothing is sealed here")
