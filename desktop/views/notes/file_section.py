"""The signed file of a note: what shall be on the next one, and where the last one lies."""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desktop.i18n import _
from desktop.presenters.notes.note import Asked, NoteScreen
from desktop.views.folder_question import ask_folder
from desktop.views.widgets import LineField, Section, SignaturePad, Text, column, quiet, row, secondary


class FileSection(Section):
    """Asks for what an export may have beside the typed name: a drawn signature, a password, the PIN of a token.

    Signals:
        folder_chosen(str): where exports shall be saved from now on.
    """

    folder_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("The file"))
        self._folder = self._exported = ""
        self._build()
        self._connect()

    def show_screen(self, screen: NoteScreen) -> None:
        """Show where the file lies."""
        self._folder, self._exported = screen.folder, screen.exported
        self._where.setText(_("Saved in {folder}").format(folder=screen.folder))
        self._done.setVisible(bool(screen.exported))
        self._pin.setVisible(screen.needs_pin)

    def asked(self) -> Asked | None:
        """Return what is wanted for the next export; None if something that was begun is missing, which is said."""
        password, strokes = self._password.text(), self._pad.strokes()
        if self._password.isVisible() and not password:
            self._password.set_error(_("Type the password, or take it off again."))
            self._password.setFocus()
            return None
        if self._drawing.isVisible() and not strokes:
            self._missing.setText(_("Draw your signature, or put the pad away: your name stands there then."))
            self._pad.setFocus()
            return None
        return Asked(password, self._pin.text(), strokes)

    def forget(self) -> None:
        """Put everything away that was typed or drawn for one export."""
        for field in (self._password, self._pin):
            field.set_text("")
            field.set_error("")
        self._password.hide()
        self._put_pad_away()

    def _build(self) -> None:
        self._open = secondary(_("Open"), icon="external-link")
        self._open.setObjectName("open-file")
        self._show = secondary(_("Show in folder"), icon="folder-open")
        self._show.setObjectName("show-in-folder")
        self._change = quiet(_("Choose another folder"), icon="folder-open")
        self._change.setObjectName("choose-folder")
        self._by_hand = quiet(_("Sign by hand"), icon="pen-line")
        self._by_hand.setObjectName("sign-by-hand")
        self._for_mail = quiet(_("Put a password on the copy"), icon="key-round")
        self._for_mail.setObjectName("for-mail")
        self._where = Text("", role="caption")
        told = _("For e-mail. Tell the password by phone; such a copy is no archive file.")
        self._password = LineField(_("Password of the copy"), told, secret=True)
        self._password.setObjectName("copy-password")
        self._password.hide()
        self._pin = LineField(_("PIN of your token"), secret=True)
        self._pin.setObjectName("token-pin")
        self._done = row(self._open, self._show, None)
        for part in (self._done, self._where, row(self._change, None), row(self._by_hand, None), self._pad_box()):
            self.add(part)
        for part in (row(self._for_mail, None), self._password, self._pin):
            self.add(part)

    def _pad_box(self) -> QWidget:
        self._pad = SignaturePad()
        self._pad.setObjectName("manager-strokes")
        self._missing = Text("", "error")
        self._clear = quiet(_("Start again"), icon="trash-2")
        self._clear.setObjectName("manager-strokes-clear")
        self._drawing = column(self._pad, self._missing, row(self._clear, None))
        self._drawing.hide()
        return self._drawing

    def _connect(self) -> None:
        self._open.clicked.connect(self._open_clicked)
        self._show.clicked.connect(self._show_clicked)
        self._change.clicked.connect(self._change_clicked)
        self._by_hand.clicked.connect(self._by_hand_clicked)
        self._for_mail.clicked.connect(self._for_mail_clicked)
        self._clear.clicked.connect(self._pad.clear)
        self._pad.changed.connect(self._drawn)

    def _put_pad_away(self) -> None:
        self._pad.clear()
        self._missing.setText("")
        self._drawing.hide()

    # slots

    def _open_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._exported))

    def _show_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self._exported).parent)))

    def _change_clicked(self) -> None:
        ask_folder(self, _("Where shall exports be saved?"), self._folder, self.folder_chosen.emit)

    def _by_hand_clicked(self) -> None:
        if self._drawing.isVisible():
            self._put_pad_away()
        else:
            self._drawing.show()
            self._pad.setFocus()

    def _for_mail_clicked(self) -> None:
        self._password.setVisible(not self._password.isVisible())
        self._password.set_text("")
        self._password.set_error("")
        self._password.setFocus()

    def _drawn(self) -> None:
        self._missing.setText("")
