"""What opens the vault, in the settings: the passphrase, the recovery key, the computer's key store."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from desktop.i18n import _
from desktop.models.problems import Problem
from desktop.presenters.keys.passphrases import new_passphrase_errors
from desktop.presenters.notice import Notice, Tone, bad
from desktop.wording import isolated

SHEET_NAME = "Duologue recovery key.pdf"


class LockForm(StrEnum):
    """What is open: nothing, the new passphrase, the question before the recovery key, the recovery key."""

    NONE = "none"
    CHANGE = "change"
    ASK = "ask"
    KEY = "key"


@dataclass(frozen=True, slots=True)
class VaultLockScreen:
    """The section; the `groups` of the recovery key are only there while it is shown, and in no `repr`."""

    mark: str
    form: LockForm = LockForm.NONE
    groups: tuple[str, ...] = field(default=(), repr=False)
    can_remember: bool = False
    remembers: bool = False
    errors: Mapping[str, str] = field(default_factory=dict)
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class LockTools:
    """What is done with one vault's lock; all but `mark` and `remembers` may take a while and raise Problem."""

    mark: Callable[[], str]
    check: Callable[[str], object]
    change: Callable[[str], None]
    groups: Callable[[], tuple[str, ...]]
    save_sheet: Callable[[Path], Path]
    can_remember: Callable[[], bool]
    remembers: Callable[[], bool]
    remember: Callable[[bool], None]


class VaultLockPresenter:
    """Changes what opens the vault; the passphrase is asked before the recovery key is shown."""

    def __init__(self, tools: LockTools) -> None:
        self._tools = tools
        self._form = LockForm.NONE

    def open(self) -> VaultLockScreen:
        """Show what there is, with nothing open."""
        self._form = LockForm.NONE
        return self._screen()

    def start(self, form: LockForm) -> VaultLockScreen:
        """Open a form."""
        self._form = form
        return self._screen()

    def check_change(self, present: str, passphrase: str, again: str) -> VaultLockScreen:
        """Say what is missing before the passphrase can be changed."""
        errors = dict(new_passphrase_errors(passphrase, again))
        if not present:
            errors["present"] = _("Please type the passphrase you use now.")
        return self._screen(errors=errors)

    def change(self, present: str, passphrase: str) -> None:
        """Change the passphrase (slow; a worker's); raise Problem if the present one is wrong."""
        self._tools.check(present)
        self._tools.change(passphrase)

    def changed(self) -> VaultLockScreen:
        """Say that the new passphrase counts."""
        self._form = LockForm.NONE
        words = _("Your passphrase is changed. Older backups still open with the one before; the recovery key stays.")
        return self._screen(notice=Notice(Tone.GOOD, words))

    def check_ask(self, passphrase: str) -> VaultLockScreen:
        """Say if the passphrase is missing."""
        return self._screen(errors={} if passphrase else {"present": _("Please type your passphrase.")})

    def recovery_groups(self, passphrase: str) -> tuple[str, ...]:
        """Return the recovery key (slow; a worker's); raise Problem if the passphrase is wrong."""
        self._tools.check(passphrase)
        return self._tools.groups()

    def show_key(self, groups: tuple[str, ...]) -> VaultLockScreen:
        """Show the recovery key."""
        self._form = LockForm.KEY
        return self._screen(groups=groups)

    def save_sheet(self, path: str) -> Path:
        """Write the recovery sheet and return where it lies (slow); raise Problem if it cannot be."""
        return self._tools.save_sheet(Path(path))

    def sheet_saved(self, path: Path, groups: tuple[str, ...]) -> VaultLockScreen:
        """Say where the sheet lies, and what to do with it."""
        words = _("Saved as {name}. Print it, lock the paper away, and delete the file.")
        return self._screen(groups=groups, notice=Notice(Tone.GOOD, words.format(name=isolated(path.name))))

    def remember(self, wanted: bool) -> VaultLockScreen:
        """Let this computer's key store open the vault, or no longer."""
        try:
            self._tools.remember(wanted)
        except Problem as problem:
            return self._screen(notice=bad(problem))
        return self._screen()

    def failed(self, sentence: str, groups: tuple[str, ...] = ()) -> VaultLockScreen:
        """Show why it did not work: below the passphrase where one is asked, else at the top."""
        if self._form in (LockForm.CHANGE, LockForm.ASK):
            return self._screen(errors={"present": sentence})
        return self._screen(groups=groups, notice=Notice(Tone.BAD, sentence))

    def _screen(
        self,
        errors: Mapping[str, str] | None = None,
        groups: tuple[str, ...] = (),
        notice: Notice | None = None,
    ) -> VaultLockScreen:
        return VaultLockScreen(
            mark=self._tools.mark(),
            form=self._form,
            groups=groups,
            can_remember=self._tools.can_remember(),
            remembers=self._tools.remembers(),
            errors=errors or {},
            notice=notice,
        )
