"""What several painted controls have in common."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen


def paint_focus(painter: QPainter, where: QRectF, color: QColor, radius: float) -> None:
    """Paint the two pixel frame of what has the keyboard."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, 2))
    painter.drawRoundedRect(where, radius, radius)


def paint_ground(painter: QPainter, where: QRectF, color: QColor, radius: float) -> None:
    """Paint a filled shape with round corners."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRoundedRect(where, radius, radius)
