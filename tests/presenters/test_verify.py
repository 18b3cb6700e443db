"""The verify screen without pixels."""

from collections.abc import Callable
from pathlib import Path

from desktop.flows.bulk import verify_folder
from desktop.flows.bulk_report import BulkReport
from desktop.flows.known import NOBODY
from desktop.models.verdict import Outcome, Verdict
from desktop.presenters.bulk import Report
from desktop.presenters.verify import VerifyPresenter


def check_folder(folder: Path, report: Report, cancelled: Callable[[], bool]) -> BulkReport:
    return verify_folder(folder, NOBODY, report, cancelled)


def check(path: Path) -> Verdict:
    return Verdict(path.name, Outcome.NOT_SIGNED if path.read_bytes() else Outcome.ALTERED)


def test_the_screen_goes_from_question_over_work_to_verdict(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"x")
    presenter = VerifyPresenter(check, check_folder)
    assert presenter.open().panel is None
    assert "a.pdf" in presenter.begin(path).busy
    panel = presenter.judge(path)
    shown = presenter.judged(panel)
    assert (shown.panel, shown.busy) == (panel, "")
    assert panel.headline == "Not signed"


def test_a_file_that_cannot_be_read_is_one_sentence() -> None:
    shown = VerifyPresenter(check, check_folder).failed("No such file.")
    assert shown.notice is not None and shown.notice.text == "No such file."
    assert shown.panel is None
