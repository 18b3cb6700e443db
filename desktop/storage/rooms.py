"""The three rooms of one opened vault, and the stores that stand in two of them alike."""

from desktop.models.guide import Kind
from desktop.storage.firewall import RoomName
from desktop.storage.okr import schema as schema_okr
from desktop.storage.okr import search as search_okr
from desktop.storage.performance import schema as schema_performance
from desktop.storage.performance import search as search_performance
from desktop.storage.room import Room, VaultFile
from desktop.storage.search.index import SearchStore
from desktop.storage.talks.conversations import ConversationStore
from desktop.storage.talks.notes import NoteStore
from desktop.storage.talks.responses import ResponseStore

TALKS = {Kind.OKR: schema_okr.TALKS, Kind.PERFORMANCE: schema_performance.TALKS}
SEARCHED = {Kind.OKR: search_okr.SEARCHED, Kind.PERFORMANCE: search_performance.SEARCHED}


class Rooms:
    """A connection for each room, and one for the door between vaults; opened when first used."""

    def __init__(self, file: VaultFile) -> None:
        self.core = Room(RoomName.CORE, file)
        self.okr = Room(RoomName.OKR, file)
        self.performance = Room(RoomName.PERFORMANCE, file)
        self.transfer = Room(RoomName.TRANSFER, file)

    def of(self, kind: Kind) -> Room:
        """Return the room of one kind of conversation."""
        return self.okr if kind is Kind.OKR else self.performance

    def conversations(self, kind: Kind) -> ConversationStore:
        """Return the conversations of one kind."""
        return ConversationStore(self.of(kind), TALKS[kind])

    def notes(self, kind: Kind) -> NoteStore:
        """Return the notes of one kind."""
        return NoteStore(self.of(kind), TALKS[kind])

    def responses(self, kind: Kind) -> ResponseStore:
        """Return what came back to the notes of one kind."""
        return ResponseStore(self.of(kind), TALKS[kind])

    def search(self, kind: Kind) -> SearchStore:
        """Return the search of one kind's room."""
        return SearchStore(self.of(kind), SEARCHED[kind])

    def close(self) -> None:
        """Close all connections."""
        for room in (self.core, self.okr, self.performance, self.transfer):
            room.close()
