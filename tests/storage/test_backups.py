"""Backups on real files: whole, encrypted, checked, thinned; and the way back."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.models.guide import Kind
from desktop.models.people import Person
from desktop.models.problems import Problem
from desktop.storage.backups import Contents, backups, contents, is_due, make_backup, thin_out
from desktop.storage.connection import connect
from desktop.storage.holding import Held
from desktop.storage.keys.unlocking import lock, unlock
from desktop.storage.keys.wrapping import LIGHT
from desktop.storage.opening import FILE_NAME
from desktop.storage.restoring import restore
from desktop.storage.vault import Vault
from desktop.storage.vault_key import VaultKey
from tests.keys import PASSPHRASE, VAULT_KEY
from tests.storage.sample import EMPLOYEE, answer_of, begin, new_vault, sealed

ROOT = Path(__file__).parents[2]
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
PIA = Person("pia", "Pia Lindqvist")


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    """A vault with a passphrase, a sealed note and a guide of the firm's."""
    made = new_vault(tmp_path / "vault")
    sealed(made, Kind.PERFORMANCE)
    lock(made.folder, VAULT_KEY, PASSPHRASE, LIGHT)
    (made.guides_folder / "firm.toml").write_text("title = 'Our guide'")
    yield made
    made.close()


def names(folder: Path) -> set[str]:
    vault = Vault.open(folder, VAULT_KEY)
    try:
        return {person.name for person in vault.people.people()}
    finally:
        vault.close()


def test_a_backup_is_a_vault_of_its_own(vault: Vault, tmp_path: Path) -> None:
    made = make_backup(vault.folder, VAULT_KEY, tmp_path / "stick")
    assert backups(tmp_path / "stick") == (made,)
    assert unlock(made.path, PASSPHRASE) == VAULT_KEY
    assert EMPLOYEE.name in names(made.path)
    assert (made.path / "guides" / "firm.toml").is_file()
    for path in made.path.rglob("*.db*"):
        assert EMPLOYEE.name.encode() not in path.read_bytes() and path.stat().st_mode & 0o777 == 0o600


def test_what_it_contains_is_told(vault: Vault, tmp_path: Path) -> None:
    made = make_backup(vault.folder, VAULT_KEY, tmp_path / "stick")
    told = contents(made.file, VAULT_KEY)
    assert told == Contents(people=2, drafts=0, notes=1, last_day=told.last_day) and told.last_day is not None
    with pytest.raises(Problem):
        contents(made.file, VaultKey.new())


def test_it_holds_everything_acknowledged_while_somebody_types(vault: Vault, tmp_path: Path) -> None:
    begin(vault, Kind.OKR)
    stop, typed = threading.Event(), []

    def type_on() -> None:
        while not stop.is_set():
            vault.writer.save_answer(Kind.OKR, answer_of(text=f"{len(typed)}"))
            vault.writer.flush(10)
            typed.append(len(typed))

    typing = threading.Thread(target=type_on)
    typing.start()
    try:
        for _round in range(5):
            before = len(typed) - 1
            made = make_backup(vault.folder, VAULT_KEY, tmp_path / "stick")
            connection = connect(made.file, VAULT_KEY)
            found = connection.execute("SELECT text FROM okr_answer").fetchone()
            connection.close()
            assert before < 0 or int(found[0]) >= before
    finally:
        stop.set()
        typing.join()


def test_nothing_half_made_is_left_or_listed(vault: Vault, tmp_path: Path) -> None:
    into = tmp_path / "stick"
    with pytest.raises(Problem):
        make_backup(vault.folder, VaultKey.new(), into)
    assert not into.exists()
    (into / ".making-1").mkdir(parents=True)
    (into / "holiday pictures").mkdir()
    assert backups(into) == ()
    thin_out(into, NOON)
    assert [path.name for path in into.iterdir()] == ["holiday pictures"]
    assert backups(tmp_path / "nowhere") == ()


def test_a_place_that_takes_nothing_is_told(vault: Vault, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Problem, match="cannot be used"):
        make_backup(vault.folder, VAULT_KEY, tmp_path / "file")


def test_killed_in_the_middle_it_leaves_nothing_that_passes_for_a_backup(vault: Vault, tmp_path: Path) -> None:
    vault.close()
    into = tmp_path / "stick"
    for step in ("_check", "_take_along"):
        killed = subprocess.run([sys.executable, "-c", KILLED, str(vault.folder), str(into), step], cwd=ROOT)  # noqa: S603
        assert killed.returncode == 9
        assert backups(into) == ()
    thin_out(into, NOON)
    assert list(into.iterdir()) == []


KILLED = """
import os, sys
from pathlib import Path
from desktop.storage import backups
from tests.keys import VAULT_KEY
setattr(backups, sys.argv[3], lambda *told: os._exit(9))
backups.make_backup(Path(sys.argv[1]), VAULT_KEY, Path(sys.argv[2]))
"""


def test_it_is_due_after_an_hour_if_something_changed(vault: Vault, tmp_path: Path) -> None:
    into, file = tmp_path / "stick", vault.path
    assert is_due(into, file, NOON)
    made = make_backup(vault.folder, VAULT_KEY, into)
    assert not is_due(into, file, made.made_at + timedelta(minutes=59))
    vault.people.save(PIA)
    later = made.made_at.timestamp() + 60
    os.utime(file, (later, later))
    assert is_due(into, file, made.made_at + timedelta(minutes=61))


def test_old_ones_are_thinned_out(vault: Vault, tmp_path: Path) -> None:
    into = tmp_path / "stick"
    for days in (0, 1, 400, 500):
        make_backup(vault.folder, VAULT_KEY, into, NOON - timedelta(days=days))
    thin_out(into, NOON)
    assert [NOON - backup.made_at for backup in backups(into)] == [timedelta(0), timedelta(days=1)]


