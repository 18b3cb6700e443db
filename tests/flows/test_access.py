"""The access export: complete, marked, encrypted, and readable by ordinary tools."""

import json
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
import pyzipper

from desktop.flows.people.access import export_access
from desktop.flows.talk.sealing import seal
from desktop.models.conversation import PrivateNote
from desktop.models.guide import Kind, Stage
from desktop.models.problems import Problem
from tests.world import World

PASSPHRASE = "four calm green words"


@pytest.fixture
def archive(world: World, tmp_path: Path) -> Path:
    for kind, stage in ((Kind.OKR, Stage.CHECK_IN), (Kind.PERFORMANCE, Stage.REVIEW)):
        talk = world.start(kind, stage)
        world.say(talk, f"My {kind} words about Mira Solberg, кириллица.")
        world.vault.conversations(kind).save_private_note(
            PrivateNote(talk.uid, talk.guide.sections[0].id, f"A private {kind} thought.")
        )
        note = seal(world.vault, kind, talk.uid)
        world.vault.notes(kind).save_export(note.uid, "note.pdf", b"%PDF signed")
    return export_access(world.vault, world.employee.uid, tmp_path, PASSPHRASE)


def unpacked(path: Path) -> dict[str, bytes]:
    with pyzipper.AESZipFile(path) as archive:
        archive.setpassword(PASSPHRASE.encode())
        return {name: archive.read(name) for name in archive.namelist()}


def test_both_rooms_private_notes_and_files_are_in_it(archive: Path) -> None:
    files = unpacked(archive)
    data = json.loads(files["held.json"])
    told = json.dumps(data, ensure_ascii=False)
    for kind in Kind:
        assert f"My {kind} words" in told
        assert f"A private {kind} thought." in told
    assert data["others_named"] == ["Mira Solberg"]
    assert sorted(name for name in files if name.startswith("files/")) == [
        "files/okr_export-1 note.pdf",
        "files/perf_export-1 note.pdf",
    ]
    assert "salt" not in told


def test_the_pdf_is_tagged(archive: Path) -> None:
    with pikepdf.Pdf.open(BytesIO(unpacked(archive)["held.pdf"])) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert len(pdf.pages) > 1


def test_nothing_is_readable_without_the_passphrase(archive: Path) -> None:
    assert b"words" not in archive.read_bytes()
    with pyzipper.AESZipFile(archive) as shut, pytest.raises(RuntimeError, match="password"):
        shut.read("held.json")


def test_a_short_passphrase_is_refused_and_a_name_is_never_taken_twice(world: World, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="too short"):
        export_access(world.vault, world.employee.uid, tmp_path, "short")
    first = export_access(world.vault, world.employee.uid, tmp_path, PASSPHRASE)
    second = export_access(world.vault, world.employee.uid, tmp_path, PASSPHRASE)
    assert first != second
    assert sorted(path.suffix for path in tmp_path.iterdir() if path.is_file()) == [".zip", ".zip"]
