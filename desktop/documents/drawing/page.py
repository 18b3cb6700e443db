"""What stands on every page: band, footer with page numbers and digest; and the places kept for form fields.

The band of an OKR note runs along the top, that of a performance note along the side: a print in grey tells them apart.
"""

from dataclasses import dataclass
from typing import Any

from reportlab.platypus import Flowable

from desktop.documents.drawing.faces import TEXT, register
from desktop.documents.drawing.single_line import write
from desktop.documents.drawing.style import BAR, LINE, MARGIN, MUTED, PAGE_HEIGHT, PAGE_WIDTH, WIDTH, Look
from desktop.documents.drawing.tags import Element, TaggedCanvas
from desktop.i18n import _

BAND = 8.0
SIGNATURE_HEIGHT = 62.0


@dataclass(frozen=True, slots=True)
class FieldPlace:
    """Where a form field goes: its name, what it says of itself, page number from 0, rectangle in points, element."""

    name: str
    tip: str
    page: int
    rect: tuple[float, float, float, float]
    form: Element


class NoteCanvas(TaggedCanvas):
    """A canvas that knows how many pages there are before it writes the first footer.

    Pages are kept until the end; `places` collects where form fields go.
    """

    def __init__(self, *args: Any, look: Look, footer: str, places: list[FieldPlace], **kwargs: Any) -> None:
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
            self.close_marks()
            super().showPage()
        super().save()

    def _frame(self, number: int, count: int) -> None:
        self.saveState()
        self.setFillColor(self._look.accent)
        if self._look.kind == "okr":
            self.rect(0, PAGE_HEIGHT - BAND, PAGE_WIDTH, BAND, stroke=0, fill=1)
        else:
            self.rect(0, 0, BAND * 1.5, PAGE_HEIGHT, stroke=0, fill=1)
        self.setStrokeColor(LINE)
        self.line(MARGIN, 44, PAGE_WIDTH - MARGIN, 44)
        self.setFillColor(MUTED)
        write(self, self._footer, (MARGIN, 31), WIDTH - 90, TEXT, 7.5)
        self.setFont(register(TEXT), 7.5)
        self.drawRightString(PAGE_WIDTH - MARGIN, 31, _("Page {n} of {all}").format(n=number, all=count))
        self.restoreState()


class SignatureBox(Flowable):
    """A box to sign in, what signing means above it and who signs below; the field is made with the finished file."""

    def __init__(self, field: str, tip: str, meaning: Flowable, name: Flowable) -> None:
        super().__init__()
        self._field = (field, tip)
        self.meaning = meaning
        self.name = name
        self.form = Element("Form")

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take the whole width."""
        above, below = (part.wrap(WIDTH, height)[1] for part in (self.meaning, self.name))
        self._floor = below + 4
        return WIDTH, self._floor + SIGNATURE_HEIGHT + 6 + above

    def draw(self) -> None:
        """Draw the meaning, the box and the name, and remember where the field goes."""
        canvas, width = self.canv, WIDTH * 0.62
        self.name.drawOn(canvas, 0, 0)
        self.meaning.drawOn(canvas, 0, self._floor + SIGNATURE_HEIGHT + 6)
        canvas.setStrokeColor(BAR)
        canvas.setLineWidth(0.8)
        canvas.roundRect(0, self._floor, width, SIGNATURE_HEIGHT, 5, stroke=1, fill=0)
        keep_place(canvas, *self._field, (0, self._floor, width, SIGNATURE_HEIGHT), self.form)


def keep_place(canvas: Any, field: str, tip: str, box: tuple[float, float, float, float], form: Element) -> None:
    """Remember where a field goes: `box` is left, bottom, width and height from where the flowable is drawn."""
    if not isinstance(canvas, NoteCanvas):
        raise TypeError("a form field needs a canvas that collects its place")
    x, y, width, height = box
    left, bottom = canvas.absolutePosition(x, y)
    rect = (left, bottom, left + width, bottom + height)
    canvas.places.append(FieldPlace(field, tip, canvas.getPageNumber() - 1, rect, form))
