"""The pages of a PDF, one under the other, as they will be on paper."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from desktop.presenters.pages import PageImage, Pages
from desktop.views.notes.paper_sheet import PaperSheet
from desktop.views.work import Work

WIDEST = 780
NARROWEST = 200
MOST_BYTES = 64 * 1024 * 1024
"""What the pictures of pages that cannot be seen may take; a page at 780 pixels takes 3.4 million."""


class PaperView(QWidget):
    """Shows pages as wide as there is room.

    All have their places at once; drawn are, beside the window and one at a time, those that can be seen and their
    neighbours. Pictures that are far away are forgotten.
    """

    def __init__(self) -> None:
        super().__init__()
        self._pages: Pages | None = None
        self._sheets: list[PaperSheet] = []
        self._work: Work | None = None
        self._drawing = (0, 0)  # the page being drawn, and for which width
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(16)
        self._layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)

    def show_pages(self, pages: Pages | None) -> None:
        """Show these pages (None: nothing) instead of the ones before."""
        for sheet in self._sheets:
            self._layout.removeWidget(sheet)
            sheet.hide()
            sheet.deleteLater()
        self._pages, self._work = pages, None
        sizes = pages.sizes if pages else ()
        self._sheets = [self._sheet(number, len(sizes), size) for number, size in enumerate(sizes)]
        self._fit()

    def is_drawn(self) -> bool:
        """Return whether pages can be seen, and all that can be seen are drawn."""
        seen = [sheet for sheet in self._sheets if sheet.is_in_sight()]
        return bool(seen) and all(sheet.is_current() for sheet in seen)

    def weight(self) -> int:
        """Return how many bytes the pictures take."""
        return sum(sheet.weight() for sheet in self._sheets)

    def minimumSizeHint(self) -> QSize:
        """Return a width that never holds a window open: the pages follow."""
        return QSize(NARROWEST, super().minimumSizeHint().height())

    def _sheet(self, number: int, count: int, size: tuple[float, float]) -> PaperSheet:
        sheet = PaperSheet(number, count, size)
        sheet.bare.connect(self._draw_next, Qt.ConnectionType.QueuedConnection)
        self._layout.addWidget(sheet, alignment=Qt.AlignmentFlag.AlignHCenter)
        return sheet

    def _fit(self) -> None:
        for sheet in self._sheets:
            sheet.set_width(max(NARROWEST, min(self.width(), WIDEST)))

    def _in_sight(self) -> list[int]:
        return [number for number, sheet in enumerate(self._sheets) if sheet.is_in_sight()]

    def _wanted(self) -> int | None:
        """Return the page to draw next: one in sight, else a neighbour of those, None if all are there."""
        seen = self._in_sight()
        near = [seen[-1] + 1, seen[0] - 1] if seen else []
        for number in (*seen, *near):
            if 0 <= number < len(self._sheets) and not self._sheets[number].is_current():
                return number
        return None

    def _draw_next(self) -> None:
        number = self._wanted()
        if self._work is not None or number is None or self._pages is None:
            return
        pages, width = self._pages, self._sheets[number].wanted_width()
        self._drawing = (number, width)
        self._work = Work(lambda report, cancelled: pages.draw(number, width))
        self._work.done.connect(self._drawn)
        self._work.failed.connect(self._not_drawn)
        self._work.start()

    def _forget_far(self) -> None:
        """Forget the pictures that are farthest from what can be seen, until the rest is not too much."""
        seen = self._in_sight() or [self._drawing[0]]
        kept = {*seen, seen[0] - 1, seen[-1] + 1}
        middle = (seen[0] + seen[-1]) / 2
        far = sorted(
            (number for number in range(len(self._sheets)) if number not in kept), key=lambda n: abs(n - middle)
        )
        left = MOST_BYTES
        for number in far:
            left -= self._sheets[number].weight()
            if left < 0:
                self._sheets[number].forget_picture()

    # slots

    def _drawn(self, page: PageImage) -> None:
        if self.sender() is not self._work:
            return
        number, width = self._drawing
        self._work = None
        self._sheets[number].show_picture(page, width)
        self._forget_far()
        self._draw_next()

    def _not_drawn(self, sentence: str) -> None:
        if self.sender() is not self._work:
            return
        self._work = None
        self._sheets[self._drawing[0]].show_fault(sentence)
        self._draw_next()

    # events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pages follow the width."""
        self._fit()
        super().resizeEvent(event)
