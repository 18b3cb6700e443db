"""The command line takes over what another manager handed over, or says why not."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.cli import main
from desktop.models.guide import Kind
from desktop.storage.keys.unlocking import open_sample
from tests.handing_on import Firm, firm_in
from tests.keys import VAULT_KEY

Told = pytest.CaptureFixture[str]


@pytest.fixture
def firm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Firm]:
    """Two vaults; Ada's opens without asking."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.delenv("DUOLOGUE_VAULT", raising=False)
    with firm_in(tmp_path) as made:
        open_sample(made.ada.folder, VAULT_KEY)
        yield made


def imported(firm: Firm, path: Path, *more: str) -> int:
    return main(["--vault", str(firm.ada.folder), "import", str(path), *more])


def test_a_known_sender_is_taken_over_once(firm: Firm, capsys: Told) -> None:
    note = firm.full(Kind.PERFORMANCE)
    firm.compare()
    path = firm.send(note).path
    assert imported(firm, path, "--dry-run") == 0
    told = capsys.readouterr().out
    assert "From Mira Solberg: Known by this key: Mira Solberg" in told
    assert "Tomas Oyelaran · Performance conversation · 20 Nov 2026: New · 1 signed PDF" in told
    assert told.endswith("Nothing was changed.\n")
    assert firm.ada.notes(note.kind).notes() == ()
    assert imported(firm, path) == 0
    assert capsys.readouterr().out.endswith("Taken over.\n")
    assert [each.uid for each in firm.ada.notes(note.kind).notes()] == [note.uid]
    assert imported(firm, path, "--json") == 0
    again = json.loads(capsys.readouterr().out)
    assert (again["refusal"], again["notes"][0]["result"], again["sender"]["known"]) == ("", "here", True)


def test_an_unknown_sender_is_a_no(firm: Firm, capsys: Told) -> None:
    path = firm.send(firm.note(Kind.OKR)).path
    assert imported(firm, path) == 1
    assert "Nobody here knows the key of Mira Solberg; open the file in the window" in capsys.readouterr().err
    assert firm.ada.notes(Kind.OKR).notes() == ()
    assert imported(firm, path, "--json") == 1
    assert json.loads(capsys.readouterr().out)["sender"]["known"] is False


@pytest.mark.parametrize(
    ("harm", "sentence"),
    [
        (lambda data: data[:-9], "changed or cut off"),
        (lambda data: data[:1500] + b"x" + data[1501:], "changed or cut off"),
        (lambda data: b"", "no hand-over file"),
        (lambda data: b"%PDF-1.7 something else", "no hand-over file"),
    ],
)
def test_a_damaged_file_is_told_in_one_sentence(firm: Firm, harm: object, sentence: str, capsys: Told) -> None:
    path = firm.send(firm.note(Kind.OKR)).path
    path.write_bytes(harm(path.read_bytes()))  # type: ignore[operator]
    assert imported(firm, path) == 2
    told = capsys.readouterr().err
    assert sentence in told
    assert len(told.splitlines()) == 1


def test_it_is_known_by_its_beginning_too(firm: Firm, capsys: Told) -> None:
    path = firm.send(firm.note(Kind.OKR)).path
    firm.compare()
    assert imported(firm, path.rename(path.with_suffix(".bin"))) == 0


def test_somebody_elses_file_is_told(firm: Firm, capsys: Told) -> None:
    path = firm.send(firm.note(Kind.OKR)).path
    open_sample(firm.mira.vault.folder, VAULT_KEY)
    assert main(["--vault", str(firm.mira.vault.folder), "import", str(path)]) == 2
    assert "another key than yours (Ada Lindqvist)" in capsys.readouterr().err
