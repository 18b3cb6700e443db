"""Tagged drawing: which words on a page belong to which element of the document's structure.

Everything on a page is decoration (an artifact) unless it is drawn inside `TaggedCanvas.tagged`, so that nothing can
stay without a mark (PDF/UA-1, 7.1).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject


@dataclass(eq=False, slots=True)
class Element:
    """A part of the document for those who hear it: its role ("H1", "P", "TD" …), and where it is drawn.

    `pieces` are the numbers of a page (from 0) and of a marked piece on it. What is `once` is read on the first page
    that shows it and is decoration on all others: the head of a table.
    """

    role: str
    once: bool = False
    children: list["Element"] = field(default_factory=list)
    pieces: list[tuple[int, int]] = field(default_factory=list)

    def add(self, role: str, once: bool = False) -> "Element":
        """Return a new last child."""
        self.children.append(Element(role, once))
        return self.children[-1]


class TaggedCanvas(Canvas):
    """A canvas that marks what is drawn as part of an element or as decoration."""

    _marked = 0

    @contextmanager
    def tagged(self, element: Element | None) -> Iterator[None]:
        """Mark what is drawn inside as a piece of `element`; as decoration if there is none, or it was read before."""
        page = self.getPageNumber() - 1
        if element is None or (element.once and any(shown != page for shown, _piece in element.pieces)):
            yield
            return
        element.pieces.append((page, self._marked))
        self._operators.append(f"EMC /{element.role} <</MCID {self._marked}>> BDC")
        self._marked += 1
        yield
        self._operators.append("EMC /Artifact BMC")

    def close_marks(self) -> None:
        """Mark what is left of the page as decoration; nothing may be drawn on it afterwards."""
        self._operators.insert(0, "/Artifact BMC")
        self._operators.append("EMC")

    def beginText(self, x: float = 0, y: float = 0, direction: Any = None) -> PDFTextObject:  # noqa: N802
        """Return a text object whose lines end with a blank."""
        return _SpacedText(self, x, y, direction=direction)

    def _startPage(self) -> None:  # noqa: N802
        super()._startPage()  # type: ignore[misc]
        self._marked = 0

    @property
    def _operators(self) -> list[str]:
        code: list[str] = getattr(self, "_code")  # noqa: B009 - the stubs do not know it
        return code


class _SpacedText(PDFTextObject):
    """ReportLab drops the blank where a line breaks; read aloud, two words would become one."""

    def _textOut(self, text: str, TStar: int = 0) -> None:  # noqa: N802, N803
        super()._textOut(f"{text} " if TStar else text, TStar)  # type: ignore[misc]
