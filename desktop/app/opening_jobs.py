"""What is done away from the window to open a vault: each job imports what it needs, once the window is painted."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.views.saving import SaveNews
from desktop.views.work import Job, Report

if TYPE_CHECKING:
    from desktop.app.house import House
    from desktop.storage.keys.unlocking import Shut
    from desktop.storage.vault_key import VaultKey


def opening(folder: Path, news: SaveNews, exports: Path | None, remembered: bool) -> Job:
    """Return the job that imports what the house needs and opens it, away from the window.

    A vault that the computer's key store opens is only `remembered` until it is locked.
    """

    def job(report: Report, cancelled: Callable[[], bool]) -> "House | Shut":
        import desktop.app.locking  # noqa: F401 (here, so that the window need not wait for it)
        from desktop.app.house import News, enter_house

        return enter_house(folder, News(news.saved.emit, news.failed.emit), exports, remembered)

    return job


def opening_with(key: "VaultKey", folder: Path, news: SaveNews, exports: Path | None) -> Job:
    """Return the job that opens the house with a key that somebody has given."""

    def job(report: Report, cancelled: Callable[[], bool]) -> "House":
        from desktop.app.house import News, open_house

        return open_house(folder, News(news.saved.emit, news.failed.emit), key, exports)

    return job


def restoring(backup: Path, key: "VaultKey", folder: Path, news: SaveNews, exports: Path | None) -> Job:
    """Return the job that restores a backup and opens the vault again; where that fails, it is as it was."""

    def job(report: Report, cancelled: Callable[[], bool]) -> "House":
        from desktop.app.house import News, open_house
        from desktop.storage.restoring import restore

        restore(backup, key, folder)
        return open_house(folder, News(news.saved.emit, news.failed.emit), key, exports)

    return job
