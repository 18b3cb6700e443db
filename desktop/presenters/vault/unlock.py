"""A locked vault: the passphrase, or the recovery key and a new passphrase. No name and no content is known here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from desktop.i18n import _
from desktop.models.patience import wait_seconds
from desktop.presenters.keys.passphrases import new_passphrase_errors

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class UnlockScreen:
    """What is asked: the passphrase, or by `recovering` the recovery key with a new passphrase."""

    title: str
    intro: str
    folder: str
    recovering: bool
    can_type: bool
    wait: int = 0
    busy: bool = False
    errors: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Doors(Generic[K]):
    """The ways into one vault: each returns its key or raises Problem; `renew` gives it a new passphrase."""

    unlock: Callable[[str], K]
    recover: Callable[[str], K]
    renew: Callable[[K, str], None]


class UnlockPresenter(Generic[K]):
    """Asks until the vault opens; wrong passphrases make the wait grow."""

    def __init__(self, doors: Doors[K], folder: str, keyless: bool) -> None:
        self._doors = doors
        self._folder = folder
        self._keyless = keyless
        self._recovering = keyless
        self._failures = 0

    def open(self) -> UnlockScreen:
        """Ask for the passphrase, or without a key file for the recovery key."""
        return self._screen()

    def forgotten(self) -> UnlockScreen:
        """Ask for the recovery key."""
        self._recovering = True
        return self._screen()

    def remembered(self) -> UnlockScreen:
        """Ask for the passphrase again."""
        self._recovering = self._keyless
        return self._screen()

    def submit(self, passphrase: str) -> UnlockScreen:
        """Return a busy screen if `unlock` is to be run, else what is missing."""
        if not passphrase:
            return self._screen(errors={"passphrase": _("Please type your passphrase.")})
        return self._screen(busy=True)

    def submit_recovery(self, code: str, passphrase: str, again: str) -> UnlockScreen:
        """Return a busy screen if `recover` is to be run, else what is missing."""
        errors = dict(new_passphrase_errors(passphrase, again))
        if not code.strip():
            errors["code"] = _("Please type the recovery key: nine groups of four.")
        return self._screen(errors=errors, busy=not errors)

    def unlock(self, passphrase: str) -> K:
        """Return the vault's key (slow; a worker's); raise Problem if it is not the passphrase."""
        return self._doors.unlock(passphrase)

    def recover(self, code: str, passphrase: str) -> K:
        """Return the vault's key, which the new passphrase opens from now on (slow; a worker's); or raise Problem."""
        key = self._doors.recover(code)
        self._doors.renew(key, passphrase)
        return key

    def refused(self, sentence: str) -> UnlockScreen:
        """Say why it did not open, and wait longer each time."""
        if self._recovering:
            return self._screen(errors={"code": sentence})
        self._failures += 1
        return self._screen(errors={"passphrase": sentence}, wait=wait_seconds(self._failures))

    def _screen(self, errors: Mapping[str, str] | None = None, busy: bool = False, wait: int = 0) -> UnlockScreen:
        return UnlockScreen(
            title=_("Unlock your vault"),
            intro=self._intro(),
            folder=_("The vault lies in {folder}").format(folder=self._folder),
            recovering=self._recovering,
            can_type=not self._keyless,
            wait=wait,
            busy=busy,
            errors=errors or {},
        )

    def _intro(self) -> str:
        if self._keyless:
            return _(
                "The vault's key file is missing or damaged. Your recovery key opens the vault and makes a new one. "
                "Without passphrase and recovery key nobody can open it."
            )
        if self._recovering:
            return _("Type your recovery key and choose a new passphrase. Without both, nobody can open the vault.")
        return _("What you wrote is encrypted. Your passphrase opens it.")
