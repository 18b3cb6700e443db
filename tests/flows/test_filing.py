"""Files that are whole or not there, on a real disk."""

import errno
import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop.flows.filing import drafted, give_name, saving_to, write_new
from desktop.models.problems import Problem


@contextmanager
def nobody_special() -> Iterator[None]:
    """Work without the rights of root, which no folder is read-only for."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        if before == 0:
            os.seteuid(before)


@contextmanager
def at_most(size: int) -> Iterator[None]:
    """Let no file grow beyond `size` bytes: the disk refuses in the middle of a write."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_file_is_written_under_its_name_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = write_new(tmp_path, "note.pdf", b"words")
    assert path == tmp_path / "note.pdf"
    assert path.read_bytes() == b"words"
    assert list(tmp_path.iterdir()) == [path]


def test_no_file_is_ever_written_over(tmp_path: Path) -> None:
    paths = [write_new(tmp_path, "note.pdf", data) for data in (b"1", b"2", b"3")]
    assert [path.name for path in paths] == ["note.pdf", "note (2).pdf", "note (3).pdf"]
    assert [path.read_bytes() for path in paths] == [b"1", b"2", b"3"]


def test_a_file_has_the_rights_that_new_files_have(tmp_path: Path) -> None:
    ordinary = tmp_path / "ordinary"
    ordinary.write_bytes(b"")
    assert write_new(tmp_path, "note.pdf", b"").stat().st_mode == ordinary.stat().st_mode


def test_a_draft_that_gets_no_name_vanishes(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), drafted(tmp_path, b"words") as draft:
        assert draft.read_bytes() == b"words"
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []


def test_a_draft_whose_folder_vanished_is_told_in_one_sentence(tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    with pytest.raises(Problem, match="does not exist"), drafted(folder, b"words") as draft:
        draft.unlink()
        folder.rmdir()
        give_name(draft, "note.pdf")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="not-there does not exist"):
        write_new(tmp_path / "not-there", "note.pdf", b"words")


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Problem, match="is a file, not a folder"):
        write_new(tmp_path / "file", "note.pdf", b"words")


def test_a_read_only_folder_is_told_and_stays_as_it_is(tmp_path: Path) -> None:
    for each in (tmp_path, *tmp_path.parents[:-2]):
        each.chmod(0o755)
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o555)
    with nobody_special(), pytest.raises(Problem, match="cannot be written to"):
        write_new(folder, "note.pdf", b"words")
    assert list(folder.iterdir()) == []


def test_a_disk_that_refuses_in_the_middle_leaves_no_half_file(tmp_path: Path) -> None:
    with at_most(1000), pytest.raises(Problem, match="could not be saved"):
        write_new(tmp_path, "note.pdf", b"x" * 5000)
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_told_as_one(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="no room left"), saving_to(tmp_path):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
