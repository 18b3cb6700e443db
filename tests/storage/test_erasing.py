"""What is erased is nowhere any more, and nothing else is missed."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Timer

import pytest

from desktop.models.erasing import Basis, Erased, ErasureOrder, Hold, Item
from desktop.models.guide import Kind
from desktop.models.problems import Problem
from desktop.storage.connection import connect
from desktop.storage.driver import driver
from desktop.storage.erasing.orders import erase, finish, orders, replay
from desktop.storage.schema import tables
from desktop.storage.vault import Vault
from tests.keys import VAULT_KEY
from tests.storage.planted import ORDER, PERSON, WORD, decrypted, plant
from tests.storage.sample import EMPLOYEE, MANAGER, NOON, fill, new_vault, outside

NOT_ABOUT_A_PERSON = {
    *("core_anchor", "core_root", "core_retention", "core_scale", "core_policy", "core_performance_system"),  # the firm
    *("core_published_objective", "core_fact", "okr_pay_plan", "okr_pay_mark"),  # the team's key results
    *("core_erasure", "core_erased"),  # what erasing itself writes
    *("okr_search_item", "perf_search_item"),  # filled later, emptied by the triggers of the rest
}
"""The tables that stay empty here."""


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a closed vault with somebody in it who will be erased."""
    folder = tmp_path_factory.mktemp("planted") / "vault"
    vault = new_vault(folder)
    plant(vault)
    vault.close()
    return folder


@pytest.fixture
def folder(full: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(full, tmp_path / "vault"))


@pytest.fixture
def file(folder: Path) -> Path:
    """Its database."""
    return folder / "vault.db"


@pytest.fixture
def opened(folder: Path) -> Iterator[Vault]:
    """The vault, after the person was erased."""
    erase(folder / "vault.db", VAULT_KEY, ORDER)
    vault = Vault.open(folder, VAULT_KEY)
    yield vault
    vault.close()


def words_in(file: Path, tmp_path: Path) -> int:
    return decrypted(file, tmp_path / f"plain-{len(list(tmp_path.iterdir()))}").lower().count(WORD.encode())


def test_the_persons_words_stand_in_every_table_that_holds_any(full: Path) -> None:
    """Keep the planting complete: a new table with words is planted, too, or named here with the reason."""
    connection = connect(full / "vault.db", VAULT_KEY)
    empty = {
        table.name
        for table in tables()
        if not connection.execute(f"SELECT 1 FROM {table.name} LIMIT 1").fetchone()  # noqa: S608
    }
    connection.close()
    assert empty == NOT_ABOUT_A_PERSON


def test_nothing_of_the_person_is_left(file: Path, tmp_path: Path) -> None:
    assert words_in(file, tmp_path) > 30
    erase(file, VAULT_KEY, ORDER)
    assert words_in(file, tmp_path) == 0
    beside = {path.name: path.stat().st_size for path in file.parent.glob("vault.db-*")}
    assert beside.get("vault.db-wal", 0) == 0


def test_not_even_in_free_pages_and_beside_the_file(tmp_path: Path) -> None:
    """A vault that was never encrypted shows every byte that is left."""
    folder = tmp_path / "plain"
    vault = fill(Vault.create(folder, None))
    plant(vault)
    for kind in Kind:
        while vault.search(kind).index_some():
            pass
    assert raw(folder) > 30
    erase(folder / "vault.db", None, ORDER)
    assert raw(folder) == 0
    assert vault.check() == ()
    vault.close()
    assert raw(folder) == 0


def raw(folder: Path) -> int:
    return sum(path.read_bytes().lower().count(WORD.encode()) for path in folder.iterdir() if path.is_file())


def test_there_are_no_free_pages(file: Path) -> None:
    erase(file, VAULT_KEY, ORDER)
    connection = connect(file, VAULT_KEY)
    assert connection.execute("PRAGMA freelist_count").fetchone() == (0,)
    connection.close()


def test_the_chain_still_verifies_and_the_vault_is_in_order(opened: Vault) -> None:
    assert opened.check() == ()


def test_what_is_about_others_stays(opened: Vault) -> None:
    assert opened.people.people() == tuple(sorted((EMPLOYEE, MANAGER), key=lambda person: person.name))
    for kind in Kind:
        (note,) = opened.notes(kind).notes()
        assert note.person_uid == EMPLOYEE.uid
        assert len(opened.responses(kind).responses(note.uid)) == 1


