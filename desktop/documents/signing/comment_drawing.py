"""What is drawn in the comment field: every script with its own font, smaller where there is much to say."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from desktop.documents.drawing.one_page import one_page
from desktop.documents.drawing.style import comment_style
from desktop.documents.drawing.tags import TaggedCanvas
from desktop.documents.drawing.words import flow

_PAD = 4.0
_SIZES = (10.0, 9.0, 8.0, 7.0, 6.0, 5.0)
_MOST_FOR_TRIAL = 12_000
"""Characters; a longer text goes at the smallest size at once."""


def comment_drawing(text: str, width: float, height: float) -> bytes:
    """Return a one-page PDF of this size (points) with `text`; what does not fit at 5 points runs on below the edge."""

    def draw(canvas: TaggedCanvas) -> None:
        top = height - _PAD
        for part in _fitting(text, width - 2 * _PAD, height - 2 * _PAD):
            top -= part.wrap(width - 2 * _PAD, height)[1]
            part.drawOn(canvas, _PAD, top)

    return one_page(width, height, draw)


def _fitting(text: str, width: float, height: float) -> Sequence[Flowable]:
    """Return the lines at the largest size at which they fit, at the smallest if they never do."""
    if not text.strip():
        return []
    sizes = _SIZES if len(text) <= _MOST_FOR_TRIAL else _SIZES[-1:]
    parts: Sequence[Flowable] = []
    for size in sizes:
        parts = flow(text, comment_style(size))
        if sum(part.wrap(width, height)[1] for part in parts) <= height:
            break
    return parts
