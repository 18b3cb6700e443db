"""Pages of a PDF for a screen: their sizes at once, each drawn when it comes into sight."""

from desktop.documents.judging.preview import page_across, page_sizes
from desktop.presenters.pages import PageImage, Pages


def pages_of(pdf: bytes) -> Pages:
    """Return the pages of a file; raise Problem if it cannot be opened."""
    return Pages(page_sizes(pdf), lambda number, width: PageImage(*page_across(pdf, number, width)))
