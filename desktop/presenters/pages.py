"""The pages of a file to look at: how large they are, and each drawn when it is wanted."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page as pixels: width, height, and rows of 32-bit RGBA."""

    width: int
    height: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of one file.

    `sizes` are width and height of each, in points. `draw(number, width)` returns a page (from 0) that many pixels
    wide (slow; a worker's); it raises Problem if the page cannot be drawn.
    """

    sizes: tuple[tuple[float, float], ...]
    draw: Callable[[int, int], PageImage]

    def __len__(self) -> int:
        """Return how many pages there are."""
        return len(self.sizes)
