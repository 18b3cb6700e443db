"""A plain vault becomes encrypted: all of it, at once or not at all, and nothing plain is left."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.models.guide import Kind
from desktop.models.problems import Problem
from desktop.models.search import Query
from desktop.storage.connection import connect
from desktop.storage.converting import clear_away, convert
from desktop.storage.opening import FILE_NAME, is_plain
from desktop.storage.vault import Vault
from desktop.storage.vault_key import VaultKey
from tests.keys import VAULT_KEY
from tests.storage.sample import EMPLOYEE, MANAGER, fill, sealed

ROOT = Path(__file__).parents[2]


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """A vault as it was before: with people, a sealed note and a draft."""
    vault = fill(Vault.create(tmp_path / "vault", None))
    sealed(vault, Kind.OKR)
    vault.close()
    return tmp_path / "vault"


def test_everything_is_there_and_nothing_is_readable(plain: Path) -> None:
    before = rows(plain, None)
    inode = os.open(plain / FILE_NAME, os.O_RDONLY)
    convert(plain, VAULT_KEY)
    assert rows(plain, VAULT_KEY) == before
    vault = Vault.open(plain, VAULT_KEY)
    assert vault.profile.me() == MANAGER and vault.check() == ()
    vault.close()
    assert not is_plain(plain / FILE_NAME)
    assert sorted(path.name for path in plain.iterdir() if path.is_file()) == [FILE_NAME]
    for content in (os.pread(inode, 10**8, 0), (plain / FILE_NAME).read_bytes()):
        assert EMPLOYEE.name.encode() not in content
    os.close(inode)


def test_what_is_in_the_search_is_found_there_after(plain: Path) -> None:
    vault = Vault.open(plain, None)
    vault.search(Kind.OKR).optimize()
    before = vault.search(Kind.OKR).find(Query("rota"))
    vault.close()
    assert before.hits
    convert(plain, VAULT_KEY)
    vault = Vault.open(plain, VAULT_KEY)
    assert vault.search(Kind.OKR).find(Query("rota")) == before
    vault.search(Kind.OKR).optimize()
    assert vault.check() == ()
    vault.close()


def test_words_that_are_only_in_the_file_beside_it_come_along(plain: Path) -> None:
    """A crash leaves the newest words in the write-ahead file."""
    command = [sys.executable, "-c", LEAVES_A_WAL, str(plain)]
    subprocess.run(command, check=True, cwd=ROOT)  # noqa: S603
    assert (plain / f"{FILE_NAME}-wal").stat().st_size > 0
    convert(plain, VAULT_KEY)
    vault = Vault.open(plain, VAULT_KEY)
    assert "Pia" in {person.name for person in vault.people.people()}
    vault.close()
    assert sorted(path.name for path in plain.iterdir() if path.is_file()) == [FILE_NAME]


LEAVES_A_WAL = """
import os, sys
from pathlib import Path
from desktop.models.people import Person
from desktop.storage.vault import Vault
vault = Vault.open(Path(sys.argv[1]), None)
vault.people.save(Person("pia", "Pia"))
os._exit(0)
"""


def test_converting_twice_does_no_harm(plain: Path) -> None:
    convert(plain, VAULT_KEY)
    before = (plain / FILE_NAME).read_bytes()
    convert(plain, VAULT_KEY)
    assert (plain / FILE_NAME).read_bytes() == before


def test_leftovers_of_a_pulled_plug_are_cleared_away(plain: Path) -> None:
    content = (plain / FILE_NAME).read_bytes()
    (plain / f"{FILE_NAME}.new").write_bytes(b"half a copy")
    convert(plain, VAULT_KEY)
    (plain / f"{FILE_NAME}.plain").write_bytes(content)
    clear_away(plain)
    assert sorted(path.name for path in plain.iterdir() if path.is_file()) == [FILE_NAME]


def test_leftovers_are_not_touched_while_the_vault_is_plain(plain: Path) -> None:
    (plain / f"{FILE_NAME}.plain").write_bytes(b"who knows")
    clear_away(plain)
    assert (plain / f"{FILE_NAME}.plain").read_bytes() == b"who knows"


def test_a_vault_in_use_is_left_alone(plain: Path) -> None:
    other = connect(plain / FILE_NAME, None)
    other.execute("BEGIN")
    other.execute("SELECT * FROM core_person").fetchall()
    before = (plain / FILE_NAME).read_bytes()
    with pytest.raises(Problem, match="Another program"):
        convert(plain, VAULT_KEY)
    assert (plain / FILE_NAME).read_bytes() == before
    other.close()


def test_a_damaged_vault_is_left_alone(plain: Path) -> None:
    content = bytearray((plain / FILE_NAME).read_bytes())
    for page in range(4096, len(content), 4096):
        content[page] = 0
    (plain / FILE_NAME).write_bytes(content)
    with pytest.raises(Problem, match="damaged"):
        convert(plain, VAULT_KEY)
    assert (plain / FILE_NAME).read_bytes() == bytes(content)


@pytest.mark.parametrize("step", ["_copy", "_swap", "clear_away", "_overwrite"])
def test_a_kill_at_any_step_leaves_one_whole_vault(plain: Path, step: str) -> None:
    before = rows(plain, None)
    killed = subprocess.run([sys.executable, "-c", KILLED, str(plain), step], cwd=ROOT)  # noqa: S603
    assert killed.returncode == 9
    found = None if is_plain(plain / FILE_NAME) else VAULT_KEY
    assert rows(plain, found) == before
    convert(plain, VAULT_KEY)
    assert rows(plain, VAULT_KEY) == before
    assert sorted(path.name for path in plain.iterdir() if path.is_file()) == [FILE_NAME]


KILLED = """
import os, sys
from pathlib import Path
from desktop.storage import converting
from tests.keys import VAULT_KEY
setattr(converting, sys.argv[2], lambda *told: os._exit(9))
converting.convert(Path(sys.argv[1]), VAULT_KEY)
"""


def test_another_key_does_not_open_it_afterwards(plain: Path) -> None:
    convert(plain, VAULT_KEY)
    with pytest.raises(Problem):
        Vault.open(plain, VaultKey.new())


def rows(folder: Path, key: VaultKey | None) -> dict[str, list[str]]:
    """Return everything in a vault's tables."""
    connection = connect(folder / FILE_NAME, key)
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    found = {name: sorted(map(repr, connection.execute(f'SELECT * FROM "{name}"'))) for name in names}  # noqa: S608
    connection.close()
    return found
