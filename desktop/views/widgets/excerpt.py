"""A piece of a text in which what fits a search is marked."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat, QTextLayout

from desktop.views.widgets.kinds import accent, soft
from desktop.views.widgets.text import Text

LINES = 2


class Excerpt(Text):
    """Words on at most two lines; `marks` are the ranges (from, to) in them that stand out, by ground and ink."""

    def __init__(self, text: str, marks: Sequence[tuple[int, int]]) -> None:
        self._marks = [(_units(text[:start]), _units(text[start:end])) for start, end in marks]
        super().__init__(text, "body", max_lines=LINES)

    def marked(self) -> list[str]:
        """Return the words that stand out."""
        units = self.text().encode("utf-16-le", "surrogatepass")
        return [units[2 * at : 2 * (at + length)].decode("utf-16-le") for at, length in self._marks]

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Return False: however wide, the height is that of two lines."""
        return False

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of two lines, however many there are: rows of a list are alike."""
        return LINES * self.fontMetrics().lineSpacing() + 2

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return a narrow size of the same height."""
        return QSize(super().minimumSizeHint().width(), self.heightForWidth(0))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the lines with their marks."""
        painter = QPainter(self)
        painter.setPen(self.ink())
        layout, _height = self._laid_out(self.width())
        layout.draw(painter, QPointF(0, 0), self._standing_out(len(layout.text())))

    def _standing_out(self, shown: int) -> list[QTextLayout.FormatRange]:
        look = QTextCharFormat()
        look.setBackground(soft(self))
        look.setForeground(accent(self))
        look.setFontUnderline(True)
        ranges = []
        for start, length in self._marks:
            if start + length <= shown:
                ranges.append(_range(start, length, look))
        return ranges


def _range(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, length, look
    return found


def _units(text: str) -> int:
    """Return how many letters Qt counts in a text: it counts some as two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
