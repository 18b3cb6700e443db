"""The scaffold of every screen: header, banner, content column, context column, footer."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.presenters.notice import Notice
from desktop.views import theme
from desktop.views.widgets.banner import Banner
from desktop.views.widgets.boxes import Rows, bare
from desktop.views.widgets.header import Header
from desktop.views.widgets.kinds import set_kind
from desktop.views.widgets.page_parts import GUTTER, ContextColumn, Edge, Footer, ScrollColumn

CONTEXT_WIDTH = 336
CONTEXT_NARROW = 296
CONTEXT_FROM = 880
WIDEST = 960
_BETWEEN = 8  # from the scroll bar to the context


class Page(QWidget):
    """A screen's frame. Content scrolls; header, what is added on top, and footer stay.

    The context column stands at the right while the page is at least 880 pixels wide, else below the content.
    On a wide page everything stands in the middle, and the scroll bar at the edge of what scrolls.
    """

    def __init__(self, title: str = "", icon: str = "", kind: str = theme.NEUTRAL, subtitle: str = "") -> None:
        super().__init__()
        self._header = Header(title, kind)
        self._tops = 0
        self._banners = Rows(0)
        self._content = bare(QVBoxLayout(), theme.current().space.m)
        self._column = bare(QVBoxLayout(), 0)
        self._context = ContextColumn()
        self._has_context = True
        self._footer = Footer()
        self._build()
        self.set_subtitle(subtitle)
        self.set_kind(kind, icon)

    def set_title(self, title: str) -> None:
        """Change the title; what does not fit on two lines is cut and shown in the tooltip."""
        self._header.set_title(title)

    def set_subtitle(self, subtitle: str) -> None:
        """Change the line below the title ("" for none); it is cut like the title."""
        self._header.set_subtitle(subtitle)

    def set_kind(self, kind: str, icon: str = "") -> None:
        """Give the page and everything inside it the look of a kind; without `icon` it is the kind's own."""
        set_kind(self, kind)
        self._header.set_icon(kind, icon)

    def set_avatar(self, name: str) -> None:
        """Let the page be about a person: their initials stand instead of the icon."""
        self._header.set_avatar(name)

    def add_action(self, widget: QWidget) -> None:
        """Add a widget at the header's right end; below the title where it would crowd it."""
        self._header.add_action(widget)

    def add_top(self, widget: QWidget) -> None:
        """Add a widget below the header that does not scroll, such as a stepper."""
        self._tops += 1
        self._above.insertWidget(self._tops, widget)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Append a widget to the content."""
        self._content.addWidget(widget, stretch)
        if stretch:
            self._column.setStretch(0, 1000)

    def add_context(self, widget: QWidget) -> None:
        """Append a widget to the context column."""
        self._context.rows.add(widget)
        self._settle()

    def show_context(self, shown: bool) -> None:
        """Show the context column, or give its room to the content."""
        self._has_context = shown
        self._settle()

    def add_footer(self, widget: QWidget, right: bool = False) -> None:
        """Add a widget to the bar below the content, from the left or from the right."""
        self._footer.add(widget, right)
        self._footer.show()

    def show_footer(self, shown: bool) -> None:
        """Show the bar below the content, or not while there is nothing to press in it."""
        self._footer.setVisible(shown)

    def show_notice(self, notice: Notice | None) -> None:
        """Show a banner above the content, or take away the one that is there."""
        banners = [Banner(notice.tone, notice.text)] if notice else []
        self.show_banner(banners[0] if banners else None)

    def show_banner(self, banner: Banner | None) -> None:
        """Show this banner, with an action of its own, instead of the one that is there."""
        self._banners.set_widgets([banner] if banner else [])
        self._banners.setVisible(banner is not None)

    def focus_content(self) -> None:
        """Give the content the keyboard: the arrow keys scroll it, Tab goes to the first thing in it."""
        self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, widget: QWidget) -> None:
        """Scroll until a widget of the content can be seen, with what is said about it."""
        self._scroll.ensureWidgetVisible(widget, 0, 80)

    def scroll_to_top(self) -> None:
        """Show the beginning of the content."""
        self._scroll.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the context column where it fits."""
        super().resizeEvent(event)
        self._settle()

    def _build(self) -> None:
        space = theme.current().space
        self._above = bare(QVBoxLayout(), space.m)
        self._above.addWidget(self._header)
        self._banners.hide()
        self._above.addWidget(self._banners)
        self._scroll = ScrollColumn()
        self._scroll.setWidget(self._scrolled())
        self._side = ScrollColumn()
        self._side.hide()
        self._context.setParent(self)  # also where nothing is put into it: it goes with the page
        self._context.hide()
        self._body = bare(QHBoxLayout(), 0)
        self._body.addWidget(self._scroll, 1)
        self._body.addWidget(self._side)
        self._footer.hide()
        layout = bare(QVBoxLayout(self), 0)
        layout.addLayout(self._above)
        layout.addWidget(Edge(self._scroll.verticalScrollBar()))
        layout.addLayout(self._body, 1)
        layout.addWidget(self._footer)

    def _scrolled(self) -> QWidget:
        scrolled = QWidget()
        scrolled.setLayout(self._column)
        self._column.addLayout(self._content)
        self._column.addStretch(1)
        return scrolled

    def _settle(self) -> None:
        filled = self._context.rows.count() > 0 and self._has_context
        beside = filled and self.width() >= CONTEXT_FROM
        if beside and self._side.widget() is not self._context:
            self._column.removeWidget(self._context)
            self._side.setWidget(self._context)
        elif filled and not beside and self._column.indexOf(self._context) < 0:
            self._side.takeWidget()
            self._column.insertWidget(1, self._context)
            self._context.stand_below()
        self._side.setVisible(beside)
        self._context.setVisible(filled)
        self._stand(beside)

    def _stand(self, beside: bool) -> None:
        """Put header, content and footer on the same two edges, in the middle of a wide page."""
        space = theme.current().space
        side = CONTEXT_WIDTH if self.width() >= CONTEXT_FROM + 160 else CONTEXT_NARROW
        widest = WIDEST + (side + space.xl if beside else 0)
        edge = max(space.xl, (self.width() - widest) // 2)
        self._above.setContentsMargins(edge, space.l + 2, edge, space.m)
        self._footer.set_edge(edge)
        self._scroll.set_edges(edge, GUTTER if beside else edge)
        self._side.set_edges(_BETWEEN, edge)
        self._side.setFixedWidth(side + _BETWEEN + edge)
