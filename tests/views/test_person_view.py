"""Person, through what a user sees and does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.flows.talk.sealing import seal
from desktop.guides.loader import GuideShelf
from desktop.models.conversation import Commitment
from desktop.models.guide import Kind, Stage
from desktop.models.ids import new_uid, now
from desktop.models.transfer import Direction, TransferLine
from desktop.presenters.destination import Destination, Place
from desktop.presenters.people.person import PersonPresenter
from desktop.views.people.person_view import PersonView
from desktop.views.people.promise_list import PromiseList
from desktop.views.people.story_list import StoryList
from desktop.views.widgets import LineField, ListRow
from tests.keys import key_of
from tests.views.sight import choose, line, press, settle, words, write
from tests.world import TODAY, World


@pytest.fixture
def view(qtbot: QtBot, world: World) -> PersonView:
    shown = PersonView(PersonPresenter(world.vault, GuideShelf(world.guides, ()), lambda: TODAY))
    qtbot.addWidget(shown)
    shown.resize(1000, 1200)
    shown.show()
    shown.arrive(Destination(Place.PERSON, world.employee.uid))
    return shown


def test_a_person_is_handed_over_and_that_is_remembered(qtbot: QtBot, world: World, view: PersonView) -> None:
    with qtbot.waitSignal(view.go) as went:
        press(qtbot, view, "person-hand-on")
    assert went.args == [Destination(Place.TRANSFER, world.employee.uid)]
    assert "Between managers" not in words(view)
    gone = TransferLine("t", world.employee.uid, Direction.OUT, now(), "Ada Lindqvist", "ABCD", 2, 1)
    world.vault.transfers.remember([gone])
    view.arrive(Destination(Place.PERSON, world.employee.uid))
    told = words(view)
    assert "Handed over to Ada Lindqvist on" in told and "2 OKR notes, 1 performance note" in told


def test_an_okr_talk_starts_at_the_chosen_stage(qtbot: QtBot, world: World, view: PersonView) -> None:
    choose(view, "okr-stage", str(Stage.REFLECT_RESET))
    assert "what was learned" in words(view)
    with qtbot.waitSignal(view.go) as gone:
        press(qtbot, view, "start-okr")
    assert (gone.args[0].place, gone.args[0].kind) == (Place.CONVERSATION, "okr")
    talk = world.vault.conversations(Kind.OKR).conversation(gone.args[0].uid)
    assert (talk.stage, talk.held_on) == (Stage.REFLECT_RESET, TODAY)


def test_a_changed_key_is_loud_and_leads_to_where_it_is_compared(qtbot: QtBot, world: World, view: PersonView) -> None:
    assert "changed on" not in words(view)
    world.vault.profile.pin(world.employee.uid, key_of("Tomas Oyelaran").certificate, compared=True)
    world.vault.profile.pin(world.employee.uid, key_of("Tomas O.").certificate)
    view.arrive(Destination(Place.PERSON, world.employee.uid))
    assert "The key of Tomas Oyelaran changed on" in words(view)
    compare = next(button for button in view.findChildren(QPushButton) if button.text() == "Compare…")
    with qtbot.waitSignal(view.go) as gone:
        compare.click()
    assert gone.args == [Destination(Place.PERSON_KEY, world.employee.uid)]
    with qtbot.waitSignal(view.go) as gone:
        press(qtbot, view, "person-key")
    assert gone.args == [Destination(Place.PERSON_KEY, world.employee.uid)]
    world.vault.profile.mark_compared(world.employee.uid, key_of("Tomas O.").certificate)
    view.arrive(Destination(Place.PERSON, world.employee.uid))
    assert "changed on" not in words(view)


def test_a_performance_talk_starts_and_a_wrong_date_does_not(qtbot: QtBot, world: World, view: PersonView) -> None:
    write(qtbot, view, "performance-from", "last spring")
    press(qtbot, view, "start-performance")
    assert len(world.vault.conversations(Kind.PERFORMANCE).conversations()) == 0
    assert view.findChild(LineField, "performance-from").error()
    assert view.findChild(LineField, "performance-from").text() == "last spring"
    write(qtbot, view, "performance-from", "2026-04-01")
    with qtbot.waitSignal(view.go) as gone:
        press(qtbot, view, "start-performance")
    talk = world.vault.conversations(Kind.PERFORMANCE).conversation(gone.args[0].uid)
    assert talk.period == "1 Apr 2026 – 20 Nov 2026"


def test_the_word_about_one_day_for_both_follows_the_date(qtbot: QtBot, world: World, view: PersonView) -> None:
    world.start(Kind.OKR, Stage.CHECK_IN)
    view.arrive(Destination(Place.PERSON, world.employee.uid))
    assert "You two have an OKR conversation" in words(view)
    write(qtbot, view, "performance-held-on", "2026-11-27")
    qtbot.keyClick(line(view, "performance-held-on"), Qt.Key.Key_Return)
    assert "You two have an OKR conversation" not in words(view)


def test_talks_are_rows_that_lead_on_and_a_commitment_is_kept(qtbot: QtBot, world: World, view: PersonView) -> None:
    talk = world.start(Kind.OKR, Stage.CHECK_IN)
    world.vault.conversations(Kind.OKR).save_commitment(
        Commitment(new_uid(), talk.uid, world.employee.uid, "Try a weekend rota", "Tomas", TODAY)
    )
    note = seal(world.vault, Kind.OKR, talk.uid)
    view.arrive(Destination(Place.PERSON, world.employee.uid))
    with qtbot.waitSignal(view.go) as gone:
        qtbot.mouseClick(view.findChild(ListRow, f"talk-{note.uid}"), Qt.MouseButton.LeftButton)
    assert gone.args == [Destination(Place.NOTE, note.uid, "okr")]
    assert "Try a weekend rota" in words(view.findChild(PromiseList))
    press(qtbot, view, "promise-kept")
    assert "Try a weekend rota" not in words(view.findChild(PromiseList))
    assert "Kept." in words(view)
    assert "kept" in words(view.findChild(StoryList))


def test_the_timeline_shows_one_kind_alone(qtbot: QtBot, world: World, view: PersonView) -> None:
    world.start(Kind.OKR, Stage.CHECK_IN)
    world.start(Kind.PERFORMANCE, Stage.REVIEW)
    view.arrive(Destination(Place.PERSON, world.employee.uid))
    timeline = view.findChild(StoryList)
    assert "OKR conversation" in words(timeline) and "Performance conversation" in words(timeline)
    choose(view, "story-view", "okr")
    assert "Performance conversation" not in words(timeline)
    with qtbot.waitSignal(view.go) as gone:
        qtbot.mouseClick(view.findChild(ListRow, "story-0"), Qt.MouseButton.LeftButton)
    assert gone.args[0].place is Place.CONVERSATION


def test_expectations_are_added_and_removed(qtbot: QtBot, world: World, view: PersonView) -> None:
    write(qtbot, view, "expectation-text", "Hands work over")
    choose(view, "okr-stage", str(Stage.CHECK_IN))  # something else on the screen changes meanwhile
    assert view.findChild(LineField, "expectation-text").text() == "Hands work over"
    press(qtbot, view, "expectation-add")
    assert [each.text for each in world.vault.evidence.expectations(world.employee.uid)] == ["Hands work over"]
    assert view.findChild(LineField, "expectation-text").text() == ""
    press(qtbot, view, "expectation-remove")
    assert len(world.vault.evidence.expectations(world.employee.uid)) == 0


def test_details_are_edited_in_place(qtbot: QtBot, world: World, view: PersonView) -> None:
    press(qtbot, view, "edit-person")
    write(qtbot, view, "edit-role", "Team lead")
    choose(view, "okr-stage", str(Stage.CHECK_IN))
    press(qtbot, view, "edit-save")
    assert world.vault.people.person(world.employee.uid).role == "Team lead"
    assert not view.findChild(LineField, "edit-role").isVisible()
    assert "Team lead · Support" in words(view)


def test_nothing_covers_a_field_of_the_details(qtbot: QtBot, view: PersonView) -> None:
    press(qtbot, view, "edit-person")
    settle()
    fields = [view.findChild(QWidget, f"edit-{name}") for name in ("name", "role", "email", "team")]
    for field in fields:
        at_its_middle = view.childAt(field.mapTo(view, field.rect().center()))
        assert field is at_its_middle or field.isAncestorOf(at_its_middle), field.objectName()


def test_the_keyboard_goes_where_a_start_is_held_up(qtbot: QtBot, world: World, view: PersonView) -> None:
    write(qtbot, view, "performance-from", "last spring")
    press(qtbot, view, "start-performance")
    assert line(view, "performance-from").hasFocus()
    talk = world.start(Kind.OKR, Stage.CHECK_IN)
    write(qtbot, view, "performance-from", "2026-01-01")
    write(qtbot, view, "performance-held-on", talk.held_on.isoformat())
    press(qtbot, view, "start-performance")
    assert line(view, "performance-reason").hasFocus()
