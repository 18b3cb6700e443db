"""The vault: one folder with one file in it, and everything the program keeps."""

from pathlib import Path

from desktop.models.guide import Kind
from desktop.models.problems import Problem
from desktop.storage.check import verify_chain, wrong_in_file
from desktop.storage.conversations import ConversationStore
from desktop.storage.evidence import EvidenceStore
from desktop.storage.facts import FactStore
from desktop.storage.faults import told
from desktop.storage.notes import NoteStore
from desktop.storage.okrs import OkrStore
from desktop.storage.opening import check_file, make_file
from desktop.storage.people import PeopleStore
from desktop.storage.profile import ProfileStore
from desktop.storage.responses import ResponseStore
from desktop.storage.room import VaultFile
from desktop.storage.rooms import Rooms
from desktop.storage.writer import Writer

__all__ = [
    "ConversationStore",
    "EvidenceStore",
    "FactStore",
    "NoteStore",
    "OkrStore",
    "PeopleStore",
    "ProfileStore",
    "ResponseStore",
    "Vault",
    "Writer",
]

FILE_NAME = "vault.db"


class Vault:
    """An opened vault. The stores work in the caller's thread; what is typed goes through `writer`."""

    def __init__(self, folder: Path) -> None:
        """Stand on an existing vault file; use `create` or `open`, which look at it first."""
        self.folder = folder
        file = VaultFile(folder / FILE_NAME)
        self._rooms = Rooms(file)
        self.people = PeopleStore(self._rooms.core)
        self.profile = ProfileStore(self._rooms.core)
        self.okrs = OkrStore(self._rooms.okr)
        self.facts = FactStore(self._rooms.performance)
        self.evidence = EvidenceStore(self._rooms.performance)
        self.writer = Writer(Rooms(file))
        self.guides_folder = _made(folder / "guides")
        self.exports_folder = _made(folder / "exports")

    @classmethod
    def create(cls, folder: Path) -> "Vault":
        """Make an empty vault in `folder` (made if missing); raise Problem if that cannot be done."""
        if cls.exists(folder):
            raise Problem("There is a vault in “{folder}” already; open it or choose another folder.", folder=folder)
        with told():
            _made(folder)
            make_file(folder / FILE_NAME)
            return cls(folder)

    @classmethod
    def open(cls, folder: Path) -> "Vault":
        """Open the vault in `folder`; raise Problem if it is missing, damaged, read-only or too new."""
        if not cls.exists(folder):
            raise Problem("There is no vault in “{folder}”; create one there or choose another folder.", folder=folder)
        with told():
            check_file(folder / FILE_NAME)
            return cls(folder)

    @staticmethod
    def exists(folder: Path) -> bool:
        """Tell whether `folder` holds a vault; raise Problem if it can hold none, or nobody may look."""
        with told():
            if folder.exists() and not folder.is_dir():
                raise Problem("“{folder}” is a file; choose the folder that holds your vault.", folder=folder)
            return (folder / FILE_NAME).exists()

    def conversations(self, kind: Kind) -> ConversationStore:
        """Return the conversations of one kind."""
        return self._rooms.conversations(kind)

    def notes(self, kind: Kind) -> NoteStore:
        """Return the notes of one kind."""
        return self._rooms.notes(kind)

    def responses(self, kind: Kind) -> ResponseStore:
        """Return what came back to the notes of one kind: answers, refusals to sign, rebuttals."""
        return self._rooms.responses(kind)

    def verify_chain(self) -> tuple[str, ...]:
        """Return what is wrong with notes and what is attached to them, a sentence each; empty if all is as sealed."""
        return verify_chain(self._rooms)

    def check(self) -> tuple[str, ...]:
        """Return what is wrong with the whole vault, file and seals; empty if all is well (slow)."""
        return wrong_in_file(self.folder / FILE_NAME) + self.verify_chain()

    def close(self) -> bool:
        """Save what still waits and close; False if some of it could not be saved."""
        saved = self.writer.close()
        self._rooms.close()
        return saved


def _made(folder: Path) -> Path:
    """Make a folder for its owner's eyes alone, unless it is there."""
    if not folder.is_dir():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
