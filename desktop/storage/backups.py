"""Backups: each is a folder that is a whole vault, encrypted under the same key, with its key file.

So a backup can be opened, moved and restored like any vault, with the passphrase of its day or the recovery key. It is
written by SQLite itself from one moment of the vault (`VACUUM INTO`; copying a file that is in use tears it), read
back and checked, and only then gets its name.
"""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from desktop.durable import sync_folder
from desktop.models.ids import new_uid, now
from desktop.models.problems import Problem
from desktop.models.thinning import kept
from desktop.storage.connection import APPLICATION_ID, connect, pragma
from desktop.storage.faults import told
from desktop.storage.keys.key_file import KEY_FILE
from desktop.storage.opening import FILE_NAME
from desktop.storage.vault_key import VaultKey

FOLDER_NAME = "backups"
PAUSE = timedelta(hours=1)
"""How far apart backups are made while somebody works."""

_NAME = "%Y-%m-%dT%H-%M-%S.%fZ"
_DRAFT = ".making-"
_GUIDES = "guides"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that is whole: its folder and when it was made."""

    path: Path
    made_at: datetime

    @property
    def file(self) -> Path:
        """The database in it."""
        return self.path / FILE_NAME

    @property
    def size(self) -> int:
        """Bytes of the database; 0 if it cannot be read."""
        with suppress(OSError):
            return self.file.stat().st_size
        return 0


@dataclass(frozen=True, slots=True)
class Contents:
    """What a backup holds: how many of what, and the day of the newest talk."""

    people: int
    drafts: int
    notes: int
    last_day: date | None


def make_backup(folder: Path, key: VaultKey | None, into: Path, moment: datetime | None = None) -> Backup:
    """Make a backup of the vault in `folder` as it is at this moment; others may work in it meanwhile.

    Slow for a large vault. Raises Problem, and leaves nothing behind, if the vault or the place does not allow it.
    """
    # the vault first: where it was taken away, no folder may stand in its place
    with told(), closing(connect(folder / FILE_NAME, key)) as connection, _draft(into) as draft:
        uid = _vault_uid(connection)
        connection.execute("VACUUM INTO ?", (str(draft / FILE_NAME),))
        _check(draft / FILE_NAME, key, uid)
        _take_along(folder, draft)
        made_at = moment or now()
        path = into / made_at.astimezone(UTC).strftime(_NAME)
        draft.rename(path)
        sync_folder(into)
    return Backup(path, made_at)


def backups(into: Path) -> tuple[Backup, ...]:
    """Return the backups in a folder, the newest first; none if there is no such folder."""
    try:
        found = [Backup(path, made_at) for path in into.iterdir() if (made_at := _made_at(path)) is not None]
    except OSError:
        return ()
    return tuple(sorted(found, key=lambda backup: backup.made_at, reverse=True))


def is_due(into: Path, file: Path, moment: datetime) -> bool:
    """Tell whether it is time for a backup: the newest is an hour old, and the vault has changed since."""
    newest = next(iter(backups(into)), None)
    if newest is None:
        return True
    changed = max((_changed_at(path) for path in (file, Path(f"{file}-wal"))), default=0.0)
    return moment - newest.made_at >= PAUSE and changed > newest.made_at.timestamp()


def thin_out(into: Path, moment: datetime) -> None:
    """Remove the backups that newer ones stand for, and what a broken-off one left; raise Problem if that fails."""
    found = backups(into)
    keep = kept((backup.made_at for backup in found), moment)
    with told():
        for backup in found:
            if backup.made_at not in keep:
                shutil.rmtree(backup.path)
        for left in into.glob(f"{_DRAFT}*"):
            shutil.rmtree(left, ignore_errors=True)


def contents(file: Path, key: VaultKey | None) -> Contents:
    """Return what the vault in `file` holds; raise Problem if it does not open with this key, or is damaged."""
    with told(), closing(connect(file, key)) as connection:
        return Contents(
            people=_count(connection, "core_person"),
            drafts=sum(_count(connection, f"{room}_conversation", "state = 'draft'") for room in ("okr", "perf")),
            notes=sum(_count(connection, f"{room}_note") for room in ("okr", "perf")),
            last_day=_last_day(connection),
        )


def vault_uid(file: Path, key: VaultKey | None) -> str:
    """Return which vault the file is of; raise Problem if it does not open with this key."""
    with told(), closing(connect(file, key)) as connection:
        return _vault_uid(connection)


@contextmanager
def _draft(into: Path) -> Iterator[Path]:
    into.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = into / f"{_DRAFT}{new_uid()[:8]}"
    draft.mkdir(mode=0o700)
    try:
        yield draft
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _check(file: Path, key: VaultKey | None, uid: str) -> None:
    """Read a fresh backup whole; raise Problem if it is not what it should be."""
    with closing(connect(file, key)) as connection:
        sound = connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
        if not sound or pragma(connection, "application_id") != APPLICATION_ID or _vault_uid(connection) != uid:
            raise Problem("The backup did not pass its own check, so it was not kept; check the disk and try again.")
    file.chmod(0o600)
    with file.open("rb") as written:
        os.fsync(written.fileno())


def _take_along(folder: Path, draft: Path) -> None:
    """Copy what belongs to a vault beside its database: the key file, and the firm's guides."""
    if (folder / KEY_FILE).is_file():
        shutil.copyfile(folder / KEY_FILE, draft / KEY_FILE)
        (draft / KEY_FILE).chmod(0o600)
    if (folder / _GUIDES).is_dir():
        shutil.copytree(folder / _GUIDES, draft / _GUIDES)
    for path in draft.rglob("*"):
        if path.is_file():
            with path.open("rb") as written:
                os.fsync(written.fileno())
    sync_folder(draft)


def _made_at(path: Path) -> datetime | None:
    try:
        return datetime.strptime(path.name, _NAME).replace(tzinfo=UTC) if (path / FILE_NAME).is_file() else None
    except ValueError:
        return None


def _changed_at(path: Path) -> float:
    with suppress(OSError):
        return path.stat().st_mtime
    return 0.0


def _vault_uid(connection: Any) -> str:
    return str(connection.execute("SELECT vault_uid FROM core_meta").fetchone()[0])


def _count(connection: Any, table: str, where: str = "1") -> int:
    return int(connection.execute(f"SELECT count(*) FROM {table} WHERE {where}").fetchone()[0])  # noqa: S608 (our own)


def _last_day(connection: Any) -> date | None:
    days: Sequence[Any] = connection.execute(
        "SELECT max(held_on) FROM okr_conversation UNION ALL SELECT max(held_on) FROM perf_conversation"
    ).fetchall()
    last = max((day for (day,) in days if day), default=None)
    return date.fromisoformat(last) if last else None
