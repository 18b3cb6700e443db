"""A preparation sheet that came back, taken in by the command line."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.cli import main
from desktop.flows.performance.preparing import make_sheet
from desktop.models.guide import Kind, Stage
from desktop.storage.keys.unlocking import unlock_quietly
from desktop.storage.vault import Vault
from tests.documents.sheets import filled
from tests.world import make_world


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    world = make_world(tmp_path / "vault")
    talk = world.start(Kind.PERFORMANCE, Stage.REVIEW)
    made = make_sheet(world.vault, talk.uid, tmp_path)
    (tmp_path / "back.pdf").write_bytes(filled(made.path.read_bytes(), {"answer-1": "The move was hard"}))
    made.path.rename(tmp_path / "empty.pdf")
    world.vault.close()
    yield tmp_path, talk.uid


def kept(folder: Path, uid: str) -> list[str]:
    opened = Vault.open(folder / "vault", unlock_quietly(folder / "vault"))
    try:
        return [each.said for each in opened.preparation.returned(uid)]
    finally:
        opened.close()


def test_it_is_tried_then_taken_in_then_known(vault: tuple[Path, str], capsys: pytest.CaptureFixture[str]) -> None:
    folder, uid = vault
    words = ["import", str(folder / "back.pdf"), "--vault", str(folder / "vault")]
    assert main([*words, "--dry-run"]) == 0
    assert kept(folder, uid) == []
    capsys.readouterr()
    for arrival in ("first", "known"):
        assert main([*words, "--json"]) == 0
        told = json.loads(capsys.readouterr().out)
        assert (told["arrival"], told["conversation"]) == (arrival, uid)
    assert len(kept(folder, uid)) == 1


def test_an_empty_one_says_so(vault: tuple[Path, str], capsys: pytest.CaptureFixture[str]) -> None:
    folder, uid = vault
    assert main(["import", str(folder / "empty.pdf"), "--vault", str(folder / "vault")]) == 1
    assert "Nothing is written on this sheet" in capsys.readouterr().out
    assert kept(folder, uid) == []