# the way back


def test_a_backup_is_restored_and_that_is_undone(vault: Vault, tmp_path: Path) -> None:
    made = make_backup(vault.folder, VAULT_KEY, tmp_path / "stick")
    vault.people.save(PIA)
    vault.close()
    before = restore(made.path, VAULT_KEY, vault.folder)
    assert before is not None and PIA.name not in names(vault.folder)
    restore(before.path, VAULT_KEY, vault.folder)
    assert PIA.name in names(vault.folder)


def test_the_present_passphrase_stays(vault: Vault, tmp_path: Path) -> None:
    made = make_backup(vault.folder, VAULT_KEY, tmp_path / "stick")
    vault.close()
    lock(vault.folder, VAULT_KEY, "a newer passphrase", LIGHT)
    restore(made.path, VAULT_KEY, vault.folder)
    assert unlock(vault.folder, "a newer passphrase") == VAULT_KEY


def test_into_an_empty_folder_the_key_file_comes_along(vault: Vault, tmp_path: Path) -> None:
    made = make_backup(vault.folder, VAULT_KEY, tmp_path / "stick")
    assert restore(made.path, VAULT_KEY, tmp_path / "new laptop") is None
    assert EMPLOYEE.name in names(tmp_path / "new laptop")
    assert unlock(tmp_path / "new laptop", PASSPHRASE) == VAULT_KEY


@pytest.mark.parametrize("harm", ["flipped", "cut", "emptied"])
def test_a_damaged_vault_is_kept_aside(vault: Vault, tmp_path: Path, harm: str) -> None:
    made = make_backup(vault.folder, VAULT_KEY, tmp_path / "stick")
    vault.close()
    content = vault.path.read_bytes()
    broken = {"flipped": content[:5000] + b"\xff\x00\xff" + content[5003:], "cut": content[:9000], "emptied": b""}[harm]
    vault.path.write_bytes(broken)
    assert restore(made.path, VAULT_KEY, vault.folder) is None
    assert EMPLOYEE.name in names(vault.folder)
    (aside,) = vault.folder.glob("damaged-*")
    assert (aside / FILE_NAME).read_bytes() == broken


def test_an_old_file_beside_it_is_not_taken_for_its_own(vault: Vault, tmp_path: Path) -> None:
    made = make_backup(vault.folder, VAULT_KEY, tmp_path / "stick")
    vault.close()
    vault.path.write_bytes(b"")
    Path(f"{vault.path}-wal").write_bytes(b"an old one" * 1000)
    restore(made.path, VAULT_KEY, vault.folder)
    assert EMPLOYEE.name in names(vault.folder)


def test_another_vaults_backup_is_refused(vault: Vault, tmp_path: Path) -> None:
    new_vault(tmp_path / "other").close()
    strange = make_backup(tmp_path / "other", VAULT_KEY, tmp_path / "stick")
    vault.close()
    content = vault.path.read_bytes()
    with pytest.raises(Problem, match="another vault"):
        restore(strange.path, VAULT_KEY, vault.folder)
    assert vault.path.read_bytes() == content


def test_a_damaged_backup_is_refused(vault: Vault, tmp_path: Path) -> None:
    made = make_backup(vault.folder, VAULT_KEY, tmp_path / "stick")
    vault.close()
    content, broken = vault.path.read_bytes(), bytearray(made.file.read_bytes())
    for page in range(4096, len(broken), 4096):
        broken[page + 100] ^= 1
    made.file.write_bytes(broken)
    with pytest.raises(Problem):
        restore(made.path, VAULT_KEY, vault.folder)
    assert vault.path.read_bytes() == content
    assert not list(vault.folder.glob("restoring*"))


def test_a_vault_in_use_elsewhere_is_left_alone(vault: Vault, tmp_path: Path) -> None:
    made = make_backup(vault.folder, VAULT_KEY, tmp_path / "stick")
    vault.close()
    with subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", HOLDS, str(vault.folder)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdin and other.stdout and other.stdout.readline()
        with pytest.raises(Held):
            restore(made.path, VAULT_KEY, vault.folder)
        other.stdin.close()


HOLDS = """
import sys
from pathlib import Path
from desktop.storage.holding import Hold
hold = Hold(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize("step", ["_prepare", "_put_aside", "_give_key_file", "sync_folder"])
def test_killed_at_any_step_one_whole_vault_is_there(vault: Vault, tmp_path: Path, step: str) -> None:
    made = make_backup(vault.folder, VAULT_KEY, tmp_path / "stick")
    vault.people.save(PIA)
    vault.close()
    command = [sys.executable, "-c", DIES, str(made.path), str(vault.folder), step]
    assert subprocess.run(command, cwd=ROOT).returncode == 9  # noqa: S603
    assert (PIA.name in names(vault.folder)) == (step != "sync_folder")
    restore(made.path, VAULT_KEY, vault.folder)
    assert PIA.name not in names(vault.folder)


DIES = """
import os, sys
from pathlib import Path
from desktop.storage import restoring
from tests.keys import VAULT_KEY
setattr(restoring, sys.argv[3], lambda *told: os._exit(9))
restoring.restore(Path(sys.argv[1]), VAULT_KEY, Path(sys.argv[2]))
"""


def test_a_vault_that_was_taken_away_gets_no_folder_in_its_place(vault: Vault, tmp_path: Path) -> None:
    vault.close()
    vault.folder.rename(tmp_path / "away")
    with pytest.raises(Problem):
        make_backup(vault.folder, VAULT_KEY, vault.folder / "backups")
    assert not vault.folder.exists()
