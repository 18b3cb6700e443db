"""From a folder to an open vault: what the window shows on the way, and who has to type for it."""

import gc
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.app.opening_jobs import opening, opening_with, restoring
from desktop.i18n import _, say
from desktop.models.problems import Problem
from desktop.places import sample_vault
from desktop.presenters.destination import Destination, Place
from desktop.views.main_window import MainWindow
from desktop.views.saving import SaveNews
from desktop.views.screen_view import ScreenView
from desktop.views.vault.opening_view import OpeningView
from desktop.views.work import Job, Work

if TYPE_CHECKING:
    from desktop.app.house import House
    from desktop.presenters.vault.first_run import Submission
    from desktop.presenters.vault.new_lock import LockWords
    from desktop.storage.backups import Backup
    from desktop.storage.keys.unlocking import Shut
    from desktop.storage.vault_key import VaultKey
    from desktop.views.vault.first_run_view import FirstRunView


class Entrance(QObject):
    """The door of one vault folder, and of another one once the user goes there.

    Signals:
        began(): a vault is being opened.
        opened(House): it is open; the key is with the vault alone from then on.
        left(): the user goes elsewhere, so an open vault is to be closed; `folder` is where they are still.
    """

    began = Signal()
    opened = Signal(object)
    left = Signal()

    def __init__(self, window: MainWindow, news: SaveNews, folder: Path, exports: Path | None) -> None:
        super().__init__()
        self._window = window
        self._news = news
        self._folder = folder
        self._exports = exports
        self._key: VaultKey | None = None
        self._way_back: tuple[Backup, VaultKey] | None = None

    @property
    def folder(self) -> Path:
        """The folder of the vault that is open, or is to be opened."""
        return self._folder

    def open(self) -> None:
        """Open the vault, or show what opens it."""
        self._start(opening(self._folder, self._news, self._exports, remembered=not self._window.is_veiled))

    def open_again(self) -> None:
        """Open the vault, and say meanwhile that it opens."""
        self._window.show_alone(OpeningView())
        self.open()

    def restore(self, backup: Path, key: "VaultKey") -> None:
        """Put a backup in the place of the vault, which has to be closed, and open it."""
        self._window.show_alone(OpeningView())
        self._start(restoring(backup, key, self._folder, self._news, self._exports))

    def first_run(self) -> "FirstRunView":
        """Return the screen for somebody who has no vault here."""
        from desktop.app.house import found_sample
        from desktop.presenters.vault.first_run import FirstRunPresenter
        from desktop.views.vault.first_run_view import FirstRunView

        presenter = FirstRunPresenter(lambda: found_sample(sample_vault()), self._folder)
        view = FirstRunView(presenter)
        view.ready.connect(self._open_elsewhere)
        view.founding.connect(self._found)
        return view

    def troubled(self, sentence: str) -> None:
        """Say why the vault cannot be used, and what leads on."""
        from desktop.views.vault.trouble_view import TroubleView

        self._way_back = self._newest_backup()
        when = f"{self._way_back[0].made_at.astimezone():%Y-%m-%d %H:%M}" if self._way_back else ""
        view = TroubleView(sentence, str(self._folder), when)
        view.restore.connect(self._restore_newest)
        view.again.connect(self.open_again)
        view.elsewhere.connect(self._open_elsewhere)
        self._window.show_alone(view)

    def _start(self, job: Job) -> None:
        work = Work(job)
        work.done.connect(self._opened)
        work.failed.connect(self.troubled)
        work.start()
        self.began.emit()

    def _opened(self, found: "House | Shut") -> None:
        from desktop.app.house import House

        gc.freeze()
        gc.enable()
        if isinstance(found, House):
            self._way_back = None
            self.opened.emit(found)
            self._key = None  # from now on only the vault holds it
        else:
            self._show_shut(found)  # also in front of what is veiled

    def _newest_backup(self) -> "tuple[Backup, VaultKey] | None":
        """Return what can be restored, and its key, if the vault is damaged and its key is at hand; None otherwise."""
        from desktop.app.backing_up import way_back
        from desktop.storage.keys.unlocking import unlock_quietly

        try:
            key = self._key or unlock_quietly(self._folder)
            backup = way_back(self._folder, key) if key else None
        except Problem:
            return None
        return (backup, key) if backup and key else None

    def _restore_newest(self) -> None:
        if self._way_back is not None:
            backup, key = self._way_back
            self.restore(backup.path, key)

    def _show_shut(self, state: "Shut") -> None:
        from desktop.storage.keys.unlocking import Shut

        if state is Shut.NONE and self._window.is_veiled:
            self.troubled(_("The vault is not there any more; put it back, and you can go on where you left."))
        elif state is Shut.NONE:
            self._window.navigate(Destination(Place.FIRST_RUN))
        elif state is Shut.PLAIN:
            self._show_encrypting()
        else:
            self._show_unlock()

    def _show_unlock(self) -> None:
        """Show what opens the vault, and nothing of it; the vault has to be closed."""
        from desktop.app.keys import unlocking
        from desktop.views.vault.unlock_view import UnlockView

        view = UnlockView(unlocking(self._folder), str(self._folder), alone=self._window.is_veiled)
        view.unlocked.connect(self._open_new)
        view.elsewhere.connect(self._open_elsewhere)
        view.respond.connect(self._to_respond)
        self._show_waiting(view)

    def _show_encrypting(self) -> None:
        from desktop.app.house import encrypt_house
        from desktop.app.keys import encrypting_words

        self._show_new_lock(encrypting_words(), partial(encrypt_house, self._folder))

    def _found(self, submission: "Submission") -> None:
        from desktop.app.house import found_house
        from desktop.app.keys import founding_words
        from desktop.storage.vault import Vault

        try:
            Vault.refuse_place(submission.folder)  # before a recovery key is written down for nothing
        except Problem as problem:
            self._window.tell(say(problem))
            return
        self._folder = submission.folder
        self._show_new_lock(founding_words(), partial(found_house, submission.folder, submission.person))

    def _show_new_lock(self, words: "LockWords", finish: "Callable[[VaultKey, str], None]") -> None:
        """Ask for passphrase and recovery key of a new key, `finish` with them, and open the vault."""
        from desktop.app.keys import new_lock
        from desktop.storage.vault_key import VaultKey
        from desktop.views.vault.new_lock_view import NewLockView

        key = VaultKey.new()
        view = NewLockView(new_lock(words, key, finish))
        view.finished.connect(partial(self._open_new, key))
        view.back.connect(self._begin)
        self._show_waiting(view)

    def _open_new(self, key: "VaultKey") -> None:
        """Open the vault with its key."""
        self._key = key
        self._window.show_alone(OpeningView())
        self._start(opening_with(key, self._folder, self._news, self._exports))

    def _show_waiting(self, view: ScreenView) -> None:
        self._window.show_alone(view)
        view.arrive(Destination(Place.FIRST_RUN))

    def _to_respond(self) -> None:
        self._window.navigate(Destination(Place.RESPOND))

    def _open_elsewhere(self, folder: str | Path) -> None:
        self.left.emit()
        self._folder = Path(folder)
        self._window.forget_views()
        self.open_again()

    def _begin(self) -> None:
        self._window.navigate(Destination(Place.FIRST_RUN))
