"""How a vault's key is wrapped: under a passphrase (Argon2id, then AES-256-GCM), or under another random key.

Argon2id with 256 MiB makes each guess cost memory that a graphics card does not have; RFC 9106's second choice
(64 MiB) is taken where a machine cannot give or bear that. What a slot says of itself is authenticated with the key,
so that nobody can weaken it unnoticed.
"""

import secrets
import time
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from desktop.models.note import canonical
from desktop.storage.vault_key import VaultKey


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess at a passphrase costs: KiB of memory, passes over it, lanes side by side."""

    memory_kib: int
    passes: int
    lanes: int

    def __post_init__(self) -> None:
        """Refuse what would be no protection, or would bring the machine down."""
        if not (8 * 1024 <= self.memory_kib <= 4 * 1024**2 and 1 <= self.passes <= 100 and 1 <= self.lanes <= 16):
            raise ValueError("the cost of a passphrase is out of bounds")


STRONG = Cost(256 * 1024, 3, 4)
MODEST = Cost(64 * 1024, 3, 4)
LIGHT = Cost(8 * 1024, 1, 1)
"""For a passphrase that is no secret."""

_PATIENCE = 1.5
"""Seconds that unlocking may take before the modest cost is chosen."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One way to the key: its kind, the salt and cost of a passphrase (none otherwise), and the wrapped key."""

    kind: str
    nonce: bytes
    wrapped: bytes
    salt: bytes = b""
    cost: Cost | None = None

    def header(self, mark: str) -> bytes:
        """Return what is authenticated with the key: everything that says how to come to it."""
        cost = self.cost and [self.cost.memory_kib, self.cost.passes, self.cost.lanes]
        told: Mapping[str, object] = {"kind": self.kind, "mark": mark, "salt": self.salt.hex(), "cost": cost}
        return canonical(told)


def under_passphrase(kind: str, key: VaultKey, passphrase: str, cost: Cost = STRONG) -> Slot:
    """Return a slot that this passphrase opens; `STRONG` gives way to `MODEST` where the machine is too small."""
    salt = secrets.token_bytes(16)
    begun = time.monotonic()
    try:
        wrapping = _stretched(passphrase, salt, cost)
    except MemoryError:
        return under_passphrase(kind, key, passphrase, MODEST)
    if cost == STRONG and time.monotonic() - begun > _PATIENCE:
        return under_passphrase(kind, key, passphrase, MODEST)
    return _sealed(Slot(kind, b"", b"", salt, cost), wrapping, key)


def under_key(kind: str, key: VaultKey, wrapping: bytes) -> Slot:
    """Return a slot that 32 random bytes open, which are kept elsewhere."""
    return _sealed(Slot(kind, b"", b""), wrapping, key)


def by_passphrase(slot: Slot, mark: str, passphrase: str) -> VaultKey | None:
    """Return the key if the passphrase is right, None otherwise; raise MemoryError if the machine is too small."""
    return _opened(slot, mark, _stretched(passphrase, slot.salt, slot.cost or LIGHT))


def by_key(slot: Slot, mark: str, wrapping: bytes) -> VaultKey | None:
    """Return the key if these are the bytes that wrapped it, None otherwise."""
    return _opened(slot, mark, wrapping) if len(wrapping) == 32 else None


def _stretched(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """Return the key that belongs to a passphrase, however its accents are composed."""
    secret = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    return Argon2id(salt=salt, length=32, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib).derive(
        secret
    )


def _sealed(slot: Slot, wrapping: bytes, key: VaultKey) -> Slot:
    nonce = secrets.token_bytes(12)
    wrapped = AESGCM(wrapping).encrypt(nonce, key.root, slot.header(key.mark))
    return Slot(slot.kind, nonce, wrapped, slot.salt, slot.cost)


def _opened(slot: Slot, mark: str, wrapping: bytes) -> VaultKey | None:
    try:
        return VaultKey(AESGCM(wrapping).decrypt(slot.nonce, slot.wrapped, slot.header(mark)))
    except InvalidTag:
        return None
