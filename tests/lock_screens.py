"""The settings of a vault's lock for tests of screens."""

from desktop.app.keys import vault_lock
from desktop.presenters.vault.vault_lock import VaultLockPresenter
from tests.keys import VAULT_KEY
from tests.world import World


def lock_of(world: World) -> VaultLockPresenter:
    """Return what changes the lock of a test's vault."""
    return vault_lock(world.vault.folder, lambda: VAULT_KEY)
