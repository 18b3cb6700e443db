"""Ctrl+E: the form for a moment over every screen of an open vault."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.i18n import say
from desktop.models.guide import Kind
from desktop.models.problems import Problem
from desktop.presenters.destination import Destination, Place
from desktop.views.main_window import MainWindow

if TYPE_CHECKING:
    from desktop.storage.vault import Vault
    from desktop.views.performance.capture_dialog import CaptureDialog


class Capturing(QObject):
    """Opens the form where the window wants it; locking closes it, and nothing typed is lost."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._window = window
        self._vault: Vault | None = None
        self._form: CaptureDialog | None = None
        window.capture_wanted.connect(self._open)

    def guard(self, vault: "Vault") -> None:
        """Write into this vault from now on."""
        self._vault = vault

    def forget(self) -> None:
        """There is nothing to write into any more."""
        self._vault = None

    # slots

    def _open(self, here: Destination) -> None:
        """Open the form about whoever the window is about; a destination CAPTURE names person and moment itself."""
        if self._vault is None or self._form is not None:
            return
        from desktop.app.coaching import look_at_moments
        from desktop.presenters.performance.capture import CapturePresenter
        from desktop.views.performance.capture_dialog import CaptureDialog

        form = CaptureDialog(self._window, CapturePresenter(self._vault), look_at_moments(self._vault))
        try:
            form.begin(_person(self._vault, here), here.path if here.place is Place.CAPTURE else "")
        except Problem as problem:  # what it was about is gone
            form.deleteLater()
            self._window.tell(say(problem))
            return
        self._form = form
        form.kept.connect(self._kept)
        form.finished.connect(self._closed)
        form.open()

    def _kept(self, sentence: str) -> None:
        self._window.refresh(sentence)

    def _closed(self) -> None:
        self._form = None


def _person(vault: "Vault", here: Destination) -> str:
    """Return whom a screen is about, "" for nobody in particular."""
    if here.place in (Place.PERSON, Place.CAPTURE, Place.RIGHTS, Place.PERSON_KEY):
        return here.uid
    try:
        if here.place in (Place.CONVERSATION, Place.REVIEW, Place.PREPARE):
            return vault.conversations(Kind(here.kind or Kind.PERFORMANCE)).conversation(here.uid).person_uid
        if here.place is Place.NOTE:
            return vault.notes(Kind(here.kind)).note(here.uid).person_uid
    except Problem:
        return ""
    return ""
