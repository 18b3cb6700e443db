"""Being led through a conversation, on a real vault."""

from datetime import date

import pytest

from desktop.models.conversation import Voice
from desktop.models.guide import AnswerType, Kind, Stage
from desktop.presenters.okr.key_result_screens import CheckInScreen, ReflectionScreen
from desktop.presenters.okr.okr_side import OkrSide
from desktop.presenters.okr.okr_talk import OkrTalk
from desktop.presenters.performance.performance_side import PerformanceSide
from desktop.presenters.performance.performance_talk import ExpectationsForm, PerformanceTalk
from desktop.presenters.talk.conversation import ConversationPresenter
from desktop.presenters.talk.words import Words
from tests.world import TODAY, World


@pytest.fixture
def okr(world: World) -> ConversationPresenter:
    side = OkrTalk(OkrSide(world.vault.okrs, world.vault.people, lambda: TODAY), world.vault.okrs, lambda: TODAY)
    return presenter(world, Kind.OKR, side)


@pytest.fixture
def performance(world: World) -> ConversationPresenter:
    facts = PerformanceSide(world.vault.facts, world.vault.evidence, world.vault.people)
    return presenter(world, Kind.PERFORMANCE, PerformanceTalk(facts, world.vault.evidence))


def presenter(world: World, kind: Kind, side: OkrTalk | PerformanceTalk) -> ConversationPresenter:
    store = world.vault.conversations(kind)
    return ConversationPresenter(store, world.vault.people, Words(kind, store, world.vault.writer), side)


def to(shown: ConversationPresenter, uid: str, form: type) -> object:
    """Go on until a step has a form of this class."""
    screen = shown.open(uid)
    while not isinstance(screen.form, form):
        screen = shown.skip()
        assert not screen.finished
    return screen.form


def test_the_first_screen_says_who_what_and_where(world: World, okr: ConversationPresenter) -> None:
    screen = okr.open(world.start(Kind.OKR, Stage.CHECK_IN).uid)
    assert screen.title == "OKR conversation with Tomas Oyelaran"
    assert screen.subtitle == "Check-in · 20 Nov 2026 · Q4 2026"
    assert screen.steps[0].state == "current"
    assert screen.prompt and screen.purpose and not screen.can_go_back
    assert [box.label for box in screen.boxes] == ["What Tomas said", "What you noted"]


def test_words_come_back_after_leaving_and_the_place_is_kept(world: World, okr: ConversationPresenter) -> None:
    talk = world.start(Kind.OKR, Stage.CHECK_IN)
    okr.open(talk.uid)
    okr.type(Voice.EMPLOYEE, "Łódź — <b>&\n" + "x" * 20_000)
    okr.type_private("mine alone")
    prompt = okr.skip().prompt
    assert world.vault.writer.flush(5)
    again = presenter(world, Kind.OKR, okr._side)  # a new start of the program
    assert again.open(talk.uid).prompt == prompt
    first = again.jump(0)
    assert first.boxes[0].text == "Łódź — <b>&\n" + "x" * 20_000
    assert first.private.text == "mine alone"


def test_going_on_records_the_check_in_once(world: World, okr: ConversationPresenter) -> None:
    talk = world.start(Kind.OKR, Stage.CHECK_IN)
    form = to(okr, talk.uid, CheckInScreen)
    assert isinstance(form, CheckInScreen)
    assert form.form.as_of == TODAY.isoformat()
    okr.type(Voice.VALUE, "5,1")
    okr.type(Voice.SOURCE, "help desk")
    okr.type(Voice.CONFIDENCE, "7")
    okr.next()
    okr.back()
    okr.next()
    entries = world.vault.okrs.check_ins(world.key_result.uid)
    assert [(str(e.value), e.as_of, e.source, e.confidence) for e in entries] == [("5.1", TODAY, "help desk", 7)]


def test_a_check_in_that_cannot_be_read_keeps_words_and_place(world: World, okr: ConversationPresenter) -> None:
    talk = world.start(Kind.OKR, Stage.CHECK_IN)
    to(okr, talk.uid, CheckInScreen)
    okr.type(Voice.VALUE, "soon")
    screen = okr.next()
    assert isinstance(screen.form, CheckInScreen)
    assert screen.form.form.value == "soon"
    assert "not a number" in screen.form.errors[Voice.VALUE]
    assert not world.vault.okrs.check_ins(world.key_result.uid)
    assert not isinstance(okr.skip().form, CheckInScreen)


