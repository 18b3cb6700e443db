"""A person's initials on a tint of their own; never the tints of the two conversations."""

from zlib import crc32

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.views import theme

HUES = ("avatar_sky", "avatar_leaf", "avatar_sand", "avatar_rose", "avatar_stone")


def initials(name: str) -> str:
    """Return the first letters of the first and the last word of a name, "?" for an empty one."""
    words = name.split()
    ends = words[:1] + words[1:][-1:]
    return "".join(word[0] for word in ends).upper() or "?"


class Avatar(QWidget):
    """A circle with initials. The name stands beside it, so it says nothing to a screen reader."""

    def __init__(self, name: str, size: int = 34) -> None:
        super().__init__()
        self._name = name
        self.setFixedSize(size, size)

    def set_name(self, name: str) -> None:
        """Show another person."""
        self._name = name
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the circle and the letters."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color(HUES[crc32(self._name.encode()) % len(HUES)]))
        painter.drawEllipse(self.rect())
        font = QFont(self.font())
        font.setPixelSize(round(self.height() * 0.36))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(look.color("text"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, initials(self._name))
