"""What a page is put together from: columns that scroll, what stands beside, the bar at the foot."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QScrollBar, QVBoxLayout, QWidget

from desktop.views import theme
from desktop.views.widgets.boxes import Rows, bare

GUTTER = 16  # beside what scrolls, for its scroll bar
SCROLL_BAR = 11  # its width in the style sheet


class ContextColumn(QWidget):
    """What stands beside a conversation."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = Rows(theme.current().space.m)
        self._layout = bare(QVBoxLayout(self), 0)
        self._layout.addWidget(self.rows)
        self._layout.addStretch(1)

    def stand_below(self) -> None:
        """Stand in the content, which has margins of its own."""
        self._layout.setContentsMargins(0, theme.current().space.l, 0, 0)


class Footer(QWidget):
    """Buttons from the left and from the right."""

    def __init__(self) -> None:
        super().__init__()
        self._left = bare(QHBoxLayout(), theme.current().space.s)
        self._right = bare(QHBoxLayout(), theme.current().space.s)
        self._layout = bare(QHBoxLayout(self), theme.current().space.s)
        self._layout.addLayout(self._left)
        self._layout.addStretch(1)
        self._layout.addLayout(self._right)

    def add(self, widget: QWidget, right: bool) -> None:
        """Add a widget to one side."""
        (self._right if right else self._left).addWidget(widget)

    def set_edge(self, edge: int) -> None:
        """Begin and end this far from the page's sides."""
        space = theme.current().space
        self._layout.setContentsMargins(edge, space.m - 1, edge, space.m)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the line above the bar."""
        QPainter(self).fillRect(0, 0, self.width(), 1, theme.current().color("line"))


class Edge(QWidget):
    """A thin line below what does not scroll, seen while something has been scrolled away under it."""

    def __init__(self, bar: QScrollBar) -> None:
        super().__init__()
        self._bar = bar
        self.setFixedHeight(1)
        bar.valueChanged.connect(self._scrolled)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the line."""
        if self._bar.value() > 0:
            QPainter(self).fillRect(self.rect(), theme.current().color("line"))

    def _scrolled(self, _value: int) -> None:
        self.update()


class ScrollColumn(QScrollArea):
    """A column that scrolls; its content is equally wide with and without the scroll bar."""

    def __init__(self) -> None:
        super().__init__()
        self._edges = (0, GUTTER)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().rangeChanged.connect(self._keep_width)

    def set_edges(self, left: int, right: int) -> None:
        """Keep this much room at both sides of what was put in; the scroll bar takes its own from the right."""
        self._edges = (left, right)
        self._keep_width()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Settle the margins of what was put in."""
        super().resizeEvent(event)
        self._keep_width()

    def _keep_width(self) -> None:
        content = self.widget()
        layout = content.layout() if content else None
        if layout:
            taken = SCROLL_BAR if self.verticalScrollBar().maximum() > 0 else 0
            layout.setContentsMargins(self._edges[0], 1, self._edges[1] - taken, theme.current().space.l)
