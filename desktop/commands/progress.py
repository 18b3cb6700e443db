"""A long command: how far it is, for whoever watches, and how it is stopped."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event
from types import FrameType

from desktop.commands.output import fit_for_terminal

_WIDEST = 78


def show_progress(done: int, total: int, name: str) -> None:
    """Say on standard error which file is at hand, on one line that the next one takes; silent but on a terminal."""
    if not sys.stderr.isatty():
        return
    words = fit_for_terminal(f"{done + 1}/{total} {name}")[:_WIDEST] if name else ""
    sys.stderr.write(f"\r\x1b[K{words}")
    sys.stderr.flush()


@contextmanager
def stoppable() -> Iterator[Callable[[], bool]]:
    """Lend a function that says whether Ctrl+C was pressed: the file at hand is finished, no other is begun.

    A second Ctrl+C ends the command at once, as it does everywhere else.
    """
    pressed = Event()

    def stop(number: int, frame: FrameType | None) -> None:
        pressed.set()
        signal.signal(signal.SIGINT, signal.default_int_handler)

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield pressed.is_set
    finally:
        signal.signal(signal.SIGINT, before)
