"""How far a value has come on its way, with a mark where today falls; for the OKR side only."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy

from desktop.views import theme
from desktop.views.widgets.kinds import accent, set_kind
from desktop.views.widgets.painting import paint_ground

THICK = 8
HEIGHT = 16
_FULL = 1000


class Bar(QProgressBar):
    """A bar from 0 to 1 with an optional mark; its number stands beside it in words."""

    def __init__(self, fraction: float = 0.0, mark: float | None = None, name: str = "", kind: str = "okr") -> None:
        super().__init__()
        self._mark = mark
        self.setRange(0, _FULL)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_kind(self, kind)
        self.set_bar(fraction, mark, name)

    def set_bar(self, fraction: float, mark: float | None = None, name: str = "") -> None:
        """Show a fraction and a mark, both from 0 to 1; `name` says what it measures."""
        self._mark = mark
        self.setValue(round(min(max(fraction, 0.0), 1.0) * _FULL))
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of a bar."""
        return QSize(140, HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the size of a short bar."""
        return QSize(40, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the track, the bar and the mark."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(0, (self.height() - THICK) / 2, self.width(), THICK)
        paint_ground(painter, track, look.color("track"), THICK / 2)
        reached = track.width() * self.value() / _FULL
        if reached > 0:
            track.setWidth(max(reached, THICK))
            paint_ground(painter, track, accent(self), THICK / 2)
        if self._mark is not None:
            across = round((self.width() - 2) * min(max(self._mark, 0.0), 1.0))
            painter.fillRect(QRectF(across, 1, 2, self.height() - 2), look.color("text"))
