"""The vault: one folder with one file in it, and everything the program keeps."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path

from desktop.durable import replace_file
from desktop.models.guide import Kind
from desktop.models.problems import Problem
from desktop.storage.backups import FOLDER_NAME, make_backup
from desktop.storage.check import verify_chain, wrong_in_file
from desktop.storage.core.people import PeopleStore
from desktop.storage.core.policy import PolicyStore
from desktop.storage.core.profile import ProfileStore
from desktop.storage.core.rights import RightsStore
from desktop.storage.core.scale import ScaleStore
from desktop.storage.erasing.orders import finish
from desktop.storage.faults import told
from desktop.storage.holding import Hold
from desktop.storage.okr.okrs import OkrStore
from desktop.storage.opening import FILE_NAME, check_file, is_outdated, make_file
from desktop.storage.performance.evidence import EvidenceStore
from desktop.storage.performance.facts import FactStore
from desktop.storage.performance.preparation import PreparationStore
from desktop.storage.room import VaultFile
from desktop.storage.rooms import Rooms
from desktop.storage.seal import newest_moment
from desktop.storage.search.common import CommonSearch
from desktop.storage.search.index import SearchStore
from desktop.storage.talks.conversations import ConversationStore
from desktop.storage.talks.notes import NoteStore
from desktop.storage.talks.responses import ResponseStore
from desktop.storage.transfers import TransferStore
from desktop.storage.vault_key import VaultKey
from desktop.storage.writer import Writer

__all__ = [
    "CommonSearch",
    "ConversationStore",
    "EvidenceStore",
    "FactStore",
    "NoteStore",
    "OkrStore",
    "PeopleStore",
    "PolicyStore",
    "ProfileStore",
    "ResponseStore",
    "RightsStore",
    "TransferStore",
    "SearchStore",
    "Vault",
    "Writer",
]


class Vault:
    """An opened vault. The stores work in the caller's thread; what is typed goes through `writer`."""

    def __init__(self, folder: Path, key: VaultKey | None, hold: Hold | None = None) -> None:
        """Stand on an existing vault file; use `create` or `open`, which look at it first."""
        self.folder = folder
        self._hold = hold
        self._file = VaultFile(folder / FILE_NAME, key)
        self._rooms = Rooms(self._file)
        self._searching = Rooms(self._file)
        self.common_search = CommonSearch(self._searching.core)
        self.people = PeopleStore(self._rooms.core)
        self.profile = ProfileStore(self._rooms.core)
        self.okrs = OkrStore(self._rooms.okr)
        self.facts = FactStore(self._rooms.performance)
        self.rights = RightsStore(self._rooms.core)
        self.policy = PolicyStore(self._rooms.core)
        self.scale = ScaleStore(self._rooms.core)
        self.evidence = EvidenceStore(self._rooms.performance)
        self.preparation = PreparationStore(self._rooms.performance)
        self.transfers = TransferStore(self._rooms.transfer)
        self.writer = Writer(Rooms(self._file))
        self.guides_folder = _made(folder / "guides")

    @classmethod
    def create(cls, folder: Path, key: VaultKey | None) -> "Vault":
        """Make an empty vault in `folder` (made if missing); raise Problem if that cannot be done."""
        cls.refuse_place(folder)
        with told(), _kept(_hold(folder)) as hold:
            make_file(folder / FILE_NAME, key)
            return cls(folder, key, hold)

    @classmethod
    def refuse_place(cls, folder: Path) -> None:
        """Raise Problem if no new vault can be made in `folder`; nothing but the empty folder is made."""
        if cls.exists(folder):
            raise Problem("There is a vault in “{folder}” already; open it or choose another folder.", folder=folder)
        with told():
            trial = _made(folder) / "vault.trial"
            replace_file(trial, b"")
            trial.unlink()

    @classmethod
    def open(cls, folder: Path, key: VaultKey | None, exclusive: bool = True) -> "Vault":
        """Open the vault in `folder`; raise Problem if it is missing, damaged, read-only or too new.

        Raises Held if another program works in it. Without `exclusive` it is opened beside that program, which is
        safe for what only reads or adds; a vault of an older format is led up to now by nobody but its only user.
        """
        if not cls.exists(folder):
            raise Problem("There is no vault in “{folder}”; create one there or choose another folder.", folder=folder)
        with told():
            alone = exclusive or is_outdated(folder / FILE_NAME, key)
            with _kept(_hold(folder) if alone else None) as hold:
                check_file(folder / FILE_NAME, key, partial(make_backup, folder, key, folder / FOLDER_NAME))
                finish(folder / FILE_NAME, key)
                return cls(folder, key, hold)

    @property
    def key(self) -> VaultKey | None:
        """The vault's secret; None while it is put away."""
        return self._file.key

    def put_away(self, timeout: float) -> bool:
        """Save what waits, close the file and forget the key; False, and nothing is forgotten, if the disk refuses.

        Stores and writer refuse to work until `take_up`.
        """
        if not self.writer.flush(timeout):
            return False
        self._file.put_away()
        self.writer.rest()
        self._searching.close()
        self._rooms.close()
        self._let_go()
        return True

    def take_up(self, key: VaultKey | None) -> None:
        """Go on after `put_away`; raise Problem if the file is not there, not under this key, or somebody else's."""
        with told(), _kept(_hold(self.folder)) as hold:
            check_file(self.folder / FILE_NAME, key)
            self._file.take_up(key)
            self._hold = hold
        self.writer.index_soon()  # what was typed last may not have been indexed before

    @staticmethod
    def exists(folder: Path) -> bool:
        """Tell whether `folder` holds a vault; raise Problem if it can hold none, or nobody may look."""
        with told():
            if folder.exists() and not folder.is_dir():
                raise Problem("“{folder}” is a file; choose the folder that holds your vault.", folder=folder)
            return (folder / FILE_NAME).exists()

    @property
    def path(self) -> Path:
        """The database, for work that needs the whole file and no room."""
        return self.folder / FILE_NAME

    def conversations(self, kind: Kind) -> ConversationStore:
        """Return the conversations of one kind."""
        return self._rooms.conversations(kind)

    def notes(self, kind: Kind) -> NoteStore:
        """Return the notes of one kind."""
        return self._rooms.notes(kind)

    def responses(self, kind: Kind) -> ResponseStore:
        """Return what came back to the notes of one kind: answers, refusals to sign, rebuttals."""
        return self._rooms.responses(kind)

    def search(self, kind: Kind) -> SearchStore:
        """Return the search of one kind's room, on a connection of its own: it may be used by another thread."""
        return self._searching.search(kind)

    def last_sealed(self) -> datetime | None:
        """Return when the newest note or answer was sealed, by the clock of that day; None if none is."""
        with self._rooms.core.reading() as connection:
            return newest_moment(connection)

    def verify_chain(self) -> tuple[str, ...]:
        """Return what is wrong with notes and what is attached to them, a sentence each; empty if all is as sealed."""
        return verify_chain(self._rooms)

    def check(self) -> tuple[str, ...]:
        """Return what is wrong with the whole vault, file and seals; empty if all is well (slow)."""
        return wrong_in_file(self.folder / FILE_NAME, self.key) + self.verify_chain()

    def close(self) -> bool:
        """Save what still waits and close; False if some of it could not be saved."""
        saved = self.writer.close()
        self._searching.close()
        self._rooms.close()
        self._let_go()
        return saved

    def _let_go(self) -> None:
        if self._hold is not None:
            self._hold.release()
            self._hold = None


def _hold(folder: Path) -> Hold | None:
    """Take the vault for this program; None where no lock can be had (which is no reason not to work)."""
    try:
        return Hold(folder)
    except OSError:
        return None


@contextmanager
def _kept(hold: Hold | None) -> Iterator[Hold | None]:
    """Lend `hold`; it is let go if the block fails."""
    try:
        yield hold
    except BaseException:
        if hold is not None:
            hold.release()
        raise


def _made(folder: Path) -> Path:
    """Make a folder for its owner's eyes alone, unless it is there."""
    if not folder.is_dir():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
