"""How somebody signs by hand: a name, and the lines they drew, if they drew any."""

from dataclasses import dataclass

Strokes = tuple[tuple[tuple[float, float], ...], ...]
"""Lines drawn by hand, each a row of points: x from 0 (left) to 1, y from 0 (top) to 1 of the space to sign in."""

SPACE_TO_SIGN = 4.0
"""How many times as wide as high the space is that strokes are drawn in; what shows them keeps to it."""


@dataclass(frozen=True, slots=True)
class Hand:
    """Who signs; without strokes the name is drawn instead."""

    name: str
    strokes: Strokes = ()
