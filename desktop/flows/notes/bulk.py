"""Many files in one run: every note exported, every PDF of a folder checked.

One file's problem does not stop the others. No PDF is kept in memory once its row is written.
"""

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from desktop.flows.filing import require_folder
from desktop.flows.keys.checking import check_file
from desktop.flows.keys.known import NOBODY, Known
from desktop.flows.notes.bulk_report import BulkReport, BulkRow
from desktop.flows.notes.exporting import Report, export, export_name, load_signer
from desktop.flows.notes.pdf_folder import Found, pdfs_below
from desktop.i18n import _, say
from desktop.models.ids import now
from desktop.models.note import Note
from desktop.models.problems import Problem
from desktop.models.verdict import Outcome, Verdict
from desktop.wording import outcome_name

if TYPE_CHECKING:
    from desktop.storage.vault import Vault

IsCancelled = Callable[[], bool]
T = TypeVar("T")

_log = logging.getLogger(__name__)


def export_all(
    vault: "Vault", notes: Sequence[Note], folder: Path, report: Report, cancelled: IsCancelled
) -> BulkReport:
    """Write the signed PDF of every note into `folder`, as `export` does for one; the key is loaded once.

    `report(done, total, name)` hears of each file before it is written, `cancelled()` is asked between two. Raises
    Problem where not even the first could be written: no note, no folder, nobody to sign.
    """
    if not notes:
        raise Problem("There is no note to export.")
    require_folder(folder)
    signer = None if all(note.imported for note in notes) else load_signer(vault)

    def one(note: Note) -> BulkRow:
        require_folder(folder)  # before the pages are drawn for nothing
        done = export(vault, note, folder, signer=signer)
        return BulkRow(done.path.name, True, _("Signed, checked and saved"), _signers(done.verdict))

    return _run(_("Notes exported"), folder, notes, export_name, one, report, cancelled)


def verify_folder(folder: Path, known: Known, report: Report, cancelled: IsCancelled) -> BulkReport:
    """Judge every *.pdf below `folder`, one at a time, sorted; links are not followed.

    `known`, `report` and `cancelled` as for `check_file` and `export_all`. Raises Problem if the folder cannot be
    opened or holds no PDF.
    """

    def one(found: Found) -> BulkRow:
        return verdict_row(found.name, check_found(found, known))

    return _run(_("PDFs checked"), folder, pdfs_below(folder), lambda found: found.name, one, report, cancelled)


def check_found(found: Found, known: Known = NOBODY) -> Verdict:
    """Return the verdict on a file of a folder; raise Problem if it is not to be read or cannot be."""
    if found.problem:
        raise Problem(found.problem)
    with _defects_told():
        return check_file(found.path, known)


def verdict_row(name: str, verdict: Verdict) -> BulkRow:
    """Return a verdict as one line: what was found and why, and who signed."""
    good = verdict.outcome is Outcome.INTACT
    says = ". ".join((outcome_name(verdict.outcome), *verdict.reasons))
    return BulkRow(name, good, says, _signers(verdict))


def _run(
    title: str,
    folder: Path,
    items: Sequence[T],
    name_of: Callable[[T], str],
    one: Callable[[T], BulkRow],
    report: Report,
    cancelled: IsCancelled,
) -> BulkReport:
    """Do every item until it is cancelled, and write a row for each."""
    rows: list[BulkRow] = []
    for item in items:
        if cancelled():
            break
        name = name_of(item)
        report(len(rows), len(items), name)
        rows.append(_tried(one, item, name))
    report(len(rows), len(items), "")
    return BulkReport(title, folder, tuple(rows), len(items), now(), cancelled=len(rows) < len(items))


def _tried(one: Callable[[T], BulkRow], item: T, name: str) -> BulkRow:
    try:
        with _defects_told():
            return one(item)
    except Problem as problem:
        return BulkRow(name, False, say(problem))


@contextmanager
def _defects_told() -> Iterator[None]:
    """Turn a defect met at one of many files into a sentence about it: the others are not to be lost by it."""
    try:
        yield
    except Problem:
        raise
    except Exception as defect:
        _log.debug("A defect at one of many files", exc_info=True)
        what = type(defect).__name__
        raise Problem("Something unexpected went wrong with this file ({what}).", what=what) from defect


def _signers(verdict: Verdict) -> str:
    return ", ".join(dict.fromkeys(found.signer for found in verdict.signatures if found.signer))
