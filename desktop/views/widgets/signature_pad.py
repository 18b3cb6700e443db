"""A space to sign in by hand: with the mouse, a finger or a pen."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QEventPoint,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.i18n import _
from desktop.models.hand import SPACE_TO_SIGN, Strokes
from desktop.views import theme
from desktop.views.widgets.kinds import accent
from desktop.views.widgets.painting import paint_focus
from desktop.views.widgets.pen_lines import PenLines

WIDTH = 560
_BASE = 0.76  # of the height: where the line stands that one signs on
_EDGE = 20
_MOUSE, _PEN = "mouse", "pen"


class SignaturePad(QWidget):
    """Takes a signature down as lines, which stay when the pad gets another size; a click is a dot.

    Pen, finger and mouse draw one at a time: a hand that rests on the glass while a pen draws is not seen, and what
    the system makes of a finger for programs that know only the mouse is not drawn a second time.

    Signals:
        changed(): a stroke was finished or taken away; not sent for strokes that were put there.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines = PenLines()
        self._by: str | int = ""  # what draws now: the mouse, the pen, or the number of a finger
        self._read_only = False
        self._prepare()

    def strokes(self) -> Strokes:
        """Return the strokes, each a row of points: x from the left, y from the top, 0 to 1."""
        return self._lines.strokes()

    def put(self, strokes: Strokes) -> None:
        """Show these strokes instead."""
        if strokes != self.strokes():
            self._lines.put(strokes)
            self.update()

    def clear(self) -> None:
        """Take everything away."""
        self.put(())
        self.changed.emit()

    def undo(self) -> None:
        """Take the last stroke away."""
        self._lines.undo()
        self.update()
        self.changed.emit()

    def set_read_only(self, read_only: bool) -> None:
        """Show the signature without taking another one."""
        self._read_only = read_only

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a size that a signature needs."""
        return QSize(WIDTH, self.heightForWidth(WIDTH))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the least in which one can sign."""
        return QSize(200, self.heightForWidth(200))

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Return True: its proportions are those of the paper."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height at `width`."""
        return round(width / SPACE_TO_SIGN)

    def _prepare(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setMaximumWidth(WIDTH)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(_("Space to sign in"))
        self.setAccessibleDescription(
            _("Draw your signature with mouse, finger or pen. With the keyboard, type your name instead.")
        )

    def _space(self) -> QSizeF:
        return QSizeF(max(1, self.width()), max(1, self.height()))

    def _begin(self, by: str | int, at: QPointF) -> None:
        if self._read_only or (self._by != "" and by != _PEN):
            return
        if isinstance(self._by, int):
            self._lines.undo()  # the hand that came down with the pen
        self._by = by
        self._lines.begin(at, self._space())
        self.update()

    def _go_on(self, by: str | int, at: QPointF) -> None:
        if by == self._by:
            self._lines.go_on(at, self._space())
            self.update()

    def _end(self, by: str | int) -> None:
        if by == self._by:
            self._by = ""
            self.changed.emit()

    def _touched(self, point: QEventPoint) -> None:
        state, by = point.state(), point.id()
        if state is QEventPoint.State.Pressed:
            self._begin(by, point.position())
        elif state is QEventPoint.State.Updated:
            self._go_on(by, point.position())
        elif state is QEventPoint.State.Released:
            self._end(by)

    # events

    def event(self, event: QEvent) -> bool:
        """Draw with a finger; whatever the system took back was no stroke."""
        if event.type() is QEvent.Type.TouchCancel:
            if isinstance(self._by, int):
                self._by = ""
                self.undo()
            return True
        if isinstance(event, QTouchEvent):
            for point in event.points():
                self._touched(point)
            event.accept()
            return True
        return super().event(event)

    def tabletEvent(self, event: QTabletEvent) -> None:  # noqa: N802
        """Draw with a pen; accepted, so that no mouse is made of it."""
        if event.type() is QEvent.Type.TabletPress:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._begin(_PEN, event.position())
        elif event.type() is QEvent.Type.TabletMove:
            self._go_on(_PEN, event.position())
        elif event.type() is QEvent.Type.TabletRelease:
            self._end(_PEN)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Begin a stroke with the left button."""
        if _is_mouse(event) and event.button() is Qt.MouseButton.LeftButton:
            self._begin(_MOUSE, event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Draw on."""
        if _is_mouse(event):
            self._go_on(_MOUSE, event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Finish the stroke."""
        if _is_mouse(event) and event.button() is Qt.MouseButton.LeftButton:
            self._end(_MOUSE)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Take a quick second click as what it is: another dot."""
        self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Take the last stroke away with the keys for that, everything with Delete."""
        if event.matches(QKeySequence.StandardKey.Undo) or event.key() == Qt.Key.Key_Backspace:
            self.undo()
        elif event.key() == Qt.Key.Key_Delete:
            self.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the space, the line to sign on, and what was drawn."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        ink = QPen(theme.current().color("text"), max(2.0, self.height() / 45))
        ink.setCapStyle(Qt.PenCapStyle.RoundCap)
        ink.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(ink)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._lines.path(self._space()))

    def _paint_ground(self, painter: QPainter) -> None:
        look, box = theme.current(), QRectF(self.rect())
        painter.setPen(QPen(look.color("field_border"), 1))
        painter.setBrush(look.color("surface"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), look.radius.control, look.radius.control)
        if self.hasFocus():
            paint_focus(painter, box.adjusted(1, 1, -1, -1), accent(self), look.radius.control)
        base = min(box.height() * _BASE, box.height() - painter.fontMetrics().height() - 4)  # room for the words
        painter.setPen(QPen(look.color("field_border"), 1))
        painter.drawLine(QPointF(_EDGE, base), QPointF(box.width() - _EDGE, base))
        painter.setPen(look.color("muted"))
        words = QRectF(_EDGE, base + 2, box.width() - 2 * _EDGE, box.height() - base - 4)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, _("Sign here"))


def _is_mouse(event: QMouseEvent) -> bool:
    """Return whether a hand moved a mouse: pen and finger come as themselves and must not draw twice."""
    return event.source() is Qt.MouseEventSource.MouseEventNotSynthesized
