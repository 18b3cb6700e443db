"""An icon that stands by itself, beside words that say the same."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.views.icons import paint_icon


class Icon(QWidget):
    """A tinted icon of `size` pixels. It is decoration: the words beside it carry the meaning."""

    def __init__(self, name: str, role: str = "muted", size: int = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._role = role
        self.setFixedSize(size, size)

    def set_icon(self, name: str, role: str) -> None:
        """Show another icon."""
        self._name = name
        self._role = role
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the icon in the colour its role has now."""
        if self._name:
            paint_icon(QPainter(self), self._name, self._role, QRectF(self.rect()))
