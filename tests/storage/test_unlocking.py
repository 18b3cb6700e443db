"""The ways into a vault, and everything that is none."""

import json
import unicodedata
from pathlib import Path

import pytest

from desktop.models.problems import Problem
from desktop.storage.keys import system_keys
from desktop.storage.keys.key_file import KEY_FILE, DamagedKeyFile, read_key_file
from desktop.storage.keys.recovery import groups, read, written
from desktop.storage.keys.unlocking import (
    Shut,
    WrongPassphrase,
    can_remember,
    forget,
    lock,
    open_sample,
    remember,
    remembers,
    shut,
    unlock,
    unlock_by_recovery,
    unlock_quietly,
)
from desktop.storage.keys.wrapping import LIGHT, MODEST, STRONG, Cost
from desktop.storage.opening import FILE_NAME
from desktop.storage.vault import Vault
from desktop.storage.vault_key import VaultKey
from tests.key_store import key_store
from tests.keys import PASSPHRASE, VAULT_KEY
from tests.storage.sample import MANAGER, new_vault

__all__ = ["key_store"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A vault that a passphrase opens."""
    new_vault(tmp_path / "vault").close()
    lock(tmp_path / "vault", VAULT_KEY, PASSPHRASE, LIGHT)
    return tmp_path / "vault"


def test_the_passphrase_opens_the_vault(folder: Path) -> None:
    key = unlock(folder, PASSPHRASE)
    vault = Vault.open(folder, key)
    assert vault.profile.me() == MANAGER
    vault.close()


@pytest.mark.parametrize("wrong", ["", " ", PASSPHRASE + " ", PASSPHRASE.upper(), "x" * 20_000, "\ud800"])
def test_any_other_passphrase_opens_nothing(folder: Path, wrong: str) -> None:
    before = (folder / KEY_FILE).read_bytes()
    with pytest.raises(WrongPassphrase, match="not the passphrase"):
        unlock(folder, wrong)
    assert (folder / KEY_FILE).read_bytes() == before


def test_a_passphrase_is_the_same_however_its_accents_are_typed(folder: Path) -> None:
    lock(folder, VAULT_KEY, unicodedata.normalize("NFC", "über alle Gärten"), LIGHT)
    assert unlock(folder, unicodedata.normalize("NFD", "über alle Gärten")) == VAULT_KEY


def test_a_changed_passphrase_is_the_only_one(folder: Path) -> None:
    lock(folder, VAULT_KEY, "another one altogether", LIGHT)
    assert unlock(folder, "another one altogether") == VAULT_KEY
    with pytest.raises(WrongPassphrase):
        unlock(folder, PASSPHRASE)
    assert sorted(path.name for path in folder.iterdir() if path.is_file()) == [FILE_NAME, KEY_FILE]


def test_the_key_file_says_nothing(folder: Path) -> None:
    content = (folder / KEY_FILE).read_bytes()
    for secret in (VAULT_KEY.root, VAULT_KEY.data, PASSPHRASE.encode()):
        assert secret not in content and secret.hex().encode() not in content
    assert (folder / KEY_FILE).stat().st_mode & 0o777 == 0o600


def test_every_altered_byte_of_the_key_file_is_noticed(folder: Path) -> None:
    content = (folder / KEY_FILE).read_bytes()
    for place in range(len(content)):
        (folder / KEY_FILE).write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
        if json_of(folder / KEY_FILE) == json.loads(content):
            continue  # another kind of white space
        assert shut(folder) is Shut.KEYLESS, place
        with pytest.raises(DamagedKeyFile, match="recovery key"):
            unlock(folder, PASSPHRASE)


def json_of(path: Path) -> object:
    try:
        return json.loads(path.read_bytes())
    except ValueError:
        return None


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"null", b"[" * 60_000, b"\xff\xfe", b'{"sha256": "x"}'])
def test_something_else_is_no_key_file(folder: Path, content: bytes) -> None:
    (folder / KEY_FILE).write_bytes(content)
    assert shut(folder) is Shut.KEYLESS


def test_a_weakened_cost_opens_nothing(folder: Path) -> None:
    """Somebody who makes guessing cheaper makes another file of it: the cost is authenticated with the key."""
    from desktop.storage.keys.key_file import KeyFile, write_key_file
    from desktop.storage.keys.wrapping import Slot

    lock(folder, VAULT_KEY, PASSPHRASE, Cost(16 * 1024, 1, 1))
    slot = read_key_file(folder).slots[0]
    write_key_file(folder, KeyFile(VAULT_KEY.mark, (Slot(slot.kind, slot.nonce, slot.wrapped, slot.salt, LIGHT),)))
    with pytest.raises(WrongPassphrase):
        unlock(folder, PASSPHRASE)


@pytest.mark.parametrize("cost", [(8 * 1024 - 1, 1, 1), (2**23, 1, 1), (8 * 1024, 0, 1), (8 * 1024, 1, 17)])
def test_a_cost_out_of_bounds_is_refused(cost: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="out of bounds"):
        Cost(*cost)


def test_a_new_vault_gets_a_strong_cost(folder: Path) -> None:
    lock(folder, VAULT_KEY, PASSPHRASE)
    assert read_key_file(folder).slots[0].cost in (STRONG, MODEST)


def test_the_recovery_key_opens_without_the_key_file(folder: Path) -> None:
    (folder / KEY_FILE).unlink()
    assert shut(folder) is Shut.KEYLESS
    key = unlock_by_recovery(folder, written(VAULT_KEY))
    lock(folder, key, "a new passphrase", LIGHT)
    assert shut(folder) is Shut.LOCKED
    assert unlock(folder, "a new passphrase") == VAULT_KEY


def test_the_recovery_key_is_nine_groups_of_four() -> None:
    assert [len(group) for group in groups(VAULT_KEY)] == [4] * 9
    assert read(written(VAULT_KEY)) == VAULT_KEY
    assert read(f"  {written(VAULT_KEY).lower().replace('-', ' ')}\n") == VAULT_KEY
    assert read(written(VAULT_KEY).replace("0", "o").replace("1", "l")) == VAULT_KEY


def test_every_slip_in_a_recovery_key_is_noticed() -> None:
    right = written(VAULT_KEY).replace("-", "")
    for place, character in enumerate(right):
        for other in "0123456789ABCDEFGHJKMNPQRSTVWXYZ".replace(character, ""):
            with pytest.raises(Problem, match="slip"):
                read(right[:place] + other + right[place + 1 :])
    for place in range(len(right) - 1):
        swapped = right[:place] + right[place + 1] + right[place] + right[place + 2 :]
        if swapped != right:
            with pytest.raises(Problem, match="slip"):
                read(swapped)


@pytest.mark.parametrize(
    ("typed", "sentence"), [("", "nine groups"), ("9RM4", "4 characters"), ("U" * 36, "“U”"), ("A" * 20_000, "20000")]
)
def test_what_is_no_recovery_key_is_told(typed: str, sentence: str) -> None:
    with pytest.raises(Problem, match=sentence):
        read(typed)


def test_the_recovery_key_of_another_vault_is_told(folder: Path) -> None:
    with pytest.raises(Problem, match="of another vault"):
        unlock_by_recovery(folder, written(VaultKey.new()))


def test_the_right_recovery_key_of_a_damaged_vault_is_told(folder: Path) -> None:
    (folder / FILE_NAME).write_bytes(bytes(8192))
    with pytest.raises(Problem, match="right recovery key, but the vault's file is damaged"):
        unlock_by_recovery(folder, written(VAULT_KEY))


def test_a_sample_opens_by_itself(folder: Path) -> None:
    assert unlock_quietly(folder) is None
    open_sample(folder, VAULT_KEY)
    assert unlock_quietly(folder) == VAULT_KEY
    assert unlock(folder, PASSPHRASE) == VAULT_KEY


def test_without_a_vault_or_key_file_nothing_opens_quietly(tmp_path: Path) -> None:
    assert shut(tmp_path) is Shut.NONE
    assert unlock_quietly(tmp_path) is None


def test_a_plain_vault_is_told_from_a_locked_one(tmp_path: Path) -> None:
    Vault.create(tmp_path, None).close()
    assert shut(tmp_path) is Shut.PLAIN


@pytest.mark.usefixtures("key_store")
def test_the_computers_key_store_opens_until_it_is_told_to_forget(folder: Path) -> None:
    assert can_remember() and not remembers(folder)
    remember(folder, VAULT_KEY)
    assert remembers(folder) and unlock_quietly(folder) == VAULT_KEY
    lock(folder, VAULT_KEY, "a changed passphrase", LIGHT)
    assert unlock_quietly(folder) == VAULT_KEY
    copied = (folder / KEY_FILE).read_bytes()
    forget(folder)
    assert not remembers(folder) and unlock_quietly(folder) is None
    (folder / KEY_FILE).write_bytes(copied)
    assert unlock_quietly(folder) is None


def test_without_a_trusted_key_store_there_is_no_remembering(folder: Path) -> None:
    """On this test's computer `keyring` finds none; what it would fall back to must not be used."""
    assert not can_remember() and not system_keys.usable()
    with pytest.raises(Problem, match="no key store"):
        remember(folder, VAULT_KEY)
    assert not remembers(folder) and unlock_quietly(folder) is None
