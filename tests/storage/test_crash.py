"""A program that is killed in the middle of typing loses nothing that was acknowledged.

A long run: `pytest tests/storage/test_crash.py --kills 300 --timeout 0`.
"""

import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from desktop.models.guide import Kind
from desktop.storage.vault import Vault
from tests.keys import VAULT_KEY
from tests.storage.sample import begin, new_vault

ROOT = Path(__file__).parents[2]


def test_nothing_acknowledged_is_lost_when_the_program_is_killed(tmp_path: Path, pytestconfig: pytest.Config) -> None:
    vault = new_vault(tmp_path)
    for kind in Kind:
        begin(vault, kind)
    vault.close()
    random, typed = Random(11), 0  # noqa: S311 (when to kill, no secret)
    for _kill in range(pytestconfig.getoption("kills")):
        acknowledged = killed_while_typing(tmp_path, typed, after=random.randrange(10, 100))
        vault = Vault.open(tmp_path, VAULT_KEY)
        kept = [int(vault.conversations(kind).answers("talk")[0].text.split()[0]) for kind in Kind]
        assert min(kept) >= acknowledged > typed
        assert vault.check() == ()
        vault.close()
        typed = max(kept)


def killed_while_typing(folder: Path, start: int, after: int) -> int:
    """Kill a program after so many acknowledgements; return the last number it acknowledged."""
    command = [sys.executable, "-m", "tests.storage.typing_machine", str(folder), str(start)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as typing:  # noqa: S603
        assert typing.stdout
        heard = [int(typing.stdout.readline()) for _ in range(after)]
        typing.kill()
        heard += [int(line) for line in typing.stdout.read().splitlines()]
    return heard[-1]
