"""Long work behind a window that stays alive: a plain function on another thread, told about by four signals.

A `Work` has no parent and is kept here until its last event, so that closing the screen that started it harms
nothing. The thread only ever gets bound signals, never the object that owns them.
"""

from collections.abc import Callable
from threading import Event
from typing import Any, Protocol

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, SignalInstance

from desktop.i18n import _, say
from desktop.models.problems import Problem

IsCancelled = Callable[[], bool]
Job = Callable[["Report", IsCancelled], Any]

_running: set["Work"] = set()


class Report(Protocol):
    """What a job calls to say how far it is."""

    def __call__(self, done: int, total: int, text: str = "") -> None:
        """Tell that `done` of `total` steps are done, and what is being done now."""


class Cancelled(Exception):  # noqa: N818 (it is no error)
    """Raised by a job that noticed it was cancelled."""


class Work(QObject):
    """One piece of long work; exactly one of done, failed and cancelled comes last.

    Signals:
        progress(int, int, str): steps done, steps in all, and a sentence about the one at hand.
        done(object): the value the job returned.
        failed(str): a sentence saying what went wrong.
        cancelled(): the job stopped because it was asked to.
    """

    progress = Signal(int, int, str)
    done = Signal(object)
    failed = Signal(str)
    cancelled = Signal()
    _over = Signal()

    def __init__(self, job: Job) -> None:
        """Prepare `job(report, cancelled)`, a function of frozen values that touches no widget."""
        super().__init__()
        self._stop = Event()
        self._job = job
        self._over.connect(self._forget, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin on another thread."""
        _running.add(self)
        QThreadPool.globalInstance().start(_Runnable(self._job, self._stop, self))

    def cancel(self) -> None:
        """Ask the job to stop; `cancelled` follows when it has."""
        self._stop.set()

    def _forget(self) -> None:
        _running.discard(self)


def running() -> frozenset[Work]:
    """Return the work whose end has not been told yet."""
    return frozenset(_running)


def finish_all(milliseconds: int = 10_000) -> bool:
    """Ask all running work to stop and wait for it; return whether all of it has ended in time."""
    for work in list(_running):
        work.cancel()
    return QThreadPool.globalInstance().waitForDone(milliseconds)


class _Runnable(QRunnable):
    """Runs a job; it holds bound signals, not the object they belong to."""

    def __init__(self, job: Job, stop: Event, work: Work) -> None:
        super().__init__()
        self._job = job
        self._stop = stop
        self._progress: SignalInstance = work.progress
        self._ends = {"done": work.done, "failed": work.failed, "cancelled": work.cancelled}
        self._over: SignalInstance = work._over

    def run(self) -> None:
        """Run the job and tell its end; nothing escapes into the thread."""
        try:
            result = self._job(self._report, self._stop.is_set)
        except Cancelled:
            self._ends["cancelled"].emit()
        except Problem as problem:
            self._ends["failed"].emit(say(problem))
        except Exception:
            import logging  # a tenth of the way to the first window, for what should never happen

            logging.getLogger(__name__).exception("A job failed")
            self._ends["failed"].emit(_("Something unexpected went wrong. Please try again."))
        else:
            self._ends["done"].emit(result)
        self._over.emit()

    def _report(self, done: int, total: int, text: str = "") -> None:
        self._progress.emit(done, total, text)
