"""Many files in one run: exported and checked, whatever happens to single ones."""

import os
import resource
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from desktop.documents.keys.identity import make_identity
from desktop.flows.keys.checking import LARGEST
from desktop.flows.keys.known import NOBODY, Known
from desktop.flows.notes.bulk import export_all, verify_folder
from desktop.flows.notes.bulk_report import BulkReport
from desktop.flows.notes.exporting import export
from desktop.flows.talk.sealing import seal
from desktop.models.guide import Kind, Stage
from desktop.models.ids import now
from desktop.models.note import Note
from desktop.models.problems import Problem
from tests.world import World

Heard = list[tuple[int, int, str]]


@pytest.fixture
def heard() -> Heard:
    return []


@pytest.fixture
def notes(signing_world: World) -> list[Note]:
    """Three notes of the same day and person: their file names differ by a number."""
    talks = [signing_world.start(Kind.PERFORMANCE, Stage.REVIEW) for _each in range(3)]
    for talk in talks:
        signing_world.say(talk, "words")
    return [seal(signing_world.vault, Kind.PERFORMANCE, talk.uid) for talk in talks]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture
def signed(signing_world: World, note: Note, tmp_path: Path) -> Path:
    """A signed PDF to make others of."""
    folder = tmp_path / "signed"
    folder.mkdir()
    return export(signing_world.vault, note, folder).path


def listen(heard: Heard, then: Callable[[int], None] | None = None) -> Callable[[int, int, str], None]:
    """Return a report that writes down what it hears, and then does something at each step."""

    def report(done: int, total: int, name: str) -> None:
        heard.append((done, total, name))
        if then and name:
            then(done)

    return report


def never() -> bool:
    return False


def checked(folder: Path, *trusted: bytes) -> BulkReport:
    return verify_folder(folder, Known(trusted), listen([]), never)


# export


def test_every_note_is_exported_and_told(signing_world: World, notes: list[Note], out: Path, heard: Heard) -> None:
    report = export_all(signing_world.vault, notes, out, listen(heard), never)
    stem = "2026-11-20 Performance conversation - Tomas Oyelaran"
    assert [row.name for row in report.rows] == [f"{stem}.pdf", f"{stem} (2).pdf", f"{stem} (3).pdf"]
    assert sorted(path.name for path in out.iterdir()) == sorted(row.name for row in report.rows)
    assert [row.who for row in report.rows] == ["Mira Solberg"] * 3
    assert (report.good, report.problems, report.total, report.cancelled) == (3, (), 3, False)
    assert [step[:2] for step in heard] == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert checked(out).good == 3


