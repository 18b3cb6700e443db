"""Keys to test with; making one takes a while, so each is made once."""

from datetime import timedelta
from functools import cache

from desktop.documents.keys.identity import make_identity
from desktop.documents.keys.root import make_root
from desktop.models.identity import Identity, Root
from desktop.models.ids import now
from desktop.models.people import Person
from desktop.storage.vault_key import VaultKey

VAULT_KEY = VaultKey(b"twenty bytes of test")
"""The key of the vaults that tests make."""

PASSPHRASE = "four calm green words"


@cache
def key_of(name: str, days: int = 0) -> Identity:
    """Return a key of somebody of this name, made so many days from today."""
    return make_identity(Person("", name), now() + timedelta(days=days))


@cache
def root_of(name: str, days: int = 0) -> Root:
    """Return a root of this name, made so many days from today."""
    return make_root(name, now() + timedelta(days=days))
