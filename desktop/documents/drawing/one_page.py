"""A page of its own that becomes the appearance of a field: drawn like the pages of a note, with the same fonts."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from pikepdf import Pdf

from desktop.documents.drawing.faces import TEXT, register
from desktop.documents.drawing.tags import TaggedCanvas
from desktop.documents.drawing.unicode_maps import mend_unicode_maps


def one_page(width: float, height: float, draw: Callable[[TaggedCanvas], None]) -> bytes:
    """Return a one-page PDF of this size (points) with what `draw` puts on it; the words copy out as typed."""
    buffer = BytesIO()
    font: Any = register(TEXT)  # the stubs take a font's name for a number
    canvas = TaggedCanvas(buffer, pagesize=(width, height), invariant=1, initialFontName=font)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    with Pdf.open(buffer) as pdf:
        mend_unicode_maps(pdf)
        out = BytesIO()
        pdf.save(out, deterministic_id=True)
        return out.getvalue()
