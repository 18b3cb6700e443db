"""Issuing identities from the firm's root: a file for somebody else, or a key for oneself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.flows.keys.identities import issue_identity, issue_to_file
from desktop.flows.naming import file_name, name_part
from desktop.i18n import _
from desktop.models.identity import Identity, Root
from desktop.models.people import Person
from desktop.models.problems import Problem
from desktop.presenters.keys.passphrases import new_passphrase_errors
from desktop.presenters.notice import Notice, Tone
from desktop.wording import isolated

if TYPE_CHECKING:
    from desktop.storage.vault import Vault

_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class IssuingScreen:
    """Whom an identity can be issued for (uid, name); no passphrase is ever part of it. `ready`: there is a root."""

    ready: bool
    opened: bool
    people: tuple[tuple[str, str], ...]
    person: str
    file_name: str
    errors: Mapping[str, str] = field(default_factory=dict)
    notice: Notice | None = None


class IssuingPresenter:
    """Issues identities. What is said to be slow belongs on a worker."""

    def __init__(self, vault: "Vault") -> None:
        self._vault = vault
        self._opened = False
        self._person = ""

    def open(self) -> IssuingScreen:
        """Show that identities can be issued, with the form closed."""
        self._opened, self._person = False, ""
        return self._screen()

    def start(self) -> IssuingScreen:
        """Open the form."""
        self._opened = True
        return self._screen()

    def refresh(self) -> IssuingScreen:
        """Show what can be issued now, after the root may have changed."""
        return self._screen()

    def choose_person(self, uid: str) -> IssuingScreen:
        """Take the person an identity is to be issued for."""
        self._person = uid
        return self._screen()

    def check(self, passphrase: str, again: str) -> IssuingScreen:
        """Say what is missing before an identity can be issued for the chosen person."""
        errors = dict(new_passphrase_errors(passphrase, again))
        if not self._person:
            errors["person"] = _("Please choose whom the identity is for.")
        return self._screen(errors=errors)

    def issue(self, path: str, passphrase: str) -> Path:
        """Write an identity for the chosen person and return where it lies (slow); raise Problem if it cannot be."""
        return issue_to_file(self._root(), self._vault.people.person(self._person), passphrase, Path(path))

    def issued(self, path: Path) -> IssuingScreen:
        """Show that an identity was issued."""
        name = self._vault.people.person(self._person).name
        self._opened, self._person = False, ""
        done = _("Saved as {file}. Hand it to {name}, tell the passphrase by phone, then delete the file here.")
        return self._screen(Notice(Tone.GOOD, done.format(file=isolated(path.name), name=isolated(name))))

    def issue_mine(self) -> tuple[Identity, ...]:
        """Return a fresh identity for the owner of the vault, not used yet (slow)."""
        me: Person | None = self._vault.profile.me()
        if me is None:
            raise Problem("Say who you are under Settings first; a key belongs to a name.")
        return (issue_identity(self._root(), me),)

    def failed(self, sentence: str) -> IssuingScreen:
        """Show why something did not work; what was typed stays."""
        if self._opened:
            return self._screen(errors={"form": sentence})
        return self._screen(Notice(Tone.BAD, sentence))

    def _root(self) -> Root:
        root: Root | None = self._vault.profile.root()
        if root is None:
            raise Problem("Your firm has no root yet; make one first.")
        return root

    def _screen(self, notice: Notice | None = None, errors: Mapping[str, str] | None = None) -> IssuingScreen:
        me = self._vault.profile.me_uid()
        people = {each.uid: each.name for each in self._vault.people.people() if each.uid != me}
        name = name_part(people.get(self._person, ""), _LONGEST_NAME)
        return IssuingScreen(
            ready=self._vault.profile.root() is not None,
            opened=self._opened,
            people=tuple(sorted(people.items(), key=lambda each: each[1].casefold())),
            person=self._person,
            file_name=file_name((_("Key of {name}").format(name=name),), ".p12"),
            errors=errors or {},
            notice=notice,
        )
