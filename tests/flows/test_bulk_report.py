"""The report on a run over many files: counts, text, table."""

import csv
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.flows.notes.bulk_report import BulkReport, BulkRow, save_report
from desktop.models.problems import Problem

ROWS = (
    BulkRow("a.pdf", True, "Signed and unchanged", "Mira Solberg"),
    BulkRow("=HYPERLINK(1).pdf", False, "Not signed. Line\nbreak"),
    BulkRow("ليلى\u202e.pdf", True, "Signed and unchanged", "ليلى, Łukasz"),
)


@pytest.fixture
def report() -> BulkReport:
    return BulkReport("PDFs checked", Path("/notes"), ROWS, 3, datetime(2026, 11, 20, 9, 5, tzinfo=UTC))


def test_the_summary_counts(report: BulkReport) -> None:
    assert report.summary() == "2 files are good, 1 has a problem."
    assert replace(report, rows=ROWS[:1]).summary() == "1 file is good."
    stopped = replace(report, rows=ROWS[:2], cancelled=True)
    assert stopped.summary() == "Stopped after 2 of 3. 1 file is good, 1 has a problem."


def test_the_text_says_problems_first_a_line_each(report: BulkReport) -> None:
    lines = report.as_text().splitlines()
    assert lines[0] == "PDFs checked" and lines[1].startswith("Folder: ")
    names = [line for line in lines if line[:2] in ("! ", "+ ")]
    assert names == ["! =HYPERLINK(1).pdf", "+ a.pdf", "+ ليلى .pdf"]
    assert "    Not signed. Line break" in lines
    assert "    Signed and unchanged (Mira Solberg)" in lines


def test_the_table_keeps_the_order_and_holds_no_formula(report: BulkReport, tmp_path: Path) -> None:
    path = save_report(report, tmp_path / "report.csv")
    with path.open(encoding="utf-8-sig", newline="") as file:
        head, *rows = list(csv.reader(file))
    assert head == ["File", "Good", "Result", "Signed by"]
    assert [row[0] for row in rows] == ["a.pdf", "'=HYPERLINK(1).pdf", "ليلى .pdf"]
    assert [row[1] for row in rows] == ["yes", "no", "yes"]
    assert rows[2][3] == "ليلى, Łukasz"


def test_a_saved_report_never_takes_the_place_of_a_file(report: BulkReport, tmp_path: Path) -> None:
    first, second = (save_report(report, tmp_path / "report.txt") for _each in range(2))
    assert second.name == "report (2).txt"
    assert first.read_text(encoding="utf-8") == report.as_text()
    with pytest.raises(Problem, match="does not exist"):
        save_report(report, tmp_path / "gone" / "report.csv")


def test_a_name_that_is_no_unicode_can_be_saved(report: BulkReport, tmp_path: Path) -> None:
    odd = replace(report, rows=(BulkRow("\udcff.pdf", False, "Not signed"),))
    assert "\\udcff.pdf" in save_report(odd, tmp_path / "report.txt").read_text(encoding="utf-8")