@pytest.fixture
def room_for() -> Iterator[Callable[[int], None]]:
    """Let files grow to a number of bytes only, and to any size again after the test."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield lambda size: resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_disk_without_room_for_one_note_does_not_stop_the_rest(
    signing_world: World, notes: list[Note], out: Path, room_for: Callable[[int], None]
) -> None:
    limits = {1: 1000, 2: resource.getrlimit(resource.RLIMIT_FSIZE)[0]}
    step = listen([], lambda done: room_for(limits[done]) if done in limits else None)
    report = export_all(signing_world.vault, notes, out, step, never)
    assert [row.ok for row in report.rows] == [True, False, True]
    assert "could not be saved" in report.rows[1].says
    assert sorted(path.name for path in out.iterdir()) == sorted(row.name for row in report.rows if row.ok)
    assert signing_world.vault.notes(Kind.PERFORMANCE).exports(notes[1].uid) == ()


def test_a_defect_at_one_note_does_not_lose_the_others(signing_world: World, notes: list[Note], out: Path) -> None:
    broken = replace(notes[0], sealed_at="yesterday")  # type: ignore[arg-type]
    report = export_all(signing_world.vault, [broken, notes[1]], out, listen([]), never)
    assert [row.ok for row in report.rows] == [False, True]
    assert report.rows[0].says.startswith("Something unexpected went wrong with this file (")


def test_a_folder_that_vanishes_half_way_is_told_for_each_note_that_is_left(
    signing_world: World, notes: list[Note], out: Path
) -> None:
    report = export_all(
        signing_world.vault, notes, out, listen([], lambda done: shutil.rmtree(out) if done == 1 else None), never
    )
    assert [row.ok for row in report.rows] == [True, False, False]
    assert all("does not exist" in row.says for row in report.problems)


def test_a_cancelled_run_reports_what_was_done(
    signing_world: World, notes: list[Note], out: Path, heard: Heard
) -> None:
    report = export_all(signing_world.vault, notes, out, listen(heard), lambda: len(heard) == 2)
    assert (len(report.rows), report.total, report.cancelled) == (2, 3, True)
    assert len(list(out.iterdir())) == 2
    assert report.summary() == "Stopped after 2 of 3. 2 files are good."


def test_what_stops_every_note_is_told_at_once(signing_world: World, notes: list[Note], tmp_path: Path) -> None:
    with pytest.raises(Problem, match="no note to export"):
        export_all(signing_world.vault, [], tmp_path, listen([]), never)
    with pytest.raises(Problem, match="does not exist"):
        export_all(signing_world.vault, notes, tmp_path / "gone", listen([]), never)
    (tmp_path / "file").write_text("")
    with pytest.raises(Problem, match="not a folder"):
        export_all(signing_world.vault, notes, tmp_path / "file", listen([]), never)


def test_who_signs_is_loaded_once(signing_world: World, notes: list[Note], out: Path) -> None:
    other = signing_world.employee
    step = listen([], lambda done: signing_world.vault.profile.set_me(other) if done == 1 else None)
    report = export_all(signing_world.vault, notes, out, step, never)
    assert [row.who for row in report.rows] == ["Mira Solberg"] * 3


# check


def test_every_pdf_below_a_folder_gets_its_verdict(signed: Path, out: Path, heard: Heard) -> None:
    below = out / "b" / "deeper.pdf"  # a folder with the name of a file
    below.mkdir(parents=True)
    shutil.copy(signed, below / "one.PDF")
    shutil.copy(signed, out / "c.pdf")
    (out / "a.pdf").write_bytes(signed.read_bytes().replace(b"/Contents <", b"/Contents  <", 1))
    (out / "d.pdf").write_text("Dear all")
    (out / "letter.txt").write_text("Dear all")
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(out / "e.pdf")
    report = verify_folder(out, NOBODY, listen(heard), never)
    assert [(row.name, row.ok) for row in report.rows] == [
        ("a.pdf", False),
        ("b/deeper.pdf/one.PDF", True),
        ("c.pdf", True),
        ("d.pdf", False),
        ("e.pdf", False),
    ]
    says = [row.says for row in report.rows]
    assert says[0].startswith("Changed after it was signed. ")
    assert says[1:4] == ["Signed and unchanged", "Signed and unchanged", "This is not a PDF file."]
    assert says[4].startswith("Not signed. ")
    assert heard[2] == (2, 5, "c.pdf") and heard[-1] == (5, 5, "")


def test_a_signer_who_is_not_expected_is_a_problem(signed: Path, signing_world: World) -> None:
    other = signing_world.vault.profile.identity(signing_world.manager.uid)
    assert other is not None
    assert checked(signed.parent, other.certificate).good == 1
    stranger = make_identity(signing_world.employee, now()).certificate
    (row,) = checked(signed.parent, stranger).rows
    assert not row.ok and "somebody unknown" in row.says


def test_what_is_no_file_is_told_and_not_opened(signed: Path, out: Path, tmp_path: Path) -> None:
    shutil.copy(signed, out / "good.pdf")
    (tmp_path / "elsewhere").mkdir()
    shutil.copy(signed, tmp_path / "elsewhere" / "outside.pdf")
    (out / "way-out").symlink_to(tmp_path / "elsewhere")
    (out / "link.pdf").symlink_to(signed)
    (out / "broken.pdf").symlink_to(tmp_path / "gone")
    os.mkfifo(out / "pipe.pdf")
    report = checked(out)
    assert {row.name: row.says.split(",")[0] for row in report.problems} == {
        "broken.pdf": "This is a link",
        "link.pdf": "This is a link",
        "pipe.pdf": "This is no ordinary file",
    }
    assert report.good == 1


def test_a_file_of_500_mb_is_refused_without_being_read(signed: Path, out: Path) -> None:
    shutil.copy(signed, out / "z.pdf")
    with (out / "huge.pdf").open("wb") as file:
        file.truncate(5 * LARGEST)
    report = checked(out)
    assert [(row.name, row.ok) for row in report.rows] == [("huge.pdf", False), ("z.pdf", True)]
    assert "larger than 100 MB" in report.rows[0].says


def test_a_file_and_a_folder_that_vanish_half_way_are_told(signed: Path, out: Path) -> None:
    for name in ("a.pdf", "b.pdf", "c.pdf"):
        shutil.copy(signed, out / name)
    report = verify_folder(out, NOBODY, listen([], lambda done: shutil.rmtree(out) if done == 1 else None), never)
    assert [row.ok for row in report.rows] == [True, False, False]
    assert all("There is no such file" in row.says for row in report.problems)


def test_a_check_can_be_stopped(signed: Path, out: Path, heard: Heard) -> None:
    for name in ("a.pdf", "b.pdf", "c.pdf"):
        shutil.copy(signed, out / name)
    report = verify_folder(out, NOBODY, listen(heard), lambda: bool(heard))
    assert [row.name for row in report.rows] == ["a.pdf"]
    assert report.cancelled and report.total == 3


def test_an_empty_missing_or_wrong_folder_is_one_sentence(out: Path, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="There is no PDF in"):
        checked(out)
    with pytest.raises(Problem, match="does not exist"):
        checked(tmp_path / "gone")
    (tmp_path / "file").write_text("")
    with pytest.raises(Problem, match="not a folder"):
        checked(tmp_path / "file")
