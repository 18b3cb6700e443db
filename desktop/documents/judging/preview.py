"""Pages of a PDF as pictures, form fields and signature appearances included; scripts in a file are never run."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

import pypdfium2

from desktop.documents.files.locks import spelled
from desktop.models.problems import Problem

_pdfium = Lock()
"""PDFium may be used by one thread at a time."""

_MOST_PIXELS = 24_000_000
"""Of one page: an A4 page as wide as a large screen has far fewer."""


def page_count(pdf: bytes) -> int:
    """Return how many pages there are; raise Problem if the file cannot be opened."""
    with _opened(pdf) as document:
        return len(document)


def page_sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """Return width and height of every page in points, without drawing any; raise Problem as `page_count`."""
    with _opened(pdf) as document:
        return tuple(document.get_page_size(page) for page in range(len(document)))


def page_image(pdf: bytes, page: int, scale: float) -> tuple[int, int, bytes]:
    """Return width, height and RGBA rows of a page (from 0) at `scale` pixels per point."""
    with _opened(pdf) as document:
        return _drawn(document, page, scale)


def page_across(pdf: bytes, page: int, width: int) -> tuple[int, int, bytes]:
    """Return width, height and RGBA rows of a page (from 0) that is `width` pixels wide.

    A page of a strange shape, for which that would fill the memory, comes smaller.
    """
    with _opened(pdf) as document:
        across, high = (max(1.0, side) for side in document.get_page_size(page))
        return _drawn(document, page, min(width / across, (_MOST_PIXELS / (across * high)) ** 0.5))


def printed_text(pdf: bytes, password: str = "") -> str:
    """Return the words that stand on the pages; raise Problem if the file cannot be opened."""
    with _opened(pdf, password) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def drawn_text(pdf: bytes) -> tuple[str, str]:
    """Return the words drawn for the first page: all of them, and those that lie within its edges."""
    with _opened(pdf) as document:
        page = document[0].get_textpage()
        return page.get_text_range(), page.get_text_bounded()


def _drawn(document: pypdfium2.PdfDocument, page: int, scale: float) -> tuple[int, int, bytes]:
    document.init_forms()
    bitmap = document[page].render(scale=scale, may_draw_forms=True, rev_byteorder=True)
    image = bitmap.to_pil().convert("RGBA")
    return image.width, image.height, image.tobytes()


@contextmanager
def _opened(pdf: bytes, password: str = "") -> Iterator[pypdfium2.PdfDocument]:
    with _pdfium:
        try:
            document = pypdfium2.PdfDocument(pdf, password=spelled(password) or None)
        except pypdfium2.PdfiumError as error:
            raise Problem("This file cannot be shown as pages; it may be damaged or locked.") from error
        try:
            yield document
        finally:
            document.close()