def test_what_the_firm_learned_stays_without_the_talk(opened: Vault) -> None:
    reflections = opened.okrs.reflections("result")
    assert {(each.uid, each.conversation_uid) for each in reflections} == {("okr-done-r", ""), ("okr-open-r", "")}


def test_an_own_objective_stays_with_nobody(opened: Vault) -> None:
    owners = outside(opened).execute("SELECT owner_uid, individual_reason FROM okr_objective WHERE uid = 'own'")
    assert owners.fetchone() == ("", "")


def test_the_protocol_counts_without_a_name(opened: Vault) -> None:
    (told,) = opened.rights.protocol()
    assert told.done_at is not None
    assert told.counts == {
        Erased.CONVERSATION: 4,
        Erased.NOTE: 2,
        Erased.RESPONSE: 2,
        Erased.DECLINE: 2,
        Erased.REBUTTAL: 2,
        Erased.EVIDENCE: 3,
        Erased.EXPECTATION: 1,
    }


def test_a_note_that_is_gone_without_an_order_is_told(opened: Vault) -> None:
    connection = outside(opened)
    connection.execute("DROP TRIGGER okr_note_delete")
    connection.execute("DROP TRIGGER okr_response_delete")
    connection.execute("DELETE FROM okr_response")
    connection.execute("DELETE FROM okr_note")
    connection.close()
    told = opened.verify_chain()
    assert any("A sealed note is missing" in sentence for sentence in told)
    assert any("An answer that was attached to a note is missing" in sentence for sentence in told)


def test_a_note_that_was_blanked_without_an_order_is_told(folder: Path) -> None:
    vault = Vault.open(folder, VAULT_KEY)
    connection = outside(vault)
    connection.execute("DROP TRIGGER okr_note_update")
    connection.execute("UPDATE okr_note SET record = x'', salt = x'' WHERE uid = 'okr-done-note'")
    connection.close()
    assert any("okr-done-note was changed" in sentence for sentence in vault.verify_chain())
    vault.close()


