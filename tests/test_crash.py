"""The program killed in mid-sentence: at most the last moment is lost, the place is kept, nothing is damaged."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.models.conversation import Voice
from desktop.models.guide import Kind, Stage
from desktop.presenters.destination import Place
from desktop.storage.vault import Vault
from desktop.views.conversation_view import ConversationView
from desktop.views.saving import DELAY
from tests.running import go, running
from tests.world import make_world

ROOT = Path(__file__).parents[1]
SLACK = 0.7
"""Seconds for handing on, writing and a busy machine, beside the delay of the autosave."""


@pytest.mark.parametrize("keys", [40, 160])
def test_a_kill_in_mid_sentence_costs_the_last_moment_alone(qtbot: QtBot, tmp_path: Path, keys: int) -> None:
    folder = tmp_path / "vault"
    world = make_world(folder)
    talk = world.start(Kind.PERFORMANCE, Stage.REVIEW)
    world.vault.close()
    typed, killed = killed_while_typing(folder, talk.uid, keys)

    vault = Vault.open(folder)
    answers = [each for each in vault.conversations(Kind.PERFORMANCE).answers(talk.uid) if each.text]
    assert vault.check() == ()
    vault.close()
    kept = answers[0].text if answers else ""
    assert kept == "".join(chr(ord("a") + key % 26) for key in range(len(kept)))
    assert [moment for moment in typed[len(kept) :] if moment < killed - DELAY / 1000 - SLACK] == []
    assert len(kept) <= len(typed) + 1

    with running(folder, folder / "settings.toml") as program:
        view = go(program, Place.CONVERSATION, talk.uid, Kind.PERFORMANCE)
        assert isinstance(view, ConversationView)
        assert view.shown.prompt == talk.guide.sections[1].prompts[1].text
        assert {box.voice: box.text for box in view.shown.boxes}[Voice.EMPLOYEE] == kept


def killed_while_typing(folder: Path, uid: str, keys: int) -> tuple[list[float], float]:
    """Kill the window after so many keystrokes; return the moment of each that was pressed, and that of the kill."""
    command = [sys.executable, "-m", "tests.typing_window", str(folder), uid]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as window:
        assert window.stdout
        lines = [window.stdout.readline() for _ in range(keys)]
        killed = time.monotonic()
        window.kill()
        lines += window.stdout.read().splitlines()
    return [float(line.split()[1]) for line in lines if len(line.split()) == 2], killed
