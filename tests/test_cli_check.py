"""`duologue check`: what it prints, and its exit codes."""

import io
import json
from pathlib import Path

import pytest

from desktop.cli import main

Told = pytest.CaptureFixture[str]
TIED = "Thank you.\nKR2 closed at 0.4, so there is no bonus."


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(TIED, encoding="utf-8")
    return path


def test_findings_are_one_json_document(text: Path, capsys: Told) -> None:
    assert main(["check", "--kind", "performance", "--json", str(text)]) == 0
    told = json.loads(capsys.readouterr().out)
    (found,) = told["findings"]
    assert told["language"] == "en"
    assert set(found) == {"rule", "level", "start", "end", "why", "instead"}
    assert (found["rule"], found["level"]) == ("score-pay", "breach")
    assert TIED[found["start"] : found["end"]] == "KR2 closed at 0.4, so there is no bonus"


def test_strict_says_no_to_a_breach(text: Path) -> None:
    assert main(["check", "--kind", "performance", "--strict", str(text)]) == 1


def test_standard_input_is_read_without_a_file(monkeypatch: pytest.MonkeyPatch, capsys: Told) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Remember your bonus."), encoding="utf-8"))
    assert main(["check", "--kind", "okr", "--strict"]) == 1
    assert "pay-in-okr" in capsys.readouterr().out


def test_a_language_without_rules_is_said(tmp_path: Path, capsys: Told) -> None:
    path = tmp_path / "brouillon.txt"
    path.write_text("Le texte est dans le dossier et il ne sera pas lu.", encoding="utf-8")
    assert main(["check", "--kind", "okr", "--strict", str(path)]) == 0
    assert "Not checked" in capsys.readouterr().out
    assert main(["check", "--kind", "okr", "--json", str(path)]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out) == {"findings": [], "language": "fr"}
    assert "Not checked" in told.err


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", None])
def test_what_cannot_be_read_is_told(tmp_path: Path, content: bytes | None, capsys: Told) -> None:
    path = tmp_path / "draft.txt"
    if content is not None:
        path.write_bytes(content)
    assert main(["check", "--kind", "okr", str(path)]) == 2
    assert capsys.readouterr().err.startswith("duologue: ")
