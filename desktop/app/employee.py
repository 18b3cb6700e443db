"""What the employee's page lends from the flows: for a note that was sent here, and for one shown in the room."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.app.paper import pages_of
from desktop.documents.signing.sign import Signatory
from desktop.flows.keys.known import NOBODY
from desktop.flows.keys.own_key import own_identity
from desktop.flows.keys.trusting import known_to
from desktop.flows.notes.answering import Answerable, answerable, answered, read_answerable, save_answered
from desktop.flows.notes.in_the_room import answer_here, decline_here, handed_out
from desktop.models.hand import Hand
from desktop.models.ids import now
from desktop.models.problems import Problem
from desktop.models.response import Reply
from desktop.places import own_key_file
from desktop.presenters.notes.respond_screen import RespondTools
from desktop.wording import spoken

if TYPE_CHECKING:
    from desktop.app.house import House
    from desktop.models.identity import Identity
    from desktop.models.note import Note


def sent_here(house: "House | None", key_file: Path | None = None) -> RespondTools:
    """Return the functions for notes that were sent to whoever sits here; `house` is their vault, if they have one.

    They sign with the key of their vault, else with one in a file of their own (None: where it lies on this machine).
    """
    own_key = key_file or own_key_file()
    signed_with: list[bytes] = []

    def read(path: Path, password: str) -> Answerable:
        return read_answerable(path, password, known_to(house.vault) if house else NOBODY)

    def answer(note: Answerable, folder: Path, reply: Reply, hand: Hand | None, passphrase: str) -> Path:
        by = None
        if hand is not None:
            moment = now()
            mine = _mine(house) or own_identity(own_key, hand.name, passphrase, moment)
            by = Signatory(mine, hand.name, moment, hand.strokes)
            signed_with[:] = [mine.certificate]
        return save_answered(answered(note.pdf, reply, by, note.password), folder, note.name)

    def needs_passphrase() -> str:
        if _mine(house) is not None:
            return ""
        return "known" if own_key.exists() else "new"

    def own_words() -> str:
        return spoken(signed_with[0]) if signed_with else ""

    return RespondTools(read, pages_of, answer, needs_passphrase, _not_here, own_words)


def in_the_room(house: "House", note: "Note", folder: Path) -> RespondTools:
    """Return the functions for one note of this vault, which its employee answers on this very screen."""
    vault = house.vault

    def read(_path: Path, _password: str) -> Answerable:
        return answerable(handed_out(vault, note, folder), "", known=known_to(vault))

    def answer(_note: Answerable, _folder: Path, reply: Reply, hand: Hand | None, _passphrase: str) -> Path:
        if hand is None:
            raise Problem("In the room an answer is signed; the file can be taken home instead.")
        return answer_here(vault, note, folder, reply, hand).path

    def decline(_note: Answerable, reason: str, day: date, witness: Hand) -> None:
        decline_here(vault, note, folder, reason, day, witness)

    return RespondTools(read, pages_of, answer, lambda: "", decline, lambda: "")


def _mine(house: "House | None") -> "Identity | None":
    """Return the key of the vault's owner, None without a vault; one in a token signs only where its PIN is asked."""
    if house is None:
        return None
    identity = house.vault.profile.identity(house.vault.profile.me_uid())
    return identity if identity and not identity.token else None


def _not_here(_note: Answerable, _reason: str, _day: date, _witness: Hand) -> None:
    raise Problem("Not signing is recorded where the talk is held; simply send the file back without an answer.")
