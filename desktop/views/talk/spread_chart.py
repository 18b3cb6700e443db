"""Months beside each other: what was positive stands above the line, what was developmental hangs below it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from desktop.presenters.talk.context import SpreadBar
from desktop.views import theme
from desktop.views.widgets.kinds import accent

SIDE = 34
"""Height above and below the line."""
_LABEL = 18
_STEP = 9
"""Height of one observation, as long as all fit."""
_WIDEST = 22
_FULL_LABEL = 30
"""Width of a month from which its whole short name is written."""


class SpreadChart(QLabel):
    """The bars of a spread; a screen reader is told `spoken` instead."""

    def __init__(self) -> None:
        super().__init__()
        self._bars: Sequence[SpreadBar] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setObjectName("spread-chart")

    def show_bars(self, bars: Sequence[SpreadBar], spoken: str) -> None:
        """Draw these months."""
        self._bars = bars
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of half a year."""
        return QSize(180, 2 * SIDE + _LABEL + 3)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the size of a narrow chart."""
        return QSize(96, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the line, and every month with its name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, SIDE + 1, self.width(), 1), theme.current().color("field_border"))
        most = max((max(bar.positive + bar.unsaid, bar.developmental) for bar in self._bars), default=0)
        step = min(_STEP, SIDE / most) if most else 0
        wide = self.width() / max(len(self._bars), 1)
        for at, bar in enumerate(self._bars):
            self._paint_bar(painter, bar, QRectF(at * wide, 0, wide, self.height()), step)
        self._paint_labels(painter, wide)

    def _paint_bar(self, painter: QPainter, bar: SpreadBar, place: QRectF, step: float) -> None:
        look = theme.current()
        broad = min(max(place.width() * 0.62, 1), _WIDEST)
        left = place.center().x() - broad / 2
        top = SIDE - bar.positive * step
        painter.fillRect(QRectF(left, top, broad, bar.positive * step), accent(self))
        if bar.unsaid:
            painter.setPen(QPen(look.color("muted"), 1))
            painter.drawRect(QRectF(left + 0.5, top - bar.unsaid * step + 0.5, broad - 1, bar.unsaid * step - 1))
        painter.fillRect(QRectF(left, SIDE + 3, broad, bar.developmental * step), look.color("warn"))
        if bar.counts and not (bar.positive or bar.developmental or bar.unsaid):
            painter.setPen(QPen(look.color("muted"), 1.5, Qt.PenStyle.DotLine))
            painter.drawRect(QRectF(left + 1, SIDE - 6, broad - 2, 15))

    def _paint_labels(self, painter: QPainter, wide: float) -> None:
        look = theme.current()
        font = QFont(self.font())
        font.setPointSizeF(look.type.caption)
        painter.setFont(font)
        painter.setPen(look.color("muted"))
        every = max(1, round(12 / wide + 0.49)) if wide else 1
        for at in range(0, len(self._bars), every):
            label = self._bars[at].label if wide >= _FULL_LABEL else self._bars[at].label[:1]
            place = QRectF(at * wide - wide, self.height() - _LABEL, 3 * wide, _LABEL)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, label)
