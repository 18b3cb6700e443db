"""Keys in files: handed out, taken in, used."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.flows.keys.key_files import keys_in_token, read_key, save_key, use_key
from desktop.models.identity import Identity
from desktop.models.ids import new_uid, now
from desktop.models.problems import Problem
from tests.keys import PASSPHRASE, key_of
from tests.world import World


def owned(world: World, identity: Identity) -> Identity:
    """Return a key as one of the owner of the vault, just taken in."""
    return replace(identity, uid=new_uid(), person_uid=world.manager.uid, created_at=now())


def test_a_copy_is_opened_with_its_passphrase_alone(world: World, tmp_path: Path) -> None:
    identity = owned(world, key_of("Mira Solberg"))
    path = save_key(identity, "Mira Solberg", PASSPHRASE, tmp_path / "key.p12")
    assert PASSPHRASE.encode() not in path.read_bytes()
    back = read_key(path, PASSPHRASE, world.manager.uid)
    assert (back.certificate, back.key) == (identity.certificate, identity.key)
    with pytest.raises(Problem):
        read_key(path, PASSPHRASE + "!", world.manager.uid)


def test_no_file_is_overwritten(world: World, tmp_path: Path) -> None:
    taken = tmp_path / "key.p12"
    taken.write_bytes(b"mine")
    path = save_key(owned(world, key_of("Mira Solberg")), "Mira Solberg", PASSPHRASE, taken)
    assert path.name == "key (2).p12"
    assert taken.read_bytes() == b"mine"


def test_a_key_in_a_token_cannot_be_saved(world: World, tmp_path: Path) -> None:
    identity = replace(owned(world, key_of("Mira Solberg")), key=b"", token="pkcs11:object=mira")
    with pytest.raises(Problem, match="never leaves"):
        save_key(identity, "Mira Solberg", PASSPHRASE, tmp_path / "key.p12")
    assert list(tmp_path.glob("*.p12")) == []


@pytest.mark.parametrize("data", [b"", b"no key", b"-----BEGIN CERTIFICATE-----"])
def test_a_file_that_is_no_key_is_told(world: World, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.p12"
    path.write_bytes(data)
    with pytest.raises(Problem):
        read_key(path, PASSPHRASE, world.manager.uid)


@pytest.mark.parametrize(("days", "sentence"), [(-4000, "expired on"), (30, "valid from")])
def test_a_key_that_cannot_sign_today_is_refused(world: World, tmp_path: Path, days: int, sentence: str) -> None:
    path = save_key(owned(world, key_of("Mira Solberg", days)), "Mira Solberg", PASSPHRASE, tmp_path / "key.p12")
    with pytest.raises(Problem, match=sentence):
        read_key(path, PASSPHRASE, world.manager.uid)


def test_the_newest_key_is_used_and_the_one_before_stays(world: World) -> None:
    before, after = owned(world, key_of("Mira Solberg")), owned(world, key_of("Mira S."))
    use_key(world.vault, before)
    use_key(world.vault, replace(after, created_at=now()))
    assert [each.certificate for each in world.vault.profile.identities(world.manager.uid)] == [
        after.certificate,
        before.certificate,
    ]


def test_the_key_in_use_is_not_taken_twice(world: World) -> None:
    use_key(world.vault, owned(world, key_of("Mira Solberg")))
    with pytest.raises(Problem, match="already"):
        use_key(world.vault, owned(world, key_of("Mira Solberg")))


def test_a_module_that_is_not_there_is_told(world: World, tmp_path: Path) -> None:
    with pytest.raises(Problem):
        keys_in_token(tmp_path / "none.so", "1234", world.manager.uid)
