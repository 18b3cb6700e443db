"""Long work: exactly one end, told on the thread that asked, whatever becomes of who asked."""

import logging
from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import QObject, Slot
from pytestqt.qtbot import QtBot

from desktop.models.problems import Problem
from desktop.views import work
from desktop.views.work import Cancelled, Report, Work


class Witness(QObject):
    """Notes what a piece of work says, and on which thread it heard it."""

    def __init__(self, watched: Work) -> None:
        super().__init__()
        self.heard: list[tuple[str, object]] = []
        self.on_main: set[bool] = set()
        watched.progress.connect(self._progress)
        watched.done.connect(self._done)
        watched.failed.connect(self._failed)
        watched.cancelled.connect(self._cancelled)

    @Slot(int, int, str)
    def _progress(self, done: int, total: int, text: str) -> None:
        self._note("progress", (done, total, text))

    @Slot(object)
    def _done(self, value: object) -> None:
        self._note("done", value)

    @Slot(str)
    def _failed(self, sentence: str) -> None:
        self._note("failed", sentence)

    @Slot()
    def _cancelled(self) -> None:
        self._note("cancelled", None)

    def _note(self, what: str, value: object) -> None:
        self.heard.append((what, value))
        self.on_main.add(current_thread() is main_thread())


def settled(qtbot: QtBot) -> None:
    """Wait until no work is kept any more: its end was told."""
    qtbot.waitUntil(lambda: not work.running(), timeout=5000)


def test_a_job_reports_and_is_done(qtbot: QtBot) -> None:
    def job(report: Report, cancelled: object) -> int:
        report(1, 2, "Half way")
        report(2, 2)
        return 42

    task = Work(job)
    witness = Witness(task)
    task.start()
    settled(qtbot)
    assert witness.heard == [("progress", (1, 2, "Half way")), ("progress", (2, 2, "")), ("done", 42)]
    assert witness.on_main == {True}


def test_a_problem_becomes_its_sentence(qtbot: QtBot) -> None:
    def job(report: Report, cancelled: object) -> None:
        raise Problem("The folder {name} is full.", name="Notes")

    task = Work(job)
    witness = Witness(task)
    task.start()
    settled(qtbot)
    assert witness.heard == [("failed", "The folder Notes is full.")]


def test_a_defect_is_logged_and_said_calmly(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    def job(report: Report, cancelled: object) -> None:
        raise ZeroDivisionError("secret detail")

    task = Work(job)
    witness = Witness(task)
    with caplog.at_level(logging.ERROR):
        task.start()
        settled(qtbot)
    [(what, sentence)] = witness.heard
    assert what == "failed"
    assert "secret detail" not in str(sentence)
    assert "ZeroDivisionError" in caplog.text


def waits_to_be_cancelled(report: Report, cancelled: "work.IsCancelled") -> None:
    """A job that ends only when it is asked to."""
    pause = Event()
    while not cancelled():
        pause.wait(0.001)
    raise Cancelled


def test_a_cancelled_job_says_so(qtbot: QtBot) -> None:
    task = Work(waits_to_be_cancelled)
    witness = Witness(task)
    task.start()
    task.cancel()
    settled(qtbot)
    assert witness.heard == [("cancelled", None)]


def test_quitting_cancels_everything_and_waits(qtbot: QtBot) -> None:
    tasks = [Work(waits_to_be_cancelled) for _ in range(3)]
    for task in tasks:
        task.start()
    assert work.finish_all(5000)
    settled(qtbot)


def test_work_outlives_who_asked_for_it(qtbot: QtBot) -> None:
    gate = Event()

    def job(report: Report, cancelled: object) -> str:
        gate.wait(5)
        report(1, 1)
        return "done"

    task = Work(job)
    witness = Witness(task)
    task.start()
    heard = witness.heard
    del task, witness
    gate.set()
    settled(qtbot)
    assert heard == []
