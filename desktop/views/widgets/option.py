"""Boxes to tick and circles to choose one of; their words wrap and are part of what can be clicked."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy

from desktop.views import theme
from desktop.views.icons import paint_icon
from desktop.views.widgets.kinds import accent
from desktop.views.widgets.painting import paint_focus
from desktop.views.widgets.text import lay_out

MARK = 18
INDENT = MARK + 11
ROOM = 4


class Tick(QCheckBox):
    """A box to tick.

    Signals:
        ticked(bool): the person ticked or cleared it.
    """

    ticked = Signal(bool)

    def __init__(self, label: str) -> None:
        super().__init__()
        _prepare(self, label)
        self.clicked.connect(self.ticked)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Return True: a wrapped label needs more lines in less width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height at `width`."""
        return _height(self, width)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size with the label on at most two lines or so."""
        return _size(self)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return a size that never holds a window open."""
        return QSize(120, 28)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802
        """Return True: the words can be clicked too."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the box and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = _mark_place()
        painter.setPen(_ring(self))
        painter.setBrush(accent(self) if self.isChecked() else theme.current().color("surface"))
        painter.drawRoundedRect(box, 4, 4)
        if self.isChecked():
            paint_icon(painter, "check", "on_accent", box.adjusted(2, 2, -2, -2))
        _paint_label(self, painter, box, 6)


class Choice(QRadioButton):
    """One of several to choose."""

    def __init__(self, label: str) -> None:
        super().__init__()
        _prepare(self, label)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Return True: a wrapped label needs more lines in less width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height at `width`."""
        return _height(self, width)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size with the label on at most two lines or so."""
        return _size(self)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return a size that never holds a window open."""
        return QSize(120, 28)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802
        """Return True: the words can be clicked too."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the circle and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = _mark_place()
        painter.setPen(_ring(self))
        painter.setBrush(theme.current().color("surface"))
        painter.drawEllipse(circle)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent(self))
            painter.drawEllipse(circle.adjusted(4, 4, -4, -4))
        _paint_label(self, painter, circle, MARK)


def _prepare(button: QAbstractButton, label: str) -> None:
    button.setText(label.replace("&", "&&"))
    button.setAccessibleName(label)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)


def _label(button: QAbstractButton) -> str:
    return button.text().replace("&&", "&")


def _height(button: QAbstractButton, width: int) -> int:
    return max(lay_out(_label(button), button.font(), width - INDENT)[1] + 2 * ROOM, 28)


def _size(button: QAbstractButton) -> QSize:
    metrics = button.fontMetrics()
    width = min(metrics.horizontalAdvance(_label(button)), metrics.averageCharWidth() * 64) + INDENT + 2
    return QSize(width, _height(button, width))


def _mark_place() -> QRectF:
    return QRectF(1, ROOM + 0.5, MARK, MARK)


def _ring(button: QAbstractButton) -> QPen:
    return QPen(accent(button) if button.isChecked() else theme.current().color("field_border"), 1.4)


def _paint_label(button: QAbstractButton, painter: QPainter, mark: QRectF, radius: float) -> None:
    painter.setPen(theme.current().color("text" if button.isEnabled() else "muted"))
    layout, _height_needed = lay_out(_label(button), button.font(), button.width() - INDENT)
    layout.draw(painter, QPointF(INDENT, ROOM))
    if button.hasFocus():
        paint_focus(painter, mark, accent(button), radius)
