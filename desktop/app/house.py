"""What stands behind the screens: the vault, the guides, the typed words. Opened and made away from the window.

The heavy libraries are imported inside these functions, because they run on a worker thread after the window is
painted.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.models.guide import Kind
from desktop.models.ids import now
from desktop.models.people import Person
from desktop.places import exports_folder, resources
from desktop.presenters.talk.words import Words

if TYPE_CHECKING:
    from desktop.guides.loader import GuideShelf
    from desktop.storage.keys.unlocking import Shut
    from desktop.storage.vault import Vault
    from desktop.storage.vault_key import VaultKey


@dataclass(frozen=True, slots=True)
class News:
    """Whom the writer tells, on its own thread, that words are on disk or why they are not."""

    saved: Callable[[], None]
    failed: Callable[[str], None]


@dataclass(frozen=True, slots=True)
class House:
    """An open vault with its guides and the words that are being typed."""

    vault: "Vault"
    shelf: "GuideShelf"
    words: Mapping[Kind, Words]
    exports: Path

    def exports_made(self) -> Path:
        """Return the folder for PDFs, made if it can be; if not, saving into it says why."""
        with suppress(OSError):
            self.exports.mkdir(parents=True, exist_ok=True)
        return self.exports


def enter_house(folder: Path, news: News, exports: Path | None, remembered: bool) -> "House | Shut":
    """Open the vault in `folder` if nobody needs to type for it, else return how it stands; raise Problem.

    The computer's key store is asked only if what it `remembered` may count: not for a window that was locked.
    """
    from desktop.storage.faults import told
    from desktop.storage.keys.unlocking import Shut, shut, unlock_quietly
    from desktop.storage.opening import FILE_NAME, check_file, is_plain
    from desktop.storage.vault import Vault

    if not Vault.exists(folder):
        return Shut.NONE
    path = folder / FILE_NAME
    with told():
        if not path.is_file() or is_plain(path):
            check_file(path, None)
    state = shut(folder)
    key = unlock_quietly(folder, remembered) if state is Shut.LOCKED else None
    return open_house(folder, news, key, exports) if key else state


def open_house(folder: Path, news: News, key: "VaultKey", exports: Path | None = None) -> House:
    """Open the vault in `folder` with its key; raise Problem if it cannot be opened.

    PDFs go to `exports`, if nobody chooses another folder (None: beside the user's documents).
    """
    from desktop.storage.vault import Vault

    vault = Vault.open(folder, key)
    vault.writer.on_saved = lambda key: news.saved() if not vault.writer.pending() else None
    vault.writer.on_failed = lambda key, sentence: news.failed(sentence)
    vault.writer.index_soon()
    words = {kind: Words(kind, vault.conversations(kind), vault.writer) for kind in Kind}
    return House(vault, guides_for(vault), words, exports or exports_folder())


def guides_for(vault: "Vault") -> "GuideShelf":
    """Return the shipped guides and the firm's own, which win where they have the same name."""
    from desktop.guides.loader import load_guides

    return load_guides([resources() / "guides", vault.guides_folder])


def found_house(folder: Path, me: Person, key: "VaultKey", passphrase: str) -> None:
    """Make a vault for `me` in `folder`, with an identity to sign with; `passphrase` opens it from now on."""
    from desktop.documents.keys.identity import make_identity
    from desktop.storage.keys.unlocking import lock
    from desktop.storage.vault import Vault

    identity = make_identity(me, now())
    if not Vault.exists(folder):
        lock(folder, key, passphrase)  # first: a vault without its key file would need the recovery key
    vault = Vault.create(folder, key)
    try:
        vault.profile.set_me(me)
        vault.profile.save_identity(identity)
    finally:
        vault.close()


def encrypt_house(folder: Path, key: "VaultKey", passphrase: str) -> None:
    """Encrypt a vault that was made before vaults were encrypted; raise Problem if that fails."""
    from desktop.storage.backups import FOLDER_NAME, make_backup
    from desktop.storage.converting import convert
    from desktop.storage.keys.unlocking import lock

    lock(folder, key, passphrase)
    convert(folder, key)
    make_backup(folder, key, folder / FOLDER_NAME)


def found_sample(folder: Path) -> Path:
    """Make the sample firm in `folder`, unless it is there already, and return the folder."""
    from datetime import date

    from desktop.flows.sample.firm import make_sample_vault
    from desktop.storage.vault import Vault

    if not Vault.exists(folder):
        make_sample_vault(folder, date.today())
    return folder
