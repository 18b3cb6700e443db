"""One program works in a vault at a time; everybody else is told which one."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop.models.people import Person
from desktop.models.problems import Problem
from desktop.storage.holding import LOCK_NAME, Held, holder
from desktop.storage.vault import Vault
from tests.keys import VAULT_KEY

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Vault.create(tmp_path / "vault", VAULT_KEY).close()
    return tmp_path / "vault"


@contextmanager
def held_elsewhere(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Let another process hold the vault while the block runs."""
    command = [sys.executable, "-m", "tests.storage.holder", str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout and process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.kill()


def test_a_second_program_is_told_who_works_in_the_vault(folder: Path) -> None:
    with held_elsewhere(folder) as other:
        with pytest.raises(Held) as told:
            Vault.open(folder, VAULT_KEY)
        said = str(told.value)
        assert f"holder.py, process {other.pid} on {socket.gethostname()}, since 20" in said
        assert other.stdin
        other.stdin.close()
        other.wait()
    Vault.open(folder, VAULT_KEY).close()


def test_what_a_killed_program_held_is_free(folder: Path) -> None:
    with held_elsewhere(folder) as other:
        other.kill()
        other.wait()
        vault = Vault.open(folder, VAULT_KEY)
    found = holder(folder)
    assert found is not None and found.process == os.getpid()
    vault.close()


def test_beside_another_program_one_may_read_and_add(folder: Path) -> None:
    with held_elsewhere(folder):
        vault = Vault.open(folder, VAULT_KEY, exclusive=False)
        vault.people.save(Person("p", "Ada Brandt"))
        assert [each.name for each in vault.people.people()] == ["Ada Brandt"]
        vault.close()


def test_one_program_may_open_its_vault_twice_and_holds_it_until_both_are_closed(folder: Path) -> None:
    first, second = Vault.open(folder, VAULT_KEY), Vault.open(folder, VAULT_KEY)
    first.close()
    first.close()
    assert not can_be_had_elsewhere(folder)
    second.close()
    assert can_be_had_elsewhere(folder)


def test_a_vault_that_cannot_be_opened_is_not_held(folder: Path) -> None:
    (folder / "vault.db").write_bytes(b"no vault at all" * 999)
    with pytest.raises(Problem):
        Vault.open(folder, VAULT_KEY)
    (folder / "vault.db").unlink()
    Vault.create(folder, VAULT_KEY).close()
    assert can_be_had_elsewhere(folder)


def test_a_lock_that_cannot_be_made_keeps_nobody_out(folder: Path) -> None:
    (folder / LOCK_NAME).mkdir()
    vault = Vault.open(folder, VAULT_KEY)
    assert vault.people.people() == ()
    vault.close()


def test_a_lock_file_that_says_nothing_is_no_riddle(folder: Path) -> None:
    with held_elsewhere(folder):
        (folder / LOCK_NAME).write_text("[]")
        with pytest.raises(Held, match="Another program works in this vault; close it there"):
            Vault.open(folder, VAULT_KEY)


def test_a_vault_that_is_put_away_knows_no_key_and_is_free_for_others(folder: Path) -> None:
    vault = Vault.open(folder, VAULT_KEY)
    vault.people.save(Person("p", "Ada Brandt"))
    assert vault.put_away(5)
    assert vault.key is None
    with pytest.raises(Problem, match="locked"):
        vault.people.people()
    assert can_be_had_elsewhere(folder)
    vault.take_up(VAULT_KEY)
    assert [each.name for each in vault.people.people()] == ["Ada Brandt"]
    assert not can_be_had_elsewhere(folder)
    vault.close()


def test_a_vault_that_was_put_away_is_not_taken_up_with_another_key_or_beside_somebody(folder: Path) -> None:
    vault = Vault.open(folder, VAULT_KEY)
    assert vault.put_away(5)
    with pytest.raises(Problem):
        vault.take_up(None)
    with held_elsewhere(folder), pytest.raises(Held):
        vault.take_up(VAULT_KEY)
    vault.take_up(VAULT_KEY)
    assert vault.people.people() == ()
    vault.close()


def test_words_that_the_disk_does_not_take_keep_the_vault_from_being_put_away(folder: Path) -> None:
    vault = Vault.open(folder, VAULT_KEY)
    vault.writer._pause_seconds = 0.02
    full = [True]

    def save() -> None:
        if full:
            raise Problem("The disk is full.")

    vault.writer.put("word", save)
    assert not vault.put_away(0.2)
    assert vault.key == VAULT_KEY
    full.clear()
    assert vault.put_away(5)
    vault.close()


def can_be_had_elsewhere(folder: Path) -> bool:
    """Return whether another process can take the vault now."""
    command = [sys.executable, "-m", "tests.storage.holder", str(folder)]
    ran = subprocess.run(command, input="", capture_output=True, text=True, cwd=ROOT)
    return ran.stdout == "held\n"
