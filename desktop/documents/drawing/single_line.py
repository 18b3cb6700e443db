"""One line of any script at a fixed place: footers and what is drawn in a signature field."""

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from desktop.documents.drawing.faces import ONE_FONT_FOR_BIDI, cleaned, runs
from desktop.documents.drawing.reading_order import is_bidirectional, runs_right_to_left, visual

Pieces = list[tuple[str, str]]


def pieces_of(line: str, font: str) -> Pieces:
    """Return a line as (font, text) in the order in which it is drawn from left to right."""
    if is_bidirectional(line):
        return runs(visual(line, runs_right_to_left(line)), ONE_FONT_FOR_BIDI)
    return runs(line, font)


def measured(pieces: Pieces, size: float) -> float:
    """Return how wide pieces are, in points."""
    return sum(float(pdfmetrics.stringWidth(piece, name, size)) for name, piece in pieces)


def write(
    canvas: Canvas,
    text: str,
    place: tuple[float, float],
    width: float,
    font: str,
    size: float,
    smallest: float | None = None,
) -> None:
    """Write one line at `place`, smaller down to `smallest` if it is wide; then it is cut with an ellipsis."""
    line = " ".join(cleaned(text).split())[:500]
    while size > (smallest or size) and measured(pieces_of(line, font), size) > width:
        size -= 1
    whole = line
    while line and measured(pieces_of(line, font), size) > width:
        whole = whole[: min(len(whole) - 1, int(len(whole) * 0.95))].rstrip()
        line = whole and f"{whole}…"
    x, y = place
    for name, piece in pieces_of(line, font):
        canvas.setFont(name, size)
        canvas.drawString(x, y, piece)
        x += canvas.stringWidth(piece, name, size)
