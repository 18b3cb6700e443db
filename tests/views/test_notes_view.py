"""Notes, through what a user sees and does."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.flows.notes.bulk import export_all
from desktop.flows.notes.bulk_report import BulkReport
from desktop.flows.talk.sealing import seal
from desktop.models.guide import Kind, Stage
from desktop.models.note import Note
from desktop.presenters.destination import Destination, Place
from desktop.presenters.notes.bulk import Report
from desktop.presenters.notes.notes import NotesPresenter
from desktop.views.notes.notes_view import NotesView
from desktop.views.widgets import ChoiceField
from tests.views.sight import choose, press, rows, words
from tests.world import World

EXPORTS = Path("exports")


@pytest.fixture
def view(qtbot: QtBot, world: World) -> NotesView:
    shown = NotesView(NotesPresenter(world.vault, partial(export_all, world.vault), EXPORTS))
    qtbot.addWidget(shown)
    shown.resize(900, 700)
    shown.show()
    return shown


def test_without_notes_there_is_a_sentence_and_no_filter(view: NotesView) -> None:
    view.arrive(Destination(Place.NOTES))
    assert "No notes yet" in words(view)
    assert not view.findChild(ChoiceField, "notes-kind").isVisible()


def test_notes_are_handed_over_and_taken_over_elsewhere(qtbot: QtBot, view: NotesView) -> None:
    for name, place in (("notes-hand-on", Place.TRANSFER), ("notes-take-over", Place.TAKE_OVER)):
        with qtbot.waitSignal(view.go) as went:
            press(qtbot, view, name)
        assert went.args == [Destination(place)]


def test_notes_are_filtered_and_opened(qtbot: QtBot, world: World, view: NotesView) -> None:
    uids = {}
    for kind, stage in ((Kind.OKR, Stage.CHECK_IN), (Kind.PERFORMANCE, Stage.REVIEW)):
        talk = world.start(kind, stage)
        world.say(talk, "words")
        uids[kind] = seal(world.vault, kind, talk.uid).uid
    view.arrive(Destination(Place.NOTES))
    assert len(rows(view)) == 2
    choice = view.findChild(ChoiceField, "notes-kind")
    choice.set_key("performance")
    choice.chosen.emit("performance")
    assert [row.objectName() for row in rows(view)] == [f"talk-{uids[Kind.PERFORMANCE]}"]
    with qtbot.waitSignal(view.go) as gone:
        qtbot.mouseClick(rows(view)[0], Qt.MouseButton.LeftButton)
    assert gone.args == [Destination(Place.NOTE, uids[Kind.PERFORMANCE], "performance")]


def sealed(world: World, count: int) -> list[str]:
    """Seal performance conversations with the same person and return the uids of their notes."""
    talks = [world.start(Kind.PERFORMANCE, Stage.REVIEW) for _each in range(count)]
    for talk in talks:
        world.say(talk, "words")
    return [seal(world.vault, Kind.PERFORMANCE, talk.uid).uid for talk in talks]


def bulk(view: NotesView) -> QWidget:
    return view.findChild(QWidget, "bulk")


def test_all_notes_are_exported_and_reported(qtbot: QtBot, world: World, view: NotesView, tmp_path: Path) -> None:
    sealed(world, 3)
    view.arrive(Destination(Place.NOTES))
    assert not bulk(view).isVisible()
    press(qtbot, view, "notes-export")
    dialog = view.findChild(QFileDialog)
    assert dialog.isVisible()
    out = tmp_path / "out"
    out.mkdir()
    dialog.fileSelected.emit(str(out))
    dialog.close()
    assert not view.findChild(QPushButton, "notes-export").isEnabled()
    qtbot.waitUntil(lambda: "3 files are good." in words(view), timeout=30_000)
    assert len(list(out.iterdir())) == 3
    assert words(bulk(view)).count("Signed, checked and saved (Mira Solberg)") == 3
    assert view.findChild(QPushButton, "notes-export").isEnabled()


def test_the_report_is_saved_and_put_away(qtbot: QtBot, world: World, view: NotesView, tmp_path: Path) -> None:
    sealed(world, 1)
    view.arrive(Destination(Place.NOTES))
    view.export_to(str(tmp_path))
    qtbot.waitUntil(lambda: "1 file is good." in words(view), timeout=30_000)
    press(qtbot, view, "bulk-save")
    dialog = view.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "report.csv"))
    dialog.close()
    assert "Report saved" in words(view)
    assert "Tomas Oyelaran.pdf" in (tmp_path / "report.csv").read_text(encoding="utf-8-sig")
    view.arrive(Destination(Place.NOTES))  # the report waits until it is put away
    assert "1 file is good." in words(view)
    press(qtbot, view, "bulk-close")
    assert not bulk(view).isVisible()


def test_only_what_the_filters_leave_is_exported(qtbot: QtBot, world: World, view: NotesView, tmp_path: Path) -> None:
    sealed(world, 1)
    talk = world.start(Kind.OKR, Stage.CHECK_IN)
    world.say(talk, "words")
    seal(world.vault, Kind.OKR, talk.uid)
    view.arrive(Destination(Place.NOTES))
    assert view.findChild(QPushButton, "notes-export").text() == "Export all…"
    choose(view, "notes-kind", "okr")
    assert view.findChild(QPushButton, "notes-export").text() == "Export this 1…"
    out = tmp_path / "out"
    out.mkdir()
    view.export_to(str(out))
    qtbot.waitUntil(lambda: "1 file is good." in words(view), timeout=30_000)
    assert ["OKR conversation" in path.name for path in out.iterdir()] == [True]


def test_a_run_is_stopped_and_says_how_far_it_came(qtbot: QtBot, world: World, tmp_path: Path) -> None:
    sealed(world, 3)
    stopped = Event()

    def slow(notes: Sequence[Note], folder: Path, report: Report, cancelled: Callable[[], bool]) -> BulkReport:
        def told(done: int, total: int, name: str) -> None:
            report(done, total, name)
            if done == 1:
                stopped.wait(10)

        return export_all(world.vault, notes, folder, told, cancelled)

    view = NotesView(NotesPresenter(world.vault, slow, EXPORTS))
    qtbot.addWidget(view)
    view.show()
    view.arrive(Destination(Place.NOTES))
    view.export_to(str(tmp_path))
    qtbot.waitUntil(lambda: "2 of 3: 2026-11-20 Performance" in words(view), timeout=30_000)
    press(qtbot, view, "bulk-stop")
    assert "Stopping after this file…" in words(view)
    stopped.set()
    qtbot.waitUntil(lambda: "Stopped after 2 of 3. 2 files are good." in words(view), timeout=30_000)


def test_a_folder_that_is_gone_is_one_sentence(qtbot: QtBot, world: World, view: NotesView, tmp_path: Path) -> None:
    sealed(world, 2)
    view.arrive(Destination(Place.NOTES))
    view.export_to(str(tmp_path / "gone"))
    qtbot.waitUntil(lambda: "does not exist" in words(view), timeout=30_000)
    assert not bulk(view).isVisible()
    assert view.findChild(QPushButton, "notes-export").isEnabled()
