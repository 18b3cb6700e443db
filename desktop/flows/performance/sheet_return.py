"""A preparation sheet that comes back: matched by its mark, read, and kept as it came."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.models.conversation import Conversation, State
from desktop.models.guide import Kind
from desktop.models.ids import new_uid, now
from desktop.models.preparation import Said, SheetMade, SheetReturned, asked, newest
from desktop.models.problems import Problem

if TYPE_CHECKING:
    from desktop.storage.vault import Vault


class SheetArrival(StrEnum):
    """What a sheet turned out to be."""

    FIRST = "first"
    NEWER = "newer"
    OLDER = "older"
    KNOWN = "known"
    EMPTY = "empty"


KEPT = (SheetArrival.FIRST, SheetArrival.NEWER, SheetArrival.OLDER)


@dataclass(frozen=True, slots=True)
class SheetHome:
    """A sheet that came back: for which conversation, what it is beside those that came before, and what it says.

    `returned` is as it is kept, or would be.
    """

    conversation: Conversation
    arrival: SheetArrival
    returned: SheetReturned


def sheet_here(vault: "Vault", data: bytes) -> SheetMade | None:
    """Return the sheet of this vault that a file is, None if it is none of them or cannot be read."""
    try:
        return _made(vault, data)
    except Problem:
        return None


def examine_sheet(vault: "Vault", data: bytes, name: str, expected: str = "") -> SheetHome:
    """Return what a file called `name` brings, without keeping it; `expected` is the conversation it is meant for.

    Raises Problem if it is no sheet of this vault, belongs to another conversation, cannot be read, or comes when its
    conversation is sealed; Locked if it is under a password.
    """
    from desktop.documents.judging.sheet_fields import sheet_values

    made = _made(vault, data)
    if made is None:
        raise Problem(
            "This file is no preparation sheet of this vault. If it was printed to a PDF, ask for the file as saved."
        )
    if expected and made.conversation_uid != expected:
        raise Problem("This sheet was made for another conversation; drop it on Home, and it finds its place.")
    talk = vault.conversations(Kind.PERFORMANCE).conversation(made.conversation_uid)
    if talk.state is State.SEALED:
        raise Problem("The conversation of this sheet is sealed; keep the file yourself, or attach it to the note.")
    prompts = asked(talk.guide)
    answers, moments, saved = sheet_values(data, made.uid, len(prompts))
    said = Said(
        {prompt.id: text for prompt, text in zip(prompts, answers, strict=True) if text},
        tuple(each for each in moments if any(each.parts)),
    )
    digest = hashlib.sha256(data).hexdigest()
    returned = SheetReturned(new_uid(), talk.uid, made.uid, now(), saved, name, digest, said.text(), data)
    return SheetHome(talk, _arrival(vault, said, returned), returned)


def keep_sheet(vault: "Vault", home: SheetHome) -> SheetHome:
    """Keep what came back, unless it says nothing or is there already."""
    if home.arrival in KEPT:
        vault.preparation.add_returned(home.returned)
    return home


def _made(vault: "Vault", data: bytes) -> SheetMade | None:
    from desktop.documents.judging.sheet_fields import sheet_mark

    mark = sheet_mark(data)
    return vault.preparation.sheet(mark) if mark else None


def _arrival(vault: "Vault", said: Said, returned: SheetReturned) -> SheetArrival:
    before = vault.preparation.returned(returned.conversation_uid)
    if said.is_empty:
        return SheetArrival.EMPTY
    if any(each.sha256 == returned.sha256 for each in before):
        return SheetArrival.KNOWN
    if not before:
        return SheetArrival.FIRST
    return SheetArrival.NEWER if newest((*before, returned)) is returned else SheetArrival.OLDER
