"""The program killed in mid-sentence: no acknowledged word is lost, the place is kept, nothing is damaged."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.models.conversation import Voice
from desktop.models.guide import Kind, Stage
from desktop.presenters.destination import Place
from desktop.storage.vault import Vault
from desktop.views.talk.conversation_view import ConversationView
from tests.keys import VAULT_KEY
from tests.running import go, running
from tests.world import make_world

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("saves", [1, 3])
def test_a_kill_in_mid_sentence_loses_no_acknowledged_word(qtbot: QtBot, tmp_path: Path, saves: int) -> None:
    folder = tmp_path / "vault"
    world = make_world(folder)
    talk = world.start(Kind.PERFORMANCE, Stage.REVIEW)
    world.vault.close()
    typed, acknowledged = killed_while_typing(folder, talk.uid, saves)

    vault = Vault.open(folder, VAULT_KEY)
    answers = [each for each in vault.conversations(Kind.PERFORMANCE).answers(talk.uid) if each.text]
    assert vault.check() == ()
    vault.close()
    kept = answers[0].text
    assert 0 < acknowledged <= len(kept) <= typed + 1
    assert kept == "".join(chr(ord("a") + key % 26) for key in range(len(kept)))

    with running(folder, folder / "settings.toml") as program:
        view = go(program, Place.CONVERSATION, talk.uid, Kind.PERFORMANCE)
        assert isinstance(view, ConversationView)
        assert view.shown.prompt == talk.guide.sections[1].prompts[1].text
        assert {box.voice: box.text for box in view.shown.boxes}[Voice.EMPLOYEE] == kept


def killed_while_typing(folder: Path, uid: str, saves: int) -> tuple[int, int]:
    """Kill the window after so many acknowledged saves; return how much was typed and how much acknowledged."""
    command = [sys.executable, "-m", "tests.typing_window", str(folder), uid]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as window:
        assert window.stdout
        lines: list[str] = []
        while sum(line.startswith("saved") for line in lines) < saves:
            lines.append(window.stdout.readline())
            assert lines[-1], "the window went before it was killed"
        window.kill()
        lines += window.stdout.read().splitlines()
    told = [line.split() for line in lines if len(line.split()) == 2]
    typed = max((int(number) for what, number in told if what == "typed"), default=0)
    return typed, max(int(number) for what, number in told if what == "saved")


def test_a_stick_that_is_pulled_and_comes_back_write_protected_loses_no_word() -> None:
    place = Path(tempfile.mkdtemp(prefix="duologue-stick-"))
    try:
        world = make_world(place / "vault")
        talk = world.start(Kind.OKR, Stage.CHECK_IN)
        world.vault.close()
        command = [sys.executable, "-m", "tests.stick_window", str(place / "vault"), talk.uid]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=100, check=False)
    finally:
        shutil.rmtree(place)
    assert done.returncode == 0, done.stderr
    pulled, protected, kept = done.stdout.splitlines()
    assert "moved, deleted or replaced" in pulled
    assert "cannot be written to; make its folder writable" in protected
    assert kept == "typed after the stick was pulled, typed while it was write-protected"
