"""The note goes to the employee: until an answer comes it is with them since then."""

from typing import TYPE_CHECKING

from desktop.models.ids import new_uid, now
from desktop.models.note import Note
from desktop.models.problems import Problem
from desktop.models.response import Handover

if TYPE_CHECKING:
    from desktop.storage.vault import Vault


def hand_over(vault: "Vault", note: Note) -> Handover:
    """Record that the employee has the note; raise Problem if there is no signed file they could have."""
    if not vault.notes(note.kind).exports(note.uid):
        raise Problem("Export the signed PDF first; that is what the employee takes home.")
    handover = Handover(new_uid(), note.uid, now())
    vault.responses(note.kind).hand_over(handover)
    return handover
