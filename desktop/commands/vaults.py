"""Which vault a command works in, how it is unlocked, and for how long it is open."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.commands.passphrase import passphrase
from desktop.models.problems import Problem
from desktop.places import default_vault

if TYPE_CHECKING:
    from desktop.storage.vault import Vault
    from desktop.storage.vault_key import VaultKey


class Chosen:
    """The vault that a command was given: its folder (None: this machine's own), and where its passphrase is.

    With `ask` False nobody is asked for it: what does not open by itself stays locked.
    """

    def __init__(self, folder: Path | None = None, passphrase_file: Path | None = None, ask: bool = True) -> None:
        self.folder = folder or default_vault()
        self.named = folder is not None
        self._passphrase_file = passphrase_file
        self._ask = ask

    @cached_property
    def key(self) -> "VaultKey | None":
        """The vault's key, asked for once (None: there is no vault).

        Without a key file, what is given is read as the recovery key. Raises Problem if that opens nothing.
        """
        from desktop.storage.keys.unlocking import Shut, shut, unlock, unlock_by_recovery, unlock_quietly

        state = shut(self.folder)
        if state is Shut.NONE:
            return None
        if state is Shut.PLAIN:
            raise Problem(
                "The vault in “{folder}” is not encrypted yet; open it in the window, which asks for a passphrase.",
                folder=self.folder,
            )
        quietly = None if self._passphrase_file else unlock_quietly(self.folder)
        if quietly is not None:
            return quietly
        given = passphrase(self._passphrase_file, ask=self._ask)
        return unlock(self.folder, given) if state is Shut.LOCKED else unlock_by_recovery(self.folder, given)


def named(folder: Path | None) -> Path | None:
    """Return the vault that was named, on the command line or by `DUOLOGUE_VAULT`; None if nobody did."""
    return folder or (default_vault() if os.environ.get("DUOLOGUE_VAULT") else None)


@contextmanager
def opened(chosen: Chosen, exclusive: bool = True) -> Iterator["Vault"]:
    """Open a vault; raise Problem if there is none to open, it stays locked, or another program works in it.

    Without `exclusive` a window may be open on it meanwhile: for commands after which no screen is out of date.
    """
    from desktop.storage.vault import Vault

    vault = Vault.open(chosen.folder, chosen.key, exclusive)
    try:
        yield vault
    finally:
        vault.close()
