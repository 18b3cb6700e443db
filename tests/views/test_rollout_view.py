"""The Roll-out page, through what a user sees and does."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.app.paper import pages_of
from desktop.models.policy import Role, Topic
from desktop.presenters.destination import Destination, Place
from desktop.presenters.firm.rollout import RollOutPresenter
from desktop.views.firm.rollout_view import RollOutView
from desktop.views.notes.paper_view import PaperView
from desktop.views.saving import SaveNews
from desktop.views.widgets import AreaField, ChoiceField, LineField, SavedLine
from tests.views.sight import choose, press, settle, words, write
from tests.world import TODAY, World


@pytest.fixture
def view(qtbot: QtBot, world: World, tmp_path: Path) -> RollOutView:
    news = SaveNews()
    world.vault.writer.on_saved = lambda key: news.saved.emit()
    shown = RollOutView(RollOutPresenter(world.vault, tmp_path, pages_of, lambda: TODAY), news)
    qtbot.addWidget(shown)
    shown.resize(1000, 1400)
    shown.show()
    shown.arrive(Destination(Place.ROLLOUT))
    return shown


def write_long(qtbot: QtBot, view: RollOutView, name: str, text: str) -> None:
    editor = view.findChild(AreaField, name).findChildren(QPlainTextEdit)[0]
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(editor, text)


def test_an_empty_firm_begins_with_hr(qtbot: QtBot, view: RollOutView) -> None:
    assert "Nothing is written here yet. Begin with people" in words(view)
    press(qtbot, view, "empty-action")
    name = view.findChild(LineField, "engaged-name")
    assert name.focusProxy().hasFocus()
    write(qtbot, view, "engaged-name", "Nele Brandt")
    write(qtbot, view, "engaged-day", "2026-10-01")
    qtbot.waitUntil(lambda: "Next: find an executive sponsor" in words(view))
    assert "Nothing is written here yet" not in words(view)


def test_typing_is_saved_and_never_written_over(qtbot: QtBot, world: World, view: RollOutView) -> None:
    write_long(qtbot, view, "reviews-answer", "Two talks")
    write(qtbot, view, "reviews-decided_by", "Ana")
    qtbot.waitUntil(lambda: Topic.REVIEWS in world.vault.policy.decisions())
    qtbot.waitUntil(lambda: world.vault.policy.decisions()[Topic.REVIEWS].decided_by == "Ana")
    assert view.findChild(AreaField, "reviews-answer").text() == "Two talks"
    qtbot.waitUntil(lambda: "Saved" in view.findChild(SavedLine, "saved-line").text())


def test_what_was_typed_last_is_handed_on_when_one_leaves(qtbot: QtBot, world: World, view: RollOutView) -> None:
    write_long(qtbot, view, "pay-answer", "Shared harvest")
    write(qtbot, view, "pay-decided_on", "31.2.2026")
    view.leave()
    assert world.vault.writer.flush(5)
    kept = world.vault.policy.decisions()[Topic.PAY]
    assert (kept.answer, kept.decided_on) == ("Shared harvest", "31.2.2026")
    view.arrive(Destination(Place.ROLLOUT))
    assert "There is no day 31.2.2026 in the calendar" in words(view)


def test_a_manager_of_the_vault_is_added_and_taken_off(qtbot: QtBot, world: World, view: RollOutView) -> None:
    choose(view, "who-coach", world.manager.uid)
    press(qtbot, view, "add-coach")
    qtbot.waitUntil(lambda: [each.role for each in world.vault.policy.engagements()] == [Role.COACH])
    assert view.findChild(LineField, "engaged-name").text() == "Mira Solberg"
    press(qtbot, view, "engaged-remove")
    qtbot.waitUntil(lambda: world.vault.policy.engagements() == ())
    settle()
    assert not [each for each in view.findChildren(LineField, "engaged-name") if each.isVisible()]


def test_two_systems_at_once_take_the_sponsor(qtbot: QtBot, world: World, view: RollOutView) -> None:
    choose(view, "system-change", "new")
    write(qtbot, view, "system-starts_on", "2026-11-01")
    press(qtbot, view, "system-start")
    assert "People would take the two for one" in words(view)
    assert "Nobody is entered as executive sponsor" in words(view)
    press(qtbot, view, "add-sponsor")
    write(qtbot, view, "engaged-name", "Ines Amador")
    write(qtbot, view, "engaged-day", "2026-10-01")
    write(qtbot, view, "sponsor-name", "Ines Amador")
    write(qtbot, view, "sponsor-reason", "We are nine people.")
    press(qtbot, view, "system-allow")
    assert "It starts on 1 Nov 2026." in words(view)
    assert "Allowed by the sponsor" in words(view) and "We are nine people." in words(view)
    assert "Not kept; the sponsor has allowed it." in words(view)


def test_the_policy_page_is_shown_and_saved(qtbot: QtBot, tmp_path: Path, view: RollOutView) -> None:
    press(qtbot, view, "show-policy")
    qtbot.waitUntil(lambda: bool(view.findChildren(PaperView)[0]._sheets))
    write(qtbot, view, "rule-decided_by", "Ines")
    qtbot.waitUntil(lambda: not view.findChildren(PaperView)[0]._sheets)
    assert "Not decided yet: The rule in your words, Two conversations" in words(view)
    press(qtbot, view, "save-policy")
    qtbot.waitUntil(lambda: "The policy page is saved" in words(view))
    assert len(list(tmp_path.glob("*Policy*.pdf"))) == 1


def test_the_next_step_can_be_gone_to(qtbot: QtBot, view: RollOutView) -> None:
    choose(view, "system-pay_link", "score")
    assert "Look at this first: You wrote that OKR scores decide about pay." in words(view)
    press(qtbot, view, "go-there")
    rating = view.findChild(AreaField, "system-rating")
    assert not rating.visibleRegion().isEmpty() and rating.focusProxy().hasFocus()
    press(qtbot, view, "go-parameters")
    assert view.findChild(AreaField, "levels-answer").focusProxy().hasFocus()
    with qtbot.waitSignal(view.go) as gone:
        press(qtbot, view, "go-rhythm")
    assert gone.args == [Destination(Place.OKRS)]


def test_one_can_come_for_the_sponsor(qtbot: QtBot, view: RollOutView) -> None:
    view.arrive(Destination(Place.ROLLOUT, "engaged-sponsor"))
    who = view.findChild(ChoiceField, "who-sponsor")
    qtbot.waitUntil(lambda: who.focusProxy().hasFocus())
    assert not who.visibleRegion().isEmpty()
