"""From a sealed note to a signed file in a folder."""

import hashlib
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.documents.judging.schema import read_record
from desktop.flows.notes.exporting import export, export_name
from desktop.flows.talk.sealing import seal
from desktop.models.guide import Kind, Stage
from desktop.models.identity import Identity
from desktop.models.ids import now
from desktop.models.note import Note, canonical
from desktop.models.problems import Problem
from desktop.models.verdict import Outcome
from tests.world import World


def test_the_file_is_signed_by_me_and_carries_the_record(signing_world: World, note: Note, tmp_path: Path) -> None:
    exported = export(signing_world.vault, note, tmp_path)
    assert exported.path == tmp_path / "2026-11-20 Performance conversation - Tomas Oyelaran.pdf"
    assert exported.path.read_bytes() == exported.pdf
    assert exported.verdict.outcome is Outcome.INTACT
    assert [found.signer for found in exported.verdict.signatures] == ["Mira Solberg"]
    assert exported.verdict.signatures[0].trusted
    assert read_record(exported.pdf) == note.record
    told = subprocess.run(["pdfsig", str(exported.path)], capture_output=True, text=True).stdout
    assert "Signature is Valid" in told


def test_the_vault_keeps_what_was_handed_out(signing_world: World, note: Note, tmp_path: Path) -> None:
    first, second = (export(signing_world.vault, note, tmp_path) for _ in range(2))
    kept = signing_world.vault.notes(note.kind).exports(note.uid)
    assert second.path.name == first.path.stem + " (2).pdf"
    assert [each.file_name for each in kept] == [first.path.name, second.path.name]
    assert kept[0].sha256 == hashlib.sha256(first.path.read_bytes()).hexdigest()
    assert second.verdict.file == second.path.name


def test_every_step_is_reported(signing_world: World, note: Note, tmp_path: Path) -> None:
    heard: list[tuple[int, int, str]] = []
    export(signing_world.vault, note, tmp_path, lambda *step: heard.append(step))
    assert [step[:2] for step in heard] == [(0, 4), (1, 4), (2, 4), (3, 4)]
    assert all(step[2] for step in heard)


def test_an_identity_that_the_first_start_did_not_make_is_made_at_the_first_export(
    world: World, tmp_path: Path
) -> None:
    talk = world.start(Kind.OKR, Stage.CHECK_IN)
    world.say(talk, "words")
    exported = export(world.vault, seal(world.vault, Kind.OKR, talk.uid), tmp_path)
    made = world.vault.profile.identity(world.manager.uid)
    assert made is not None
    assert [found.fingerprint for found in exported.verdict.signatures] == [made.fingerprint]


def test_a_missing_folder_is_told_and_nothing_counts_as_handed_out(
    signing_world: World, note: Note, tmp_path: Path
) -> None:
    with pytest.raises(Problem, match="does not exist"):
        export(signing_world.vault, note, tmp_path / "gone")
    assert signing_world.vault.notes(note.kind).exports(note.uid) == ()


def test_a_file_that_fails_its_own_check_gets_no_name(signing_world: World, note: Note, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    pretty = note.record.replace(b",", b", ", 1)
    with pytest.raises(Problem, match="did not pass its own check"):
        export(signing_world.vault, replace(note, record=pretty), folder)
    assert list(folder.iterdir()) == []


def test_what_the_vault_cannot_keep_is_not_handed_out(signing_world: World, note: Note, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    with pytest.raises(Problem):
        export(signing_world.vault, replace(note, uid="unknown"), folder)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("name", ["x" * 300, "陈" * 300, "a/../b\x00\u202e", "..", "NUL"])
def test_every_name_makes_a_file_name(note: Note, tmp_path: Path, name: str) -> None:
    record = note.content
    record["employee"]["name"] = name
    called = export_name(replace(note, record=canonical(record), revision=2))
    assert called.startswith("2026-11-20 Performance conversation")
    assert called.endswith(" - revision 2.pdf")
    assert len(called.encode()) <= 200
    (tmp_path / called).write_bytes(b"")
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [called]
    shutil.rmtree(tmp_path / "vault")


def test_a_key_in_a_token_asks_for_its_pin(signing_world: World, note: Note, mira: Identity, tmp_path: Path) -> None:
    token = replace(mira, uid="t", person_uid=signing_world.manager.uid, key=b"", token="pkcs11:token=x;id=1")
    signing_world.vault.profile.save_identity(replace(token, created_at=now()))
    with pytest.raises(Problem, match="lives in a token"):
        export(signing_world.vault, note, tmp_path)
    assert list(tmp_path.glob("*.pdf")) == []
