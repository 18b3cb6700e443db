"""What every test may ask for."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take how often the writing program is killed (tests/storage/test_crash.py), and how many firms the wall meets."""
    parser.addoption("--kills", type=int, default=6, help="how often a program is killed while it writes")
    parser.addoption("--vaults", type=int, default=20, help="how many vaults are made at random")


@pytest.fixture
def world(tmp_path: Path) -> Iterator["World"]:  # noqa: F821
    """A small real vault with everything a conversation needs."""
    from tests.world import make_world

    made = make_world(tmp_path / "vault")
    yield made
    made.vault.close()
