"""Reading a file to judge, and who is expected to have signed it."""

import os
from io import FileIO
from pathlib import Path

import pytest

from desktop.documents.keys.identity import make_identity
from desktop.flows.keys.checking import LARGEST, check_file, read_file, read_whole
from desktop.flows.keys.known import Known
from desktop.flows.keys.trusting import known_to, trusted_certificates
from desktop.flows.notes.exporting import export
from desktop.models.ids import now
from desktop.models.note import Note
from desktop.models.problems import Problem
from desktop.models.verdict import Outcome
from tests.flows.test_filing import nobody_special
from tests.world import World


def test_a_file_is_judged_by_whom_the_vault_expects(signing_world: World, note: Note, tmp_path: Path) -> None:
    path = export(signing_world.vault, note, tmp_path).path
    stranger = make_identity(signing_world.employee, now()).certificate
    assert check_file(path).outcome is Outcome.INTACT
    assert check_file(path, known_to(signing_world.vault)).signatures[0].trusted
    assert check_file(path, Known((stranger,))).outcome is Outcome.UNKNOWN_SIGNER
    path.write_bytes(path.read_bytes().replace(b"/Contents <", b"/Contents  <", 1))
    assert check_file(path).outcome is Outcome.ALTERED


def test_my_own_and_the_pinned_certificates_are_expected(signing_world: World) -> None:
    mine = signing_world.vault.profile.identity(signing_world.manager.uid)
    assert mine is not None
    signing_world.vault.profile.pin(signing_world.employee.uid, b"pinned")
    assert trusted_certificates(signing_world.vault) == (mine.certificate, b"pinned")


def test_nobody_is_expected_before_anybody_is_known(world: World) -> None:
    assert trusted_certificates(world.vault) == ()


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="no such file"):
        read_file(tmp_path / "gone.pdf")
    with pytest.raises(Problem, match="is a folder"):
        read_file(tmp_path)


def test_a_path_through_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Problem, match="cannot be read"):
        read_file(tmp_path / "file" / "note.pdf")


def test_a_file_that_may_not_be_opened_is_told(tmp_path: Path) -> None:
    for each in (tmp_path, *tmp_path.parents[:-2]):
        each.chmod(0o755)
    path = tmp_path / "secret.pdf"
    path.write_bytes(b"%PDF-")
    path.chmod(0)
    with nobody_special(), pytest.raises(Problem, match="may not open"):
        read_file(path)


def test_a_file_far_larger_than_a_note_is_refused_without_being_judged(tmp_path: Path) -> None:
    path = tmp_path / "large.pdf"
    path.touch()
    os.truncate(path, LARGEST + 1)
    with pytest.raises(Problem, match="larger than 100 MB"):
        read_file(path)


class Growing(FileIO):
    """A real file to which somebody writes while it is being read."""

    def read(self, size: int = -1) -> bytes:
        data = super().read(size) or b""
        with Path(str(self.name)).open("ab") as other:
            other.write(b"more")
        return data


class Exchanged(FileIO):
    """A real file whose bytes become others, as many as before, while it is being read."""

    def read(self, size: int = -1) -> bytes:
        data = super().read(size) or b""
        os.utime(str(self.name), ns=(0, 1))
        return data


@pytest.mark.parametrize("kind", [Growing, Exchanged])
def test_a_file_that_changes_while_it_is_read_is_told(kind: type[FileIO], tmp_path: Path) -> None:
    path = tmp_path / "note.pdf"
    path.write_bytes(b"%PDF-1.7 words")
    with kind(path) as file, pytest.raises(Problem, match="changed while it was read"):
        read_whole(file)  # type: ignore[arg-type]
    assert read_file(path).startswith(b"%PDF-1.7 words")
