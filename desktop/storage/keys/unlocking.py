"""The ways into a vault: passphrase, recovery key, the computer's key store, and the sample's published passphrase.

Which key a passphrase opens is decided by the key file alone (its wrapping is authenticated), so that a wrong
passphrase and a damaged vault are never mistaken for each other.
"""

import secrets
from enum import StrEnum
from pathlib import Path

from desktop.models.problems import Problem
from desktop.storage.connection import connect
from desktop.storage.driver import driver
from desktop.storage.faults import told
from desktop.storage.keys import system_keys
from desktop.storage.keys.key_file import DamagedKeyFile, KeyFile, read_key_file, write_key_file
from desktop.storage.keys.recovery import read
from desktop.storage.keys.wrapping import LIGHT, STRONG, Cost, by_key, by_passphrase, under_key, under_passphrase
from desktop.storage.opening import FILE_NAME, is_plain
from desktop.storage.vault_key import VaultKey

SAMPLE_PASSPHRASE = "invented people only"  # noqa: S105 (published)
"""Opens every sample vault: what is in it is invented, and nobody is to be kept from looking."""

_PASSPHRASE, _SYSTEM, _SAMPLE = "passphrase", "system", "sample"


class Shut(StrEnum):
    """How a vault's folder stands: no vault, not encrypted yet, locked, or without a key file that can be read."""

    NONE = "none"
    PLAIN = "plain"
    LOCKED = "locked"
    KEYLESS = "keyless"


class WrongPassphrase(Problem):
    """The passphrase is not this vault's."""


def shut(folder: Path) -> Shut:
    """Return how the vault in `folder` stands; raise Problem if nobody may look."""
    with told():
        if not (folder / FILE_NAME).exists():
            return Shut.NONE
        if is_plain(folder / FILE_NAME):
            return Shut.PLAIN
    try:
        read_key_file(folder)
    except DamagedKeyFile:
        return Shut.KEYLESS
    return Shut.LOCKED


def lock(folder: Path, key: VaultKey, passphrase: str, cost: Cost = STRONG) -> None:
    """Let `passphrase` open the vault from now on, and no other one: for a new vault, a change, after recovery.

    Slow on purpose. Other ways to the same key stay; a key file of another key is replaced.
    """
    with told():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_key_file(folder, _file(folder, key).with_slot(under_passphrase(_PASSPHRASE, key, passphrase, cost)))


def unlock(folder: Path, passphrase: str) -> VaultKey:
    """Return the key of the vault in `folder`; slow on purpose (a worker's).

    Raises WrongPassphrase, DamagedKeyFile, or Problem if this machine has too little memory for it.
    """
    file = read_key_file(folder)
    slot = file.slot(_PASSPHRASE)
    try:
        key = by_passphrase(slot, file.mark, passphrase) if slot else None
    except MemoryError:
        raise Problem("There is not enough free memory to unlock; close other programs and try again.") from None
    if key is None:
        raise WrongPassphrase("This is not the passphrase of this vault; nothing was opened.")
    return key


def unlock_by_recovery(folder: Path, code: str) -> VaultKey:
    """Return the key that a recovery key stands for; raise Problem if it has a slip or is another vault's."""
    key = read(code)
    with told():
        try:
            connect(folder / FILE_NAME, key).close()
        except driver.DatabaseError as fault:
            raise _no_way_in(folder, key) from fault
    return key


def can_remember() -> bool:
    """Return whether this computer has a key store that can be trusted with unlocking."""
    return system_keys.usable()


def remember(folder: Path, key: VaultKey) -> None:
    """Let this computer's key store open the vault; raise Problem if it cannot."""
    wrapping = secrets.token_bytes(32)
    system_keys.keep(key.mark, wrapping)
    with told():
        write_key_file(folder, _file(folder, key).with_slot(under_key(_SYSTEM, key, wrapping)))


def forget(folder: Path) -> None:
    """Let only passphrase and recovery key open the vault again; a copy of the key file elsewhere opens no more."""
    file = read_key_file(folder)
    system_keys.drop(file.mark)
    with told():
        write_key_file(folder, file.without(_SYSTEM))


def remembers(folder: Path) -> bool:
    """Return whether this computer's key store is one of the ways into the vault."""
    try:
        return read_key_file(folder).slot(_SYSTEM) is not None
    except DamagedKeyFile:
        return False


def open_sample(folder: Path, key: VaultKey) -> None:
    """Let the published passphrase open a vault: for invented data only."""
    with told():
        write_key_file(folder, _file(folder, key).with_slot(under_passphrase(_SAMPLE, key, SAMPLE_PASSPHRASE, LIGHT)))


def unlock_quietly(folder: Path, remembered: bool = True) -> VaultKey | None:
    """Return the key if nobody needs to type for it: a sample, or the computer's key store knows it; else None.

    The key store is asked only where what it `remembered` may count.
    """
    try:
        file = read_key_file(folder)
    except DamagedKeyFile:
        return None
    sample, system = file.slot(_SAMPLE), file.slot(_SYSTEM)
    key = by_passphrase(sample, file.mark, SAMPLE_PASSPHRASE) if sample else None
    wrapping = system_keys.kept(file.mark) if system and remembered and not key else None
    return by_key(system, file.mark, wrapping) if system and wrapping else key


def _file(folder: Path, key: VaultKey) -> KeyFile:
    """Return the key file as it is if it is this key's, else an empty one."""
    try:
        file = read_key_file(folder)
    except DamagedKeyFile:
        return KeyFile(key.mark)
    return file if file.mark == key.mark else KeyFile(key.mark)


def _no_way_in(folder: Path, key: VaultKey) -> Problem:
    """Say why a recovery key without a slip does not open the vault."""
    try:
        other = read_key_file(folder).mark != key.mark
    except DamagedKeyFile:
        return Problem("This recovery key opens another vault, or the vault's file is damaged; restore a backup then.")
    if other:
        return Problem("This is the recovery key of another vault; look for the sheet of this one.")
    return Problem("This is the right recovery key, but the vault's file is damaged; restore a backup.")
