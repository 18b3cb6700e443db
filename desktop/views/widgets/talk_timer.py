"""A quiet timer: how long the two have talked beside how long was suggested. It never flashes or warns."""

from PySide6.QtCore import QElapsedTimer, QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desktop.i18n import _
from desktop.views import theme
from desktop.views.icons import paint_icon
from desktop.views.widgets.kinds import accent
from desktop.views.widgets.painting import paint_focus, paint_ground
from desktop.views.widgets.text import tip

REFRESH_MS = 5_000
HEIGHT = 30


class TalkTimer(QAbstractButton):
    """Minutes talked of minutes suggested; a click pauses it and lets it go on."""

    def __init__(self) -> None:
        super().__init__()
        self._suggested = 0
        self._before = 0
        self._clock = QElapsedTimer()
        self._refresh = QTimer(self)
        self._refresh.setInterval(REFRESH_MS)
        self._refresh.timeout.connect(self._show_time)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        font = QFont(self.font())
        font.setPointSizeF(theme.current().type.caption)
        self.setFont(font)
        self.clicked.connect(self._toggle)
        self._show_time()

    def set_minutes(self, minutes: int) -> None:
        """Change how many minutes are suggested; 0 for no suggestion."""
        self._suggested = minutes
        self._show_time()

    def begin(self, seconds: int = 0) -> None:
        """Start from `seconds`."""
        self._before = seconds
        self._clock.start()
        self._refresh.start()
        self._show_time()

    def pause(self) -> None:
        """Hold the time."""
        self._before = self.elapsed_seconds()
        self._clock.invalidate()
        self._refresh.stop()
        self._show_time()

    def is_running(self) -> bool:
        """Return whether time passes."""
        return self._clock.isValid()

    def elapsed_seconds(self) -> int:
        """Return how long the two have talked, without pauses."""
        return self._before + (self._clock.elapsed() // 1000 if self._clock.isValid() else 0)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of icon and words."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 40, HEIGHT)

    def event(self, event: QEvent) -> bool:
        """Paint again when the mouse comes or goes."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the icon and the minutes."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.underMouse():
            paint_ground(painter, ground, look.color("hover"), look.radius.control)
        place = QRectF(9, (self.height() - 16) / 2, 16, 16)
        paint_icon(painter, "timer" if self.is_running() else "pause", "muted", place)
        painter.setPen(look.color("muted"))
        painter.drawText(self.rect().adjusted(31, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            paint_focus(painter, ground, accent(self), look.radius.control)

    def _toggle(self) -> None:
        if self.is_running():
            self.pause()
        else:
            self.begin(self._before)

    def _show_time(self) -> None:
        spent = self.elapsed_seconds() // 60
        words = _("{spent} of {suggested} min") if self._suggested else _("{spent} min")
        self.setText(words.format(spent=spent, suggested=self._suggested))
        self.setAccessibleName(_("Talking time: {time}").format(time=self.text()))
        tip(self, _("Pause the timer") if self.is_running() else _("Let the timer run"))
        self.updateGeometry()
        self.update()
