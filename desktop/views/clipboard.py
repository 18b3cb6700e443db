"""Secrets on the clipboard: marked as such, and gone after a minute."""

from typing import ClassVar

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication

SECONDS: float = 60
"""How long a copied secret stays."""
_HINTS = {
    "x-kde-passwordManagerHint": b"secret",
    "org.nspasteboard.ConcealedType": b"",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"\x00" * 4,
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': b"\x00" * 4,
}
"""How clipboard managers of Linux, macOS and Windows are asked not to keep it."""


def copy_secret(text: str) -> None:
    """Put a secret on the clipboard for a minute; a clipboard that holds something else by then is left alone."""
    data = QMimeData()
    data.setText(text)
    for kind, value in _HINTS.items():
        data.setData(kind, value)
    QGuiApplication.clipboard().setMimeData(data)
    _Copied.of_this_program().remember(text)


def forget_copied() -> None:
    """Take a copied secret from the clipboard now: before locking and quitting."""
    if _Copied.only is not None:
        _Copied.only.forget()


class _Copied(QObject):
    """Knows the copied secret by its digest alone."""

    only: ClassVar["_Copied | None"] = None

    def __init__(self) -> None:
        super().__init__()
        self._digest = b""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.forget)

    @classmethod
    def of_this_program(cls) -> "_Copied":
        if cls.only is None:
            cls.only = cls()
        return cls.only

    def remember(self, text: str) -> None:
        self._digest = _digest(text)
        self._timer.start(round(SECONDS * 1000))

    def forget(self) -> None:
        self._timer.stop()
        clipboard = QGuiApplication.clipboard()
        if self._digest and _digest(clipboard.text()) == self._digest:
            clipboard.clear()
        self._digest = b""


def _digest(text: str) -> bytes:
    import hashlib  # the window is painted first

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
