"""A run over many files on a screen, without pixels."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.flows.notes.bulk_report import BulkReport, BulkRow
from desktop.presenters.notes.bulk import BulkPresenter
from desktop.presenters.notice import Tone


def report(good: int, bad: int, total: int = 0) -> BulkReport:
    rows = [BulkRow(f"{n}.pdf", True, "Signed and unchanged", "ليلى") for n in range(good)]
    rows += [BulkRow(f"bad {n}.pdf", False, "Not signed") for n in range(bad)]
    done = len(rows)
    return BulkReport("PDFs checked", Path("/notes"), tuple(rows), total or done, datetime.now(UTC), 0 < done < total)


def test_a_run_is_followed_in_words() -> None:
    presenter = BulkPresenter()
    assert presenter.panel is None
    begun = presenter.begin("Checking the PDFs")
    assert begun.progress is not None and begun.progress.words == "Looking for the files…"
    assert presenter.step(6, 20, "a.pdf").words == "7 of 20: a.pdf"
    assert presenter.step(6, 20, "ليلى.pdf").words == "7 of 20: \u2068ليلى.pdf\u2069"
    assert presenter.step(20, 20, "").words == "20 of 20"


def test_the_report_shows_problems_first() -> None:
    panel = BulkPresenter().ended(report(2, 1))
    assert [line.name for line in panel.lines] == ["bad 0.pdf", "0.pdf", "1.pdf"]
    assert [line.tone for line in panel.lines] == [Tone.BAD, Tone.GOOD, Tone.GOOD]
    assert panel.lines[1].says == "Signed and unchanged (\u2068ليلى\u2069)"
    assert (panel.tone, panel.more) == (Tone.BAD, "")


@pytest.mark.parametrize(("total", "tone"), [(0, Tone.GOOD), (9, Tone.WARN)])
def test_the_tone_says_whether_all_was_done(total: int, tone: Tone) -> None:
    assert BulkPresenter().ended(report(2, 0, total)).tone is tone


def test_ten_thousand_files_are_not_ten_thousand_lines() -> None:
    panel = BulkPresenter().ended(report(9_999, 1))
    assert len(panel.lines) == 1000 and panel.lines[0].name == "bad 0.pdf"
    assert panel.more.startswith("9000 more files")


def test_the_report_is_saved_or_the_reason_is_said(tmp_path: Path) -> None:
    presenter = BulkPresenter()
    assert presenter.save(tmp_path / "none.csv") is None
    presenter.ended(report(1, 0))
    saved = presenter.save(tmp_path / "report.csv")
    assert saved is not None and saved.notice is not None and saved.notice.tone is Tone.GOOD
    assert (tmp_path / "report.csv").exists()
    refused = presenter.save(tmp_path / "gone" / "report.csv")
    assert refused is not None and refused.notice is not None and "does not exist" in refused.notice.text
    presenter.close()
    assert presenter.panel is None
