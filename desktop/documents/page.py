"""What stands on every page: band, footer with page numbers and digest; and the place kept for the signature."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from desktop.documents.faces import TEXT, cleaned, register, runs
from desktop.documents.style import LINE, MARGIN, MUTED, PAGE_HEIGHT, PAGE_WIDTH, WIDTH, Look
from desktop.i18n import _

BAND = 8.0
SIGNATURE_HEIGHT = 62.0


@dataclass(frozen=True, slots=True)
class SignaturePlace:
    """Where the signature field goes: page number from 0 and the rectangle in points."""

    page: int
    rect: tuple[float, float, float, float]


class NoteCanvas(Canvas):
    """A canvas that knows how many pages there are before it writes the first footer.

    Pages are kept until the end; `places` collects where signature fields go.
    """

    def __init__(self, *args: Any, look: Look, footer: str, places: list[SignaturePlace], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._look = look
        self._footer = footer
        self._kept: list[dict[str, Any]] = []
        self.places = places

    def showPage(self) -> None:  # noqa: N802
        """Keep the page; it is written when the count is known."""
        self._kept.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        """Write all pages with their band and footer."""
        for number, state in enumerate(self._kept, start=1):
            self.__dict__.update(state)
            self._frame(number, len(self._kept))
            super().showPage()
        super().save()

    def _frame(self, number: int, count: int) -> None:
        self.saveState()
        self.setFillColor(self._look.accent)
        self.rect(0, PAGE_HEIGHT - BAND, PAGE_WIDTH, BAND, stroke=0, fill=1)
        self.setStrokeColor(LINE)
        self.line(MARGIN, 44, PAGE_WIDTH - MARGIN, 44)
        self.setFillColor(MUTED)
        write(self, self._footer, MARGIN, 31, TEXT, 7.5)
        self.setFont(register(TEXT), 7.5)
        self.drawRightString(PAGE_WIDTH - MARGIN, 31, _("Page {n} of {all}").format(n=number, all=count))
        self.restoreState()


class SignatureBox(Flowable):
    """A line to sign on, with what signing means above it; the field itself is made when the file is finished."""

    def __init__(self, meaning: Flowable, name: str) -> None:
        super().__init__()
        self._meaning = meaning
        self._name = name

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take the whole width."""
        self._meaning_height = self._meaning.wrap(WIDTH, height)[1]
        return WIDTH, self._meaning_height + SIGNATURE_HEIGHT + 20

    def draw(self) -> None:
        """Draw the meaning, the box and the name, and remember where the field goes."""
        canvas = self.canv
        self._meaning.drawOn(canvas, 0, SIGNATURE_HEIGHT + 20)
        canvas.setStrokeColor(LINE)
        canvas.roundRect(0, 14, WIDTH * 0.62, SIGNATURE_HEIGHT, 4, stroke=1, fill=0)
        canvas.setFillColor(MUTED)
        write(canvas, self._name, 0, 2, TEXT, 8)
        left, bottom = canvas.absolutePosition(0, 14)
        rect = (left, bottom, left + WIDTH * 0.62, bottom + SIGNATURE_HEIGHT)
        canvas.places.append(SignaturePlace(canvas.getPageNumber() - 1, rect))


class Sign(Flowable):
    """The drawn sign of a kind: a target for OKRs, a rising line for performance."""

    SIZE = 34.0

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the fixed size."""
        return self.SIZE, self.SIZE

    def draw(self) -> None:
        """Draw the sign on its tint."""
        canvas = self.canv
        canvas.setFillColor(self._look.tint)
        canvas.roundRect(0, 0, self.SIZE, self.SIZE, 8, stroke=0, fill=1)
        canvas.setStrokeColor(self._look.accent)
        canvas.setFillColor(self._look.accent)
        canvas.setLineWidth(1.8)
        canvas.setLineCap(1)
        drawings: dict[str, Callable[[], None]] = {"okr": self._target, "performance": self._rise}
        drawings[self._look.kind]()

    def _target(self) -> None:
        middle = self.SIZE / 2
        self.canv.circle(middle, middle, 11)
        self.canv.circle(middle, middle, 6.4)
        self.canv.circle(middle, middle, 2, fill=1)

    def _rise(self) -> None:
        path = self.canv.beginPath()
        for step, (x, y) in enumerate(((8, 10), (14, 16), (19, 13), (26, 23))):
            (path.lineTo if step else path.moveTo)(x, y)
        self.canv.drawPath(path)
        self.canv.line(8, 8, 26, 8)
        self.canv.circle(26, 23, 1.6, fill=1)


def write(canvas: Canvas, text: str, x: float, y: float, font: str, size: float) -> None:
    """Write one line whatever its script; what does not fit the page is cut with an ellipsis."""
    line = " ".join(cleaned(text).split())
    width = PAGE_WIDTH - MARGIN - 90 - x
    while len(line) > 1 and _width(canvas, line, font, size) > width:
        line = line[: int(len(line) * 0.9)].rstrip() + "…" if len(line) > 12 else line[:1]
    for name, piece in runs(line, font):
        canvas.setFont(name, size)
        canvas.drawString(x, y, piece)
        x += canvas.stringWidth(piece, name, size)


def _width(canvas: Canvas, line: str, font: str, size: float) -> float:
    return sum(float(canvas.stringWidth(piece, name, size)) for name, piece in runs(line, font))


