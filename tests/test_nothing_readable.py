"""Whoever finds the laptop finds nothing: no word, no name in any file that the program leaves or uses on the way."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.flows.talk.sealing import seal
from desktop.models.guide import Kind, Stage
from desktop.presenters.destination import Place
from desktop.selftest.hands import press, type_into, until
from desktop.views.notes.note_view import NoteView
from desktop.views.widgets import VoiceField
from tests.running import go, running, vault_of
from tests.test_crash import killed_while_typing
from tests.world import make_world

PLANTED = "the heron stood in the rain and said nothing"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A place that holds everything the program may write to: home, settings, vault, temporary files."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR", "TMPDIR", "TEMP"):
        (tmp_path / name).mkdir(mode=0o700)
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.setattr(tempfile, "tempdir", None)
    yield tmp_path
    tempfile.tempdir = None


def readable(place: Path, *secrets: str) -> list[str]:
    """Return the files in which one of the secrets stands, in any of the usual codings."""
    needles = [secret.encode(coding) for secret in secrets for coding in ("utf-8", "utf-16-le", "utf-16-be")]
    files = [path for path in place.rglob("*") if path.is_file() and not path.is_symlink()]
    assert files
    return [str(path) for path in files if any(needle in path.read_bytes() for needle in needles)]


@pytest.mark.usefixtures("qtbot")
def test_what_is_typed_sealed_shown_and_searched_stands_in_no_file(place: Path) -> None:
    world = make_world(place / "vault")
    talk = world.start(Kind.PERFORMANCE, Stage.REVIEW)
    sealed = world.start(Kind.OKR, Stage.CHECK_IN)
    world.say(sealed, PLANTED)
    note = seal(world.vault, Kind.OKR, sealed.uid)
    names = (world.employee.name, world.manager.name)
    world.vault.close()
    with running(place / "vault", place / "settings.toml") as program:
        view = go(program, Place.CONVERSATION, talk.uid, Kind.PERFORMANCE)
        for _step in range(3):
            press(view, "next")
        editor: QPlainTextEdit = view.findChild(VoiceField, "voice-employee").editor()
        editor.insertPlainText(PLANTED)
        shown = go(program, Place.NOTE, note.uid, Kind.OKR)
        assert isinstance(shown, NoteView)
        until(lambda: shown.paper is not None, "the pages of the note", 30)
        type_into(go(program, Place.SEARCH), "search-words", "heron")
        assert vault_of(program).writer.flush(10)
        assert readable(place, PLANTED, *names) == []
    assert readable(place, PLANTED, *names) == []


@pytest.mark.usefixtures("qtbot")
def test_a_killed_program_leaves_nothing_readable(place: Path) -> None:
    world = make_world(place / "vault")
    talk = world.start(Kind.PERFORMANCE, Stage.REVIEW)
    world.vault.close()
    _typed, acknowledged = killed_while_typing(place / "vault", talk.uid, saves=3)
    assert acknowledged >= 3
    assert readable(place / "vault", "".join(map(chr, range(ord("a"), ord("a") + acknowledged))), "Tomas") == []


def test_the_scan_finds_what_is_readable(place: Path, qtbot: QtBot) -> None:
    """The scan itself can fail."""
    (place / "TMPDIR" / "left.txt").write_text(f"… {PLANTED} …", encoding="utf-16-le")
    assert [Path(path).name for path in readable(place, PLANTED)] == ["left.txt"]
