"""What the screens of a note lend from the flows: taking a file in, handing over, comparing a key, attaching."""

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.app.house import House
from desktop.flows.filing import write_new
from desktop.flows.keys.trusting import employee_certificates, trust
from desktop.flows.notes.handing import hand_over
from desktop.flows.notes.rebutting import attach, write_down
from desktop.flows.notes.returning import Homecoming, take_in
from desktop.presenters.notes.answers import AnswerTools
from desktop.wording import spoken

if TYPE_CHECKING:
    from desktop.models.note import Note


def answer_tools(house: House) -> AnswerTools:
    """Return the functions for the notes of one open vault."""
    vault = house.vault

    def taken(note: "Note", path: Path, password: str) -> Homecoming:
        return take_in(vault, path, note, password)

    def known(person_uid: str, certificate: bytes) -> bool:
        return certificate in employee_certificates(vault, person_uid)

    return AnswerTools(
        take_in=taken,
        hand_over=lambda note: hand_over(vault, note),
        trust=lambda person_uid, certificate: trust(vault, person_uid, certificate),
        is_known=known,
        spoken=spoken,
        attach=lambda note, path: attach(vault, note, path),
        write_down=lambda note, words: write_down(vault, note, words),
        save=lambda data, name: write_new(house.exports_made(), name, data),
    )
