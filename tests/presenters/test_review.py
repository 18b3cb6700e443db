"""Reading it all through, correcting it, sealing it."""

import shutil
from datetime import date

import pytest

from desktop.flows.talk.sealing import seal
from desktop.models.conversation import Answer, Conversation, State, Voice
from desktop.models.guide import Kind, Stage
from desktop.models.note import Note
from desktop.models.policy import PolicyText
from desktop.models.problems import Problem
from desktop.presenters.okr.okr_side import OkrSide
from desktop.presenters.okr.okr_talk import OkrTalk
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
