"""A thorough look at a vault: file, seals, stored PDFs, backups, and the place it lies in."""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.documents.judging.verify import verify
from desktop.flows.keys.trusting import known_to
from desktop.i18n import _, say
from desktop.models.guide import Kind
from desktop.models.problems import Locked, Problem
from desktop.models.verdict import Outcome
from desktop.places import looks_synced
from desktop.storage.backups import FOLDER_NAME, backups, contents

if TYPE_CHECKING:
    from desktop.storage.vault import Vault

_LITTLE_ROOM = 200 * 1024 * 1024
"""Bytes; with less, saving may soon fail."""


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found: `wrong` needs a hand, `hints` are worth knowing, `looked_at` counts stored PDFs."""

    wrong: tuple[str, ...]
    hints: tuple[str, ...]
    looked_at: int
    backups: int


def examine_vault(vault: "Vault") -> Examined:
    """Look at everything (slow: every page and every signature is read); nothing is changed."""
    wrong = [*vault.check()]
    pdfs = [pdf for kind in Kind for pdf in _stored(vault, kind)]
    known = known_to(vault).certificates
    for name, pdf in pdfs:
        if not _passes(name, pdf, known):
            wrong.append(_("The stored PDF {name} does not pass its check.").format(name=name))
    found = backups(vault.folder / FOLDER_NAME)
    for backup in found:
        try:
            contents(backup.file, vault.key)
        except Problem as problem:
            told = _("The backup {name} cannot be used: {reason}")
            wrong.append(told.format(name=backup.path.name, reason=say(problem)))
    return Examined(tuple(wrong), tuple(_hints(vault.folder, len(found))), len(pdfs), len(found))


def _passes(name: str, pdf: bytes, known: Sequence[bytes]) -> bool:
    try:
        return verify(pdf, name, known).outcome in (Outcome.INTACT, Outcome.UNKNOWN_SIGNER)
    except Locked:  # a copy under a password: its bytes were compared with their digest already
        return True


def _stored(vault: "Vault", kind: Kind) -> Iterator[tuple[str, bytes]]:
    for note in vault.notes(kind).notes():
        for export in vault.notes(kind).exports(note.uid):
            yield export.file_name, export.pdf


def _hints(folder: Path, made: int) -> Iterator[str]:
    if not made:
        yield _("There is no backup beside the vault yet.")
    with suppress(OSError):
        if shutil.disk_usage(folder).free < _LITTLE_ROOM:
            yield _("There is less than 200 MB of room left on the vault's disk.")
    if looks_synced(folder):
        yield _("The vault lies in a folder that looks synchronised; a vault in use can be damaged there.")
    if os.name == "posix" and folder.stat().st_mode & 0o077:
        yield _("Other users of this computer may look into the vault's folder; make it yours alone.")
