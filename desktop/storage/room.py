"""A room of the vault: one engine, its transactions, and the watch over the file under it."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from desktop.models.problems import Problem
from desktop.storage.connection import connect_room
from desktop.storage.driver import driver
from desktop.storage.faults import Refused, told
from desktop.storage.firewall import RoomName
from desktop.storage.vault_key import VaultKey


class VaultFile:
    """The database file as it was opened; notices when another one, or none, lies in its place."""

    def __init__(self, path: Path, key: VaultKey | None) -> None:
        self.path = path
        self.key = key
        self._away = False
        self._opened_as = self._identity()

    def connect(self, room: RoomName) -> Any:
        """Return a connection that serves `room`; raise Problem while the file is put away."""
        if self._away:
            raise Problem("The vault is locked; unlock it first.")
        return connect_room(self.path, room, self.key)

    def put_away(self) -> None:
        """Forget the key, and give no more connections."""
        self._away, self.key = True, None

    def take_up(self, key: VaultKey | None) -> None:
        """Give connections again; the file may have been replaced by its owner meanwhile."""
        self._opened_as = self._identity()
        self._away, self.key = False, key

    def check(self) -> None:
        """Raise Problem if the file was deleted or replaced: nobody would see what is saved again."""
        try:
            same = self._identity() == self._opened_as
        except FileNotFoundError:
            same = False
        if not same:
            raise Problem("The vault's file was moved, deleted or replaced; put it back, and what you typed is saved.")

    def _identity(self) -> tuple[int, int]:
        status = self.path.stat()
        return status.st_dev, status.st_ino


class Room:
    """Transactions in one room; every fault inside comes out as a Problem."""

    def __init__(self, name: RoomName, file: VaultFile) -> None:
        self.name = name
        self._file = file

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a transaction that only reads: one moment of the vault, never waiting for a writer."""
        with told(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open a transaction that writes; what it wrote is durable once the block is left."""
        try:
            with told():
                self._file.check()
                with self._engine.connect().execution_options(writes=True) as connection, connection.begin():
                    yield connection
                self._file.check()
        except Refused:
            raise
        except Problem:
            # After a disk error a connection may keep failing; the next attempt gets a fresh one.
            self.close()
            raise

    def checkpoint(self) -> None:
        """Move what is committed from the write-ahead file into the main file; waits for nobody."""
        with told():
            connection = self._engine.raw_connection()
            try:
                connection.cursor().execute("PRAGMA wal_checkpoint(PASSIVE)").close()
            finally:
                connection.close()

    def close(self) -> None:
        """Close the connection; it opens again when it is needed."""
        self._engine.dispose()

    @cached_property
    def _engine(self) -> Engine:
        return make_engine(self._file, self.name)


def make_engine(file: VaultFile, room: RoomName) -> Engine:
    """Return the engine of one room: the only place where one is made."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: file.connect(room),
        module=driver,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        pool_timeout=5,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """Take the write lock at once where a transaction writes, so that it never has to give up half-way."""
    writes: Any = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
