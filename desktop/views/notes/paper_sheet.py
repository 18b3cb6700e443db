"""One page on the screen: its place on paper from the start, its picture once it is drawn."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from desktop.i18n import _
from desktop.presenters.pages import PageImage
from desktop.views import theme

_LONGEST = 8.0
"""How many times as high as wide a page may stand here; stranger shapes are squeezed."""


class PaperSheet(QWidget):
    """Shows a page as wide as it is told to.

    Signals:
        bare(): it can be seen, and its picture is missing or of another size.
    """

    bare = Signal()

    def __init__(self, number: int, count: int, size: tuple[float, float]) -> None:
        super().__init__()
        width, height = (max(side, 1.0) for side in size)
        self._shape = min(max(height / width, 1 / _LONGEST), _LONGEST)
        self._picture: QPixmap | None = None
        self._drawn_for = 0
        self._fault = ""
        self.setObjectName(f"page-{number + 1}")
        self.setAccessibleName(_("Page {n} of {all}").format(n=number + 1, all=count))

    def set_width(self, width: int) -> None:
        """Stand this wide (pixels of the layout), as high as the page is then."""
        self.setFixedSize(width, round(width * self._shape))

    def wanted_width(self) -> int:
        """Return how many pixels of the screen its picture should be wide."""
        return round(self.width() * self.devicePixelRatioF())

    def show_picture(self, page: PageImage, width: int) -> None:
        """Show the page as it was drawn for a width of this many pixels."""
        image = QImage(page.pixels, page.width, page.height, page.width * 4, QImage.Format.Format_RGBA8888)
        self._picture, self._drawn_for = QPixmap.fromImage(image), width
        self.update()

    def show_fault(self, sentence: str) -> None:
        """Say why there is no picture; nobody draws it again."""
        self._fault = sentence
        self.setAccessibleDescription(sentence)
        self.update()

    def forget_picture(self) -> None:
        """Give the memory of the picture back."""
        self._picture, self._drawn_for = None, 0

    def is_current(self) -> bool:
        """Return whether there is nothing more to draw for it."""
        return bool(self._fault) or self._drawn_for == self.wanted_width()

    def is_in_sight(self) -> bool:
        """Return whether any of it can be seen."""
        return not self.visibleRegion().isEmpty()

    def weight(self) -> int:
        """Return how many bytes its picture takes."""
        return self._picture.width() * self._picture.height() * 4 if self._picture else 0

    # events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, or blank paper until there is one."""
        painter, look = QPainter(self), theme.current()
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if self._picture:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(self.rect(), self._picture)
        elif self._fault:
            painter.setPen(Qt.GlobalColor.black)
            words = self.rect().adjusted(24, 24, -24, -24)
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._fault)
        painter.setPen(QPen(look.color("line"), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        if not self.is_current():
            self.bare.emit()
