"""A run over many files on a screen: what is being done, then the report on it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop.flows.notes.bulk_report import BulkReport, BulkRow, save_report
from desktop.i18n import _, ngettext
from desktop.models.problems import Problem
from desktop.presenters.notice import Notice, Tone, bad
from desktop.wording import isolated

Report = Callable[[int, int, str], None]
BulkJob = Callable[[Report, Callable[[], bool]], BulkReport]
"""Does the run (slow; a worker's): hears `report(done, total, name)`, asks `cancelled()`."""

_LINES_SHOWN = 1000
"""More rows than anybody reads on a screen; the saved report has them all."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: `total` 0 while that is not known, the file at hand in words."""

    done: int
    total: int
    words: str


@dataclass(frozen=True, slots=True)
class BulkLine:
    """One file of a report: how it looks, its name, what is said of it."""

    tone: Tone
    name: str
    says: str


@dataclass(frozen=True, slots=True)
class BulkPanel:
    """A run in words: `progress` while it runs, afterwards the report, problems first.

    `more` says how many lines are left out, "" for none; `file` is what the report would be saved as.
    """

    title: str
    progress: Progress | None = None
    tone: Tone = Tone.INFO
    summary: str = ""
    folder: str = ""
    lines: tuple[BulkLine, ...] = ()
    more: str = ""
    file: str = ""
    notice: Notice | None = None


class BulkPresenter:
    """Follows one run after the other; None is shown where there is none."""

    def __init__(self) -> None:
        self._panel: BulkPanel | None = None
        self._report: BulkReport | None = None

    @property
    def panel(self) -> BulkPanel | None:
        """What is to be shown now."""
        return self._panel

    def begin(self, title: str) -> BulkPanel:
        """Show that a run has begun."""
        self._report = None
        self._panel = BulkPanel(title, Progress(0, 0, _("Looking for the files…")))
        return self._panel

    def step(self, done: int, total: int, name: str) -> Progress:
        """Return how far the run is, in words."""
        if not name:
            return Progress(done, total, _("{n} of {total}").format(n=done, total=total))
        words = _("{n} of {total}: {name}").format(n=done + 1, total=total, name=isolated(name))
        return Progress(done, total, words)

    def ended(self, report: BulkReport) -> BulkPanel:
        """Show the report on the run."""
        self._report = report
        self._panel = _panel(report)
        return self._panel

    def save(self, path: Path) -> BulkPanel | None:
        """Write the report to a file that nobody has yet, as a table or as text; say where it lies, or why not."""
        if self._report is None:
            return self._panel
        try:
            saved = save_report(self._report, path)
        except Problem as problem:
            self._panel = _panel(self._report, bad(problem))
        else:
            done = _("Report saved: {path}").format(path=isolated(str(saved)))
            self._panel = _panel(self._report, Notice(Tone.GOOD, done))
        return self._panel

    def close(self) -> None:
        """Put the run and its report away."""
        self._report = self._panel = None


def _panel(report: BulkReport, notice: Notice | None = None) -> BulkPanel:
    rows = report.sorted_rows
    left = len(rows) - _LINES_SHOWN
    return BulkPanel(
        title=report.title,
        tone=_tone(report),
        summary=report.summary(),
        folder=_("Folder: {folder}").format(folder=isolated(str(report.folder))),
        lines=tuple(_line(row) for row in rows[:_LINES_SHOWN]),
        more=_more(left) if left > 0 else "",
        file=f"{report.title}.csv",
        notice=notice,
    )


def _more(left: int) -> str:
    return ngettext(
        "{n} more file is in the report; save it to see it.",
        "{n} more files are in the report; save it to see them.",
        left,
    ).format(n=left)


def _tone(report: BulkReport) -> Tone:
    if report.problems:
        return Tone.BAD
    return Tone.WARN if report.cancelled else Tone.GOOD


def _line(row: BulkRow) -> BulkLine:
    who = f" ({isolated(row.who)})" if row.who else ""
    return BulkLine(Tone.GOOD if row.ok else Tone.BAD, isolated(row.name), row.says + who)
