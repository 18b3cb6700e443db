"""The search, through what a user sees and does: nearly all of it with the keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app.program import Program
from desktop.models.conversation import Commitment
from desktop.models.guide import Kind, Stage
from desktop.presenters.destination import Destination, Place
from desktop.presenters.search.search import SearchPresenter
from desktop.selftest.hands import type_into, until
from desktop.views.people.home_view import HomeView
from desktop.views.people.person_view import PersonView
from desktop.views.search.search_view import SearchView
from desktop.views.talk.conversation_view import ConversationView
from desktop.views.widgets import Excerpt, ListRow
from tests.running import at, clean_up, go, running, seen
from tests.views.sight import choose, line, press, rows, words, write
from tests.world import TODAY, World, make_world

SAID = "The harvest was early."


def fill(world: World) -> None:
    """Begin a talk of each kind in which the same was said."""
    for kind, stage in ((Kind.OKR, Stage.CHECK_IN), (Kind.PERFORMANCE, Stage.REVIEW)):
        world.say(world.start(kind, stage), SAID)


@pytest.fixture
def view(qtbot: QtBot, world: World) -> SearchView:
    fill(world)
    shown = SearchView(SearchPresenter(world.vault))
    qtbot.addWidget(shown)
    shown.resize(900, 800)
    shown.show()
    shown.arrive(Destination(Place.SEARCH))
    return shown


def key(view: SearchView, which: Qt.Key) -> None:
    QTest.keyClick(line(view, "search-words"), which)


def found(view: SearchView, count: int) -> list[ListRow]:
    """Wait until so many rows are there."""
    until(lambda: len(rows(view)) == count, f"{count} rows", 10)
    return rows(view)


def selected(view: SearchView) -> list[int]:
    return [number for number, each in enumerate(rows(view)) if each.isChecked()]


def test_it_finds_as_one_types_and_marks_what_fits(qtbot: QtBot, view: SearchView) -> None:
    assert "Type a word" in words(view)
    write(qtbot, view, "search-words", "harv")
    found(view, 2)
    excerpts = [each for each in view.findChildren(Excerpt) if each.isVisible()]
    assert {each.text() for each in excerpts} == {SAID}
    assert {tuple(each.marked()) for each in excerpts} == {("harv",)}
    assert "2 places" in words(view) and "Draft" in words(view)
    assert {"OKR", "Performance"} <= set(words(view).splitlines())
    write(qtbot, view, "search-words", "zebra")
    until(lambda: "Nothing in the whole vault" in words(view), "the empty state", 10)


def test_arrows_choose_and_enter_opens(qtbot: QtBot, view: SearchView) -> None:
    write(qtbot, view, "search-words", "harvest")
    found(view, 2)
    assert selected(view) == [0]
    key(view, Qt.Key.Key_Down)
    assert selected(view) == [1]
    key(view, Qt.Key.Key_Up)
    key(view, Qt.Key.Key_Up)
    assert selected(view) == [0]
    assert line(view, "search-words").hasFocus()
    with qtbot.waitSignal(view.go) as gone:
        key(view, Qt.Key.Key_Return)
    assert gone.args is not None and gone.args[0].place is Place.CONVERSATION


def test_enter_opens_nothing_where_nothing_is(qtbot: QtBot, view: SearchView) -> None:
    with qtbot.assertNotEmitted(view.go):
        key(view, Qt.Key.Key_Return)
        key(view, Qt.Key.Key_Down)


def test_a_click_opens_a_row(qtbot: QtBot, world: World, view: SearchView) -> None:
    write(qtbot, view, "search-words", "oyelaran")
    (row,) = found(view, 1)
    with qtbot.waitSignal(view.go) as gone:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert gone.args == [Destination(Place.PERSON, world.employee.uid)]


def test_filters_narrow_what_was_found(qtbot: QtBot, world: World, view: SearchView) -> None:
    write(qtbot, view, "search-words", "harvest")
    found(view, 2)
    choose(view, "search-kind", "private")
    found(view, 0)
    assert "filters" in words(view)
    choose(view, "search-kind", "said")
    found(view, 2)
    write(qtbot, view, "search-from", "2026-11-21")
    found(view, 0)
    write(qtbot, view, "search-from", "2026-11-20")
    found(view, 2)
    choose(view, "search-person", world.manager.uid)
    found(view, 0)


def test_more_can_be_shown(qtbot: QtBot, world: World, view: SearchView) -> None:
    (talk,) = world.vault.conversations(Kind.OKR).conversations()
    for number in range(35):
        commitment = Commitment(f"c{number}", talk.uid, world.employee.uid, "Feed the giraffe", "T", TODAY)
        world.vault.conversations(Kind.OKR).save_commitment(commitment)
    write(qtbot, view, "search-words", "giraffe")
    found(view, 20)
    press(qtbot, view, "search-more")
    found(view, 35)


def test_what_has_gone_is_told_and_nothing_opens(qtbot: QtBot, world: World, view: SearchView) -> None:
    write(qtbot, view, "search-words", "median")
    found(view, 1)
    world.vault.okrs.delete_key_result(world.key_result.uid)
    with qtbot.assertNotEmitted(view.go):
        key(view, Qt.Key.Key_Return)
    assert "no longer has this key result" in words(view)


def test_markup_and_long_words_are_only_text(qtbot: QtBot, world: World, view: SearchView) -> None:
    (talk,) = world.vault.conversations(Kind.OKR).conversations()
    world.say(talk, "<b>zebra</b> 🦓 " + "w" * 5000)
    write(qtbot, view, "search-words", "zebra")
    found(view, 1)
    (excerpt,) = [each for each in view.findChildren(Excerpt) if each.isVisible()]
    assert excerpt.text().startswith("<b>zebra</b> 🦓 www")
    assert excerpt.marked() == ["zebra"]
    assert excerpt.width() <= view.width()


def test_leaving_stops_asking(qtbot: QtBot, view: SearchView) -> None:
    write(qtbot, view, "search-words", "harvest")
    view.leave()
    view.arrive(Destination(Place.SEARCH))
    found(view, 2)


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    """The program on a vault with a talk of each kind."""
    world = make_world(tmp_path / "vault")
    fill(world)
    world.vault.close()
    with running(world.vault.folder, tmp_path / "settings.toml") as made:
        yield made


def talk(program: Program, kind: Kind) -> str:
    assert program._house is not None
    (found_talk,) = program._house.vault.conversations(kind).conversations()
    return found_talk.uid


def find(program: Program) -> SearchView:
    """Press Ctrl+F."""
    QTest.keySequence(program.window, "Ctrl+F")
    return at(program, SearchView)


def test_ctrl_f_opens_it_and_escape_leads_back(program: Program) -> None:
    view = find(program)
    assert line(view, "search-words").hasFocus()
    type_into(view, "search-words", "harvest")
    found(view, 2)
    assert find(program) is view
    assert line(view, "search-words").selectedText() == "harvest"  # type: ignore[attr-defined]
    key(view, Qt.Key.Key_Escape)
    at(program, HomeView)


def test_what_is_opened_leads_back_to_what_was_found(program: Program) -> None:
    view = find(program)
    type_into(view, "search-words", "oyelaran")
    found(view, 1)
    key(view, Qt.Key.Key_Return)
    at(program, PersonView)
    QTest.keySequence(program.window, "Alt+Left")
    found(at(program, SearchView), 1)


@pytest.mark.parametrize("by", ["keys", "rail"])
def test_from_a_performance_conversation_no_okr_can_be_found(program: Program, by: str) -> None:
    wide = find(program)
    type_into(wide, "search-words", "harvest")
    found(wide, 2)
    go(program, Place.CONVERSATION, talk(program, Kind.PERFORMANCE), Kind.PERFORMANCE)
    if by == "keys":
        view = find(program)
    else:
        program.window.findChild(type(program.window._rail)).chosen.emit("search")
        view = at(program, SearchView)
    assert "on purpose" in words(view)
    found(view, 1)
    clean_up()
    for word in ("half", "median", "customers"):
        type_into(view, "search-words", word)
        until(lambda: "Nothing in performance" in words(view), "nothing", 10)
        assert "half a day" not in seen(view)
    key(view, Qt.Key.Key_Escape)
    at(program, ConversationView)
    go(program, Place.CONVERSATION, talk(program, Kind.OKR), Kind.OKR)
    view = find(program)
    type_into(view, "search-words", "median")
    found(view, 1)
