"""The operating system's key store, for unlocking without typing: it keeps 32 random bytes, never the key itself.

Only stores that protect what they keep are used. Without one, `keyring` may pick a plain file (`keyrings.alt`), and
a desktop that was changed may have lost what it kept: so this is never the only way into a vault.
"""

from typing import Any

from desktop.models.problems import Problem

_SERVICE = "Duologue"
_TRUSTED = tuple(f"keyring.backends.{name}" for name in ("SecretService", "libsecret", "kwallet", "macOS", "Windows"))


def usable() -> bool:
    """Return whether this computer has a key store that protects what it keeps."""
    return _store() is not None


def kept(mark: str) -> bytes | None:
    """Return what was kept for the vault with this mark; None if there is nothing, or the store is closed."""
    from keyring.errors import KeyringError

    store = _store()
    try:
        text = store.get_password(_SERVICE, mark) if store else None
        return bytes.fromhex(text) if text else None
    except (KeyringError, OSError, ValueError):
        return None


def keep(mark: str, secret: bytes) -> None:
    """Keep a secret for the vault with this mark; raise Problem if the store does not take it."""
    from keyring.errors import KeyringError

    store = _store()
    if store is None:
        raise Problem("This computer has no key store that Duologue trusts; go on typing your passphrase.")
    try:
        store.set_password(_SERVICE, mark, secret.hex())
    except (KeyringError, OSError) as fault:
        raise Problem(
            "The computer's key store did not take the key ({reason}); go on typing your passphrase.", reason=fault
        ) from fault


def drop(mark: str) -> None:
    """Forget what was kept; a store that is gone or closed has nothing to forget that would still open a vault."""
    from keyring.errors import KeyringError

    store = _store()
    try:
        if store:
            store.delete_password(_SERVICE, mark)
    except (KeyringError, OSError):
        return


def _store() -> Any:
    """Return the key store of this computer, None if there is none to be trusted."""
    import keyring

    store = keyring.get_keyring()
    each = getattr(store, "backends", [store])  # several at once come as one chain
    return next((one for one in each if type(one).__module__.startswith(_TRUSTED)), None)
