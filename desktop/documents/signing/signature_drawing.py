"""What is drawn in a signature field: the name or the hand-drawn strokes, who that is, and when."""

from dataclasses import dataclass
from datetime import UTC, datetime

from desktop.documents.drawing.faces import SLANTED, TEXT
from desktop.documents.drawing.one_page import one_page
from desktop.documents.drawing.single_line import write
from desktop.documents.drawing.style import INK, MUTED
from desktop.documents.drawing.tags import TaggedCanvas
from desktop.i18n import _
from desktop.models.hand import SPACE_TO_SIGN, Strokes
from desktop.wording import day

_EDGE = 12.0
_BELOW_STROKES = 32.0


@dataclass(frozen=True, slots=True)
class Seen:
    """What a signature shows: who signed, as what, when, what for; `strokes` where it was drawn by hand."""

    name: str
    role: str
    moment: datetime
    reason: str
    strokes: Strokes = ()


def signature_drawing(seen: Seen, width: float, height: float) -> bytes:
    """Return a one-page PDF of this size (points): name or strokes above, the rest below."""

    def draw(canvas: TaggedCanvas) -> None:
        room = width - 2 * _EDGE
        canvas.setFillColor(MUTED)
        write(canvas, seen.reason, (_EDGE, 6), room, TEXT, 7, smallest=6)
        write(canvas, _signed_on(seen.moment), (_EDGE, 15), room, TEXT, 7, smallest=6)
        if seen.strokes:
            write(canvas, _joined(seen.name, seen.role), (_EDGE, 24), room, TEXT, 7, smallest=6)
            _draw_strokes(canvas, seen.strokes, width, height)
        else:
            write(canvas, seen.role, (_EDGE, 24), room, TEXT, 7, smallest=6)
            canvas.setFillColor(INK)
            write(canvas, seen.name, (_EDGE, height - 24), room, SLANTED, 17, smallest=8)

    return one_page(width, height, draw)


def _signed_on(moment: datetime) -> str:
    when = moment.astimezone(UTC)
    return _("Digitally signed on {day}, {time} UTC").format(day=day(when.date()), time=f"{when:%H:%M}")


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _draw_strokes(canvas: TaggedCanvas, strokes: Strokes, width: float, height: float) -> None:
    """Draw the strokes as lines in the proportions they were drawn in; a single point is a dot.

    Points beyond the space are drawn at its edge.
    """
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(1.3)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    tall = height - _BELOW_STROKES - 3
    wide = min(width - 2 * _EDGE, tall * SPACE_TO_SIGN)
    path = canvas.beginPath()
    for stroke in strokes:
        for number, (x, y) in enumerate(stroke if len(stroke) > 1 else stroke * 2):
            place = (_EDGE + _within(x) * wide, _BELOW_STROKES + (1 - _within(y)) * tall)
            (path.lineTo if number else path.moveTo)(*place)
    canvas.drawPath(path)


def _within(part: float) -> float:
    return min(1.0, max(0.0, part))
