"""What stands behind the screens: the vault, the guides, the typed words. Opened and made away from the window.

The heavy libraries are imported inside these functions, because they run on a worker thread after the window is
painted.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.models.guide import Kind
from desktop.models.ids import now
from desktop.models.people import Person
from desktop.places import resources
from desktop.presenters.words import Words

if TYPE_CHECKING:
    from desktop.guides.loader import GuideShelf
    from desktop.storage.vault import Vault


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


def open_house(folder: Path, news: News) -> House | None:
    """Open the vault in `folder`; None if there is none yet; raise Problem if it cannot be opened."""
    from desktop.storage.vault import Vault

    if not Vault.exists(folder):
        return None
    vault = Vault.open(folder)
    vault.writer.on_saved = lambda key: news.saved() if not vault.writer.pending() else None
    vault.writer.on_failed = lambda key, sentence: news.failed(sentence)
    words = {kind: Words(kind, vault.conversations(kind), vault.writer) for kind in Kind}
    return House(vault, guides_for(vault), words)


def guides_for(vault: "Vault") -> "GuideShelf":
    """Return the shipped guides and the firm's own, which win where they have the same name."""
    from desktop.guides.loader import load_guides

    return load_guides([resources() / "guides", vault.guides_folder])


def found_house(folder: Path, me: Person) -> None:
    """Make a vault for `me` in `folder`, with an identity to sign with; nothing is left behind if that fails."""
    from desktop.documents.identity import make_identity
    from desktop.storage.vault import Vault

    identity = make_identity(me, now())
    vault = Vault.create(folder)
    try:
        vault.profile.set_me(me)
        vault.profile.save_identity(identity)
    finally:
        vault.close()


def found_sample(folder: Path) -> Path:
    """Make the sample firm in `folder`, unless it is there already, and return the folder."""
    from datetime import date

    from desktop.flows.sample import make_sample_vault
    from desktop.storage.vault import Vault

    if not Vault.exists(folder):
        make_sample_vault(folder, date.today())
    return folder
