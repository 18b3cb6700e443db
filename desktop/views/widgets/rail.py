"""The navigation at the window's left: where one can go, and where one is."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.views import theme
from desktop.views.icons import paint_icon
from desktop.views.widgets.boxes import bare
from desktop.views.widgets.icon_mark import Icon
from desktop.views.widgets.kinds import accent
from desktop.views.widgets.painting import paint_focus
from desktop.views.widgets.text import Elided, tip

WIDE = 216
NARROW = 60
COLLAPSE_BELOW = 900
COLLAPSE_BESIDE = 1120


@dataclass(frozen=True, slots=True)
class RailEntry:
    """A place one can go to; `bottom` ones stand at the lower end."""

    key: str
    label: str
    icon: str
    bottom: bool = False


class Rail(QWidget):
    """The rail. Below 900 pixels of window width only the icons stay, below 1120 where a screen has a context column.

    Signals:
        chosen(str): the key of the entry that was clicked.
    """

    chosen = Signal(str)

    def __init__(self, entries: Sequence[RailEntry], name: str = "Duologue") -> None:
        super().__init__()
        self._buttons = {entry.key: _RailButton(entry) for entry in entries}
        self._brand = Elided(name, "brand")
        self._build(entries)

    def set_current(self, key: str) -> None:
        """Mark where one is; a key without entry marks nothing."""
        self._group.setExclusive(False)
        for own, button in self._buttons.items():
            button.setChecked(own == key)
        self._group.setExclusive(True)

    def fit(self, window_width: int, context: bool = False) -> None:
        """Show labels, or only icons where the window is narrow for a screen with or without a context column."""
        wide = window_width >= (COLLAPSE_BESIDE if context else COLLAPSE_BELOW)
        self.setFixedWidth(WIDE if wide else NARROW)
        self._brand.setVisible(wide)
        for button in self._buttons.values():
            button.set_labelled(wide)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the ground and the line towards the content."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().color("rail"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme.current().color("line"))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Move between the entries with the arrow keys."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        buttons = list(self._buttons.values())
        held = next((index for index, button in enumerate(buttons) if button.hasFocus()), None)
        if step and held is not None:
            buttons[(held + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _build(self, entries: Sequence[RailEntry]) -> None:
        space = theme.current().space
        layout = bare(QVBoxLayout(self), 2)
        layout.setContentsMargins(space.s, space.l, space.s + 1, space.m)
        layout.addLayout(self._head())
        layout.addSpacing(space.l)
        self._group = QButtonGroup(self)
        for entry in [one for one in entries if not one.bottom]:
            layout.addWidget(self._buttons[entry.key])
        layout.addStretch(1)
        for entry in [one for one in entries if one.bottom]:
            layout.addWidget(self._buttons[entry.key])
        for button in self._buttons.values():
            self._group.addButton(button)
            button.chosen.connect(self.chosen)
        self.fit(COLLAPSE_BELOW)

    def _head(self) -> QHBoxLayout:
        head = bare(QHBoxLayout(), 10)
        head.setContentsMargins(9, 0, 0, 0)
        head.addWidget(Icon("messages-square", "accent", 24), 0, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(self._brand, 1)
        return head


class _RailButton(QAbstractButton):
    """One entry: an icon, a label, and a bar where one is."""

    chosen = Signal(str)

    def __init__(self, entry: RailEntry) -> None:
        super().__init__()
        self._entry = entry
        self._labelled = True
        self._ring = False
        self.setText(entry.label)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(entry.label)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._choose)

    def set_labelled(self, labelled: bool) -> None:
        """Show the label, or only the icon with the label as tooltip."""
        self._labelled = labelled
        tip(self, "" if labelled else self.text())
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of an entry."""
        return QSize(NARROW - 17, 40)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave the arrow keys to the rail; Return chooses like Space."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show the focus frame to who came by keyboard, not when the window merely opens."""
        self._ring = event.reason() not in (
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.MouseFocusReason,
        )
        super().focusInEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """Light up under the mouse."""
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Dim again."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the ground, the bar, the icon and the label."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, look)
        role = "accent" if self.isChecked() else "muted"
        paint_icon(painter, self._entry.icon, role, QRectF(12, (self.height() - 20) / 2, 20, 20))
        if self._labelled:
            font = QFont(self.font())
            font.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Medium)
            painter.setFont(font)
            painter.setPen(look.color("text" if self.isChecked() else "muted"))
            place = self.rect().adjusted(44, 0, -6, 0)
            cut = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cut)

    def _paint_ground(self, painter: QPainter, look: theme.Theme) -> None:
        ground = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(look.color("selection" if self.isChecked() else "hover"))
            painter.drawRoundedRect(ground, look.radius.control, look.radius.control)
        if self.isChecked():
            painter.setBrush(accent(self))
            painter.drawRoundedRect(QRectF(1, 9, 3, self.height() - 18), 1.5, 1.5)
        if self.hasFocus() and self._ring:
            paint_focus(painter, ground, accent(self), look.radius.control)

    def _choose(self) -> None:
        self.chosen.emit(self._entry.key)
