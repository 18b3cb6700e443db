"""Preparing a talk, through what a user sees and does: the sheet goes out, comes back, and is heard first."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.app.program import Program
from desktop.flows.performance.preparing import make_sheet
from desktop.models.conversation import Conversation, Voice
from desktop.models.guide import Kind, Stage
from desktop.models.ids import new_uid
from desktop.models.performance import Evidence, Expectation, Leaning, Sense
from desktop.presenters.destination import Place
from desktop.presenters.performance.performance_side import PerformanceSide
from desktop.presenters.performance.preparation import PreparePresenter
from desktop.presenters.talk.words import Words
from desktop.selftest.hands import find, type_into
from desktop.views.drop_area import DropArea
from desktop.views.notes.verify_view import VerifyView
from desktop.views.performance.preparation_view import PreparationView
from desktop.views.talk.conversation_view import ConversationView
from desktop.views.widgets import DateField, VoiceField
from tests.documents.sheets import filled
from tests.documents.tools import text_of, validators
from tests.running import at, go, running, until, vault_of
from tests.views.sight import press, settle, words
from tests.world import World

OWN = "I rebuilt <b>the</b> queue & told everybody مريم"


@pytest.fixture
def talk(world: World) -> Conversation:
    return world.start(Kind.PERFORMANCE, Stage.REVIEW)


@pytest.fixture
def program(qtbot: QtBot, world: World, talk: Conversation) -> Iterator[Program]:
    with running(world.vault.folder, world.vault.folder.parent / "settings.toml") as started:
        yield started


def prepare(program: Program, talk: Conversation) -> PreparationView:
    view = go(program, Place.PREPARE, talk.uid, Kind.PERFORMANCE)
    assert isinstance(view, PreparationView)
    return view


def sent(program: Program, qtbot: QtBot, talk: Conversation, **values: str) -> Path:
    """Make the sheet on its screen, and return what comes back."""
    view = prepare(program, talk)
    press(qtbot, view, "make-sheet")
    until(lambda: "The sheet lies here" in words(view), "the sheet is made", 20)
    (made,) = (vault_of(program).folder.parent / "exports").glob("*.pdf")
    back = made.with_name("back.pdf")
    back.write_bytes(filled(made.read_bytes(), {name.replace("_", "-"): text for name, text in values.items()}))
    return back


def test_the_sheet_is_made_and_the_day_it_went_out_is_kept(qtbot: QtBot, program: Program, talk: Conversation) -> None:
    sent(program, qtbot, talk)
    view = prepare(program, talk)
    assert "The sheet lies here" not in words(view)
    assert "Made" in words(view)
    field = find(view, "sheet-sent")
    assert isinstance(field, DateField)
    field.set_text("2099-01-01")
    field.committed.emit()
    assert "still to come" in field.error()
    today = date.today().isoformat()
    field.set_text(today)
    field.committed.emit()
    assert field.error() == ""
    (made,) = vault_of(program).preparation.made(talk.uid)
    assert f"{made.sent_on}" == today


def test_it_comes_back_and_stands_beside_the_question_until_it_is_taken_over(
    qtbot: QtBot, program: Program, talk: Conversation
) -> None:
    back = sent(program, qtbot, talk, answer_0=OWN)
    view = prepare(program, talk)
    view.findChild(DropArea).dropped.emit(back)
    until(lambda: OWN in words(view), "the sheet is taken in", 20)
    assert "nobody signed" in words(view)
    press(qtbot, view, "go-to-talk")
    shown = at(program, ConversationView)
    while shown.shown.prompt != "What are you proud of in this period?":
        press(qtbot, shown, "skip")
    assert OWN in words(shown)
    assert "They are heard first" in words(shown)
    field = find(shown, f"voice-{Voice.EMPLOYEE}")
    assert isinstance(field, VoiceField)
    assert field.text() == ""
    type_into(shown, f"voice-{Voice.EMPLOYEE}", "Noted in the talk")
    shown._autosave.flush()
    press(qtbot, shown, "take-over")
    assert field.text() == f"Noted in the talk\n\n{OWN}"
    press(qtbot, shown, "next")
    assert "They are heard first" in words(shown)
    press(qtbot, shown, "back")
    assert field.text() == f"Noted in the talk\n\n{OWN}"
    assert not shown.findChild(QPushButton, "take-over").isVisible()


def test_dropped_on_the_window_it_finds_its_talk(qtbot: QtBot, program: Program, talk: Conversation) -> None:
    back = sent(program, qtbot, talk, answer_0=OWN)
    view = go(program, Place.VERIFY, path=str(back))
    assert isinstance(view, VerifyView)
    until(lambda: "preparation sheet for a talk of yours" in words(view), "the sheet is known", 20)
    press(qtbot, view, "verify-take-in")
    shown = at(program, PreparationView)
    until(lambda: OWN in words(shown), "the sheet is taken in", 20)


def test_a_moment_becomes_an_observation_once_and_only_within_the_period(
    qtbot: QtBot, world: World, talk: Conversation
) -> None:
    today = talk.period_start + timedelta(days=20)
    side = PerformanceSide(world.vault.facts, world.vault.evidence, world.vault.people)
    folder = world.vault.folder.parent
    made = make_sheet(world.vault, talk.uid, folder)
    values = {"moment-0-when": "last spring", "moment-0-behaviour": OWN, "moment-1-when": "2026-10-05"}
    (folder / "back.pdf").write_bytes(filled(made.path.read_bytes(), values))
    own = Words(Kind.PERFORMANCE, world.vault.conversations(Kind.PERFORMANCE), world.vault.writer)
    presenter = PreparePresenter(world.vault, side, own, folder, lambda: today)
    view = PreparationView(presenter)
    qtbot.addWidget(view)
    view.resize(1000, 800)
    view.show()
    view.show_screen(presenter.open(talk.uid))
    view.show_screen(presenter.told(presenter.taking_in(folder / "back.pdf")()))
    for typed, said in (("", "write a day"), ("2026-10-30", "still to come"), ("2026-09-01", "outside the period")):
        type_day(view, typed)
        press(qtbot, view, "moment-developmental")
        assert said in days(view)[0].error()
        assert days(view)[0].text() == typed
    type_day(view, "2026-10-06")
    press(qtbot, view, "moment-developmental")
    (seen,) = world.vault.evidence.evidence(world.employee.uid, talk.period_start, talk.period_end)
    assert (seen.behaviour, seen.sense) == (f"Tomas wrote: “{OWN}”", Sense.HEARD)
    assert (seen.situation, seen.leaning) == ("", Leaning.DEVELOPMENTAL)
    assert "Among the observations" in words(view)
    press(qtbot, view, "moment-positive")
    assert len(world.vault.evidence.evidence(world.employee.uid, talk.period_start, talk.period_end)) == 1


def test_private_notes_are_those_of_the_talk_and_on_no_paper(
    qtbot: QtBot, program: Program, talk: Conversation, tmp_path: Path
) -> None:
    view = prepare(program, talk)
    type_into(view, "note-your-view", "Ask about the move")
    press(qtbot, view, "print-own")
    until(lambda: "Your sheet lies here" in words(view), "the sheet is printed", 20)
    (paper,) = (vault_of(program).folder.parent / "exports").glob("Your preparation*.pdf")
    shown = text_of(paper.read_bytes(), tmp_path)
    assert "Book a room" in shown
    assert "What are you proud of in this period?" in shown
    assert "Ask about the move" not in shown
    assert [judge(paper) for judge in validators()] == ["" for _ in validators()]
    press(qtbot, view, "go-to-talk")
    talking = at(program, ConversationView)
    while talking.shown.section != "Your view":
        press(qtbot, talking, "skip")
    field = find(talking, "voice-private")
    assert isinstance(field, VoiceField)
    assert field.text() == "Ask about the move"


def test_of_many_moments_some_of_every_month_stand_on_the_managers_sheet(
    world: World, talk: Conversation, tmp_path: Path
) -> None:
    vault, evidence = world.vault, world.vault.evidence
    own = Words(talk.kind, vault.conversations(talk.kind), vault.writer)
    evidence.save_expectation(Expectation("e", world.employee.uid, "Writes things down"))
    for number in range(50):
        on = talk.period_start + timedelta(days=number)
        evidence.save_evidence(
            Evidence(new_uid(), world.employee.uid, "e", on, "", f"Wrote list {number}", "", Leaning.POSITIVE)
        )
    side = PerformanceSide(vault.facts, evidence, vault.people)
    presenter = PreparePresenter(vault, side, own, tmp_path, lambda: talk.held_on)
    presenter.open(talk.uid)
    presenter.printing()()
    (paper,) = tmp_path.glob("*.pdf")
    shown = text_of(paper.read_bytes(), tmp_path)
    assert shown.count("Wrote list") == 40 and "10 more are on the person" in shown
    assert "Writes things down" in shown and "positive" in shown
    assert [judge(paper) for judge in validators()] == ["" for _ in validators()]


def days(view: PreparationView) -> list[DateField]:
    settle()
    return [each for each in view.findChildren(DateField, "moment-day") if each.isVisible()]


def type_day(view: PreparationView, text: str) -> None:
    days(view)[0].set_text(text)
    days(view)[0].edited.emit(text)


def test_the_person_s_page_leads_there_and_begins_no_second_talk(
    qtbot: QtBot, program: Program, talk: Conversation
) -> None:
    for _time in range(2):
        view = go(program, Place.PERSON, talk.person_uid)
        press(qtbot, view, "prepare-performance")
        at(program, PreparationView)
    assert len(vault_of(program).conversations(Kind.PERFORMANCE).conversations()) == 1
