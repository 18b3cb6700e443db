"""A row in a list: a person, a conversation, a note; the whole row can be clicked."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.views import theme
from desktop.views.widgets.avatar import Avatar
from desktop.views.widgets.boxes import bare
from desktop.views.widgets.icon_mark import Icon
from desktop.views.widgets.kinds import accent, set_kind
from desktop.views.widgets.painting import paint_focus
from desktop.views.widgets.text import Elided, Text

HEIGHT = 58
SIDE = 14
"""The room left and right of a row's content."""


class ListRow(QAbstractButton):
    """A title, a subtitle, something before them and something after them.

    `avatar` is a person's name, `icon` a drawing, `kind` tints the icon and the marks of selection; `below` are words
    on lines of their own below the subtitle.

    Signals:
        chosen(str): the row was clicked; its key.
    """

    chosen = Signal(str)

    def __init__(
        self,
        key: str,
        title: str,
        subtitle: str = "",
        icon: str = "",
        avatar: str = "",
        kind: str = "",
        trailing: QWidget | None = None,
        below: Text | None = None,
    ) -> None:
        super().__init__()
        self._key = key
        self.setAccessibleName(", ".join(said for said in (title, subtitle, below.text() if below else "") if said))
        self._height = HEIGHT + (below.sizeHint().height() if below else 0)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if kind:
            set_kind(self, kind)
        self._build(title, subtitle, self._leading(icon, avatar, kind), trailing, below)
        self.clicked.connect(self._choose)

    def set_selected(self, selected: bool) -> None:
        """Mark the row as the one that is shown elsewhere."""
        self.setChecked(selected)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of a row."""
        return QSize(self._line.sizeHint().width(), self._height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the size with the words cut."""
        return QSize(self._line.minimumSize().width(), self._height)

    def nextCheckState(self) -> None:  # noqa: N802
        """Stay as it is: a click asks, the screen decides what is selected."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Choose with Return as with Space; move with the arrow keys."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Paint again when the mouse comes or goes."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the ground."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = look.radius.control + 2
        painter.setPen(QPen(look.color("line"), 1))
        painter.setBrush(look.color(self._ground()))
        painter.drawRoundedRect(ground, radius, radius)
        if self.isChecked():
            painter.fillRect(QRectF(1, 12, 3, self.height() - 24), accent(self))
        if self.hasFocus():
            paint_focus(painter, ground.adjusted(0.5, 0.5, -0.5, -0.5), accent(self), radius)

    def _ground(self) -> str:
        if self.isChecked():
            return "selection"
        return "hover" if self.underMouse() and self.isEnabled() else "surface"

    def _leading(self, icon: str, avatar: str, kind: str) -> QWidget | None:
        if avatar:
            return Avatar(avatar)
        return Icon(icon, theme.accent_role(kind) if kind else "muted", 20) if icon else None

    def _build(
        self, title: str, subtitle: str, leading: QWidget | None, trailing: QWidget | None, below: Text | None
    ) -> None:
        words = bare(QVBoxLayout(), 1)
        words.addStretch(1)
        words.addWidget(Elided(title, "strong"))
        if subtitle:
            words.addWidget(Elided(subtitle, "caption"))
        if below:
            words.addWidget(below)
        words.addStretch(1)
        layout = self._line = bare(QHBoxLayout(self), 12)
        layout.setContentsMargins(SIDE, 0, SIDE, 0)
        if leading:
            layout.addWidget(leading)
        layout.addLayout(words, 1)
        if trailing:
            layout.addWidget(trailing)

    def _choose(self) -> None:
        self.chosen.emit(self._key)
