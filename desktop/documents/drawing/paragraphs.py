"""Paragraphs that know whose words they are (a bar at the edge) and which element of the structure they belong to."""

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph

from desktop.documents.drawing.faces import ONE_FONT_FOR_BIDI, runs
from desktop.documents.drawing.reading_order import runs_right_to_left, visual
from desktop.documents.drawing.single_line import measured
from desktop.documents.drawing.tags import Element, TaggedCanvas

_LONGEST_LINE = 400
"""Characters; no page is so wide, and measuring an endless word as a whole would take minutes."""


class Words(Paragraph):
    """A paragraph with the bar of its style; its parts on several pages are one element of the structure."""

    element: Element | None = None

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to read."""
        return not self.getPlainText().strip()

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return the part that fits `height` and the rest."""
        parts: list[Flowable] = super().split(width, height)
        for part in parts:
            if isinstance(part, Words):
                part.element = self.element
        return parts

    def draw(self) -> None:
        """Draw bar and words."""
        draw_bar(self.canv, self.style, self.height)
        with _canvas(self).tagged(self.element):
            super().draw()


def _canvas(flowable: Flowable) -> TaggedCanvas:
    if not isinstance(flowable.canv, TaggedCanvas):
        raise TypeError("words are drawn on a canvas that tags them")
    return flowable.canv


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
        self.style = style
        self._lines = lines
        self._rtl = runs_right_to_left(text)
        self._at_right = self._rtl and not style.at_left
        self._width = 0.0
        self.element: Element | None = None

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to read; there always is."""
        return False

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Break the text into lines of at most `width` points."""
        self._width = width
        self._fitted = self._lines if self._lines is not None else self._broken(width - self.style.leftIndent)
        return width, len(self._fitted) * self.style.leading

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return the part that fits `height` and the rest."""
        self.wrap(width, height)
        fitting = int(height // self.style.leading)
        if fitting < 1:
            return []
        if fitting >= len(self._fitted):
            return [self]
        parts = (self._fitted[:fitting], self._fitted[fitting:])
        made = [BidiText(self._text, self.style, part) for part in parts]
        for part in made:
            part.element = self.element
        return list(made)

    def getSpaceBefore(self) -> float:  # noqa: N802
        """Return the space of the style, as a paragraph does."""
        return float(self.style.spaceBefore)

    def getSpaceAfter(self) -> float:  # noqa: N802
        """Return the space of the style, as a paragraph does."""
        return float(self.style.spaceAfter)

    def draw(self) -> None:
        """Draw line by line, from the right where the text runs that way."""
        draw_bar(self.canv, self.style, len(self._fitted) * self.style.leading)
        y = len(self._fitted) * self.style.leading - self.style.fontSize
        with _canvas(self).tagged(self.element):
            for line in self._fitted:
                self._draw_line(line, y)
                y -= self.style.leading

    def _draw_line(self, line: str, y: float) -> None:
        drawn = visual(line, self._rtl)
        pieces = runs(drawn, ONE_FONT_FOR_BIDI)
        x = self._width - measured(pieces, self.style.fontSize) if self._at_right else self.style.leftIndent
        text = self.canv.beginText(x, y)
        text.setFillColor(self.style.textColor)
        for name, piece in pieces:
            text.setFont(name, self.style.fontSize)
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
        return measured(runs(visual(text, self._rtl), ONE_FONT_FOR_BIDI), self.style.fontSize) <= width
