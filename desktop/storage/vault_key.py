"""The vault's key: 20 random bytes from which every other key is derived; whoever has them has the vault.

Short enough to be written down by hand (that is the recovery key), long enough never to be guessed. From it comes
the raw key of SQLCipher by HKDF-SHA256 (RFC 5869), so that other purposes get keys of their own by another name.
"""

import secrets
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

LENGTH = 20
"""Bytes of a vault's key."""

_SALT = b"duologue/v1"


@dataclass(frozen=True, slots=True)
class VaultKey:
    """The key of one vault; it shows itself to nobody (`repr` says nothing of it)."""

    root: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.root) != LENGTH:
            raise ValueError(f"a vault's key has {LENGTH} bytes")

    @classmethod
    def new(cls) -> "VaultKey":
        """Return a fresh key from the system's random numbers."""
        return cls(secrets.token_bytes(LENGTH))

    @property
    def data(self) -> bytes:
        """Return the 32 bytes that encrypt the database."""
        return self.derived(b"dek")

    @property
    def mark(self) -> str:
        """Return 16 hex digits that tell this key from another and say nothing else about it."""
        return self.derived(b"mark")[:8].hex()

    def derived(self, purpose: bytes) -> bytes:
        """Return the 32 bytes that belong to one purpose."""
        return HKDF(algorithm=SHA256(), length=32, salt=_SALT, info=purpose).derive(self.root)
