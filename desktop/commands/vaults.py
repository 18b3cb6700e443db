"""Which vault a command works in, and for how long it is open."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.places import default_vault

if TYPE_CHECKING:
    from desktop.storage.vault import Vault


def named(folder: Path | None) -> Path | None:
    """Return the vault that was named, on the command line or by `DUOLOGUE_VAULT`; None if nobody did."""
    return folder or (default_vault() if os.environ.get("DUOLOGUE_VAULT") else None)


@contextmanager
def opened(folder: Path | None) -> Iterator["Vault"]:
    """Open the vault that was named (None: this machine's own); raise Problem if there is none to open."""
    from desktop.storage.vault import Vault

    vault = Vault.open(folder or default_vault())
    try:
        yield vault
    finally:
        vault.close()
