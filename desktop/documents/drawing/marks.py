"""What is drawn rather than written: the sign of a kind, section heads, the scale of a key result."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from reportlab.platypus import Flowable

from desktop.documents.drawing.style import LINE, WIDTH, Look


class Sign(Flowable):
    """The drawn sign of a kind: a target for OKRs, a rising line for performance."""

    SIZE = 38.0

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the fixed size."""
        return self.SIZE, self.SIZE

    def draw(self) -> None:
        """Draw the sign in white on its accent."""
        canvas = self.canv
        canvas.setFillColor(self._look.accent)
        canvas.roundRect(0, 0, self.SIZE, self.SIZE, 9, stroke=0, fill=1)
        canvas.translate(self.SIZE / 2 - 17, self.SIZE / 2 - 17)
        canvas.setStrokeGray(1)
        canvas.setFillGray(1)
        canvas.setLineWidth(2)
        canvas.setLineCap(1)
        canvas.setLineJoin(1)
        drawings: dict[str, Callable[[], None]] = {"okr": self._target, "performance": self._rise}
        drawings[self._look.kind]()

    def _target(self) -> None:
        self.canv.circle(17, 17, 11)
        self.canv.circle(17, 17, 6.2)
        self.canv.circle(17, 17, 2, stroke=0, fill=1)

    def _rise(self) -> None:
        path = self.canv.beginPath()
        for step, (x, y) in enumerate(((6, 10), (13, 18), (18, 14), (28, 25))):
            (path.lineTo if step else path.moveTo)(x, y)
        for step, (x, y) in enumerate(((21, 25), (28, 25), (28, 18))):
            (path.lineTo if step else path.moveTo)(x, y)
        self.canv.drawPath(path)


class SectionHead(Flowable):
    """The heading of a section: underlined in an OKR note, on a tint in a performance note.

    `bookmark` is what the document puts into its outline.
    """

    def __init__(self, words: Flowable, bookmark: str, look: Look) -> None:
        super().__init__()
        self.bookmark = bookmark
        self.words = words
        self._look = look
        self._pad = 9.0 if look.kind == "performance" else 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take the whole width and what the words need."""
        self._height = self.words.wrap(WIDTH - 2 * self._pad, height)[1]
        return WIDTH, self._height + 8

    def getSpaceBefore(self) -> float:  # noqa: N802
        """Return the space of the words' style."""
        return float(self.words.getSpaceBefore())

    def getSpaceAfter(self) -> float:  # noqa: N802
        """Return the space of the words' style."""
        return float(self.words.getSpaceAfter())

    def draw(self) -> None:
        """Draw the ground or the line, and the words."""
        canvas = self.canv
        if self._look.kind == "performance":
            canvas.setFillColor(self._look.tint)
            canvas.roundRect(0, 0, WIDTH, self._height + 8, 5, stroke=0, fill=1)
        else:
            canvas.setStrokeColor(self._look.accent)
            canvas.setLineWidth(1.2)
            canvas.line(0, 0.6, WIDTH, 0.6)
        self.words.drawOn(canvas, self._pad, 4)


class LevelScale(Flowable):
    """The four levels of a key result as a line with equal steps, and where its values lie on it.

    `marks` are the values to show, the filled one last; a value beyond the line is drawn at its end.
    """

    HEIGHT = 16.0

    def __init__(self, levels: Sequence[str], marks: Sequence[tuple[str, bool]], look: Look) -> None:
        super().__init__()
        self._levels = [Decimal(level) for level in levels]
        self._marks = [(Decimal(value), filled) for value, filled in marks]
        self._look = look

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take the whole width."""
        return WIDTH, self.HEIGHT

    def draw(self) -> None:
        """Draw the line, a stroke for each level and a dot for each value."""
        canvas, step = self.canv, WIDTH / 4
        canvas.setLineCap(1)
        canvas.setLineWidth(4)
        canvas.setStrokeColor(LINE)
        canvas.line(2, 6, 3 * step + step / 2, 6)
        canvas.setStrokeColor(self._look.tint)
        canvas.line(step, 6, 3 * step, 6)
        canvas.setLineWidth(1)
        canvas.setStrokeColor(self._look.accent)
        for number in range(4):
            canvas.line(number * step + 1, 1, number * step + 1, 11)
        for value, filled in self._marks:
            canvas.setFillColor(self._look.accent) if filled else canvas.setFillGray(1)
            canvas.setLineWidth(1.4)
            canvas.circle(max(1.0, 1 + place(self._levels, value) * step), 6, 4, stroke=1, fill=1)


def place(levels: Sequence[Decimal], value: Decimal) -> float:
    """Return where `value` lies among rising or falling levels, in steps from the first one (0 to 3.5)."""
    turned = -1 if levels[-1] < levels[0] else 1
    points, at = [level * turned for level in levels], value * turned
    if at <= points[0]:
        return 0.0
    for number in range(len(points) - 1):
        low, high = points[number], points[number + 1]
        if at < high:
            return number + float((at - low) / (high - low))
    return len(points) - 1 + min(0.5, float((at - points[-1]) / (points[-1] - points[-2])))
