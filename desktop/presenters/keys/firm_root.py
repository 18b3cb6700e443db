"""The firm: a root of its own, how it is made, kept and handed on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.flows.keys.identities import (
    new_root,
    read_root_copy,
    save_root_certificate,
    save_root_copy,
)
from desktop.flows.naming import file_name, name_part
from desktop.i18n import _, say
from desktop.models.identity import Root
from desktop.models.ids import now
from desktop.models.problems import Problem
from desktop.models.typed import name_of
from desktop.presenters.keys.key_card import KeyCard, root_card
from desktop.presenters.keys.passphrases import new_passphrase_errors, passphrase_errors
from desktop.presenters.notice import Notice, Tone, bad
from desktop.wording import isolated

if TYPE_CHECKING:
    from desktop.storage.vault import Vault

_LONGEST_NAME = 80


class FirmForm(StrEnum):
    """Which form about the root is open."""

    NONE = ""
    MAKE = "make"
    COPY = "copy"
    RESTORE = "restore"
    OFFER = "offer"


@dataclass(frozen=True, slots=True)
class FirmScreen:
    """The firm's root. No passphrase is ever part of it.

    `copy_name` and `certificate_name` are what those files are to be called; `replaces` says what using the `offered`
    root does to the one of today.
    """

    card: KeyCard | None
    form: FirmForm
    name: str
    path: str
    copy_name: str
    certificate_name: str
    offered: KeyCard | None
    replaces: str
    errors: Mapping[str, str] = field(default_factory=dict)
    notice: Notice | None = None


class FirmPresenter:
    """Shows, makes and keeps the firm's root. What is said to be slow belongs on a worker."""

    def __init__(self, vault: "Vault", clock: Callable[[], datetime] = now) -> None:
        self._vault = vault
        self._clock = clock
        self._form = FirmForm.NONE
        self._name = self._path = ""
        self._found: Root | None = None

    def open(self) -> FirmScreen:
        """Show the root, with every form closed."""
        self._close()
        return self._screen()

    def start(self, form: FirmForm) -> FirmScreen:
        """Open a form."""
        self._close()
        self._form = form
        return self._screen()

    def type_name(self, name: str) -> None:
        """Keep the newest words of the name of a new root."""
        self._name = name

    def check_name(self) -> FirmScreen:
        """Say what is wrong with the name of a new root."""
        try:
            name_of(self._name, _("the name of the root"))
        except Problem as problem:
            return self._screen(errors={"name": say(problem)})
        return self._screen()

    def make(self) -> Root:
        """Return a new root of the typed name (slow)."""
        return new_root(name_of(self._name, _("the name of the root")))

    def made(self, root: Root) -> FirmScreen:
        """Keep a new root."""
        done = _("{name} is made. Save a copy of it now: if this vault is lost, it is lost too.")
        return self._keep(root, done)

    def save_certificate(self, path: str) -> FirmScreen:
        """Write the certificate of the root for others."""
        try:
            saved = save_root_certificate(self._root(), Path(path))
        except Problem as problem:
            return self._screen(bad(problem))
        done = _("Saved as {name}. It is no secret: whoever trusts it recognises the identities you issue.")
        return self._screen(Notice(Tone.GOOD, done.format(name=isolated(saved.name))))

    def check_copy(self, passphrase: str, again: str) -> FirmScreen:
        """Say what is wrong with the passphrase for a copy of the root."""
        return self._screen(errors=new_passphrase_errors(passphrase, again))

    def save_copy(self, path: str, passphrase: str) -> Path:
        """Write the root with its key and return where it lies (slow); raise Problem if it cannot be."""
        return save_root_copy(self._root(), passphrase, Path(path))

    def copied(self, path: Path) -> FirmScreen:
        """Show that a copy of the root was saved."""
        self._close()
        saved = _("Saved as {name}. Keep it in a safe place: whoever has it and its passphrase can issue identities.")
        return self._screen(Notice(Tone.GOOD, saved.format(name=isolated(path.name))))

    def choose_path(self, path: str) -> FirmScreen:
        """Take the file that holds a root."""
        self._path = path
        return self._screen()

    def check_file(self, passphrase: str) -> FirmScreen:
        """Say what is missing before the chosen file can be read."""
        missing = {} if self._path else {"path": _("Please choose the file the root was saved in.")}
        return self._screen(errors={**passphrase_errors(passphrase), **missing})

    def read(self, passphrase: str) -> Root:
        """Return the root in the chosen file (slow); raise Problem if there is none."""
        return read_root_copy(Path(self._path), passphrase)

    def offer(self, root: Root) -> FirmScreen:
        """Show a root that was read, before it is used."""
        self._close()
        self._form, self._found = FirmForm.OFFER, root
        return self._screen()

    def use(self) -> FirmScreen:
        """Issue from the shown root from now on."""
        if self._found is None:
            return self._screen()
        return self._keep(self._found, _("{name} is the root of your firm now."))

    def failed(self, sentence: str) -> FirmScreen:
        """Show why something did not work; what was typed stays."""
        if self._form is FirmForm.NONE:
            return self._screen(Notice(Tone.BAD, sentence))
        return self._screen(errors={"form": sentence})

    def _keep(self, root: Root, sentence: str) -> FirmScreen:
        try:
            self._vault.profile.save_root(root)
        except Problem as problem:
            return self.failed(say(problem))
        self._close()
        return self._screen(Notice(Tone.GOOD, sentence.format(name=isolated(root.name))))

    def _close(self) -> None:
        self._form, self._found = FirmForm.NONE, None
        self._name = self._path = ""

    def _root(self) -> Root:
        root: Root | None = self._vault.profile.root()
        if root is None:
            raise Problem("Your firm has no root yet; make one first.")
        return root

    def _screen(self, notice: Notice | None = None, errors: Mapping[str, str] | None = None) -> FirmScreen:
        root, found = self._vault.profile.root(), self._found
        name = name_part(root.name if root else "", _LONGEST_NAME)
        return FirmScreen(
            card=root_card(root.certificate, root.created_at, self._clock()) if root else None,
            form=self._form,
            name=self._name,
            path=self._path,
            copy_name=file_name((name,), ".p12"),
            certificate_name=file_name((name,), ".pem"),
            offered=root_card(found.certificate, None, self._clock()) if found else None,
            replaces=_replaces(root, found),
            errors=errors or {},
            notice=notice,
        )


def _replaces(root: Root | None, found: Root | None) -> str:
    """Return what using `found` does to the root of today."""
    if root is None or found is None or root.certificate == found.certificate:
        return ""
    words = _("It takes the place of {name}. Identities that were issued from that one stay valid.")
    return words.format(name=isolated(root.name))
