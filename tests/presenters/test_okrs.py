"""The OKRs screen without pixels."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from desktop.models.ids import new_uid, now
from desktop.models.okr import (
    CheckIn,
    Cycle,
    Decision,
    KeyResult,
    KeyResultKind,
    Level,
    Objective,
    Reflection,
)
from desktop.presenters.notice import Tone
from desktop.presenters.okr.key_result_screens import CheckInScreen
from desktop.presenters.okr.okrs import OkrsPresenter
from desktop.presenters.okr.okrs_screen import (
    CycleFormScreen,
    KeyResultFormScreen,
    KeyResultRow,
    ObjectiveFormScreen,
    OkrsScreen,
    SharingScreen,
)
from desktop.storage.vault import Vault
from tests.allowing import allow_individual, win_sponsor
from tests.keys import VAULT_KEY
from tests.world import TODAY, World


@pytest.fixture
def okrs(world: World) -> OkrsPresenter:
    return OkrsPresenter(world.vault.okrs, world.vault.people, world.vault.policy, lambda: TODAY)


def fill(okrs: OkrsPresenter, **texts: str) -> None:
    for field, text in texts.items():
        okrs.type(field.replace("as_of", "as-of"), text)


def form(screen: OkrsScreen) -> object:
    assert screen.open_form is not None
    return screen.open_form.screen


def first_row(screen: OkrsScreen) -> KeyResultRow:
    return screen.groups[0].objectives[0].key_results[0]


def check_in(world: World, value: str) -> None:
    entry = CheckIn(new_uid(), world.key_result.uid, Decimal(value), date(2026, 11, 1), "desk report", 6, now())
    world.vault.okrs.record_check_in(entry)


def good_levels(okrs: OkrsPresenter) -> None:
    fill(
        okrs,
        title="Reopened tickets below 8 %",
        unit="%",
        baseline="13",
        commit="10",
        target="8",
        stretch="6",
    )


def test_an_empty_vault_begins_with_a_cycle(tmp_path: Path) -> None:
    vault = Vault.create(tmp_path / "empty", VAULT_KEY)
    okrs = OkrsPresenter(vault.okrs, vault.people, vault.policy, lambda: TODAY)
    shown = okrs.open()
    assert shown.groups == () and shown.first_action[0] == "cycle"
    typed = form(okrs.begin("cycle"))
    assert isinstance(typed, CycleFormScreen)
    assert (typed.form.name, typed.form.starts_on, typed.form.ends_on) == (
        "Q4 2026",
        "2026-10-01",
        "2026-12-31",
    )
    saved = okrs.save()
    assert saved.open_form is None and saved.first_action[0] == "objective"
    assert saved.subtitle.startswith("Q4 2026 · 1 Oct 2026 – 31 Dec 2026")
    vault.close()


def test_the_next_quarter_is_suggested_once_this_one_has_a_cycle(okrs: OkrsPresenter) -> None:
    typed = form(okrs.begin("cycle"))
    assert isinstance(typed, CycleFormScreen)
    assert (typed.form.name, typed.form.starts_on, typed.form.ends_on) == (
        "Q1 2027",
        "2027-01-01",
        "2027-03-31",
    )


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"name": " "}, "name", "fill in"),
        ({"name": "q4 2026"}, "name", "already"),
        ({"starts_on": "soon"}, "starts_on", "not a date"),
        ({"ends_on": "2026-01-01"}, "ends_on", "ends after it starts"),
    ],
)
def test_a_wrong_cycle_says_so_and_keeps_what_was_typed(
    okrs: OkrsPresenter, changes: dict[str, str], field: str, words: str
) -> None:
    okrs.begin("cycle")
    fill(okrs, **changes)
    typed = form(okrs.save())
    assert isinstance(typed, CycleFormScreen)
    assert words in typed.errors[field]
    assert getattr(typed.form, next(iter(changes))) == next(iter(changes.values()))


def test_a_first_cycle_over_a_new_performance_system_takes_the_sponsor(world: World, tmp_path: Path) -> None:
    vault = Vault.create(tmp_path / "other", VAULT_KEY)
    okrs = OkrsPresenter(vault.okrs, vault.people, vault.policy, lambda: TODAY)
    vault.policy.set_launch(date(2026, 11, 1))
    win_sponsor(vault)
    okrs.begin("cycle")
    stopped = form(okrs.save())
    assert isinstance(stopped, CycleFormScreen) and "take the two for one" in stopped.stopped
    fill(okrs, ends_on="2026-12-30")
    assert form(okrs.begin("cycle")).stopped == ""  # type: ignore[attr-defined]
    okrs.save()
    fill(okrs, sponsor="Ines Amador", sponsor_reason="We are nine people.")
    assert okrs.save().cycles[0][1] == "Q4 2026"
    assert [each.subject for each in vault.policy.overrides()] == ["2026-11-01"]
    vault.close()


def test_objectives_stand_under_the_company_and_their_teams(world: World, okrs: OkrsPresenter) -> None:
    allow_individual(world.vault, world.cycle.uid, world.employee.uid)
    for level, owner, title in (
        (Level.COMPANY, "", "Grow calmly"),
        (Level.INDIVIDUAL, world.employee.uid, "Lead"),
    ):
        world.vault.okrs.save_objective(
            Objective(new_uid(), world.cycle.uid, level, owner, title, individual_reason="Works alone")
        )
    groups = okrs.open().groups
    assert [group.title for group in groups] == ["Company", "Support", "Tomas Oyelaran (individual)"]
    assert groups[2].objectives[0].reason == "Individual, because: Works alone"


def test_a_team_objective_is_the_default(world: World, okrs: OkrsPresenter) -> None:
    typed = form(okrs.begin("objective", world.cycle.uid))
    assert isinstance(typed, ObjectiveFormScreen)
    assert (typed.form.level, typed.form.team, typed.advice) == ("team", world.employee.team_uid, "")
    fill(okrs, title="New colleagues are productive sooner", why_now="Four people start in January.")
    saved = okrs.save()
    cards = saved.groups[0].objectives
    assert [card.title for card in cards][1:] == ["New colleagues are productive sooner"]
    assert cards[1].why_now == "Why now: Four people start in January."
    assert saved.notice is not None and saved.notice.tone is Tone.GOOD


def test_an_objective_can_bring_its_team_along(world: World, okrs: OkrsPresenter) -> None:
    okrs.begin("objective", world.cycle.uid)
    fill(okrs, title="Sell to whom we can help", team="")
    refused = form(okrs.save())
    assert isinstance(refused, ObjectiveFormScreen) and "name of the team" in refused.errors["new_team"]
    fill(okrs, new_team="Sales")
    okrs.save()
    assert [team.name for team in world.vault.people.teams()] == ["Sales", "Support"]
    okrs.begin("objective", world.cycle.uid)
    fill(okrs, title="Another one", team="", new_team="sales")
    okrs.save()
    assert len(world.vault.people.teams()) == 2


def test_an_individual_objective_comes_after_the_advice_and_with_a_reason(world: World, okrs: OkrsPresenter) -> None:
    okrs.begin("objective", world.cycle.uid)
    fill(okrs, title="Learn to lead")
    typed = okrs.type("level", "individual").screen
    assert isinstance(typed, ObjectiveFormScreen)
    assert "advises against" in typed.advice
    refused = form(okrs.save())
    assert isinstance(refused, ObjectiveFormScreen) and set(refused.errors) == {"person", "individual_reason"}
    assert refused.form.title == "Learn to lead"
    fill(okrs, person=world.employee.uid, individual_reason="Nobody shares this task")
    stopped = form(okrs.save())
    assert isinstance(stopped, ObjectiveFormScreen) and "one of your first cycles" in stopped.stopped
    assert "on the Roll-out page, under “Who is engaged”" in stopped.errors["sponsor"]
    win_sponsor(world.vault)
    unsaid = form(okrs.save())
    assert isinstance(unsaid, ObjectiveFormScreen) and set(unsaid.errors) == {"sponsor", "sponsor_reason"}
    fill(okrs, sponsor="Ines Amador", sponsor_reason="She builds the team next year")
    assert okrs.save().groups[1].objectives[0].title == "Learn to lead"
    (kept,) = world.vault.policy.overrides()
    assert (kept.sponsor, kept.reason) == ("Ines Amador", "She builds the team next year")
    assert (kept.subject, kept.person_uid) == (world.cycle.uid, world.employee.uid)


@pytest.mark.parametrize(
    ("engaged", "day", "typed", "reason", "words"),
    [
        ("", "", "Mira Solberg (me)", "We are nine people.", "Nobody is entered as executive sponsor"),
        ("Ines Amador", "2099-01-01", "Ines Amador", "We are nine people.", "Nobody is entered as executive sponsor"),
        ("Ines Amador", "", "Ines Amador", "We are nine people.", "Nobody is entered as executive sponsor"),
        ("Ines Amador", "2026-09-01", "Mira Solberg (me)", "We are nine people.", "page names “Ines Amador”"),
        ("Ines Amador", "2026-09-01", "\u200b", "We are nine people.", "Enter the name"),
        ("Ines Amador", "2026-09-01", "Ines Amador", "x", "of three words at least"),
        ("Ines Amador", "2026-09-01", "Ines Amador", "so so so . – 1", "of three words at least"),
    ],
)
def test_only_a_sponsor_who_is_engaged_allows_it_and_in_a_sentence(
    world: World, okrs: OkrsPresenter, engaged: str, day: str, typed: str, reason: str, words: str
) -> None:
    win_sponsor(world.vault, engaged, day)
    okrs.begin("objective", world.cycle.uid)
    fill(okrs, title="Learn", level="individual", person=world.employee.uid, individual_reason="Alone")
    okrs.save()
    fill(okrs, sponsor=typed, sponsor_reason=reason)
    refused = form(okrs.save())
    assert isinstance(refused, ObjectiveFormScreen)
    assert words in " ".join(refused.errors.values())
    assert world.vault.policy.overrides() == ()


@pytest.mark.parametrize("typed", ["ines  AMADÓR ", "Ines Amado\u0301r", "\u200bInes\u00a0Amadór"])
def test_a_sponsor_is_known_however_the_name_is_typed(world: World, okrs: OkrsPresenter, typed: str) -> None:
    win_sponsor(world.vault, "Ines Amadór")
    okrs.begin("objective", world.cycle.uid)
    fill(okrs, title="Learn", level="individual", person=world.employee.uid, individual_reason="Alone")
    okrs.save()
    fill(okrs, sponsor=typed, sponsor_reason="没有别的团队可以做")
    assert okrs.save().open_form is None
    (kept,) = world.vault.policy.overrides()
    assert kept.sponsor == "Ines Amadór"


def test_another_person_is_another_question(world: World, okrs: OkrsPresenter) -> None:
    okrs.begin("objective", world.cycle.uid)
    fill(okrs, title="Learn", level="individual", person=world.employee.uid, individual_reason="Alone")
    okrs.save()
    fill(okrs, sponsor="Ines Amador", sponsor_reason="Only for Tomas", person=world.manager.uid)
    stopped = form(okrs.save())
    assert isinstance(stopped, ObjectiveFormScreen) and stopped.stopped
    assert world.vault.policy.overrides() == ()


@pytest.mark.parametrize(("title", "words"), [("  ", "fill in"), ("x" * 301, "shorten")])
def test_an_objective_without_a_usable_title_stays_in_its_form(
    world: World, okrs: OkrsPresenter, title: str, words: str
) -> None:
    okrs.begin("objective", world.cycle.uid)
    fill(okrs, title=title)
    typed = form(okrs.save())
    assert isinstance(typed, ObjectiveFormScreen)
    assert words in typed.errors["title"] and typed.form.title == title


def test_levels_are_checked_while_they_are_typed(world: World, okrs: OkrsPresenter) -> None:
    okrs.begin("key-result", world.objective.uid)
    fill(okrs, baseline="13", commit="10", target="8", unit="%")
    half = okrs.type("stretch", "").screen
    assert isinstance(half, KeyResultFormScreen) and half.check == ""
    falling = okrs.type("stretch", "6").screen
    assert isinstance(falling, KeyResultFormScreen)
    assert falling.check == "Less is better: 13 → 10 → 8 → 6 %" and falling.in_order
    wrong = okrs.type("stretch", "9").screen
    assert isinstance(wrong, KeyResultFormScreen)
    assert "out of order" in wrong.check and not wrong.in_order


def test_levels_after_the_cycle_began_need_a_reason_that_stays_visible(world: World, okrs: OkrsPresenter) -> None:
    typed = form(okrs.begin("key-result", world.objective.uid))
    assert isinstance(typed, KeyResultFormScreen) and "1 Oct 2026" in typed.late
    good_levels(okrs)
    refused = form(okrs.save())
    assert isinstance(refused, KeyResultFormScreen) and "say why" in refused.errors["late_reason"]
    assert refused.form.title == "Reopened tickets below 8 %"
    fill(okrs, late_reason="The desk counts them since October")
    row = okrs.save().groups[0].objectives[0].key_results[1]
    assert row.late == "Written late (20 Nov 2026): The desk counts them since October"


def test_levels_in_time_need_none(world: World, okrs: OkrsPresenter) -> None:
    coming = Cycle(new_uid(), "Q1 2027", date(2027, 1, 1), date(2027, 3, 31))
    goal = Objective(new_uid(), coming.uid, Level.COMPANY, "", "Grow calmly")
    world.vault.okrs.save_cycle(coming)
    world.vault.okrs.save_objective(goal)
    typed = form(okrs.begin("key-result", goal.uid))
    assert isinstance(typed, KeyResultFormScreen) and typed.late == ""
    good_levels(okrs)
    assert okrs.save().open_form is None
    assert okrs.choose_cycle(coming.uid).groups[0].objectives[0].key_results[0].late == ""


def test_a_metric_without_unit_or_numbers_says_so_at_each_field(world: World, okrs: OkrsPresenter) -> None:
    okrs.begin("key-result", world.objective.uid)
    fill(okrs, baseline="many")
    typed = form(okrs.save())
    assert isinstance(typed, KeyResultFormScreen)
    assert set(typed.errors) >= {"title", "unit", "baseline", "commit", "target", "stretch"}
    assert "“many” is not a number" in typed.errors["baseline"]


@pytest.mark.parametrize("kind", ["milestone", "baseline"])
def test_a_milestone_or_baseline_has_no_levels(world: World, okrs: OkrsPresenter, kind: str) -> None:
    okrs.begin("key-result", world.objective.uid)
    fill(okrs, title="Rota agreed", baseline="3")
    typed = okrs.type("kind", kind).screen
    assert isinstance(typed, KeyResultFormScreen) and not typed.has_levels and typed.late == ""
    saved = okrs.save()
    assert saved.open_form is None
    row = saved.groups[0].objectives[0].key_results[1]
    assert (row.title, row.outcome) == ("Rota agreed", "")


def test_a_neutral_name_with_its_target_is_warned_about_while_typing(world: World, okrs: OkrsPresenter) -> None:
    okrs.begin("key-result", world.objective.uid)
    good_levels(okrs)
    telling = okrs.type("neutral_name", "Reopened tickets below 8 %").screen
    assert isinstance(telling, KeyResultFormScreen) and "“8” gives a level" in telling.name_warning
    plain = okrs.type("neutral_name", "Reopened tickets").screen
    assert isinstance(plain, KeyResultFormScreen) and plain.name_warning == ""


def test_changing_words_leaves_the_levels_as_they_were_written(world: World, okrs: OkrsPresenter) -> None:
    okrs.begin("edit-key-result", world.key_result.uid)
    fill(okrs, title="First reply the same morning")
    assert okrs.save().open_form is None
    stored = world.vault.okrs.key_result(world.key_result.uid)
    assert (stored.title, stored.written_on, stored.late_reason) == (
        "First reply the same morning",
        date(2026, 9, 20),
        "",
    )


def test_changing_a_level_late_needs_a_reason(world: World, okrs: OkrsPresenter) -> None:
    okrs.begin("edit-key-result", world.key_result.uid)
    fill(okrs, stretch="3")
    typed = form(okrs.save())
    assert isinstance(typed, KeyResultFormScreen) and "late_reason" in typed.errors
    assert world.vault.okrs.key_result(world.key_result.uid).stretch == Decimal(4)


def test_levels_are_fixed_once_the_key_result_is_scored(world: World, okrs: OkrsPresenter) -> None:
    reflect(world, "The rota helped")
    okrs.begin("edit-key-result", world.key_result.uid)
    fill(okrs, stretch="3", late_reason="It fits better")
    typed = form(okrs.save())
    assert isinstance(typed, KeyResultFormScreen) and "final score" in typed.errors["levels"]


def test_the_kind_is_fixed_once_something_is_known(world: World, okrs: OkrsPresenter) -> None:
    check_in(world, "6")
    okrs.begin("edit-key-result", world.key_result.uid)
    fill(okrs, kind="milestone")
    typed = form(okrs.save())
    assert isinstance(typed, KeyResultFormScreen) and "no longer change" in typed.errors["kind"]


def test_a_check_in_moves_bar_score_and_history(world: World, okrs: OkrsPresenter) -> None:
    uid = world.key_result.uid
    assert first_row(okrs.open()).outcome == ""
    typed = form(okrs.begin("check-in", uid))
    assert isinstance(typed, CheckInScreen) and typed.form.as_of == "2026-11-20"
    live = okrs.type("value", "5,6").screen
    assert isinstance(live, CheckInScreen) and live.outcome == "Score 0.58 · commit zone"
    fill(okrs, source="support desk report", confidence="6")
    row = first_row(okrs.save())
    assert (row.row.value, row.outcome) == ("5.6 hours", "Score 0.58 · commit zone")
    assert row.history == ()
    history = first_row(okrs.toggle(uid)).history
    assert [(each.value, each.detail) for each in history] == [
        ("5.6 hours", "20 Nov 2026 · confidence 6/10 · support desk report")
    ]
    assert first_row(okrs.toggle(uid)).history == ()


def test_a_wrong_check_in_keeps_everything_typed(world: World, okrs: OkrsPresenter) -> None:
    okrs.begin("check-in", world.key_result.uid)
    fill(okrs, value="soon", as_of="31.2.2026", source="report", confidence="11")
    typed = form(okrs.save())
    assert isinstance(typed, CheckInScreen)
    assert set(typed.errors) == {"value", "as-of", "confidence"}
    assert (typed.form.value, typed.form.as_of, typed.form.source) == ("soon", "31.2.2026", "report")
    assert world.vault.okrs.check_ins(world.key_result.uid) == ()


def test_a_corrected_field_loses_its_error_and_the_others_keep_theirs(world: World, okrs: OkrsPresenter) -> None:
    okrs.begin("check-in", world.key_result.uid)
    fill(okrs, value="soon", confidence="11")
    okrs.save()
    typed = okrs.type("value", "6").screen
    assert isinstance(typed, CheckInScreen)
    assert set(typed.errors) == {"source", "confidence"}


def test_what_is_typed_waits_while_another_form_is_open(world: World, okrs: OkrsPresenter) -> None:
    okrs.begin("check-in", world.key_result.uid)
    fill(okrs, value="6")
    okrs.begin("cycle")
    typed = form(okrs.begin("check-in", world.key_result.uid))
    assert isinstance(typed, CheckInScreen) and typed.form.value == "6"
    okrs.cancel()
    again = form(okrs.begin("check-in", world.key_result.uid))
    assert isinstance(again, CheckInScreen) and again.form.value == ""


def reflect(world: World, learning: str, value: str = "5.6", reason: str = "") -> None:
    uid = world.key_result.uid
    entry = Reflection(
        new_uid(),
        uid,
        Decimal(value),
        date(2026, 11, 18),
        "report",
        learning,
        Decision.MODIFY,
        now(),
        "",
        reason,
    )
    world.vault.okrs.record_reflection(entry)


def test_a_reflection_is_shown_as_the_end(world: World, okrs: OkrsPresenter) -> None:
    check_in(world, "6")
    reflect(world, "The rota helped most")
    row = first_row(okrs.toggle(world.key_result.uid))
    assert row.outcome == "Final: Score 0.58 · commit zone" and row.row.value == "5.6 hours"
    assert not row.can_check_in
    assert row.reflection is not None
    assert row.reflection.final == "Final value: 5.6 hours · 18 Nov 2026 · report"
    assert row.reflection.learning == "Learned: The rota helped most"
    assert row.reflection.decision == "Next cycle: Modify"
    assert row.reflection.rescored == ""


def test_a_second_score_shows_the_first_one_and_why(world: World, okrs: OkrsPresenter) -> None:
    reflect(world, "The rota helped", "6")
    reflect(world, "The rota helped", "5", "The report was wrong")
    row = first_row(okrs.toggle(world.key_result.uid))
    assert row.reflection is not None
    assert row.reflection.rescored == (
        "Scored again. Before: 6 hours, Score 0.50 · commit zone (18 Nov 2026). Reason: The report was wrong"
    )


def test_sharing_shows_before_the_click_what_crosses(world: World, okrs: OkrsPresenter) -> None:
    check_in(world, "5.6")
    opened = okrs.begin("sharing", world.key_result.uid)
    panel = form(opened)
    assert isinstance(panel, SharingScreen)
    assert dict(panel.crosses) == {
        "Objective": f"{world.objective.title} · Q4 2026",
        "Name": "Median first reply",
        "Start → latest": "9 → 5.6 hours",
        "As of": "1 Nov 2026",
        "Source": "desk report",
        "Learning": "none yet",
        "Pay": "nothing said",
    }
    assert panel.allowed and not panel.shared and panel.held == ()
    assert opened.open_form is not None and opened.open_form.save_label == "Share this"
    assert world.vault.facts.facts([world.objective.uid]) == ()
    assert first_row(okrs.save()).shared
    assert [fact.latest for fact in world.vault.facts.facts([world.objective.uid])] == ["5.6"]


def test_a_held_back_name_cannot_be_shared_and_says_what_to_write(world: World, okrs: OkrsPresenter) -> None:
    world.vault.okrs.save_key_result(replace(world.key_result, neutral_name="Reply under 5 hours"))
    opened = okrs.begin("sharing", world.key_result.uid)
    panel = form(opened)
    assert isinstance(panel, SharingScreen) and not panel.allowed
    assert panel.held[0][0] == "Neutral name" and "“5”" in panel.held[0][1]
    assert opened.open_form is not None and opened.open_form.save_label == ""


def test_a_check_in_brings_the_shared_fact_up_to_date(world: World, okrs: OkrsPresenter) -> None:
    okrs.begin("sharing", world.key_result.uid)
    okrs.save()
    okrs.begin("check-in", world.key_result.uid)
    fill(okrs, value="5.6", source="desk report, target 5")
    saved = okrs.save()
    assert saved.notice is not None and saved.notice.tone is Tone.WARN
    assert "stays shared, without this" in saved.notice.text and "Source" in saved.notice.text
    (fact,) = world.vault.facts.facts([world.objective.uid])
    assert (fact.latest, fact.source) == ("5.6", "")


def test_a_new_name_that_tells_too_much_ends_sharing_and_says_so(world: World, okrs: OkrsPresenter) -> None:
    okrs.begin("sharing", world.key_result.uid)
    okrs.save()
    okrs.begin("edit-key-result", world.key_result.uid)
    fill(okrs, neutral_name="Median first reply, target 5 h")
    saved = okrs.save()
    assert saved.notice is not None and "is no longer shared" in saved.notice.text
    assert world.vault.facts.facts([world.objective.uid]) == ()


def test_a_key_result_renamed_to_its_own_score_is_warned_about_and_withdrawn(world: World, okrs: OkrsPresenter) -> None:
    check_in(world, "5.6")
    okrs.begin("sharing", world.key_result.uid)
    okrs.save()
    okrs.begin("edit-key-result", world.key_result.uid)
    okrs.type("neutral_name", "Fifty-eight percent")
    warned = form(okrs.open())
    assert isinstance(warned, KeyResultFormScreen)
    assert "gives a level or score away" in warned.name_warning
    notice = okrs.save().notice
    assert notice is not None and "no longer shared" in notice.text
    assert world.vault.facts.facts([world.objective.uid]) == ()


def test_a_title_that_tells_a_level_is_warned_about_and_ends_sharing(world: World, okrs: OkrsPresenter) -> None:
    okrs.begin("sharing", world.key_result.uid)
    okrs.save()
    okrs.begin("edit-objective", world.objective.uid)
    okrs.type("title", "Everybody is answered within five hours")
    warned = form(okrs.open())
    assert isinstance(warned, ObjectiveFormScreen)
    assert "“5” gives a level or score away" in warned.title_warning
    notice = okrs.save().notice
    assert notice is not None and "no longer shared" in notice.text


def test_levels_that_make_a_published_name_telling_end_sharing(world: World, okrs: OkrsPresenter) -> None:
    okrs.begin("edit-key-result", world.key_result.uid)
    okrs.type("neutral_name", "Replies within 6 hours")
    okrs.save()
    okrs.begin("sharing", world.key_result.uid)
    assert first_row(okrs.save()).shared
    okrs.begin("edit-key-result", world.key_result.uid)
    okrs.type("commit", "6")
    okrs.type("late_reason", "A typing mistake")
    notice = okrs.save().notice
    assert notice is not None and "no longer shared" in notice.text


def test_a_check_in_whose_score_a_published_source_tells_leaves_the_source_out(
    world: World, okrs: OkrsPresenter
) -> None:
    okrs.begin("sharing", world.key_result.uid)
    okrs.save()
    okrs.begin("check-in", world.key_result.uid)
    fill(okrs, value="5.6", as_of="2026-11-01", source="page 0.58 of the report")
    notice = okrs.save().notice
    assert notice is not None and "stays shared, without this" in notice.text
    assert [fact.source for fact in world.vault.facts.facts([world.objective.uid])] == [""]


def test_sharing_can_be_stopped(world: World, okrs: OkrsPresenter) -> None:
    okrs.begin("sharing", world.key_result.uid)
    okrs.save()
    shown = okrs.stop_sharing(world.key_result.uid)
    assert not first_row(shown).shared and shown.open_form is None
    assert world.vault.facts.facts([world.objective.uid]) == ()


def test_deleting_asks_first_and_only_where_nothing_refers_to_it(world: World, okrs: OkrsPresenter) -> None:
    asked = okrs.ask_delete_key_result(world.key_result.uid)
    assert asked.question is not None and asked.question.text == world.key_result.title
    check_in(world, "6")
    refused = okrs.ask_delete_key_result(world.key_result.uid)
    assert refused.question is None
    assert refused.notice is not None and "stays" in refused.notice.text
    late = okrs.delete(asked.question.action, asked.question.uid)
    assert late.notice is not None and late.notice.tone is Tone.BAD
    assert first_row(late).uid == world.key_result.uid


def test_an_objective_goes_after_its_key_results(world: World, okrs: OkrsPresenter) -> None:
    refused = okrs.ask_delete_objective(world.objective.uid)
    assert refused.question is None and refused.notice is not None
    okrs.delete("delete-key-result", world.key_result.uid)
    asked = okrs.ask_delete_objective(world.objective.uid)
    assert asked.question is not None
    gone = okrs.delete(asked.question.action, asked.question.uid)
    assert gone.groups == () and gone.first_action[0] == "objective"


def test_the_running_cycle_is_shown_first_and_another_on_request(world: World, okrs: OkrsPresenter) -> None:
    coming = Cycle(new_uid(), "Q1 2027", date(2027, 1, 1), date(2027, 3, 31))
    world.vault.okrs.save_cycle(coming)
    shown = okrs.open()
    assert [label for _uid, label in shown.cycles] == ["Q4 2026", "Q1 2027"]
    assert shown.cycle_uid == world.cycle.uid and shown.subtitle.endswith("55 % of it is over")
    assert okrs.choose_cycle(coming.uid).subtitle.endswith("not begun yet")
    assert okrs.open().cycle_uid == coming.uid


def test_a_milestone_has_no_score_but_a_bar_once_known(world: World, okrs: OkrsPresenter) -> None:
    result = KeyResult(new_uid(), world.objective.uid, KeyResultKind.MILESTONE, "Rota agreed")
    world.vault.okrs.save_key_result(result)
    typed = form(okrs.begin("check-in", result.uid))
    assert isinstance(typed, CheckInScreen) and typed.yes_no
    fill(okrs, value="done", source="works council")
    row = okrs.save().groups[0].objectives[0].key_results[1]
    assert (row.row.value, row.row.fraction, row.outcome) == ("done", 1.0, "")


def test_who_works_on_a_key_result_is_ticked_and_kept(okrs: OkrsPresenter, world: World) -> None:
    okrs.open()
    screen = form(okrs.begin("key-result", world.objective.uid))
    assert isinstance(screen, KeyResultFormScreen)
    assert [(each.label, each.ticked) for each in screen.people] == [("Tomas Oyelaran", False), ("Mira Solberg", False)]
    good_levels(okrs)
    fill(okrs, late_reason="Found late", people=world.employee.uid)
    row = okrs.save().groups[0].objectives[0].key_results[-1]
    assert world.vault.okrs.contributors(row.uid) == (world.employee.uid,)
    again = form(okrs.begin("edit-key-result", row.uid))
    assert isinstance(again, KeyResultFormScreen) and [each.ticked for each in again.people] == [True, False]
