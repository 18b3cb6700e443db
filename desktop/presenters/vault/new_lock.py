"""A vault gets its passphrase and its recovery key: typed twice, written down, and two groups asked back."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from desktop.i18n import _
from desktop.models.problems import Problem
from desktop.presenters.keys.passphrases import new_passphrase_errors
from desktop.presenters.notice import Notice, Tone, bad
from desktop.wording import isolated

_ASKED = 2


class Step(StrEnum):
    """What is to be done now."""

    CHOOSE = "choose"
    WRITE = "write"
    CHECK = "check"


@dataclass(frozen=True, slots=True)
class LockWords:
    """What the screen is called and says first, which differs for a new vault and one not encrypted yet."""

    title: str
    intro: str
    verb: str
    busy: str


@dataclass(frozen=True, slots=True)
class NewLockScreen:
    """One step; `asked` counts groups from 1. What is secret shows itself in no `repr`."""

    words: LockWords
    step: Step
    groups: tuple[str, ...] = field(default=(), repr=False)
    asked: tuple[int, ...] = ()
    errors: Mapping[str, str] = field(default_factory=dict)
    busy: bool = False
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class NewLockTools:
    """How a typed group is read, how the recovery sheet is written, and what is to be done with the passphrase."""

    tidied: Callable[[str], str]
    save_sheet: Callable[[Path], Path]
    finish: Callable[[str], None]


class NewLockPresenter:
    """Asks for a new passphrase, shows the recovery key, and finishes only when two of its groups came back."""

    def __init__(self, words: LockWords, groups: tuple[str, ...], tools: NewLockTools) -> None:
        self._words = words
        self._groups = groups
        self._tools = tools
        self._passphrase = ""
        self._asked: tuple[int, ...] = ()

    def open(self) -> NewLockScreen:
        """Ask for the passphrase."""
        return NewLockScreen(self._words, Step.CHOOSE)

    def choose(self, passphrase: str, again: str) -> NewLockScreen:
        """Take the passphrase and show the recovery key, or say what is wrong with it."""
        errors = new_passphrase_errors(passphrase, again)
        if errors:
            return NewLockScreen(self._words, Step.CHOOSE, errors=errors)
        self._passphrase = passphrase
        return self.write()

    def write(self) -> NewLockScreen:
        """Show the recovery key to be written down."""
        return NewLockScreen(self._words, Step.WRITE, self._groups)

    def save_sheet(self, path: str) -> NewLockScreen:
        """Write the recovery sheet, and say where it lies or why it does not."""
        try:
            saved = self._tools.save_sheet(Path(path))
        except Problem as problem:
            return replace(self.write(), notice=bad(problem))
        words = _("Saved as {name}. Print it, lock the paper away, and delete the file.")
        return replace(self.write(), notice=Notice(Tone.GOOD, words.format(name=isolated(saved.name))))

    def check(self) -> NewLockScreen:
        """Hide the recovery key and ask for two of its groups."""
        numbers = range(1, len(self._groups) + 1)
        self._asked = tuple(sorted(secrets.SystemRandom().sample(numbers, _ASKED)))
        return self._checking()

    def answer(self, typed: tuple[str, ...]) -> NewLockScreen:
        """Say which group is wrong; a screen that is `busy` means that `finish` is to be run."""
        wrong = {
            str(place): _("This is not group {n}; please compare it with what you wrote down.").format(n=number)
            for place, (number, text) in enumerate(zip(self._asked, typed, strict=True))
            if self._tools.tidied(text) != self._groups[number - 1]
        }
        return self._checking(errors=wrong, busy=not wrong)

    def finish(self) -> None:
        """Make the vault, or encrypt it (slow; a worker's); raise Problem if that fails."""
        self._tools.finish(self._passphrase)

    def failed(self, sentence: str) -> NewLockScreen:
        """Show why it did not work; nothing has to be chosen again."""
        return self._checking(notice=Notice(Tone.BAD, sentence))

    def _checking(
        self, errors: Mapping[str, str] | None = None, busy: bool = False, notice: Notice | None = None
    ) -> NewLockScreen:
        return NewLockScreen(self._words, Step.CHECK, asked=self._asked, errors=errors or {}, busy=busy, notice=notice)
