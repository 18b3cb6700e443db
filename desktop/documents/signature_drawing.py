"""What is drawn in a signature field."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from desktop.documents.faces import SLANTED, TEXT, cleaned, register, runs
from desktop.documents.style import INK, MUTED
from desktop.i18n import _
from desktop.wording import day


def signature_drawing(name: str, moment: datetime, width: float, height: float) -> bytes:
    """Return a one-page PDF of this size (points) with the name, the moment and what it is."""
    buffer = BytesIO()
    font: Any = register(TEXT)  # the stubs take a font's name for a number
    canvas = Canvas(buffer, pagesize=(width, height), invariant=1, initialFontName=font)
    canvas.setFillColor(INK)
    _fitted(canvas, name, 12, height - 28, SLANTED, 17, width - 24)
    canvas.setFillColor(MUTED)
    when = moment.astimezone(UTC)
    words = _("Digitally signed on {day}, {time} UTC").format(day=day(when.date()), time=f"{when:%H:%M}")
    _fitted(canvas, words, 12, 14, TEXT, 8, width - 24)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _fitted(canvas: Canvas, text: str, x: float, y: float, font: str, size: float, width: float) -> None:
    """Write one line, smaller if it is wide; one that is still too wide is cut with an ellipsis."""
    line = " ".join(cleaned(text).split())
    while size > 8 and _width(canvas, line, font, size) > width:
        size -= 1
    while len(line) > 2 and _width(canvas, line, font, size) > width:
        line = line[:-2].rstrip() + "…"
    for name, piece in runs(line, font):
        canvas.setFont(name, size)
        canvas.drawString(x, y, piece)
        x += canvas.stringWidth(piece, name, size)


def _width(canvas: Canvas, line: str, font: str, size: float) -> float:
    return sum(float(canvas.stringWidth(piece, name, size)) for name, piece in runs(line, font))
