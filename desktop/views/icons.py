"""Icons of the window: Lucide drawings, tinted by a semantic role of the theme when they are painted.

Because the tint is looked up while painting, an icon follows a change of theme by itself, and because the
drawing is painted at the size and density asked for, it is crisp everywhere.
"""

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

from desktop.places import resources
from desktop.views import theme

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

KIND_ICONS = {"okr": "target", "performance": "chart-line", theme.NEUTRAL: "message-square"}


def icon(name: str, role: str = "text") -> QIcon:
    """Return the icon of a file in `resources/icons` in the colour of `role`; disabled it is muted."""
    return QIcon(_TintedEngine(name, role))


def paint_icon(painter: QPainter, name: str, role: str, where: QRectF) -> None:
    """Paint the icon `name` in the colour of `role` into the square `where`."""
    _renderer(name, theme.current().roles[role]).render(painter, where)


class _TintedEngine(QIconEngine):
    """Paints one drawing in the colour its role has now."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        role = "muted" if mode is QIcon.Mode.Disabled else self._role
        side = min(rect.width(), rect.height())  # what is wider is a gap before the words
        paint_icon(painter, self._name, role, QRectF(rect.x(), rect.y(), side, side))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, pixmap.rect(), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _TintedEngine(self._name, self._role)


@cache
def _renderer(name: str, color: str) -> "QSvgRenderer":
    from PySide6.QtSvg import QSvgRenderer  # not needed before the first icon is painted

    drawing = (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", color).encode()))
