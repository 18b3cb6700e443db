"""`export`: the signed PDF of a sealed conversation, and its record."""

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.commands.output import GOOD, document, line
from desktop.commands.vaults import opened
from desktop.flows.exporting import export
from desktop.flows.filing import write_new
from desktop.i18n import _
from desktop.models.conversation import State
from desktop.models.guide import Kind
from desktop.models.problems import Problem

if TYPE_CHECKING:
    from desktop.models.note import Note
    from desktop.storage.vault import Vault


def export_note(vault: Path | None, wanted: str, folder: Path, as_json: bool) -> int:
    """Write the PDF of the note `wanted` (the beginning of its id) to `folder`; with JSON its record, too."""
    with opened(vault) as house:
        note = find_note(house, wanted)
        exported = export(house, note, folder)
    if not as_json:
        line(_("Signed, checked and saved: {path}").format(path=exported.path))
        return GOOD
    record = write_new(folder, f"{exported.path.stem}.json", note.record)
    found = {"note": note.uid, "kind": note.kind, "revision": note.revision, "digest": note.digest}
    document({**found, "pdf": exported.path, "record": record, "verdict": exported.verdict.outcome})
    return GOOD


def find_note(vault: "Vault", wanted: str) -> "Note":
    """Return the note whose id, or whose conversation's id, begins with `wanted`.

    Raises Problem if there is none or several.
    """
    prefix = wanted.strip().lower()
    notes = [note for kind in Kind for note in vault.notes(kind).notes()]
    found = [note for note in notes if prefix and _begins(note, prefix)]
    if len(found) > 1:
        raise Problem("Several notes begin with “{id}”; write more of the id.", id=wanted)
    if not found:
        raise Problem(_missing(vault, prefix), id=wanted)
    return found[0]


def _begins(note: "Note", prefix: str) -> bool:
    return note.uid.startswith(prefix) or note.conversation_uid.startswith(prefix)


def _missing(vault: "Vault", prefix: str) -> str:
    drafts = (each for kind in Kind for each in vault.conversations(kind).conversations(state=State.DRAFT))
    if prefix and any(draft.uid.startswith(prefix) for draft in drafts):
        return "The conversation “{id}” is not sealed yet; only a sealed one can be exported."
    return "No note begins with “{id}”; “list” shows which there are."
