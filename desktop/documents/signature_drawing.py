"""What is drawn in a signature field."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from pikepdf import Pdf
from reportlab.pdfgen.canvas import Canvas

from desktop.documents.faces import SLANTED, TEXT, register
from desktop.documents.single_line import write
from desktop.documents.style import INK, MUTED
from desktop.documents.unicode_maps import mend_unicode_maps
from desktop.i18n import _
from desktop.wording import day


def signature_drawing(name: str, moment: datetime, width: float, height: float) -> bytes:
    """Return a one-page PDF of this size (points) with the name, the moment and what it is."""
    buffer = BytesIO()
    font: Any = register(TEXT)  # the stubs take a font's name for a number
    canvas = Canvas(buffer, pagesize=(width, height), invariant=1, initialFontName=font)
    canvas.setFillColor(INK)
    write(canvas, name, (12, height - 28), width - 24, SLANTED, 17, smallest=8)
    canvas.setFillColor(MUTED)
    when = moment.astimezone(UTC)
    words = _("Digitally signed on {day}, {time} UTC").format(day=day(when.date()), time=f"{when:%H:%M}")
    write(canvas, words, (12, 14), width - 24, TEXT, 8)
    canvas.showPage()
    canvas.save()
    with Pdf.open(buffer) as pdf:
        mend_unicode_maps(pdf)
        out = BytesIO()
        pdf.save(out, deterministic_id=True)
        return out.getvalue()
