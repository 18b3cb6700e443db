"""A statement that arrives later: attached to its note as it came, and part of every file of it from then on."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.flows.keys.checking import read_file
from desktop.models.ids import new_uid, now
from desktop.models.note import Note
from desktop.models.problems import Problem
from desktop.models.response import Rebuttal
from desktop.models.typed import is_blank

if TYPE_CHECKING:
    from desktop.storage.vault import Vault

LARGEST = 10 * 1024 * 1024
"""Bytes: the statement is in every copy of the note that is sent from then on."""


def attach(vault: "Vault", note: Note, path: Path) -> Rebuttal:
    """Attach the file at `path` to a note and return it as it is kept; raise Problem if it cannot be read."""
    data = read_file(path)
    if len(data) > LARGEST:
        sentence = "{name} is larger than 10 MB; a statement is in every copy of the note, so save it smaller."
        raise Problem(sentence, name=path.name)
    return _kept(vault, note, path.name, data)


def write_down(vault: "Vault", note: Note, words: str) -> Rebuttal:
    """Attach a statement that was typed here, as a text file; raise Problem if there are no words."""
    if is_blank(words):
        raise Problem("Write the statement first, or choose a file.")
    return _kept(vault, note, "statement.txt", words.encode("utf-8", "replace"))


def _kept(vault: "Vault", note: Note, name: str, data: bytes) -> Rebuttal:
    if not data:
        raise Problem("{name} is empty; choose the file with the statement.", name=name)
    sha256 = hashlib.sha256(data).hexdigest()
    statements = vault.responses(note.kind)
    if any(each.sha256 == sha256 for each in statements.rebuttals(note.uid)):
        raise Problem("This statement is attached already.")
    rebuttal = Rebuttal(new_uid(), note.uid, name, sha256, len(data), now(), data)
    statements.add_rebuttal(rebuttal)
    return rebuttal