ATTACKS = [
    "DELETE FROM okr_note",
    "DELETE FROM perf_response",
    "DELETE FROM okr_conversation WHERE state = 'sealed'",
    "UPDATE core_erasure SET done_at = NULL",
    "UPDATE core_erasure SET person_uid = 'tomas'",
    "DELETE FROM core_erasure",
    "DELETE FROM core_erased",
    "UPDATE core_erased SET uid = 'x'",
    "INSERT INTO core_erased SELECT 'okr-other-note', 'note', uid FROM core_erasure",
    "INSERT INTO core_erasure VALUES ('x', 'tomas', 'request', 1, 2)",
    "INSERT OR REPLACE INTO core_erasure SELECT uid, person_uid, basis, ordered_at, NULL FROM core_erasure",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_closed_order_lets_nothing_more_through(opened: Vault, attack: str) -> None:
    connection = outside(opened)
    with pytest.raises(driver.IntegrityError, match="^sealed$"):
        connection.execute(attack)
    connection.close()


def test_an_open_order_lets_go_only_what_it_names(opened: Vault) -> None:
    connection = outside(opened)
    connection.execute("INSERT INTO core_erasure VALUES ('next', 'tomas', 'request', 1, NULL)")
    connection.execute("INSERT INTO core_erased VALUES ('okr-other-note', 'note', 'next')")
    for attack in ("DELETE FROM perf_note", "DELETE FROM okr_response", "UPDATE okr_note SET record = x''"):
        with pytest.raises(driver.IntegrityError, match="^sealed$"):
            connection.execute(attack)
    connection.close()


def test_a_hold_blocks_and_its_release_frees(folder: Path, file: Path) -> None:
    vault = Vault.open(folder, VAULT_KEY)
    vault.rights.hold(Hold("second", PERSON.uid, "A claim", NOON))
    with pytest.raises(Problem, match="A legal hold stands"):
        erase(file, VAULT_KEY, ORDER)
    single = ErasureOrder("single", Basis.RETENTION, NOON, items=(Item(Erased.EVIDENCE, "seen"),))
    with pytest.raises(Problem, match="A legal hold stands"):
        erase(file, VAULT_KEY, single)
    with pytest.raises(driver.IntegrityError, match="^sealed$"):
        outside(vault).execute("INSERT INTO core_erasure VALUES ('x', 'rashida', 'request', 1, NULL)")
    vault.rights.release("second", NOON)
    vault.close()
    erase(file, VAULT_KEY, ORDER)


def test_the_owner_of_the_vault_cannot_go(file: Path) -> None:
    with pytest.raises(Problem, match="You cannot erase yourself"):
        erase(file, VAULT_KEY, replace(ORDER, person_uid=MANAGER.uid))
    with pytest.raises(Problem, match="not in the vault"):
        erase(file, VAULT_KEY, replace(ORDER, person_uid="nobody"))


def test_single_things_go_alone(folder: Path, file: Path) -> None:
    items = (
        Item(Erased.NOTE, "performance-done-note"),
        Item(Erased.PRIVATE, "okr-done"),
        Item(Erased.EVIDENCE, "seen"),
    )
    erase(file, VAULT_KEY, ErasureOrder("single", Basis.RETENTION, NOON, items=items))
    vault = Vault.open(folder, VAULT_KEY)
    assert [note.uid for note in vault.notes(Kind.PERFORMANCE).notes()] == ["performance-other-note"]
    assert len(vault.notes(Kind.OKR).notes()) == 2
    assert vault.conversations(Kind.OKR).private_notes("okr-done") == ()
    assert len(vault.conversations(Kind.OKR).private_notes("okr-open")) == 1
    assert vault.check() == ()
    vault.close()


def test_an_old_copy_holds_nothing_after_the_orders_were_replayed(full: Path, file: Path, tmp_path: Path) -> None:
    old = Path(shutil.copytree(full, tmp_path / "old"))
    before = Vault.open(old, VAULT_KEY)
    before.rights.hold(Hold("then", PERSON.uid, WORD, NOON))
    before.close()
    erase(file, VAULT_KEY, ORDER)
    assert replay(old / "vault.db", VAULT_KEY, orders(file, VAULT_KEY)) == 1
    assert words_in(old / "vault.db", tmp_path) == 0
    assert replay(old / "vault.db", VAULT_KEY, orders(file, VAULT_KEY)) == 0
    vault = Vault.open(old, VAULT_KEY)
    assert vault.check() == ()
    vault.close()


KILLED = """
import os, sys
from pathlib import Path
from desktop.storage.erasing import orders as erasing
from tests.keys import VAULT_KEY
from tests.storage.planted import ORDER
setattr(erasing, sys.argv[2], lambda *_: os.kill(os.getpid(), 9))
erasing.erase(Path(sys.argv[1]), VAULT_KEY, ORDER)
"""


@pytest.mark.parametrize("step", ["_enter", "_carry_out", "delete_person", "clear_index", "_empty", "_checkpoint"])
def test_a_kill_leaves_the_state_before_or_an_order_that_opening_ends(
    folder: Path, file: Path, tmp_path: Path, step: str
) -> None:
    root = str(Path(__file__).parents[2])
    killed = subprocess.run([sys.executable, "-c", KILLED, str(file), step], cwd=root, check=False)
    assert killed.returncode == -9
    vault = Vault.open(folder, VAULT_KEY)
    names = {person.name for person in vault.people.people()}
    vault.close()
    assert (PERSON.name in names) == (step == "_enter")
    assert (words_in(file, tmp_path) == 0) == (step != "_enter")
    assert finish(file, VAULT_KEY) == 0


EMPTYING = """
import fcntl, sys
with open(sys.argv[1], "r+b") as shared:
    fcntl.lockf(shared, fcntl.LOCK_EX, 1, 121)
    print("held", flush=True)
    sys.stdin.read()
"""
"""Holds the lock of whoever empties the write-ahead file (sqlite.org/walformat.html, WAL_CKPT_LOCK)."""


@pytest.mark.skipif(sys.platform == "win32", reason="the lock is held as POSIX systems hold it")
def test_an_order_waits_for_who_empties_the_write_ahead_file(folder: Path, file: Path) -> None:
    vault = Vault.open(folder, VAULT_KEY)
    vault.people.people()
    command = [sys.executable, "-c", EMPTYING, f"{file}-shm"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdin is not None and other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        timer = Timer(0.2, other.stdin.close)
        timer.start()
        erase(file, VAULT_KEY, ORDER)
        timer.join()
    vault.close()
    assert finish(file, VAULT_KEY) == 0
