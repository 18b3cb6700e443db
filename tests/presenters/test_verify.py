"""The verify screen without pixels."""

from collections.abc import Callable
from pathlib import Path

from desktop.flows.keys.known import NOBODY
from desktop.flows.notes.bulk import verify_folder
from desktop.flows.notes.bulk_report import BulkReport
from desktop.models.problems import Locked
from desktop.models.verdict import Outcome, Verdict
from desktop.presenters.destination import Destination, Place
from desktop.presenters.notes.bulk import Report
from desktop.presenters.notes.verify import Judged, VerifyPresenter


def check_folder(folder: Path, report: Report, cancelled: Callable[[], bool]) -> BulkReport:
    return verify_folder(folder, NOBODY, report, cancelled)


def check(path: Path, password: str) -> Verdict:
    if path.name == "locked.pdf" and password != "open":
        raise Locked("It is locked.")
    return Verdict(path.name, Outcome.NOT_SIGNED if path.read_bytes() else Outcome.ALTERED)


NOTE = Destination(Place.NOTE, "n-1", "okr", "answer.pdf")


def made() -> VerifyPresenter:
    return VerifyPresenter(check, check_folder, lambda path: NOTE if path.name == "answer.pdf" else None)


def test_the_screen_goes_from_question_over_work_to_verdict(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"x")
    presenter = made()
    assert presenter.open().panel is None
    assert "a.pdf" in presenter.begin(path).busy
    found = presenter.judge(path)
    assert isinstance(found, Judged)
    shown = presenter.judged(path, found)
    assert (shown.panel, shown.busy, shown.note) == (found.panel, "", None)
    assert found.panel.headline == "Not signed"


def test_a_file_of_a_note_here_can_be_taken_in(tmp_path: Path) -> None:
    path = tmp_path / "answer.pdf"
    path.write_bytes(b"x")
    presenter = made()
    assert presenter.judged(path, presenter.judge(path)).note == NOTE


def test_a_locked_file_asks_for_its_password(tmp_path: Path) -> None:
    path = tmp_path / "locked.pdf"
    path.write_bytes(b"x")
    presenter = made()
    assert presenter.judged(path, presenter.judge(path)).locked == str(path)
    opened = presenter.judged(path, presenter.judge(path, "open"))
    assert (opened.locked, opened.panel is None) == ("", False)


def test_a_file_that_cannot_be_read_is_one_sentence() -> None:
    shown = made().failed("No such file.")
    assert shown.notice is not None and shown.notice.text == "No such file."
    assert shown.panel is None
