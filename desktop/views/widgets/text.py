"""Words on the screen: always plain text, never markup, and never wider than the place they have."""

from html import escape
from unicodedata import bidirectional

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.views import theme

NARROWEST = 48
_WIDTHS = 32
"""For how many widths a text's height is kept: a window that is being dragged wider asks for one after the other."""
_LOOKS = {  # role: (size in the type scale, weight, role of the colour)
    "h1": ("h1", QFont.Weight.DemiBold, "text"),
    "h2": ("h2", QFont.Weight.DemiBold, "text"),
    "prompt": ("h2", QFont.Weight.Medium, "text"),
    "strong": ("body", QFont.Weight.DemiBold, "text"),
    "value": ("h2", QFont.Weight.DemiBold, "text"),
    "body": ("body", QFont.Weight.Normal, "text"),
    "muted": ("body", QFont.Weight.Normal, "muted"),
    "caption": ("caption", QFont.Weight.Normal, "muted"),
    "error": ("caption", QFont.Weight.Medium, "bad"),
    "brand": ("h2", QFont.Weight.DemiBold, "text"),
}


def tip(widget: QWidget, text: str) -> None:
    """Give a widget a tooltip that shows `text` as typed, never as markup."""
    widget.setToolTip(f"<p style='white-space:pre-wrap'>{escape(text)}</p>" if text else "")


class Text(QLabel):
    """Plain words that wrap, in the middle of a word if need be, and read in their own direction.

    `role` is one of h1, h2, prompt, strong, value, body, muted, caption, error, brand. What needs more than
    `max_lines` (0 for as many as needed) is cut with "…" and shown whole in the tooltip.
    """

    def __init__(self, text: str = "", role: str = "body", max_lines: int = 0) -> None:
        super().__init__()
        self._max_lines = max_lines
        self._heights: dict[int, int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self._ink = ""
        self.set_role(role)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def set_role(self, role: str) -> None:
        """Change the size, weight and colour to those of another role."""
        size, weight, self._ink = _LOOKS[role]
        font = QFont(self.font())
        font.setPointSizeF(getattr(theme.current().type, size))
        font.setWeight(weight)
        self.setFont(font)
        self.update()

    def set_ink(self, role: str) -> None:
        """Paint the words in the colour of another role of the theme."""
        self._ink = role
        self.update()

    def ink(self) -> QColor:
        """Return the colour the words have now."""
        return theme.current().color(self._ink)

    def setText(self, text: str) -> None:  # noqa: N802
        """Show `text` as it is."""
        self._heights.clear()
        super().setText(text)
        if self._max_lines:
            tip(self, text)

    def event(self, event: QEvent) -> bool:
        """Show the tooltip only where words are cut."""
        if event.type() is QEvent.Type.ToolTip and not self.is_cut():
            return True
        return super().event(event)

    def is_cut(self) -> bool:
        """Return whether not all words can be seen."""
        text, width = self.text(), self.width()
        return bool(self._max_lines) and clamped(text, self.font(), width, self._max_lines) != text

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Return True: wrapped words need more lines in less width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height the words need at `width`.

        Layouts within layouts ask hundreds of times for the same width, so the answers are kept.
        """
        if width not in self._heights:
            if len(self._heights) > _WIDTHS:
                self._heights.clear()
            self._heights[width] = self._laid_out(max(width, 1))[1]
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Forget the heights that another font had."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._heights.clear()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the words on lines as they were written, at most about 60 letters wide."""
        widest = self.fontMetrics().averageCharWidth() * 64
        lines = self.text().split("\n")
        width = min(max(self.fontMetrics().horizontalAdvance(line) for line in lines) + 2, widest)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return a narrow size: words never hold a window open."""
        width = min(NARROWEST, self.sizeHint().width())
        return QSize(width, self.fontMetrics().height() if self.text() else 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the lines."""
        painter = QPainter(self)
        painter.setPen(self.ink())
        layout, height = self._laid_out(self.width())
        spare = max(self.height() - height, 0)
        centred = self.alignment() & Qt.AlignmentFlag.AlignVCenter
        layout.draw(painter, QPointF(0, spare / 2 if centred else 0))

    def _laid_out(self, width: int) -> tuple[QTextLayout, int]:
        text = clamped(self.text(), self.font(), width, self._max_lines) if self._max_lines else self.text()
        aside = Qt.AlignmentFlag.AlignRight if reads_from_right(text) else self.alignment()
        return lay_out(text, self.font(), width, aside)


class Elided(Text):
    """Words on one line; what does not fit is cut with "…" and shown in the tooltip."""

    def setText(self, text: str) -> None:  # noqa: N802
        """Show `text`, its line breaks as spaces."""
        super().setText(" ".join(text.split()))
        tip(self, self.text())

    def is_cut(self) -> bool:
        """Return whether not all words can be seen."""
        return self.fontMetrics().horizontalAdvance(self.text()) > self.width()

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Return False: one line stays one line."""
        return False

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the whole line."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return a size for a few letters."""
        return QSize(min(NARROWEST, self.sizeHint().width()), self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the line, cut at its end."""
        painter = QPainter(self)
        painter.setPen(self.ink())
        cut = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        layout, height = lay_out(cut, self.font(), self.width() + 1, self.alignment())
        layout.draw(painter, QPointF(0, (self.height() - height) / 2))


def lay_out(
    text: str, font: QFont, width: int, alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
) -> tuple[QTextLayout, int]:
    """Return `text` broken into lines of `width` pixels, and the height of them (0 for no text)."""
    option = QTextOption(alignment & Qt.AlignmentFlag.AlignHorizontal_Mask)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    return layout, _place_lines(layout, width) if text else 0


def clamped(text: str, font: QFont, width: int, lines: int) -> str:
    """Return as much of `text` as `lines` lines of `width` pixels hold, ending in "…" if that is not all."""
    layout, _height = lay_out(text, font, width)
    if layout.lineCount() <= lines:
        return text
    units = text.encode("utf-16-le")  # Qt counts in halves of what Python may count as one
    start = 2 * layout.lineAt(lines - 1).textStart()
    last = units[start:].decode("utf-16-le").replace("\n", " ")
    cut = QFontMetrics(font).elidedText(last, Qt.TextElideMode.ElideRight, width - 2)
    return units[:start].decode("utf-16-le") + cut


def reads_from_right(text: str) -> bool:
    """Return whether the first letter with a direction is one of a right-to-left script."""
    first = next((way for way in map(bidirectional, text[:1000]) if way in ("L", "R", "AL")), "L")
    return first != "L"


def _place_lines(layout: QTextLayout, width: int) -> int:
    top = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return round(top + 0.49)
