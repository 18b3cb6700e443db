"""What keeps a vault safe by itself: backups every hour while somebody works, and a look at the file once a week."""

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.i18n import _, say
from desktop.models.ids import now
from desktop.models.problems import Problem
from desktop.presenters.vault.backups import BackupTools
from desktop.settings import Settings
from desktop.storage.backups import FOLDER_NAME, Backup, backups, contents, is_due, make_backup, thin_out
from desktop.storage.check import wrong_in_file
from desktop.storage.faults import Damaged
from desktop.storage.opening import FILE_NAME
from desktop.storage.restoring import is_sound
from desktop.storage.vault_key import VaultKey
from desktop.views.work import Job, Report, Work

if TYPE_CHECKING:
    from desktop.app.house import House

_LOOKS = 5 * 60 * 1000
"""Milliseconds between two looks whether one is due."""
CHECKED = "vault.checked"
"""The file whose age is that of the last thorough look."""

_WEEK = 7 * 24 * 3600
_FIRST = 30 * 1000
"""Milliseconds after the start: the first minute belongs to the user."""


class BackupWatch(QObject):
    """Makes a backup when one is due and checks the file, away from the window; what goes wrong is told once.

    Signals:
        troubled(str): why there is no backup or what is damaged, or "" once all is well again.
    """

    troubled = Signal(str)

    def __init__(self, load: Callable[[], Settings]) -> None:
        super().__init__()
        self._load = load
        self._house: House | None = None
        self._work: Work | None = None
        self._told = ""
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOKS)
        self._timer.timeout.connect(self.look)

    def guard(self, house: "House") -> None:
        """Make backups of this vault from now on."""
        self._house = house
        self._timer.start()
        QTimer.singleShot(_FIRST, self.look)

    def forget(self) -> None:
        """There is nothing to back up any more."""
        self._timer.stop()
        self._house = None

    def look(self) -> None:
        """Make a backup if one is due and none is being made."""
        key = self._house.vault.key if self._house else None
        if self._house is None or self._work is not None or key is None:
            return
        self._work = Work(_job(self._house.vault.folder, key, self._load().second_backups))
        self._work.done.connect(self._done)
        self._work.failed.connect(self._done)
        self._work.start()

    # slots

    def _done(self, sentence: str) -> None:
        self._work = None
        if sentence != self._told:
            self._told = sentence
            self.troubled.emit(sentence)


def _job(folder: Path, key: VaultKey, second: str) -> Job:
    def job(report: Report, cancelled: Callable[[], bool]) -> str:
        wrong = (back_up_if_due(folder, key, second), check_if_due(folder, key, now()))
        return " ".join(sentence for sentence in wrong if sentence)

    return job


def way_back(folder: Path, key: VaultKey) -> Backup | None:
    """Return the newest backup that can be restored if the vault in `folder` is damaged; None if there is no need."""
    if is_sound(folder / FILE_NAME, key):
        return None
    for backup in backups(folder / FOLDER_NAME):
        if is_sound(backup.file, key):
            return backup
    return None


def check_if_due(folder: Path, key: VaultKey, moment: datetime) -> str:
    """Read the whole file if that was not done for a week; return what is damaged, "" for nothing.

    When it was last found sound is the age of an empty file beside the vault.
    """
    mark = folder / CHECKED
    with suppress(OSError):
        if moment.timestamp() - mark.stat().st_mtime < _WEEK:
            return ""
    try:
        wrong = wrong_in_file(folder / FILE_NAME, key)
        if not wrong:
            mark.touch()
            os.utime(mark, (moment.timestamp(), moment.timestamp()))
            return ""
        sentences = " ".join(wrong)
    except Damaged as problem:
        sentences = say(problem)
    except (Problem, OSError):
        return ""  # not to be read now, or a folder that takes no file: the backups say so
    return _("Your vault is damaged: {what} Go back to a backup (Settings, Backups).").format(what=sentences)


def places(folder: Path, key: VaultKey, second: str) -> tuple[Path, ...]:
    """Return where the backups of a vault lie: beside it, and in the second place in a folder of its own."""
    return (folder / FOLDER_NAME, *([Path(second) / f"duologue-{key.mark}"] if second else []))


def backup_tools(folder: Path, key: Callable[[], VaultKey], second: Callable[[], str]) -> BackupTools:
    """Return what is done with the backups of an open vault."""
    return BackupTools(
        places=lambda: places(folder, key(), second()),
        found=backups,
        contents=lambda backup: contents(backup.file, key()),
        make=lambda place: make_backup(folder, key(), place),
    )


def back_up_if_due(folder: Path, key: VaultKey, second: str) -> str:
    """Make the backups that are due and thin out the older ones; return what went wrong, "" if nothing did."""
    wrong = []
    for place in places(folder, key, second):
        try:
            if is_due(place, folder / FILE_NAME, now()):
                make_backup(folder, key, place)
                thin_out(place, now())
        except Problem as problem:
            wrong.append(_("No backup in {folder}: {reason}").format(folder=place, reason=say(problem)))
    return " ".join(wrong)
