"""Ctrl+E through the real window: two keys from every screen, and nothing typed is lost."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from desktop.app.program import Program
from desktop.models.conversation import Conversation
from desktop.models.guide import Kind, Stage
from desktop.presenters.destination import Destination, Place
from desktop.selftest.hands import find, until
from desktop.views.people.home_view import HomeView
from desktop.views.performance.capture_dialog import CaptureDialog
from desktop.views.vault.locked_view import LockedView
from desktop.views.widgets import AreaField
from tests.running import answered, at, clean_up, go, notices, running, seen, vault_of
from tests.world import World


@pytest.fixture
def program(qtbot: QtBot, world: World) -> Iterator[Program]:
    with running(world.vault.folder, world.vault.folder.parent / "settings.toml") as started:
        at(started, HomeView)
        yield started


@pytest.fixture
def talk(world: World) -> Conversation:
    return world.start(Kind.OKR, Stage.CHECK_IN)


def press_keys(program: Program) -> None:
    program.window.activateWindow()  # no window manager does it here
    clean_up()
    QTest.keyClick(program.window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)


def form_of(program: Program) -> CaptureDialog | None:
    clean_up()
    return next((each for each in program.window.findChildren(CaptureDialog) if each.isVisible()), None)


def opened(program: Program) -> CaptureDialog:
    press_keys(program)
    until(lambda: form_of(program) is not None, "the form", 10)
    form = form_of(program)
    assert form is not None
    return form


def type_into(form: CaptureDialog, name: str, text: str) -> None:
    field = find(form, f"capture-{name}")
    assert isinstance(field, AreaField)
    QTest.keyClicks(field.focusProxy(), text)


def behaviours(program: Program, world: World) -> list[str]:
    return [each.behaviour for each in vault_of(program).evidence.latest(world.employee.uid, 10)]


def test_two_keys_from_the_person_keep_a_moment(program: Program, world: World) -> None:
    view = go(program, Place.PERSON, world.employee.uid)
    form = opened(program)
    assert find(form, "capture-situation").focusProxy() is form.focusWidget()
    type_into(form, "behaviour", "Wrote the list")
    QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    until(lambda: form_of(program) is None, "the form to close", 10)
    assert behaviours(program, world) == ["Wrote the list"]
    assert "Wrote the list" in seen(view)
    assert any("Kept: Tomas" in each for each in notices(program))


def test_it_knows_whom_a_conversation_is_about(program: Program, world: World, talk: Conversation) -> None:
    go(program, Place.CONVERSATION, talk.uid, talk.kind)
    form = opened(program)
    assert "Tomas Oyelaran" in seen(form)
    assert find(form, "capture-person_uid").key() == world.employee.uid


def test_escape_lock_and_a_second_start_lose_nothing(program: Program, world: World) -> None:
    go(program, Place.PERSON, world.employee.uid)
    form = opened(program)
    type_into(form, "situation", "The night of the outage")
    QTest.keyClick(form, Qt.Key.Key_Escape)
    until(lambda: form_of(program) is None, "the form to close", 10)
    form = opened(program)
    type_into(form, "impact", "Nobody waited")
    program.window.lock_wanted.emit()
    at(program, LockedView)
    assert form_of(program) is None
    press_keys(program)
    assert form_of(program) is None and "outage" not in seen(program.window)
    program.close()
    with running(world.vault.folder, world.vault.folder.parent / "settings.toml") as again:
        at(again, HomeView)
        told = seen(opened(again))
        assert "The night of the outage" in told and "Nobody waited" in told


def test_the_employees_page_opens_no_form(program: Program) -> None:
    go(program, Place.RESPOND)
    press_keys(program)
    assert form_of(program) is None


def test_a_moment_is_corrected_and_deleted_on_the_persons_page(program: Program, world: World) -> None:
    view = go(program, Place.PERSON, world.employee.uid)
    form = opened(program)
    type_into(form, "behaviour", "Wrote the list")
    find(form, "capture-keep").click()
    until(lambda: behaviours(program, world) == ["Wrote the list"], "the moment", 10)
    (kept,) = vault_of(program).evidence.latest(world.employee.uid, 1)
    find(view, f"moment-{kept.uid}").click()
    until(lambda: form_of(program) is not None, "the form", 10)
    again = form_of(program)
    assert again is not None
    find(again, "capture-delete").click()
    answered(program, True)
    until(lambda: behaviours(program, world) == [], "the moment to go", 10)


def test_a_moment_that_is_gone_is_said_and_another_can_be_written(program: Program, world: World) -> None:
    program.window.capture_wanted.emit(Destination(Place.CAPTURE, world.employee.uid, path="gone"))
    assert form_of(program) is None
    assert any("no longer has this entry" in each for each in notices(program))
    assert opened(program).isVisible()


def test_the_coach_reads_along(program: Program, world: World) -> None:
    go(program, Place.PERSON, world.employee.uid)
    form = opened(program)
    type_into(form, "behaviour", "You are sloppy.")
    advice = find(form, "capture-advice")
    until(lambda: advice.isVisible(), "the advice", 10)
    assert "sloppy" in seen(advice) and "what you saw" in seen(advice)


def test_the_whole_form_is_seen_at_once_in_a_small_window(program: Program) -> None:
    program.window.resize(1024, 700)
    form = opened(program)
    clean_up()
    (scrolled,) = form.findChildren(QScrollArea)
    assert scrolled.verticalScrollBar().maximum() == 0
