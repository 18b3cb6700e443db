"""Lines drawn by hand: taken down point by point, kept as parts of the space, and turned into smooth paths."""

from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QPainterPath

from desktop.models.hand import Strokes

_NEAR = 1.0  # pixels: a point that lies nearer than this to the last one says nothing new

Point = tuple[float, float]


class PenLines:
    """The strokes of one signature, each as points from 0 to 1 of the space to sign in."""

    def __init__(self) -> None:
        self._strokes: list[list[Point]] = []
        self._outside = False

    def strokes(self) -> Strokes:
        """Return what was drawn so far, the stroke that is being drawn included."""
        return tuple(tuple(stroke) for stroke in self._strokes)

    def put(self, strokes: Strokes) -> None:
        """Take these strokes instead."""
        self._strokes = [list(stroke) for stroke in strokes if stroke]

    def begin(self, at: QPointF, space: QSizeF) -> None:
        """Begin a stroke at a place in a space of this many pixels."""
        self._strokes.append([_part(at, space)])
        self._outside = False

    def go_on(self, at: QPointF, space: QSizeF) -> None:
        """Draw on; outside of the space there is nothing but the place where the line left it."""
        stroke, point = self._strokes[-1], _part(at, space)
        inside = 0 <= at.x() <= space.width() and 0 <= at.y() <= space.height()
        if (inside or not self._outside) and _distance(stroke[-1], point, space) >= _NEAR:
            stroke.append(point)
        self._outside = not inside

    def undo(self) -> None:
        """Take the last stroke away."""
        del self._strokes[-1:]

    def path(self, space: QSizeF) -> QPainterPath:
        """Return the strokes as they are seen in a space of this many pixels."""
        path = QPainterPath()
        for stroke in self._strokes:
            _trace(path, [QPointF(x * space.width(), y * space.height()) for x, y in stroke])
        return path


def _trace(path: QPainterPath, points: list[QPointF]) -> None:
    """Lead a path through the middles between points, so that it has no corners; one point alone is a dot."""
    path.moveTo(points[0])
    for before, after in zip(points[1:], points[2:], strict=False):
        path.quadTo(before, (before + after) / 2)
    path.lineTo(points[-1] if len(points) > 1 else points[0] + QPointF(0.01, 0))


def _part(at: QPointF, space: QSizeF) -> Point:
    return _within(at.x() / space.width()), _within(at.y() / space.height())


def _within(part: float) -> float:
    return round(min(1.0, max(0.0, part)), 5)


def _distance(one: Point, other: Point, space: QSizeF) -> float:
    return abs(one[0] - other[0]) * space.width() + abs(one[1] - other[1]) * space.height()
