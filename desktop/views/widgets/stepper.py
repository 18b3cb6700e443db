"""The sections of a conversation in a row: which are done, which one is now, which come."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLayout, QSizePolicy, QWidget

from desktop.i18n import _
from desktop.views import theme
from desktop.views.icons import paint_icon
from desktop.views.widgets.boxes import bare, empty
from desktop.views.widgets.kinds import accent, kind_of, soft
from desktop.views.widgets.painting import paint_focus
from desktop.views.widgets.text import tip

CIRCLE = 26
HEIGHT = 44
GAP = 28


class Stepper(QWidget):
    """Numbered steps; where there is no room, labels give way to numbers, the current one last.

    Signals:
        chosen(int): the place of the step that was clicked, from 0.
    """

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._steps: list[_Step] = []
        self._shown: list[tuple[str, str]] = []
        self._layout = bare(QHBoxLayout(self), 0)
        self._layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # labels may give way
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_steps(self, steps: Sequence[tuple[str, str]]) -> None:
        """Show steps, each a title and a state: "done", "current", "skipped", else still to come."""
        if [title for title, _state in steps] != [title for title, _state in self._shown]:
            self._rebuild([title for title, _state in steps])
        self._shown = list(steps)
        for step, (_title, state) in zip(self._steps, steps, strict=True):
            step.set_state(state)
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size with all labels."""
        return QSize(sum(step.width_with(True) for step in self._steps) + GAP * len(self._steps), HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the size with numbers only."""
        return QSize((CIRCLE + 12) * len(self._steps), HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Show the labels that fit."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Move between the steps with the arrow keys, Home and End."""
        held = next((index for index, step in enumerate(self._steps) if step.hasFocus()), None)
        target = _target(Qt.Key(event.key()), held, len(self._steps))
        if target is None:
            super().keyPressEvent(event)
        else:
            self._steps[target].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the lines between the steps."""
        painter = QPainter(self)
        painter.setPen(QPen(theme.current().color("field_border"), 1))
        for left, right in zip(self._steps, self._steps[1:], strict=False):
            start, end = left.geometry().right() + 8, right.geometry().left() - 8
            if end - start > 6:
                painter.drawLine(start, HEIGHT // 2, end, HEIGHT // 2)

    def _rebuild(self, titles: Sequence[str]) -> None:
        empty(self._layout)
        self._steps = [_Step(index, len(titles), title) for index, title in enumerate(titles)]
        for step in self._steps:
            step.chosen.connect(self.chosen)
            self._layout.addWidget(step)
            if step is not self._steps[-1]:
                self._layout.addStretch(1)

    def _fit(self) -> None:
        room = self.width() - GAP * (len(self._steps) - 1)
        everything = sum(step.width_with(True) for step in self._steps)
        some = sum(step.width_with(step.state == "current") for step in self._steps)
        for step in self._steps:
            step.set_labelled(everything <= room or (some <= room and step.state == "current"))


class _Step(QAbstractButton):
    """One step: a circle with its number or a sign, and its title."""

    chosen = Signal(int)

    def __init__(self, index: int, count: int, title: str) -> None:
        super().__init__()
        self.state = "open"
        self._index = index
        self._count = count
        self._labelled = True
        self.setText(title)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._choose)

    def set_state(self, state: str) -> None:
        """Change what the step says; the Tab key stops only at the current one."""
        self.state = state
        current = state == "current"
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(
            _("Step {number} of {count}: {title}").format(number=self._index + 1, count=self._count, title=self.text())
        )
        self.setAccessibleDescription(_state_word(state))
        self.update()

    def set_labelled(self, labelled: bool) -> None:
        """Show the title, or only the circle with the title as tooltip."""
        self._labelled = labelled
        tip(self, "" if labelled else self.text())
        self.updateGeometry()
        self.update()

    def width_with(self, labelled: bool) -> int:
        """Return the width with or without the title."""
        title = QFontMetrics(self._title_font(True)).horizontalAdvance(self.text())
        return CIRCLE + 6 + (title + 10 if labelled else 0)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size as it is shown now."""
        return QSize(self.width_with(self._labelled), HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave the arrow keys to the stepper; Return chooses like Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Paint again when the mouse comes or goes."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the circle and the title."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = QRectF(3, (HEIGHT - CIRCLE) / 2, CIRCLE, CIRCLE)
        self._paint_circle(painter, circle)
        if self._labelled:
            current = self.state == "current"
            painter.setFont(self._title_font(current))
            painter.setPen(theme.current().color("text" if current or self.underMouse() else "muted"))
            place = self.rect().adjusted(CIRCLE + 11, 0, 0, 0)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            paint_focus(painter, circle.adjusted(-2, -2, 2, 2), theme.current().color("text"), CIRCLE)

    def _paint_circle(self, painter: QPainter, circle: QRectF) -> None:
        look = theme.current()
        ring = accent(self) if self.state in ("current", "done") else look.color("field_border")
        painter.setPen(QPen(ring, 1.6))
        painter.setBrush(self._fill())
        painter.drawEllipse(circle.adjusted(1, 1, -1, -1))
        if self.state in ("done", "skipped"):
            sign = QRectF(circle.center() - QPointF(7, 7), circle.center() + QPointF(7, 7))
            role = theme.accent_role(kind_of(self)) if self.state == "done" else "muted"
            paint_icon(painter, "check" if self.state == "done" else "skip-forward", role, sign)
            return
        painter.setFont(self._number_font())
        painter.setPen(look.color("on_accent" if self.state == "current" else "muted"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._index + 1))

    def _fill(self) -> QColor:
        if self.state == "current":
            return accent(self)
        return soft(self) if self.state == "done" else theme.current().color("surface")

    def _number_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(theme.current().type.caption)
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _title_font(self, strong: bool) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        return font

    def _choose(self) -> None:
        self.chosen.emit(self._index)


def _target(key: Qt.Key, held: int | None, count: int) -> int | None:
    if held is None:
        return None
    places = {
        Qt.Key.Key_Left: held - 1,
        Qt.Key.Key_Up: held - 1,
        Qt.Key.Key_Right: held + 1,
        Qt.Key.Key_Down: held + 1,
        Qt.Key.Key_Home: 0,
        Qt.Key.Key_End: count - 1,
    }
    place = places.get(key)
    return None if place is None else min(max(place, 0), count - 1)


def _state_word(state: str) -> str:
    words = {"done": _("done"), "current": _("you are here"), "skipped": _("skipped")}
    return words.get(state, _("still to come"))
