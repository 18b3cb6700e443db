"""One identity for all tests of documents: making RSA keys is slow."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from desktop.documents.keys.identity import make_identity
from desktop.documents.papers.render import render
from desktop.documents.signing.sign import Signatory, sign
from desktop.models.identity import Identity
from desktop.models.note import Note
from tests.documents.notes import EMPLOYEE, MANAGER, okr_note, performance_note

SIGNED_AT = datetime(2026, 11, 20, 10, 6, tzinfo=UTC)


@pytest.fixture(scope="session")
def identity() -> Identity:
    """The manager's identity."""
    return make_identity(MANAGER, datetime(2026, 1, 1, tzinfo=UTC))


@pytest.fixture(scope="session")
def employee() -> Identity:
    """The employee's identity."""
    return make_identity(EMPLOYEE, datetime(2026, 1, 1, tzinfo=UTC))


@pytest.fixture(scope="session")
def imposter() -> Identity:
    """Somebody else with the employee's name."""
    return make_identity(EMPLOYEE, datetime(2026, 1, 1, tzinfo=UTC))


@pytest.fixture(scope="session")
def signed(identity: Identity) -> Callable[[Note], bytes]:
    """A function that draws and signs a note."""
    return lambda note: sign(render(note), Signatory(identity, MANAGER.name, SIGNED_AT))


@pytest.fixture(scope="session")
def okr_pdf(signed: Callable[[Note], bytes]) -> bytes:
    """A signed OKR note."""
    return signed(okr_note())


@pytest.fixture(scope="session")
def performance_pdf(signed: Callable[[Note], bytes]) -> bytes:
    """A signed performance note."""
    return signed(performance_note())
