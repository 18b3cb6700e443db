"""What encryption costs: unlocking, opening, reading and saving, each beside the same vault in plain text."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.figures import Figure, figure, repeated, timed
from desktop.models.conversation import Answer, State, Voice
from desktop.models.guide import Kind
from desktop.storage.connection import connect
from desktop.storage.keys.unlocking import lock, unlock, unlock_quietly
from desktop.storage.opening import FILE_NAME
from desktop.storage.vault import Vault
from desktop.storage.vault_key import VaultKey

_SLOW_DISK = 0.020
"""Seconds that a slow disk takes for every commit."""


def measure(folder: Path, times: int) -> list[Figure]:
    """Return the figures of an encrypted vault, taken in turns with its plain twin, which is made for that."""
    key = unlock_quietly(folder)
    if key is None:
        raise RuntimeError("the vault to measure does not open by itself")
    plain = _plain_twin(folder, key)
    try:
        return [*_unlocking(folder, key), *_beside(folder, key, plain, times), _typing(folder, key)]
    finally:
        shutil.rmtree(plain)


def _unlocking(folder: Path, key: VaultKey) -> list[Figure]:
    keys = folder.with_name("keys")
    lock(keys, key, "a passphrase of some length")
    opened = repeated(20, lambda: Vault.open(folder, key).close())
    unlocked = repeated(5, lambda: unlock(keys, "a passphrase of some length"))
    shutil.rmtree(keys)
    return [figure("unlock with a passphrase (slow on purpose)", unlocked, opened, "opening with the key")]


def _beside(folder: Path, key: VaultKey, plain: Path, times: int) -> list[Figure]:
    found = []
    for name, work in _WORK.items():
        one, other = Vault.open(folder, key), Vault.open(plain, None)
        encrypted, in_plain = list[float](), list[float]()
        work(one), work(other)
        for _ in range(times):  # in turns, so that a busy moment of the machine meets both
            with timed(encrypted):
                work(one)
            with timed(in_plain):
                work(other)
        one.close(), other.close()
        found.append(figure(f"encrypted: {name}", encrypted, in_plain, "plain text"))
    return found


def _open(vault: Vault) -> None:
    Vault.open(vault.folder, vault.key).close()


def _load(vault: Vault) -> None:
    store = vault.conversations(Kind.OKR)
    store.answers(store.conversations()[0].uid)


def _save(vault: Vault) -> None:
    store = vault.conversations(Kind.OKR)
    draft = store.conversations(state=State.DRAFT)[0]
    words = f"{time.perf_counter()} " + "What we said. " * 15
    store.save_answer(Answer(draft.uid, draft.guide.sections[0].prompts[0].id, "", Voice.MANAGER, words))


def _check(vault: Vault) -> None:
    vault.check()


_WORK: dict[str, Callable[[Vault], Any]] = {
    "open and close": _open,
    "load a conversation": _load,
    "save one answer": _save,
    "check everything": _check,
}


def _typing(folder: Path, key: VaultKey) -> Figure:
    """Return what a slow disk takes of the typing thread: 20 ms are added to every commit."""
    vault = Vault.open(folder, key)
    draft = vault.conversations(Kind.OKR).conversations(state=State.DRAFT)[0]
    prompt = draft.guide.sections[0].prompts[0].id
    handed: list[float] = []
    for count in range(300):
        answer = Answer(draft.uid, prompt, "", Voice.MANAGER, f"typed {count}")
        with timed(handed):
            vault.writer.put("typed", lambda answer=answer: _slowly(vault, answer))  # type: ignore[misc]
        time.sleep(0.005)
    vault.close()
    slow = [_SLOW_DISK] * len(handed)
    return figure("typing thread, 20 ms more per commit", handed, slow, "one such commit", "p99 < 1 ms")


def _slowly(vault: Vault, answer: Answer) -> None:
    time.sleep(_SLOW_DISK)
    vault.writer.conversations(Kind.OKR).save_answer(answer)


def _plain_twin(folder: Path, key: VaultKey) -> Path:
    plain = folder.with_name("plain")
    Vault.create(plain, None).close()
    (plain / FILE_NAME).unlink()
    connection = connect(folder / FILE_NAME, key)
    number = connection.execute("PRAGMA user_version").fetchone()[0]
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    connection.execute("ATTACH DATABASE ? AS plain KEY ''", (str(plain / FILE_NAME),))
    connection.execute("SELECT sqlcipher_export('plain')")
    connection.execute(f"PRAGMA plain.user_version={number}")
    connection.execute(f"PRAGMA plain.application_id={mark}")
    connection.close()
    return plain
