"""A real vault for every test of the storage."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.storage.vault import Vault
from tests.storage.sample import new_vault


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    """A new vault with a manager, a team and an employee."""
    made = new_vault(tmp_path / "vault")
    yield made
    made.close()


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    """The same, shared by tests that must not be able to change it."""
    made = new_vault(tmp_path_factory.mktemp("shared") / "vault")
    yield made
    made.close()
