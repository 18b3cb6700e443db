"""The commands that open a window, or stand in for one: the program itself, `demo` and `self-test`."""

import builtins
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from desktop.commands.output import GOOD, WRONG, complain, line
from desktop.commands.vaults import named
from desktop.i18n import _
from desktop.places import sample_vault


def open_window(vault: Path | None) -> int:
    """Open the window on a vault (None: the one used last) and return its exit code."""
    with plain_imports():
        from desktop.app.program import has_screen, run

    if not has_screen():
        complain(_("There is no screen here. “self-test” walks through the whole program without one."))
        return WRONG
    return run(named(vault))


def demo(vault: Path | None, window: bool) -> int:
    """Make the invented firm (in its own folder, if none is named) unless it is there, and open it."""
    folder = named(vault) or sample_vault()
    if _made(folder):
        line(_("An invented firm lies in {folder}.").format(folder=folder))
    return open_window(folder) if window else GOOD


def self_test(out: Path) -> int:
    """Walk the whole journey through the real windows; leave its files in `out`."""
    from desktop.selftest.run import run

    return run(out)


@contextmanager
def plain_imports() -> Iterator[None]:
    """Take PySide6's import hook away again after the block.

    The hook reads the source of every module that is imported after Qt: a quarter more time and 20 MiB for the
    libraries that follow. Nothing here uses the feature it serves (`from __feature__ import …`).
    """
    plain = builtins.__import__
    yield
    builtins.__import__ = plain


def _made(folder: Path) -> bool:
    from desktop.storage.vault import Vault

    if Vault.exists(folder):
        return False
    from desktop.flows.sample.firm import make_sample_vault

    make_sample_vault(folder, date.today(), _progress)
    return True


def _progress(done: int, total: int, sentence: str) -> None:
    if done in (0, 1):
        line(sentence)
