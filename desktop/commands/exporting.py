"""`export`: the signed PDF of a sealed conversation, and its record; or the PDFs of all of them."""

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.commands.listing import people_called
from desktop.commands.output import GOOD, INTERRUPTED, WRONG, complain, document, line
from desktop.commands.progress import show_progress, stoppable
from desktop.commands.vaults import Chosen, opened
from desktop.flows.filing import write_new
from desktop.flows.notes.bulk import export_all
from desktop.flows.notes.exporting import export
from desktop.i18n import _
from desktop.models.conversation import State
from desktop.models.guide import Kind
from desktop.models.problems import Problem
from desktop.presenters.notes.timeline import newest_notes

if TYPE_CHECKING:
    from desktop.flows.notes.bulk_report import BulkReport
    from desktop.models.note import Note
    from desktop.storage.vault import Vault


def export_note(vault: Chosen, wanted: str, folder: Path, as_json: bool) -> int:
    """Write the PDF of the note `wanted` (the beginning of its id) to `folder`; with JSON its record, too."""
    with opened(vault, exclusive=False) as house:
        note = find_note(house, wanted)
        exported = export(house, note, folder)
    if not as_json:
        line(_("Signed, checked and saved: {path}").format(path=exported.path))
        return GOOD
    record = write_new(folder, f"{exported.path.stem}.json", note.record)
    found = {"note": note.uid, "kind": note.kind, "revision": note.revision, "digest": note.digest}
    document({**found, "pdf": exported.path, "record": record, "verdict": exported.verdict.outcome})
    return GOOD


def export_notes(vault: Chosen, name: str, kind: str, folder: Path, as_json: bool) -> int:
    """Write the newest PDF of every note to `folder`; only of people with `name` in theirs, of `kind` if given.

    One note's problem does not stop the rest. Ctrl+C stops it after the note at hand.
    """
    with opened(vault, exclusive=False) as house:
        notes = _newest(house, name, kind)
        if not notes:
            raise Problem("No note fits; “list” shows which there are.")
        with stoppable() as stopped:
            report = export_all(house, notes, folder, show_progress, stopped)
    _tell(report, as_json)
    if report.cancelled:
        return INTERRUPTED
    return WRONG if report.problems else GOOD


def _newest(vault: "Vault", name: str, kind: str) -> list["Note"]:
    people = people_called(vault, name)
    notes = [note for each in Kind if kind in ("", each) for note in newest_notes(vault, each)]
    fitting = [note for note in notes if note.person_uid in people]
    return sorted(fitting, key=lambda note: (note.content["held_on"], note.uid))


def _tell(report: "BulkReport", as_json: bool) -> None:
    for row in report.rows:
        if not row.ok:
            complain(f"{row.name}: {row.says}")
        elif not as_json:
            line(f"{row.name}: {row.says}")
    if as_json:
        rows = [{"file": row.name, "good": row.ok, "result": row.says} for row in report.rows]
        document({"folder": report.folder, "total": report.total, "cancelled": report.cancelled, "files": rows})
    else:
        line(report.summary())


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
