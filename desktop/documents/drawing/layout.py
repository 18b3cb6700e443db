"""The pieces of layout that every part of a note is put together from."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from reportlab.platypus import CondPageBreak, Flowable, Spacer, Table, TableStyle

from desktop.documents.drawing.faces import TEXT
from desktop.documents.drawing.marks import SectionHead
from desktop.documents.drawing.style import LINE, PAGE_HEIGHT, PANEL, WIDTH, Look, Styles
from desktop.documents.drawing.words import flow, one_line
from desktop.wording import day

FONT = ("FONTNAME", (0, 0), (-1, -1), TEXT)
"""For every table: ReportLab's own default would name a font that is not embedded."""

_TWO_LINES = 36.0
_MOST_KEPT = PAGE_HEIGHT / 3


class DataTable(Table):
    """Columns under their heads, which every page repeats."""


class FactTable(Table):
    """Labels with what they stand for, side by side to save room: a list for those who hear it."""


def heading(text: str, look: Look, style: Styles) -> list[Flowable]:
    """Return a section's heading, which is a bookmark too; `keep` is what must not be parted from it."""
    return [SectionHead(one_line(text, style.heading), " ".join(text.split()), look)]


def kept(parts: Sequence[Flowable]) -> list[Flowable]:
    """Return `parts` so that they begin on a new page rather than without two lines of what follows."""
    height = sum(part.wrap(WIDTH, PAGE_HEIGHT)[1] + part.getSpaceBefore() + part.getSpaceAfter() for part in parts)
    return [CondPageBreak(min(height + _TWO_LINES, _MOST_KEPT)), *parts]


def facts(pairs: Sequence[tuple[str, str]], style: Styles, columns: int = 2) -> Flowable:
    """Return labels with what they stand for, several pairs to a row; a long one flows over pages."""
    cells: list[list[Flowable]] = [
        [one_line(label, style.label), *flow(text, style.value)] for label, text in pairs if text
    ]
    cells += [list[Flowable]()] * (-len(cells) % columns)
    rows: list[list[list[Flowable]]] = [cells[i : i + columns] for i in range(0, len(cells), columns)]
    made = FactTable(rows, colWidths=[WIDTH / columns] * columns, splitInRow=1, hAlign="LEFT")
    made.setStyle(TableStyle([FONT, ("VALIGN", (0, 0), (-1, -1), "TOP"), *tight(below=7)]))
    return made


def labelled(label: str, text: str, style: Styles) -> list[Flowable]:
    """Return a text that may be long below its label; nothing where there is no text."""
    return [*kept([one_line(label, style.label)]), *flow(text, style.cell), Spacer(1, 7)] if text.strip() else []


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float], style: Styles) -> Flowable:
    """Return a table that repeats its head on each page and splits rows that are longer than a page."""
    total = sum(widths)
    data: list[list[Any]] = [[one_line(head, style.head) for head in heads]]
    data += [[flow(cell, style.cell) for cell in row] for row in rows]
    made = DataTable(
        data, colWidths=[WIDTH * width / total for width in widths], repeatRows=1, splitInRow=1, hAlign="LEFT"
    )
    lines = [("LINEBELOW", (0, 0), (-1, 0), 0.8, LINE), ("LINEBELOW", (0, 1), (-1, -1), 0.4, LINE)]
    made.setStyle(TableStyle([FONT, ("VALIGN", (0, 0), (-1, -1), "TOP"), *lines, *tight(above=3, below=4)]))
    return made


def panel(parts: Sequence[Flowable]) -> Flowable:
    """Return `parts` on a quiet ground."""
    made = Table([[list(parts)]], colWidths=[WIDTH], splitInRow=1, hAlign="LEFT")
    made.setStyle(TableStyle([FONT, *tight(left=14, right=14, above=10, below=10)]))
    made.setStyle(TableStyle([("BACKGROUND", (0, 0), (-1, -1), PANEL), ("ROUNDEDCORNERS", [6, 6, 6, 6])]))
    return made


def tight(
    left: float = 0, right: float = 8, above: float = 0, below: float = 0
) -> list[tuple[str, tuple[int, int], tuple[int, int], float]]:
    """Return the paddings of all cells of a table, in points."""
    sides = {"LEFTPADDING": left, "RIGHTPADDING": right, "TOPPADDING": above, "BOTTOMPADDING": below}
    return [(name, (0, 0), (-1, -1), value) for name, value in sides.items()]


def iso_day(text: str) -> str:
    """Return a day of a record in words, "" for none."""
    return day(date.fromisoformat(text)) if text else ""
