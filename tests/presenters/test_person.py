"""The person screen without pixels."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.flows.talk.correcting import reopen
from desktop.flows.talk.sealing import seal
from desktop.guides.loader import GuideShelf
from desktop.models.conversation import Commitment
from desktop.models.guide import Kind, Stage
from desktop.models.ids import new_uid
from desktop.presenters.destination import Destination, Place
from desktop.presenters.people.person import PersonPresenter, PersonScreen
from desktop.presenters.people.person_form import PersonForm
from desktop.presenters.performance.start_performance import PerformanceStart
from tests.world import TODAY, World


@pytest.fixture
def presenter(world: World) -> PersonPresenter:
    return PersonPresenter(world.vault, GuideShelf(world.guides, ()), lambda: TODAY)


@pytest.fixture
def screen(world: World, presenter: PersonPresenter) -> PersonScreen:
    return presenter.open(world.employee.uid)


def test_who_it_is(screen: PersonScreen) -> None:
    assert screen.name == "Tomas Oyelaran"
    assert screen.detail == "Support engineer · Support · tomas@example.org"
    assert screen.no_talks and not screen.talks


def test_an_okr_talk_starts_in_the_running_cycle_today(
    world: World, presenter: PersonPresenter, screen: PersonScreen
) -> None:
    assert screen.okr.form.stage == Stage.SET_ALIGN
    answer = presenter.start_okr(replace(screen.okr.form, stage=str(Stage.CHECK_IN)))
    assert isinstance(answer, Destination)
    assert (answer.place, answer.kind) == (Place.CONVERSATION, "okr")
    talk = world.vault.conversations(Kind.OKR).conversation(answer.uid)
    assert (talk.stage, talk.held_on, talk.period) == (Stage.CHECK_IN, TODAY, "Q4 2026")
    assert (talk.person_uid, talk.manager_uid) == (world.employee.uid, world.manager.uid)


def test_the_stage_that_comes_next_is_offered(world: World, presenter: PersonPresenter) -> None:
    world.start(Kind.OKR, Stage.SET_ALIGN)
    assert presenter.open(world.employee.uid).okr.form.stage == Stage.CHECK_IN


def test_a_performance_talk_starts_with_its_own_period(
    world: World, presenter: PersonPresenter, screen: PersonScreen
) -> None:
    form = replace(screen.performance.form, starts_on="2026-07-01", ends_on="30.9.2026")
    answer = presenter.start_performance(form)
    assert isinstance(answer, Destination)
    talk = world.vault.conversations(Kind.PERFORMANCE).conversation(answer.uid)
    assert (talk.kind, talk.period) == (Kind.PERFORMANCE, "1 Jul 2026 – 30 Sep 2026")
    drafted = presenter.open(world.employee.uid).performance.form
    assert (drafted.starts_on, drafted.ends_on) == ("2026-05-22", "2026-11-20"), "a draft is no period talked about"
    world.say(talk, "Said")
    seal(world.vault, Kind.PERFORMANCE, talk.uid)
    again = presenter.open(world.employee.uid).performance.form
    assert (again.starts_on, again.ends_on) == ("2026-10-01", "2026-11-20")


def test_the_period_that_is_offered_is_never_a_day_or_two(world: World) -> None:
    talk = world.start(Kind.PERFORMANCE, Stage.REVIEW)
    world.say(talk, "Said")
    seal(world.vault, Kind.PERFORMANCE, talk.uid)
    later = talk.period_end + timedelta(days=2)
    form = PerformanceStart(world.vault, GuideShelf(world.guides, ())).fresh(world.employee, later)
    assert form.starts_on == (later - timedelta(days=30)).isoformat()


def test_a_number_where_a_date_belongs_stays_typed_beside_its_sentence(
    presenter: PersonPresenter, screen: PersonScreen
) -> None:
    okr = presenter.start_okr(replace(screen.okr.form, held_on="12"))
    assert isinstance(okr, PersonScreen)
    assert okr.okr.form.held_on == "12" and "is not a date" in okr.okr.form.errors["held_on"]
    form = replace(screen.performance.form, starts_on="2026-02-30", ends_on="later")
    performance = presenter.start_performance(form)
    assert isinstance(performance, PersonScreen)
    assert set(performance.performance.form.errors) == {"starts_on", "ends_on"}
    assert performance.okr.form.held_on == "12"


def test_a_period_the_wrong_way_round_starts_nothing(
    world: World, presenter: PersonPresenter, screen: PersonScreen
) -> None:
    form = replace(screen.performance.form, starts_on="2026-02-01", ends_on="2026-01-01")
    answer = presenter.start_performance(form)
    assert isinstance(answer, PersonScreen)
    assert "ends before it starts" in answer.performance.form.errors["ends_on"]
    assert len(world.vault.conversations(Kind.PERFORMANCE).conversations()) == 0


def test_both_kinds_on_one_day_ask_why_and_keep_the_reason_with_the_talk(
    world: World, presenter: PersonPresenter, screen: PersonScreen
) -> None:
    assert screen.performance.warning == ""
    world.start(Kind.OKR, Stage.CHECK_IN)
    shown = presenter.open(world.employee.uid)
    assert "OKR conversation on 20 Nov 2026" in shown.performance.warning
    assert "draft" in shown.okr.draft
    other_day = presenter.change_performance(replace(shown.performance.form, held_on="2026-11-27"))
    assert other_day.performance.warning == ""
    assert "On one day, one colours the other: choose another day, the next is enough" in shown.performance.warning
    for reason in ("", " . ", "x", "so so so", "Because ."):
        refused = presenter.start_performance(replace(shown.performance.form, reason=reason))
        assert isinstance(refused, PersonScreen)
        assert "say why" in refused.performance.form.errors["reason"]
    begun = presenter.start_performance(replace(shown.performance.form, reason=" The team travels "))
    assert isinstance(begun, Destination)
    assert world.vault.conversations(Kind.PERFORMANCE).day_reason(begun.uid) == "The team travels"


@pytest.mark.parametrize(("held_on", "asked"), [("2026-11-14", True), ("2026-11-26", True), ("2026-11-27", False)])
def test_reflect_and_reset_and_a_performance_talk_lie_a_week_apart(
    world: World, presenter: PersonPresenter, held_on: str, asked: bool
) -> None:
    world.start(Kind.OKR, Stage.REFLECT_RESET)
    shown = presenter.open(world.employee.uid)
    begun = presenter.start_performance(replace(shown.performance.form, held_on=held_on))
    assert isinstance(begun, PersonScreen) is asked


def test_reflect_and_reset_asks_beside_an_earlier_performance_talk_and_a_check_in_does_not(
    world: World, presenter: PersonPresenter
) -> None:
    world.start(Kind.PERFORMANCE, Stage.REVIEW)
    form = replace(presenter.open(world.employee.uid).okr.form, held_on="2026-11-18")
    reset = presenter.start_okr(replace(form, stage=str(Stage.REFLECT_RESET)))
    assert isinstance(reset, PersonScreen)
    assert "performance conversation on 20 Nov 2026" in reset.okr.warning
    assert "With a week between reflect & reset and a performance conversation" in reset.okr.warning
    assert "say why" in reset.okr.form.errors["reason"]
    check_in = presenter.start_okr(replace(form, stage=str(Stage.CHECK_IN), reason="not needed"))
    assert isinstance(check_in, Destination)
    assert world.vault.conversations(Kind.OKR).day_reason(check_in.uid) == ""


def test_without_a_cycle_the_quarter_serves(world: World, screen: PersonScreen, presenter: PersonPresenter) -> None:
    world.vault.okrs.delete_key_result(world.key_result.uid)
    answer = presenter.start_okr(replace(screen.okr.form, period=""))
    assert isinstance(answer, Destination)
    assert world.vault.conversations(Kind.OKR).conversation(answer.uid).period == "Q4 2026"


def test_drafts_come_before_notes_and_lead_on(world: World, presenter: PersonPresenter) -> None:
    talk = world.start(Kind.OKR, Stage.CHECK_IN)
    world.say(talk, "words")
    note = seal(world.vault, Kind.OKR, talk.uid)
    draft = world.start(Kind.PERFORMANCE, Stage.REVIEW)
    rows = presenter.open(world.employee.uid).talks
    assert [row.destination for row in rows] == [
        Destination(Place.CONVERSATION, draft.uid, "performance"),
        Destination(Place.NOTE, note.uid, "okr"),
    ]
    assert rows[0].state.startswith("Section 1 of ") and rows[1].state.startswith("Sealed ")


def test_a_correction_shows_one_note_and_each_commitment_once(world: World, presenter: PersonPresenter) -> None:
    talk = world.start(Kind.OKR, Stage.CHECK_IN)
    store = world.vault.conversations(Kind.OKR)
    store.save_commitment(Commitment(new_uid(), talk.uid, world.employee.uid, "Try a rota", "Tomas", TODAY))
    first = seal(world.vault, Kind.OKR, talk.uid)
    draft = reopen(store, first, "A word was wrong")
    assert presenter.open(world.employee.uid).talks[0].destination.place is Place.REVIEW
    seal(world.vault, Kind.OKR, draft.uid)
    shown = presenter.open(world.employee.uid)
    assert [row.state[-10:] for row in shown.talks] == ["revision 2"]
    assert [row.text for row in shown.promises] == ["Try a rota"]


def test_a_kept_commitment_waits_no_longer(world: World, presenter: PersonPresenter) -> None:
    talk = world.start(Kind.PERFORMANCE, Stage.REVIEW)
    store = world.vault.conversations(Kind.PERFORMANCE)
    store.save_commitment(Commitment(new_uid(), talk.uid, world.employee.uid, "Lead the training", "Tomas", None))
    assert presenter.open(world.employee.uid).promises == ()  # promised only once the talk is sealed
    seal(world.vault, Kind.PERFORMANCE, talk.uid)
    row = presenter.open(world.employee.uid).promises[0]
    shown = presenter.settle(row.kind, row.uid, "kept")
    assert shown.promises == () and shown.notice is not None
    assert len(store.open_commitments(world.employee.uid)) == 0


def test_expectations_are_added_and_removed(world: World, presenter: PersonPresenter, screen: PersonScreen) -> None:
    presenter.type_expectation("   ")
    refused = presenter.add_expectation()
    assert refused.expectations.error and refused.expectations.typed == "   "
    presenter.type_expectation("Hands work over")
    assert presenter.edit().expectations.typed == "Hands work over"
    shown = presenter.add_expectation()
    assert [row.text for row in shown.expectations.rows] == ["Hands work over"]
    assert shown.expectations.typed == ""
    assert presenter.remove_expectation(shown.expectations.rows[0].uid).expectations.rows == ()


def test_details_are_changed_in_place(world: World, presenter: PersonPresenter, screen: PersonScreen) -> None:
    form = presenter.edit().editing
    assert form == PersonForm("Tomas Oyelaran", "Support engineer", "tomas@example.org", "Support")
    wrong = presenter.save(replace(form, name=""))
    assert wrong.editing is not None and "name" in wrong.editing.errors
    saved = presenter.save(replace(form, role="Team lead", team=""))
    assert saved.editing is None and saved.detail == "Team lead · tomas@example.org"
    assert world.vault.people.person(world.employee.uid).team_uid == ""
