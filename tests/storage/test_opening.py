"""Making and opening a vault, and every way in which that fails."""

import stat
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from desktop.models.guide import Kind
from desktop.models.problems import Problem
from desktop.storage.connection import connect
from desktop.storage.schema import SCHEMA
from desktop.storage.vault import Vault
from tests.keys import VAULT_KEY
from tests.storage.sample import MANAGER, bytes_of, new_vault, sealed

ROOT = Path(__file__).parents[2]


def test_a_new_vault_is_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "vault"
    assert not Vault.exists(folder)
    vault = Vault.create(folder, VAULT_KEY)
    assert Vault.exists(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "vault.db").stat().st_mode) == 0o600
    assert vault.guides_folder.is_dir()
    vault.close()
    assert sorted(path.name for path in folder.iterdir()) == ["guides", "vault.db"]


def test_what_was_stored_is_there_after_opening(tmp_path: Path) -> None:
    new_vault(tmp_path / "vault").close()
    vault = Vault.open(tmp_path / "vault", VAULT_KEY)
    assert vault.profile.me() == MANAGER
    vault.close()


def test_a_vault_is_not_made_over_another(tmp_path: Path) -> None:
    new_vault(tmp_path / "vault").close()
    before = bytes_of(tmp_path / "vault")
    with pytest.raises(Problem, match="already"):
        Vault.create(tmp_path / "vault", VAULT_KEY)
    assert bytes_of(tmp_path / "vault") == before


def test_leftovers_of_a_broken_off_creation_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "vault.db.new").write_bytes(b"half a vault")
    (tmp_path / "vault.db.new-journal").write_bytes(b"half a journal")
    Vault.create(tmp_path, VAULT_KEY).close()
    assert bytes_of(tmp_path).keys() == {"vault.db"}


def test_a_folder_without_a_vault_is_told(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="no vault in"):
        Vault.open(tmp_path, VAULT_KEY)
    assert list(tmp_path.iterdir()) == []


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file")
    with pytest.raises(Problem, match="cannot be used"):
        Vault.create(tmp_path / "file" / "vault", VAULT_KEY)


def test_a_newer_vault_is_refused_and_left_byte_for_byte(tmp_path: Path) -> None:
    new_vault(tmp_path).close()
    connection = connect(tmp_path / "vault.db", VAULT_KEY)
    connection.execute(f"PRAGMA user_version={SCHEMA + 8}")
    connection.close()
    before = bytes_of(tmp_path)
    with pytest.raises(Problem, match=rf"its format is {SCHEMA + 8}, this one reads up to {SCHEMA}\b"):
        Vault.open(tmp_path, VAULT_KEY)
    assert bytes_of(tmp_path) == before


@pytest.mark.parametrize("content", [b"", b"no database at all" * 500, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_something_else_is_no_vault(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "vault.db").write_bytes(content)
    with pytest.raises(Problem, match="not a Duologue vault"):
        Vault.open(tmp_path, VAULT_KEY)
    assert (tmp_path / "vault.db").read_bytes() == content


def test_another_programs_database_is_no_vault(tmp_path: Path) -> None:
    (tmp_path / "vault.db").touch()
    connection = connect(tmp_path / "vault.db", VAULT_KEY)
    connection.execute("CREATE TABLE core_team (uid)")
    connection.execute("PRAGMA user_version=1")
    connection.close()
    with pytest.raises(Problem, match="not a Duologue vault"):
        Vault.open(tmp_path, VAULT_KEY)


def test_a_truncated_vault_is_refused(tmp_path: Path) -> None:
    new_vault(tmp_path).close()
    content = (tmp_path / "vault.db").read_bytes()
    for length in (100, 4096, len(content) // 2, len(content) - 1):
        (tmp_path / "vault.db").write_bytes(content[:length])
        with pytest.raises(Problem, match="damaged"):
            Vault.open(tmp_path, VAULT_KEY)


def test_a_flipped_bit_in_a_sealed_note_is_refused_or_found(tmp_path: Path) -> None:
    vault = new_vault(tmp_path)
    sealed(vault, Kind.OKR)
    vault.close()
    content = (tmp_path / "vault.db").read_bytes()
    random = Random(7)  # noqa: S311 (a choice of places, no secret)
    places = [page + random.randrange(4096) for page in range(0, len(content), 4096 * 4)]
    places += [random.randrange(len(content) // 4096) * 4096 + random.randrange(8) for _ in range(20)]
    for place in places:
        (tmp_path / "vault.db").write_bytes(flipped(content, place, random.randrange(8)))
        assert refused_or_found(tmp_path), place


def flipped(content: bytes, place: int, bit: int) -> bytes:
    """Return `content` with one bit turned."""
    return content[:place] + bytes([content[place] ^ (1 << bit)]) + content[place + 1 :]


def refused_or_found(folder: Path) -> bool:
    """Tell whether opening or checking notices that something is wrong."""
    try:
        vault = Vault.open(folder, VAULT_KEY)
    except Problem:
        return True
    try:
        return bool(vault.check())
    except Problem:
        return True
    finally:
        vault.close()


AS_NOBODY = """
import os, sys
from pathlib import Path
from desktop.models.problems import Problem
from desktop.storage.vault import Vault
from tests.keys import VAULT_KEY
from tests.storage.sample import new_vault

folder = Path(sys.argv[1])
new_vault(folder / "warm").close()
Vault.open(folder / "warm", VAULT_KEY).close()
if os.geteuid() == 0:
    os.setuid(65534)
for attempt in (lambda: Vault.open(folder / "closed", VAULT_KEY), lambda: Vault.create(folder / "empty", VAULT_KEY),
                lambda: Vault.create(folder / "empty" / "new", VAULT_KEY)):
    try:
        attempt()
        print("no problem")
    except Problem as problem:
        print(problem)
"""


def test_a_read_only_folder_is_told(tmp_path: Path) -> None:
    """Run by somebody who may read but not write (root may do all, so the program steps down first)."""
    for parent in (tmp_path, *tmp_path.parents[:3]):
        parent.chmod(0o755)
    new_vault(tmp_path / "closed").close()
    (tmp_path / "empty").mkdir()
    for path in (tmp_path / "closed" / "vault.db", tmp_path / "closed", tmp_path / "empty"):
        path.chmod(0o555)
    before = bytes_of(tmp_path / "closed")
    done = subprocess.run(  # noqa: S603 (our own interpreter and script)
        [sys.executable, "-c", AS_NOBODY, str(tmp_path)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    told = done.stdout.splitlines()
    assert "is read-only" in told[0]
    assert "cannot be written to" in told[1]
    assert "cannot be written to" in told[2]
    assert bytes_of(tmp_path / "closed") == before
    for path in (tmp_path / "closed", tmp_path / "empty"):
        path.chmod(0o755)


def test_an_odd_path_is_just_a_path(tmp_path: Path) -> None:
    folder = tmp_path / "a? #100% ünï &mode=ro"
    new_vault(folder).close()
    vault = Vault.open(folder, VAULT_KEY)
    assert vault.profile.me() == MANAGER
    vault.close()
    assert [path.name for path in tmp_path.iterdir()] == [folder.name]


def test_a_file_is_no_folder_of_a_vault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file")
    with pytest.raises(Problem, match="is a file; choose the folder"):
        Vault.exists(tmp_path / "file")


def test_a_folder_called_like_the_vaults_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "vault.db").mkdir()
    assert Vault.exists(tmp_path)
    with pytest.raises(Problem, match="should be the vault's file"):
        Vault.open(tmp_path, VAULT_KEY)
