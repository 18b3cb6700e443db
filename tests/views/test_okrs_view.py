"""The OKRs screen, through what a user sees and does."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.ids import new_uid, now
from desktop.models.okr import CheckIn, KeyResult, KeyResultKind
from desktop.presenters.destination import Destination, Place
from desktop.presenters.okr.okrs import OkrsPresenter
from desktop.views.okr.okrs_view import OkrsView
from desktop.views.widgets import Bar, LineField, Question
from tests.allowing import win_sponsor
from tests.views.sight import choose, press, settle, words, write
from tests.world import TODAY, World

MARKUP = "<b>&<img src=x>"


@pytest.fixture
def view(qtbot: QtBot, world: World) -> OkrsView:
    entry = CheckIn(new_uid(), world.key_result.uid, Decimal("5.6"), date(2026, 11, 1), "desk report", 6, now())
    world.vault.okrs.record_check_in(entry)
    return shown(qtbot, world)


def shown(qtbot: QtBot, world: World) -> OkrsView:
    made = OkrsView(OkrsPresenter(world.vault.okrs, world.vault.people, world.vault.policy, lambda: TODAY))
    qtbot.addWidget(made)
    made.resize(804, 900)
    made.show()
    made.arrive(Destination(Place.OKRS))
    return made


def option(qtbot: QtBot, view: OkrsView, label: str) -> None:
    """Click an option that is in view."""
    settle()
    buttons = [b for b in view.findChildren(QAbstractButton) if b.isVisible() and b.text() == label]
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)


def write_value(qtbot: QtBot, view: OkrsView, text: str) -> None:
    settle()
    field = view.findChild(QWidget, "value").findChild(LineField)
    qtbot.keyClicks(field.focusProxy(), text)


def test_a_threshold_at_a_level_is_pointed_out_while_typing_and_asks_why(
    qtbot: QtBot, world: World, view: OkrsView
) -> None:
    press(qtbot, view, f"toggle {world.key_result.uid}")
    press(qtbot, view, f"pay {world.key_result.uid}")
    option(qtbot, view, "Its value may inform pay under a written plan")
    for field, text in (
        ("name", "Plan <b>&"),
        ("document", "Annex"),
        ("decided_by", "Board"),
        ("threshold", "5 hours"),
    ):
        write(qtbot, view, field, text)
    settle()
    assert "“5” is the target level of this key result" in view.findChild(QLabel, "disguised-link").text()
    press(qtbot, view, "form-save")
    assert "write down why" in words(view)
    write(qtbot, view, "reason", "Older than the key result")
    press(qtbot, view, "form-save")
    settle()
    assert "It stands, because: Older than the key result" in words(view)
    assert "under “Plan <b>&”" in words(view)


def test_objectives_show_value_score_and_bar(world: World, view: OkrsView) -> None:
    told = words(view)
    for sentence in (
        "Support",
        world.objective.title,
        world.key_result.title,
        "5.6 hours",
        "Score 0.58 · commit zone",
        "Started at 9 hours · as of 1 Nov 2026 · confidence 6/10",
        "Bar: the way from start to target. Mark: how much of the cycle is over.",
    ):
        assert sentence in told
    (bar,) = view.findChildren(Bar)
    assert bar.value() == 850
    assert bar.accessibleName() == f"{world.key_result.title}: 5.6 hours"


def test_details_open_and_close_with_the_keyboard_where_it_was(qtbot: QtBot, world: World, view: OkrsView) -> None:
    press(qtbot, view, f"toggle {world.key_result.uid}")
    told = words(view)
    assert "Start 9 hours · Commit 7 hours · Target 5 hours · Stretch 4 hours" in told
    assert "1 Nov 2026 · confidence 6/10 · desk report" in told
    qtbot.waitUntil(lambda: view.focusWidget().objectName() == f"toggle {world.key_result.uid}")
    press(qtbot, view, f"toggle {world.key_result.uid}")
    assert "Commit 7 hours" not in words(view)


def test_a_check_in_is_typed_with_a_live_score_and_saved(qtbot: QtBot, world: World, view: OkrsView) -> None:
    press(qtbot, view, f"check-in {world.key_result.uid}")
    write_value(qtbot, view, "4,5")
    assert "Score 0.85 · target zone" in words(view)
    write(qtbot, view, "source", "support desk report")
    write(qtbot, view, "confidence", "8")
    press(qtbot, view, "form-save")
    assert "4.5 hours" in words(view) and "Check-in saved" in words(view)
    newest = world.vault.okrs.latest_check_in(world.key_result.uid)
    assert newest is not None
    assert (newest.value, newest.source, newest.confidence, newest.as_of) == (
        Decimal("4.5"),
        "support desk report",
        8,
        TODAY,
    )


def test_a_wrong_check_in_stays_open_with_its_words_and_sentences(qtbot: QtBot, world: World, view: OkrsView) -> None:
    press(qtbot, view, f"check-in {world.key_result.uid}")
    write_value(qtbot, view, "quick")
    write(qtbot, view, "as-of", "31.2.2026")
    press(qtbot, view, "form-save")
    told = words(view)
    assert "“quick” is not a number" in told
    assert "There is no day 31.2.2026" in told
    assert "Where does this come from?" in told
    assert view.findChild(LineField, "as-of").text() == "31.2.2026"
    assert len(world.vault.okrs.check_ins(world.key_result.uid)) == 1


def test_a_sentence_found_while_leaving_a_field_survives_typing_in_another(
    qtbot: QtBot, world: World, view: OkrsView
) -> None:
    press(qtbot, view, f"check-in {world.key_result.uid}")
    write(qtbot, view, "as-of", "soon")
    qtbot.keyClick(view.findChild(LineField, "as-of").focusProxy(), Qt.Key.Key_Return)
    assert "“soon” is not a date" in words(view)
    write(qtbot, view, "source", "desk")
    assert "“soon” is not a date" in words(view)


def test_a_milestone_is_done_or_not_done(qtbot: QtBot, world: World, view: OkrsView) -> None:
    result = KeyResult(new_uid(), world.objective.uid, KeyResultKind.MILESTONE, "Rota agreed")
    world.vault.okrs.save_key_result(result)
    view.arrive(Destination(Place.OKRS))
    press(qtbot, view, f"check-in {result.uid}")
    option(qtbot, view, "Done")
    assert "Milestone reached" in words(view)
    write(qtbot, view, "source", "works council")
    press(qtbot, view, "form-save")
    newest = world.vault.okrs.latest_check_in(result.uid)
    assert newest is not None and newest.value == 1


def test_a_key_result_is_written_with_its_late_reason(qtbot: QtBot, world: World, view: OkrsView) -> None:
    press(qtbot, view, f"key-result {world.objective.uid}")
    for field, text in (
        ("title", "Reopened tickets below 8 %"),
        ("neutral_name", "Reopened tickets below 8 %"),
        ("unit", "%"),
        ("baseline", "13"),
        ("commit", "10"),
        ("target", "8"),
        ("stretch", "9"),
    ):
        write(qtbot, view, field, text)
    assert "The levels are out of order" in words(view)
    assert "“8” gives a level or score away" in words(view)
    write(qtbot, view, "neutral_name", "Reopened tickets")
    write(qtbot, view, "stretch", "6")
    assert "Less is better: 13 → 10 → 8 → 6 %" in words(view)
    press(qtbot, view, "form-save")
    assert "Please say why the levels come late" in words(view)
    write(qtbot, view, "late_reason", "Counted since October")
    press(qtbot, view, "form-save")
    told = words(view)
    assert "Reopened tickets below 8 %" in told
    assert "Written late (20 Nov 2026): Counted since October" in told


def test_levels_are_gone_for_a_milestone(qtbot: QtBot, world: World, view: OkrsView) -> None:
    press(qtbot, view, f"key-result {world.objective.uid}")
    settle()
    assert view.findChild(LineField, "commit").isVisible()
    option(qtbot, view, "Milestone")
    settle()
    assert not view.findChild(LineField, "commit").isVisible()
    assert "done or not done, without a number" in words(view)


def test_an_individual_objective_comes_after_the_advice(qtbot: QtBot, world: World, view: OkrsView) -> None:
    press(qtbot, view, "add-objective")
    assert "advises against" not in words(view)
    option(qtbot, view, "Individual")
    assert "The method advises against beginning here." in words(view)
    write(qtbot, view, "title", "Learn to lead")
    press(qtbot, view, "form-save")
    assert "Write down why one person needs" in words(view)
    choose(view, "person", world.employee.uid)
    write(qtbot, view, "individual_reason", "Nobody shares this task")
    press(qtbot, view, "form-save")
    assert "one of your first cycles" in words(view)
    assert "Nobody is entered as executive sponsor" in words(view)
    with qtbot.waitSignal(view.go) as gone:
        press(qtbot, view, "to-sponsors")
    assert gone.args == [Destination(Place.ROLLOUT, "engaged-sponsor")]
    win_sponsor(world.vault)
    view.arrive(Destination(Place.OKRS))
    assert view.findChild(LineField, "title").text() == "Learn to lead"
    write(qtbot, view, "sponsor", "Ines Amador")
    write(qtbot, view, "sponsor_reason", "One expert, no team yet")
    press(qtbot, view, "form-save")
    assert "Individual, because: Nobody shares this task" in words(view)


def test_a_cycle_is_added_and_chosen(qtbot: QtBot, world: World, view: OkrsView) -> None:
    press(qtbot, view, "add-cycle")
    assert view.findChild(LineField, "name").text() == "Q1 2027"
    press(qtbot, view, "form-save")
    assert "Q1 2027 · 1 Jan 2027 – 31 Mar 2027 · not begun yet" in words(view)
    choose(view, "okr-cycle", world.cycle.uid)
    assert world.objective.title in words(view)


def test_sharing_says_what_crosses_and_stops_again(qtbot: QtBot, world: World, view: OkrsView) -> None:
    press(qtbot, view, f"toggle {world.key_result.uid}")
    press(qtbot, view, f"sharing {world.key_result.uid}")
    told = words(view)
    assert "9 → 5.6 hours" in told and "Median first reply" in told
    assert "Score, zone, confidence and levels never cross." in told
    press(qtbot, view, "form-save")
    assert "is shared with performance conversations" in words(view)
    assert len(world.vault.facts.facts([world.objective.uid])) == 1
    press(qtbot, view, f"sharing {world.key_result.uid}")
    press(qtbot, view, "stop-sharing")
    assert "No longer shared." in words(view)
    assert world.vault.facts.facts([world.objective.uid]) == ()


def test_deleting_waits_for_an_answer(qtbot: QtBot, world: World, view: OkrsView) -> None:
    result = KeyResult(new_uid(), world.objective.uid, KeyResultKind.MILESTONE, "Typed by mistake")
    world.vault.okrs.save_key_result(result)
    view.arrive(Destination(Place.OKRS))
    press(qtbot, view, f"toggle {result.uid}")
    press(qtbot, view, f"delete-key-result {result.uid}")
    (question,) = view.findChildren(Question)
    assert len(world.vault.okrs.key_results(world.objective.uid)) == 2
    verbs = {button.text(): button for button in question.findChildren(QPushButton)}
    qtbot.mouseClick(verbs["Delete the key result"], Qt.MouseButton.LeftButton)
    assert [each.uid for each in world.vault.okrs.key_results(world.objective.uid)] == [world.key_result.uid]
    assert "Typed by mistake" not in words(view)


def test_what_has_a_history_is_not_deleted(qtbot: QtBot, world: World, view: OkrsView) -> None:
    press(qtbot, view, f"toggle {world.key_result.uid}")
    press(qtbot, view, f"delete-key-result {world.key_result.uid}")
    assert view.findChildren(Question) == []
    assert "stays as part of the record" in words(view)


def test_markup_in_a_title_is_only_text(qtbot: QtBot, world: World, view: OkrsView) -> None:
    press(qtbot, view, "add-objective")
    write(qtbot, view, "title", MARKUP)
    press(qtbot, view, "form-save")
    settle()
    labels = [label for label in view.findChildren(QLabel) if label.text() == MARKUP and label.isVisible()]
    assert labels and all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)


def test_a_long_title_makes_the_window_no_wider(qtbot: QtBot, world: World, view: OkrsView) -> None:
    press(qtbot, view, "add-objective")
    write(qtbot, view, "title", "x" * 300)
    press(qtbot, view, "form-save")
    settle()
    assert view.minimumSizeHint().width() <= 804


def test_an_empty_vault_begins_with_one_button(qtbot: QtBot, world: World) -> None:
    world.vault.okrs.delete_key_result(world.key_result.uid)
    world.vault.okrs.delete_objective(world.objective.uid)
    view = shown(qtbot, world)
    assert "What is the most important thing to improve" in words(view)
    option(qtbot, view, "Add an objective")
    assert "A new objective" in words(view)
