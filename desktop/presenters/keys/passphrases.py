"""Passphrases for files: what is wrong with a new one, and a fresh one nobody can guess."""

import secrets
from collections.abc import Mapping

from desktop.i18n import _

LEAST = 12
"""Characters. A file can be tried out for as long as somebody likes, so that a short one is soon found."""

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without those that are mistaken for others when they are read out or copied by hand."""


def new_passphrase_errors(passphrase: str, again: str) -> Mapping[str, str]:
    """Return what is wrong with a passphrase that was typed twice, by field ("passphrase", "again")."""
    if not passphrase:
        return {"passphrase": _("Please type a passphrase; without one, whoever finds the file has the key.")}
    if len(passphrase) < LEAST:
        short = _("This passphrase is short: use at least {n} characters, for example four words.")
        return {"passphrase": short.format(n=LEAST)}
    if not again:
        return {"again": _("Please type it once more, so that a slip of the finger locks nobody out.")}
    return {} if passphrase == again else {"again": _("The two are different; type the same passphrase twice.")}


def passphrase_errors(passphrase: str) -> Mapping[str, str]:
    """Return what is wrong with a passphrase that is to open a file."""
    return {} if passphrase else {"passphrase": _("Please type the passphrase of this file.")}


def generated_passphrase() -> str:
    """Return a fresh passphrase of 99 bits that can be read out: four groups of five letters and digits."""
    groups = ("".join(secrets.choice(_LETTERS) for _n in range(5)) for _group in range(4))
    return "-".join(groups)
