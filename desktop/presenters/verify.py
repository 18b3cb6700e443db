"""The verify screen: can I trust this file?"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop.flows.bulk_report import BulkReport
from desktop.i18n import _
from desktop.models.verdict import Verdict
from desktop.presenters.bulk import BulkJob, BulkPresenter, Report
from desktop.presenters.notice import Notice, Tone
from desktop.presenters.verdict_words import VerdictPanel, verdict_words
from desktop.wording import isolated

CheckFolder = Callable[[Path, Report, Callable[[], bool]], BulkReport]


@dataclass(frozen=True, slots=True)
class VerifyScreen:
    """A question, then a file being read (`busy` says which), then its verdict."""

    title: str
    intro: str
    choose: str
    busy: str = ""
    panel: VerdictPanel | None = None
    notice: Notice | None = None


class VerifyPresenter:
    """Judges one PDF, or every PDF of a folder (`bulk` follows such a run); works without any vault."""

    def __init__(self, check: Callable[[Path], Verdict], check_folder: CheckFolder) -> None:
        self._check = check
        self._check_folder = check_folder
        self.bulk = BulkPresenter()

    def open(self) -> VerifyScreen:
        """Show the empty screen."""
        return self._screen()

    def begin(self, path: Path) -> VerifyScreen:
        """Show that `path` is being read."""
        return self._screen(busy=_("Reading {name}…").format(name=isolated(path.name)))

    def judge(self, path: Path) -> VerdictPanel:
        """Return the verdict on a file in words (slow; a worker's); raise Problem if it cannot be read."""
        return verdict_words(self._check(path))

    def judged(self, panel: VerdictPanel) -> VerifyScreen:
        """Show a verdict."""
        return self._screen(panel=panel)

    def folder_job(self, folder: Path) -> BulkJob:
        """Return what checks every PDF below `folder`."""
        check_folder = self._check_folder
        return lambda report, cancelled: check_folder(folder, report, cancelled)

    def failed(self, sentence: str) -> VerifyScreen:
        """Show why there is no verdict."""
        return self._screen(notice=Notice(Tone.BAD, sentence))

    def _screen(
        self, busy: str = "", panel: VerdictPanel | None = None, notice: Notice | None = None
    ) -> VerifyScreen:
        return VerifyScreen(
            title=_("Can I trust this file?"),
            intro=_("Drop a PDF here. You see who signed it, when, and whether anything was changed since."),
            choose=_("Choose another PDF…") if panel else _("Choose a PDF…"),
            busy=busy,
            panel=panel,
            notice=notice,
        )
