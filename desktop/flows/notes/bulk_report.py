"""What a run over many files did: a row each, in words that can be shown and saved."""

import csv
import io
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop.flows.filing import write_new
from desktop.i18n import _, ngettext
from desktop.wording import moment

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would calculate if a cell began with it: a file name is never to be run."""


@dataclass(frozen=True, slots=True)
class BulkRow:
    """One file: its name, whether all is well, and the finished words that say so; `who` signed it, "" if nobody."""

    name: str
    ok: bool
    says: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class BulkReport:
    """The files that were done, in their order, of `total` there were; `cancelled` if somebody stopped the run."""

    title: str
    folder: Path
    rows: tuple[BulkRow, ...]
    total: int
    finished_at: datetime
    cancelled: bool = False

    @property
    def good(self) -> int:
        """How many files are well."""
        return len(self.rows) - len(self.problems)

    @property
    def problems(self) -> tuple[BulkRow, ...]:
        """The rows of the files that are not."""
        return tuple(row for row in self.rows if not row.ok)

    @property
    def sorted_rows(self) -> tuple[BulkRow, ...]:
        """All rows, problems first."""
        return (*self.problems, *(row for row in self.rows if row.ok))

    def summary(self) -> str:
        """Return the counts as a sentence, and how far the run came if it was stopped."""
        bad = len(self.problems)
        good = ngettext("{n} file is good", "{n} files are good", self.good).format(n=self.good)
        told = ngettext("{n} has a problem", "{n} have a problem", bad).format(n=bad)
        counts = _("{good}, {problems}.").format(good=good, problems=told) if bad else f"{good}."
        if not self.cancelled:
            return counts
        stopped = _("Stopped after {done} of {total}.").format(done=len(self.rows), total=self.total)
        return f"{stopped} {counts}"

    def as_text(self) -> str:
        """Return the report as lines to read: the counts, then every file, problems first."""
        head = (self.title, _("Folder: {folder}").format(folder=self.folder), moment(self.finished_at))
        lines = (*head, "", self.summary(), "", *(line for row in self.sorted_rows for line in _lines(row)))
        return "\n".join(_visible(line) for line in lines) + "\n"

    def as_csv(self) -> str:
        """Return the report as a table, a line per file in the order of the run; no cell is a formula."""
        out = io.StringIO()
        table = csv.writer(out)
        table.writerow((_("File"), _("Good"), _("Result"), _("Signed by")))
        for row in self.rows:
            good = _("yes") if row.ok else _("no")
            table.writerow([_cell(text) for text in (row.name, good, row.says, row.who)])
        return out.getvalue()


def save_report(report: BulkReport, path: Path) -> Path:
    """Write `report` as a table if `path` ends in .csv, else as text, and return where it lies.

    A file that is there already stays: the new one gets a number. Raises Problem if the folder does not take it.
    """
    # the mark at the beginning tells spreadsheets that it is UTF-8
    text = "\ufeff" + report.as_csv() if path.suffix.lower() == ".csv" else report.as_text()
    return write_new(path.parent, path.name, text.encode("utf-8", "backslashreplace"))


def _lines(row: BulkRow) -> Iterator[str]:
    yield f"{'+' if row.ok else '!'} {row.name}"
    yield f"    {row.says}" + (f" ({row.who})" if row.who else "")


def _cell(text: str) -> str:
    shown = _visible(text)
    return f"'{shown}" if shown.startswith(_FORMULA) else shown


def _visible(text: str) -> str:
    """Return `text` on one line, without what could steer a terminal or turn the direction of reading."""
    return "".join(" " if _steers(letter) else letter for letter in text)


def _steers(letter: str) -> bool:
    turning = unicodedata.bidirectional(letter) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
    return turning or unicodedata.category(letter) == "Cc"
