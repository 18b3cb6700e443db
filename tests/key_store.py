"""A key store of the computer's to test with: kept in memory, and trusted like the real ones."""

from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError


class MemoryStore(KeyringBackend):  # type: ignore[misc]
    """Keeps passwords as long as the test runs."""

    priority = 1.0  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        """Return what was kept."""
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep it."""
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Forget it."""
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError("not there")


@pytest.fixture
def key_store(monkeypatch: pytest.MonkeyPatch) -> Iterator[MemoryStore]:
    """A key store that stands for the system's."""
    before = keyring.get_keyring()
    store = MemoryStore()
    monkeypatch.setattr(MemoryStore, "__module__", "keyring.backends.SecretService")
    keyring.set_keyring(store)
    yield store
    keyring.set_keyring(before)
