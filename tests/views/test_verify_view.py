"""Verify, through what a user sees and does."""

from collections.abc import Callable
from pathlib import Path
from threading import Event
from time import perf_counter

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QThreadPool, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.flows.keys.known import NOBODY
from desktop.flows.notes.bulk import verify_folder
from desktop.flows.notes.bulk_report import BulkReport
from desktop.models.problems import Problem
from desktop.models.verdict import Outcome, SignatureFound, Verdict
from desktop.presenters.destination import Destination, Place
from desktop.presenters.notes.bulk import Report
from desktop.presenters.notes.verify import VerifyPresenter
from desktop.views.notes.verify_view import VerifyView
from tests.views.sight import press, words

SIGNED = SignatureFound("Mira Solberg", "manager", None, True, True, "AB12 CD34")


def check(path: Path, password: str) -> Verdict:
    if not path.exists():
        raise Problem("There is no file {name}.", name=path.name)
    return Verdict(path.name, Outcome(path.read_text(encoding="utf-8")), (SIGNED,))


def check_folder(folder: Path, report: Report, cancelled: Callable[[], bool]) -> BulkReport:
    return verify_folder(folder, NOBODY, report, cancelled)


@pytest.fixture
def file(tmp_path: Path) -> Callable[[Outcome], Path]:
    def written(outcome: Outcome) -> Path:
        path = tmp_path / f"{outcome}.pdf"
        path.write_text(str(outcome), encoding="utf-8")
        return path

    return written


def nothing_here(path: Path) -> None:
    return None


@pytest.fixture
def view(qtbot: QtBot) -> VerifyView:
    shown = VerifyView(VerifyPresenter(check, check_folder, nothing_here))
    qtbot.addWidget(shown)
    shown.resize(800, 700)
    shown.show()
    return shown


def drop(view: VerifyView, path: Path) -> None:
    area = view.findChild(QWidget, "verify-drop")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    area.dragEnterEvent(QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, buttons, keys))
    area.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, buttons, keys))


def test_a_dropped_file_is_judged_in_words(qtbot: QtBot, view: VerifyView, file: Callable[[Outcome], Path]) -> None:
    drop(view, file(Outcome.ALTERED))
    qtbot.waitUntil(lambda: "Changed after it was signed" in words(view))
    assert "Do not rely on it" in words(view)
    assert "Mira Solberg" in words(view) and "AB12 CD34" in words(view)


def test_the_file_of_the_destination_is_judged_on_arrival(
    qtbot: QtBot, view: VerifyView, file: Callable[[Outcome], Path]
) -> None:
    view.arrive(Destination(Place.VERIFY, path=str(file(Outcome.INTACT))))
    qtbot.waitUntil(lambda: "Signed and unchanged" in words(view))
    view.arrive(Destination(Place.VERIFY))
    assert "Signed and unchanged" not in words(view)


def test_a_file_that_is_not_there_is_one_sentence(qtbot: QtBot, view: VerifyView, tmp_path: Path) -> None:
    view.verify(tmp_path / "gone.pdf")
    qtbot.waitUntil(lambda: "There is no file gone.pdf." in words(view))
    assert "Reading" not in words(view)


def test_the_button_asks_for_a_file(qtbot: QtBot, view: VerifyView, file: Callable[[Outcome], Path]) -> None:
    path = file(Outcome.NOT_SIGNED)
    press(qtbot, view, "choose-pdf")
    dialog = view.findChild(QFileDialog)
    assert dialog.isVisible()
    dialog.fileSelected.emit(str(path))
    dialog.close()
    qtbot.waitUntil(lambda: "Not signed" in words(view))


def test_only_the_newest_file_is_answered(qtbot: QtBot, tmp_path: Path) -> None:
    held = Event()

    def slow(path: Path, password: str) -> Verdict:
        if path.name == "slow.pdf":
            held.wait(5)
        return Verdict(path.name, Outcome.INTACT if path.name == "slow.pdf" else Outcome.NOT_SIGNED)

    view = VerifyView(VerifyPresenter(slow, check_folder, nothing_here))
    qtbot.addWidget(view)
    view.show()
    view.verify(tmp_path / "slow.pdf")
    assert "Reading slow.pdf" in words(view)
    view.verify(tmp_path / "fast.pdf")
    qtbot.waitUntil(lambda: "Not signed" in words(view))
    held.set()
    assert QThreadPool.globalInstance().waitForDone(5000)
    QCoreApplication.processEvents()
    assert "fast.pdf" in words(view) and "slow.pdf" not in words(view)


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """A folder with two files that are no notes."""
    folder = tmp_path / "letters"
    folder.mkdir()
    for name in ("one.pdf", "two.pdf"):
        (folder / name).write_text("Dear all", encoding="utf-8")
    return folder


def test_a_folder_is_checked_and_reported(qtbot: QtBot, view: VerifyView, letters: Path) -> None:
    press(qtbot, view, "verify-folder")
    dialog = view.findChild(QFileDialog)
    assert dialog.isVisible()
    dialog.fileSelected.emit(str(letters))
    dialog.close()
    qtbot.waitUntil(lambda: "0 files are good, 2 have a problem." in words(view))
    assert words(view).count("This is not a PDF file.") == 2
    assert "one.pdf" in words(view)


def test_a_dropped_folder_is_checked_too(qtbot: QtBot, view: VerifyView, letters: Path) -> None:
    drop(view, letters)
    qtbot.waitUntil(lambda: "2 have a problem" in words(view))


def test_an_empty_folder_is_one_sentence(qtbot: QtBot, view: VerifyView, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    view.check_folder(str(tmp_path / "empty"))
    qtbot.waitUntil(lambda: "There is no PDF in" in words(view))
    assert view.findChild(QWidget, "verify-folder").isEnabled()


def test_a_report_waits_while_one_is_elsewhere(qtbot: QtBot, view: VerifyView, letters: Path) -> None:
    view.check_folder(str(letters))
    qtbot.waitUntil(lambda: "2 have a problem" in words(view))
    view.arrive(Destination(Place.VERIFY))
    assert "2 have a problem" in words(view)


def test_thousands_of_files_are_shown_without_a_pause(qtbot: QtBot, view: VerifyView, letters: Path) -> None:
    for number in range(1500):
        (letters / f"{number}.pdf").write_text("Dear all", encoding="utf-8")
    view.check_folder(str(letters))
    qtbot.waitUntil(lambda: "1502 have a problem" in words(view), timeout=30_000)
    assert "502 more files are in the report" in words(view)
    before = perf_counter()
    view.resize(900, 600)
    QCoreApplication.processEvents()
    assert perf_counter() - before < 2  # a widget for each line takes minutes
