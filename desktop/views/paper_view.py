"""The pages of a PDF, one under the other, as they will be on paper."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.presenters.note import PageImage

WIDEST = 780


class PaperView(QWidget):
    """Shows page images, scaled to the width there is."""

    def __init__(self) -> None:
        super().__init__()
        self._pixmaps: list[QPixmap] = []
        self._labels: list[QLabel] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(16)

    def show_pages(self, pages: Sequence[PageImage]) -> None:
        """Show these pages instead of the ones before."""
        for label in self._labels:
            label.deleteLater()
        self._pixmaps = [_pixmap(page) for page in pages]
        self._labels = [self._label(number, len(pages)) for number in range(1, len(pages) + 1)]
        self._fit()

    def _label(self, number: int, count: int) -> QLabel:
        label = QLabel()
        label.setObjectName(f"page-{number}")
        label.setAccessibleName(_("Page {n} of {all}").format(n=number, all=count))
        label.setProperty("role", "paper")
        self._layout.addWidget(label, alignment=Qt.AlignmentFlag.AlignHCenter)
        return label

    def _fit(self) -> None:
        width = max(200, min(self.width(), WIDEST))
        ratio = self.devicePixelRatioF()
        for label, pixmap in zip(self._labels, self._pixmaps, strict=True):
            fitted = pixmap.scaledToWidth(round(width * ratio), Qt.TransformationMode.SmoothTransformation)
            fitted.setDevicePixelRatio(ratio)
            label.setPixmap(fitted)

    # events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pages follow the width."""
        self._fit()
        super().resizeEvent(event)


def _pixmap(page: PageImage) -> QPixmap:
    image = QImage(page.pixels, page.width, page.height, page.width * 4, QImage.Format.Format_RGBA8888)
    return QPixmap.fromImage(image)
