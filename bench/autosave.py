"""How long a typed answer waits until the disk has it, beside the bare fsync of a few bytes."""

import os
import threading
from pathlib import Path

from bench.figures import Figure, figure, timed
from desktop.models.conversation import Answer, State, Voice
from desktop.models.guide import Kind
from desktop.storage.keys.unlocking import unlock_quietly
from desktop.storage.vault import Vault


def measure(folder: Path, times: int) -> list[Figure]:
    """Return commit to acknowledgement of one answer, and how long the typing thread is held up by it."""
    vault = Vault.open(folder, unlock_quietly(folder))
    try:
        acknowledged, handed = _saves(vault, times)
    finally:
        vault.close()
    yard, beside = _syncs(folder / "yardstick", times), "one fsync"
    return [
        figure("autosave, commit to acknowledgement", acknowledged, yard, beside, "median, p99 < 5 ms"),
        figure("autosave, time taken of the typing thread", handed, yard, beside),
        figure("(one fsync of 200 bytes)", yard, yard, "itself"),
    ]


def _saves(vault: Vault, times: int) -> tuple[list[float], list[float]]:
    draft = vault.conversations(Kind.OKR).conversations(state=State.DRAFT)[0]
    prompt = draft.guide.sections[0].prompts[0].id
    saved = threading.Event()
    vault.writer.on_saved = lambda key: saved.set()
    acknowledged: list[float] = []
    handed: list[float] = []
    for count in range(times + 1):
        saved.clear()
        answer = Answer(draft.uid, prompt, "", Voice.MANAGER, f"{count} " + "What we said. " * 15)
        with timed(acknowledged):
            with timed(handed):
                vault.writer.save_answer(Kind.OKR, answer)
            if not saved.wait(30):
                raise RuntimeError("the vault did not acknowledge an answer")
    return acknowledged[1:], handed[1:]


def _syncs(path: Path, times: int) -> list[float]:
    seconds: list[float] = []
    with path.open("wb", buffering=0) as file:
        for _ in range(times):
            with timed(seconds):
                file.write(b"x" * 200)
                os.fsync(file.fileno())
    path.unlink()
    return seconds