def test_reflecting_shows_score_and_zone_and_records_the_decision(world: World, okr: ConversationPresenter) -> None:
    talk = world.start(Kind.OKR, Stage.REFLECT_RESET)
    to(okr, talk.uid, ReflectionScreen)
    okr.type(Voice.SOURCE, "help desk")
    okr.type(Voice.LEARNING, "Two people in the morning are enough.")
    okr.type(Voice.DECISION, "keep")
    form = okr.type(Voice.VALUE, "5")
    assert isinstance(form, ReflectionScreen)
    assert "0.70" in form.outcome and "target" in form.outcome
    okr.next()
    entry = world.vault.okrs.reflection(world.key_result.uid)
    assert entry is not None and entry.decision == "keep"


def test_a_conversation_without_key_results_can_be_walked(world: World, okr: ConversationPresenter) -> None:
    world.vault.okrs.delete_key_result(world.key_result.uid)
    screen = okr.open(world.start(Kind.OKR, Stage.CHECK_IN).uid)
    for _ in range(40):
        if screen.finished:
            break
        screen = okr.next()
    assert screen.finished


def test_commitments_need_words_and_a_real_day(world: World, okr: ConversationPresenter) -> None:
    okr.open(world.start(Kind.OKR, Stage.CHECK_IN).uid)
    okr.type(Voice.DUE, "31.2.2027")
    screen = okr.add_commitment()
    assert set(screen.commitments.errors) == {"promise", "due"}
    assert screen.commitments.form.due == "31.2.2027"
    okr.type(Voice.PROMISE, "Try a weekend rota")
    okr.type(Voice.DUE, "2027-02-28")
    screen = okr.add_commitment()
    assert [row.text for row in screen.commitments.rows] == ["Try a weekend rota"]
    assert "28 Feb 2027" in screen.commitments.rows[0].detail
    assert screen.commitments.form.text == ""
    assert okr.remove_commitment(screen.commitments.rows[0].uid).commitments.rows == ()


def test_the_performance_side_shows_no_score_level_or_confidence(
    world: World, performance: ConversationPresenter
) -> None:
    screen = performance.open(world.start(Kind.PERFORMANCE, Stage.REVIEW).uid)
    while not screen.finished:
        shown = repr(screen)
        for secret in (world.key_result.title, "fraction=0", "zone", "5 hours", "4 hours"):
            assert secret not in shown
        screen = performance.skip()


def test_an_example_needs_a_day_of_the_period_and_all_three_parts(
    world: World, performance: ConversationPresenter
) -> None:
    talk = world.start(Kind.PERFORMANCE, Stage.REVIEW)
    to(performance, talk.uid, ExpectationsForm)
    performance.type(Voice.EXPECTATION, "Hands work over well")
    form = performance.act("add-expectation").form
    assert isinstance(form, ExpectationsForm) and form.typed == ""
    uid = form.rows[0].uid
    performance.type_about(uid, Voice.OBSERVED_ON, "2025-01-01")
    performance.type_about(uid, Voice.SITUATION, "Handing over")
    form = performance.act("add-example", uid).form
    assert isinstance(form, ExpectationsForm)
    assert "outside the period" in form.rows[0].errors[Voice.OBSERVED_ON]
    assert form.rows[0].typed[Voice.SITUATION] == "Handing over"
    for voice, text in ((Voice.OBSERVED_ON, "2026-11-03"), (Voice.BEHAVIOUR, "wrote it down"), (Voice.IMPACT, "calm")):
        performance.type_about(uid, voice, text)
    form = performance.act("add-example", uid).form
    assert isinstance(form, ExpectationsForm)
    assert [example.when for example in form.rows[0].examples] == ["3 Nov 2026"]
    assert world.vault.evidence.evidence(world.employee.uid, date(2026, 10, 1), date(2026, 12, 31))


def test_the_guides_of_both_kinds_have_no_step_the_other_kind_needs(world: World) -> None:
    guide = world.guide(Kind.PERFORMANCE, Stage.REVIEW)
    answers = {prompt.answer for section in guide.sections for prompt in section.prompts}
    assert not answers & {AnswerType.CHECK_IN, AnswerType.REFLECTION, AnswerType.KEY_RESULTS}
