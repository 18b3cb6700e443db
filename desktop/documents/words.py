"""Typed words as flowables: text is text, never markup; every script in its reading order."""

from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph

from desktop.documents.faces import ONE_FONT_FOR_BIDI, cleaned, runs
from desktop.documents.reading_order import is_bidirectional, runs_right_to_left, visual

_LONGEST_LINE = 400
"""Characters; no page is so wide, and measuring an endless word as a whole would take minutes."""


def flow(text: str, style: ParagraphStyle) -> list[Flowable]:
    """Return `text` as it was typed: one flowable per line, blank lines kept, markup characters drawn as they are."""
    return [_line(line, style) for line in cleaned(text).split("\n")]


def one_line(text: str, style: ParagraphStyle) -> Flowable:
    """Return a name or title, its line breaks turned into blanks."""
    return _line(" ".join(cleaned(text).split()), style)


def markup(text: str, font: str) -> str:
    """Return `text` as ReportLab markup that draws exactly these characters, font by font."""
    kept = text.replace("\t", "    ").replace("  ", " \u00a0")
    if kept.startswith(" "):
        kept = "\u00a0" + kept[1:]
    return "".join(f'<font name="{name}">{escape(piece)}</font>' for name, piece in runs(kept, font))


def _line(text: str, style: ParagraphStyle) -> Flowable:
    if is_bidirectional(text):
        return BidiText(text.replace("\t", "    "), style)
    return Words(markup(text, style.fontName) or "\u00a0", style)


class Words(Paragraph):
    """A paragraph with the bar of its style."""

    def draw(self) -> None:
        """Draw bar and words."""
        draw_bar(self.canv, self.style, self.height)
        super().draw()


def draw_bar(canvas: Canvas, style: ParagraphStyle, height: float) -> None:
    """Draw the bar at the left edge of a text that is `height` points high, if its style has one."""
    if style.bar is not None:
        canvas.setFillColor(style.bar)
        canvas.rect(0, 0, 1.6, height, stroke=0, fill=1)


class BidiText(Flowable):
    """A line of text that holds right-to-left script, broken and ordered line by line.

    ReportLab loses the word order of such text where fonts mix, so it is set in one font that covers Latin, Arabic
    and Hebrew. Joined letters copy out as they were typed (see `unicode_maps`).
    """

    def __init__(self, text: str, style: ParagraphStyle, lines: list[str] | None = None) -> None:
        super().__init__()
        self._text = text
        self._style = style
        self._lines = lines
        self._rtl = runs_right_to_left(text)
        self._width = 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Break the text into lines of at most `width` points."""
        self._width = width
        self._fitted = self._lines if self._lines is not None else self._broken(width - self._style.leftIndent)
        return width, len(self._fitted) * self._style.leading

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return the part that fits `height` and the rest."""
        self.wrap(width, height)
        fitting = int(height // self._style.leading)
        if fitting < 1:
            return []
        if fitting >= len(self._fitted):
            return [self]
        parts = (self._fitted[:fitting], self._fitted[fitting:])
        return [BidiText(self._text, self._style, part) for part in parts]

    def getSpaceBefore(self) -> float:  # noqa: N802
        """Return the space of the style, as a paragraph does."""
        return float(self._style.spaceBefore)

    def getSpaceAfter(self) -> float:  # noqa: N802
        """Return the space of the style, as a paragraph does."""
        return float(self._style.spaceAfter)

    def draw(self) -> None:
        """Draw line by line, from the right where the text runs that way."""
        draw_bar(self.canv, self._style, len(self._fitted) * self._style.leading)
        y = len(self._fitted) * self._style.leading - self._style.fontSize
        for line in self._fitted:
            self._draw_line(line, y)
            y -= self._style.leading

    def _draw_line(self, line: str, y: float) -> None:
        drawn = visual(line, self._rtl)
        pieces = runs(drawn, ONE_FONT_FOR_BIDI)
        x = self._width - _measured(pieces, self._style.fontSize) if self._rtl else self._style.leftIndent
        text = self.canv.beginText(x, y)
        text.setFillColor(self._style.textColor)
        for name, piece in pieces:
            text.setFont(name, self._style.fontSize)
            text.textOut(piece)
        self.canv.drawText(text)

    def _broken(self, width: float) -> list[str]:
        lines, current = [], ""
        for word in self._text.split(" "):
            candidate = f"{current} {word}" if current else word
            if self._fits(candidate, width):
                current = candidate
                continue
            if current:
                lines.append(current)
            current = word
            while not self._fits(current, width):
                cut = self._longest(current, width)
                lines.append(current[:cut])
                current = current[cut:]
        return [*lines, current]

    def _longest(self, word: str, width: float) -> int:
        low, high = 1, len(word)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self._fits(word[:middle], width) else (low, middle - 1)
        return low

    def _fits(self, text: str, width: float) -> bool:
        if len(text) > _LONGEST_LINE:
            return False
        return _measured(runs(visual(text, self._rtl), ONE_FONT_FOR_BIDI), self._style.fontSize) <= width


def _measured(pieces: list[tuple[str, str]], size: float) -> float:
    return sum(float(pdfmetrics.stringWidth(piece, name, size)) for name, piece in pieces)
