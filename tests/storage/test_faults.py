"""Every fault of disk and database has a sentence; each is a real one here."""

import errno
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.models.problems import Problem
from desktop.storage.connection import connect
from desktop.storage.driver import driver
from desktop.storage.faults import Refused, problem_of, told


def full(path: Path) -> None:
    """Write until no page is left."""
    connection = connect(path, None)
    connection.execute("CREATE TABLE t (x)")
    connection.execute("PRAGMA max_page_count = 3")
    connection.execute("INSERT INTO t VALUES (zeroblob(100000))")


def locked(path: Path) -> None:
    """Write while another program does."""
    other, connection = connect(path, None), connect(path, None)
    connection.execute("PRAGMA busy_timeout = 0")
    other.execute("BEGIN IMMEDIATE")
    try:
        connection.execute("BEGIN IMMEDIATE")
    finally:
        other.close()


def read_only(path: Path) -> None:
    """Write through a connection that may only read."""
    driver.connect(f"file:{path}?mode=ro", uri=True).execute("CREATE TABLE t (x)")


def damaged(path: Path) -> None:
    """Read a file whose second page is noise."""
    connection = connect(path, None)
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    path.write_bytes(path.read_bytes()[:4096] + b"\xff" * 4096)
    connect(path, None).execute("SELECT * FROM t")


def no_database(path: Path) -> None:
    """Open a text."""
    path.write_text("dear diary " * 500)
    connect(path, None)


def vanished(path: Path) -> None:
    """Open nothing."""
    path.unlink()
    connect(path, None)


def too_large(path: Path) -> None:
    """Store more than a field can hold."""
    connect(path, None).execute("SELECT zeroblob(2000000000)")


def no_space(path: Path) -> None:
    """Write to a device that is always full."""
    with Path("/dev/full").open("wb", buffering=0) as device:
        device.write(b"x")


def no_folder(path: Path) -> None:
    """Look into a file as if it were a folder."""
    (path / "deeper").stat()


FAULTS: list[tuple[Callable[[Path], Any], str]] = [
    (full, "disk is full"),
    (locked, "Another program"),
    (read_only, "cannot be written to"),
    (damaged, "is damaged"),
    (no_database, "not a Duologue vault"),
    (vanished, "cannot be opened"),
    (too_large, "shorten it"),
    (no_space, "disk is full"),
    (no_folder, "cannot be used"),
]


@pytest.mark.parametrize(("fault", "sentence"), FAULTS, ids=[fault.__name__ for fault, _ in FAULTS])
def test_a_fault_is_told_in_a_sentence(tmp_path: Path, fault: Callable[[Path], Any], sentence: str) -> None:
    (tmp_path / "file.db").touch()
    with pytest.raises(Problem, match=sentence), told():
        fault(tmp_path / "file.db")


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("INSERT INTO t VALUES ('a', 1)", "in the vault already"),
        ("INSERT INTO t VALUES ('b', 9)", "CHECK constraint failed"),
        ("INSERT INTO r VALUES ('nowhere')", "not in the vault"),
        ("DELETE FROM t", "sealed and stays"),
        ("SELECT nonsense", "no such column: nonsense"),
    ],
)
def test_what_is_never_taken_is_refused(tmp_path: Path, statement: str, sentence: str) -> None:
    (tmp_path / "file.db").touch()
    connection = connect(tmp_path / "file.db", None)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("CREATE TABLE t (x TEXT PRIMARY KEY, y CHECK (y < 5))")
    connection.execute("CREATE TABLE r (x REFERENCES t (x))")
    connection.execute("CREATE TRIGGER k BEFORE DELETE ON t BEGIN SELECT RAISE(ABORT, 'sealed'); END")
    connection.execute("INSERT INTO t VALUES ('a', 1)")
    with pytest.raises(Refused, match=sentence), told():
        connection.execute(statement)


def test_a_system_that_forbids_writing_is_told_as_read_only() -> None:
    for number in (errno.EROFS, errno.EACCES, errno.EPERM):
        assert "cannot be written to" in str(problem_of(OSError(number, "no")))


def test_a_problem_passes_unchanged() -> None:
    problem = Problem("Already said.")
    with pytest.raises(Problem) as caught, told():
        raise problem
    assert caught.value is problem
