"""Where a command gets a passphrase: a file, the environment, or whoever sits at the terminal; never an argument."""

import getpass
import os
import sys
from pathlib import Path

from desktop.i18n import _
from desktop.models.problems import Problem

_VARIABLE = "DUOLOGUE_PASSPHRASE"


def passphrase(file: Path | None, new: bool = False, ask: bool = True) -> str:
    """Return the passphrase: the first line of `file`, else DUOLOGUE_PASSPHRASE, else what is typed.

    A `new` one is asked for twice; without `ask` nobody is asked.
    Raises Problem if there is nobody to ask, or the two are not the same.
    """
    if file is not None:
        return _first_line(file)
    if _VARIABLE in os.environ:
        return os.environ[_VARIABLE]
    if not (ask and sys.stdin.isatty()):
        raise Problem("A passphrase is needed: name a file with --passphrase-file, or set DUOLOGUE_PASSPHRASE.")
    typed = getpass.getpass(_("New passphrase: ") if new else _("Passphrase: "))
    if new and getpass.getpass(_("The same again: ")) != typed:
        raise Problem("The two passphrases are not the same; try again.")
    return typed


def _first_line(file: Path) -> str:
    from desktop.flows.keys.checking import (
        read_file,  # with the libraries that check a PDF: a window must not wait for them
    )

    try:
        return read_file(file).decode("utf-8-sig").split("\n", 1)[0].rstrip("\r")
    except UnicodeDecodeError:
        raise Problem("The passphrase file {file} is no text in UTF-8.", file=file) from None
