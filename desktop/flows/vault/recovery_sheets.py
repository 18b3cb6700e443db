"""The recovery key on paper."""

from datetime import date
from pathlib import Path

from desktop.documents.papers.recovery_sheet import recovery_sheet
from desktop.flows.filing import write_new
from desktop.storage.keys.recovery import groups
from desktop.storage.vault_key import VaultKey


def save_sheet(key: VaultKey, path: Path, today: date) -> Path:
    """Write the recovery sheet of a vault's key to `path` and return where it lies; raise Problem if it cannot be."""
    return write_new(path.parent, path.name, recovery_sheet(groups(key), key.mark, today))
