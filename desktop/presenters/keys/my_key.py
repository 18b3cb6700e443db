"""My key: what I sign with, a copy of it, another one instead, and the ones before."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.documents.keys.certificate_facts import certificate_facts
from desktop.documents.keys.identity import make_identity
from desktop.flows.keys.key_files import keys_in_token, read_key, save_key, use_key
from desktop.flows.naming import file_name, name_part
from desktop.i18n import _, say
from desktop.models.identity import Identity
from desktop.models.ids import now
from desktop.models.people import Person
from desktop.models.problems import Problem
from desktop.presenters.keys.key_card import KeyCard, identity_card
from desktop.presenters.keys.passphrases import new_passphrase_errors, passphrase_errors
from desktop.presenters.notice import Notice, Tone
from desktop.wording import day, isolated

if TYPE_CHECKING:
    from desktop.storage.vault import Vault

_LONGEST_NAME = 80


class KeyForm(StrEnum):
    """Which form about the key is open."""

    NONE = ""
    CHOICE = "choice"
    COPY = "copy"
    FILE = "file"
    TOKEN = "token"  # noqa: S105 (a name, no secret)
    OFFER = "offer"


@dataclass(frozen=True, slots=True)
class EarlierKey:
    """A key I signed with before."""

    name: str
    detail: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class MyKeyScreen:
    """What I sign with. No passphrase is ever part of it: fields keep what is typed, `errors` say what is wrong.

    `offered` is the key that is looked at before it is used, and `means` what using it does; `choices` are the keys of
    a token (key, label).
    """

    card: KeyCard | None
    nothing: str
    means: str
    can_copy: bool
    earlier: tuple[EarlierKey, ...]
    form: KeyForm
    path: str
    copy_name: str
    offered: KeyCard | None
    offered_key: str
    choices: tuple[tuple[str, str], ...]
    errors: Mapping[str, str] = field(default_factory=dict)
    notice: Notice | None = None


class MyKeyPresenter:
    """Shows and changes what the owner of the vault signs with. What is said to be slow belongs on a worker."""

    def __init__(self, vault: "Vault", clock: Callable[[], datetime] = now) -> None:
        self._vault = vault
        self._clock = clock
        self._form = KeyForm.NONE
        self._path = ""
        self._found: tuple[Identity, ...] = ()
        self._chosen = 0

    def open(self) -> MyKeyScreen:
        """Show the key in use, with every form closed and every key that was only looked at forgotten."""
        self._close()
        return self._screen()

    def start(self, form: KeyForm) -> MyKeyScreen:
        """Open a form, another one instead of the one that is open."""
        self._close()
        self._form = form
        return self._screen()

    def choose_path(self, path: str) -> MyKeyScreen:
        """Take the file (or the module of a token) that was chosen."""
        self._path = path
        return self._screen()

    def check_copy(self, passphrase: str, again: str) -> MyKeyScreen:
        """Say what is wrong with the passphrase for a copy; `errors` is empty where it will do."""
        return self._screen(errors=new_passphrase_errors(passphrase, again))

    def save_copy(self, path: str, passphrase: str) -> Path:
        """Write the copy and return where it lies (slow); raise Problem if it cannot be."""
        me = self._me()
        return save_key(self._identity_of(me), me.name, passphrase, Path(path))

    def copied(self, path: Path) -> MyKeyScreen:
        """Show that a copy was saved."""
        self._close()
        saved = _("Saved as {name}. Keep it apart from this computer, and its passphrase apart from the file.")
        return self._screen(Notice(Tone.GOOD, saved.format(name=isolated(path.name))))

    def check_file(self, passphrase: str) -> MyKeyScreen:
        """Say what is missing before the chosen file can be read."""
        missing = {} if self._path else {"path": _("Please choose the file that holds the key.")}
        return self._screen(errors={**passphrase_errors(passphrase), **missing})

    def read(self, passphrase: str) -> tuple[Identity, ...]:
        """Return the key in the chosen file (slow); raise Problem if there is none that can be used."""
        return (read_key(Path(self._path), passphrase, self._me().uid),)

    def check_token(self, module: str, pin: str) -> MyKeyScreen:
        """Say what is missing before a token can be asked."""
        self._path = module
        errors = {} if module.strip() else {"path": _("Please choose the module file that came with your token.")}
        if not pin:
            errors["passphrase"] = _("Please type the PIN of the token.")
        return self._screen(errors=errors)

    def look(self, pin: str) -> tuple[Identity, ...]:
        """Return the keys in the token (slow); raise Problem if there is none, or the PIN is another one."""
        return keys_in_token(Path(self._path.strip()), pin, self._me().uid)

    def make(self) -> tuple[Identity, ...]:
        """Return a fresh key that vouches for itself (slow)."""
        return (make_identity(self._me(), now()),)

    def offer(self, found: Sequence[Identity]) -> MyKeyScreen:
        """Show keys that were found or made, before one of them is used."""
        self._close()
        self._form, self._found = KeyForm.OFFER, tuple(found)
        return self._screen()

    def choose(self, key: str) -> MyKeyScreen:
        """Look at another key of the token."""
        self._chosen = int(key)
        return self._screen()

    def use(self) -> MyKeyScreen:
        """Sign with the shown key from now on, or say why that cannot be."""
        try:
            use_key(self._vault, self._found[self._chosen])
        except Problem as problem:
            return self.failed(say(problem))
        self._close()
        used = _("From now on you sign with this key. Tell the people you talk with, and compare the words with them.")
        return self._screen(Notice(Tone.GOOD, used))

    def failed(self, sentence: str) -> MyKeyScreen:
        """Show why something did not work; what was typed stays."""
        return self._screen(errors={"form": sentence})

    def _close(self) -> None:
        self._form, self._path, self._found, self._chosen = KeyForm.NONE, "", (), 0

    def _me(self) -> Person:
        me = self._vault.profile.me()
        if me is None:
            raise Problem("Say who you are under Settings first; a key belongs to a name.")
        return me

    def _identity_of(self, me: Person) -> Identity:
        identity = self._vault.profile.identity(me.uid)
        if identity is None:
            raise Problem("There is no key yet, so there is nothing to save.")
        return identity

    def _screen(self, notice: Notice | None = None, errors: Mapping[str, str] | None = None) -> MyKeyScreen:
        me = self._vault.profile.me()
        kept = self._vault.profile.identities(me.uid) if me else ()
        name = me.name if me else ""
        return MyKeyScreen(
            card=self._card(kept[0], name) if kept else None,
            nothing=_("You have no key yet. One is made when you first sign a note, or now."),
            means=_means(bool(kept)),
            can_copy=bool(kept) and not kept[0].token,
            earlier=tuple(_earlier(*pair) for pair in zip(kept[1:], kept, strict=False)),
            form=self._form,
            path=self._path,
            copy_name=file_name((_("Key of {name}").format(name=name_part(name, _LONGEST_NAME)),), ".p12"),
            offered=self._card(self._found[self._chosen], name, in_use=False) if self._found else None,
            offered_key=str(self._chosen),
            choices=_choices(self._found),
            errors=errors or {},
            notice=notice,
        )

    def _card(self, identity: Identity, name: str, in_use: bool = True) -> KeyCard:
        root = self._vault.profile.root()
        return identity_card(identity, root.certificate if root else b"", self._clock(), name, in_use)


def _means(changes: bool) -> str:
    """Return what it does to use a key: another one, or the first."""
    if not changes:
        return _("You sign with it from now on. Others compare its words with you once.")
    return _(
        "Others will see that your key changed, and will be asked to compare the words with you again. "
        "What you signed before stays valid."
    )


def _earlier(before: Identity, after: Identity) -> EarlierKey:
    since, until = (day(each.created_at.astimezone().date()) for each in (before, after))
    used = _("{since} to {until}").format(since=since, until=until)
    return EarlierKey(isolated(certificate_facts(before.certificate).subject), used, before.fingerprint)


def _choices(found: Sequence[Identity]) -> tuple[tuple[str, str], ...]:
    """Return the keys of a token, where there are several."""
    if len(found) < 2:
        return ()
    return tuple((str(at), certificate_facts(each.certificate).subject) for at, each in enumerate(found))
