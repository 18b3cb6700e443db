"""The verify screen: can I trust this file?"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop.flows.notes.bulk_report import BulkReport
from desktop.i18n import _
from desktop.models.problems import Locked, Problem
from desktop.models.verdict import Verdict
from desktop.presenters.destination import Destination
from desktop.presenters.notes.bulk import BulkJob, BulkPresenter, Report
from desktop.presenters.notes.verdict_words import VerdictPanel, verdict_words
from desktop.presenters.notice import Notice, Tone, bad
from desktop.wording import isolated

Check = Callable[[Path, str], Verdict]
CheckFolder = Callable[[Path, Report, Callable[[], bool]], BulkReport]


@dataclass(frozen=True, slots=True)
class VerifyScreen:
    """A question, then a file being read (`busy` says which), then its verdict.

    `note` is where the file can be taken in, if it belongs to a note here; `locked` is a file that needs a password.
    """

    title: str
    intro: str
    choose: str
    busy: str = ""
    panel: VerdictPanel | None = None
    note: Destination | None = None
    locked: str = ""
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict in words, and the note of this vault that the file belongs to, if it does."""

    panel: VerdictPanel
    note: Destination | None = None


FindNote = Callable[[Path], Destination | None]


class VerifyPresenter:
    """Judges one PDF, or every PDF of a folder (`bulk` follows such a run); works without any vault."""

    def __init__(self, check: Check, check_folder: CheckFolder, find_note: FindNote) -> None:
        self._check = check
        self._find_note = find_note
        self._check_folder = check_folder
        self.bulk = BulkPresenter()

    def open(self) -> VerifyScreen:
        """Show the empty screen."""
        return self._screen()

    def begin(self, path: Path) -> VerifyScreen:
        """Show that `path` is being read."""
        return self._screen(busy=_("Reading {name}…").format(name=isolated(path.name)))

    def judge(self, path: Path, password: str = "") -> Judged | Problem:
        """Return the verdict on a file in words (slow; a worker's), or why there is none, to be shown by `judged`."""
        try:
            return Judged(verdict_words(self._check(path, password)), self._find_note(path))
        except Problem as problem:
            return problem

    def judged(self, path: Path, found: Judged | Problem) -> VerifyScreen:
        """Show a verdict, or why there is none; a locked file asks for its password."""
        if isinstance(found, Problem):
            return self._screen(notice=bad(found), locked=str(path) if isinstance(found, Locked) else "")
        return self._screen(panel=found.panel, note=found.note)

    def folder_job(self, folder: Path) -> BulkJob:
        """Return what checks every PDF below `folder`."""
        check_folder = self._check_folder
        return lambda report, cancelled: check_folder(folder, report, cancelled)

    def failed(self, sentence: str) -> VerifyScreen:
        """Show why there is no verdict."""
        return self._screen(notice=Notice(Tone.BAD, sentence))

    def _screen(
        self,
        busy: str = "",
        panel: VerdictPanel | None = None,
        note: Destination | None = None,
        locked: str = "",
        notice: Notice | None = None,
    ) -> VerifyScreen:
        return VerifyScreen(
            title=_("Can I trust this file?"),
            intro=_("Drop a PDF here. You see who signed it, when, and whether anything was changed since."),
            choose=_("Choose another PDF…") if panel else _("Choose a PDF…"),
            busy=busy,
            panel=panel,
            note=note,
            locked=locked,
            notice=notice,
        )
