"""How a note looks on paper: one typography, two accents."""

from collections.abc import Mapping
from dataclasses import dataclass

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle

from desktop.documents.drawing.faces import SLANTED, STRONG, TEXT, register

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN = 56.0
WIDTH = PAGE_WIDTH - 2 * MARGIN
INK, MUTED, LINE = HexColor("#1A2130"), HexColor("#566072"), HexColor("#D9DDE4")
BAR, PANEL = HexColor("#A9B1BF"), HexColor("#F4F5F8")


@dataclass(frozen=True, slots=True)
class Look:
    """What sets the two kinds apart at first sight: accent, tint, drawn sign, and where the band runs."""

    kind: str
    accent: Color
    tint: Color


LOOKS: Mapping[str, Look] = {
    "okr": Look("okr", HexColor("#0B6B6B"), HexColor("#E0F1F0")),
    "performance": Look("performance", HexColor("#7A3A8C"), HexColor("#F4E8F7")),
}


@dataclass(frozen=True, slots=True)
class Styles:
    """The paragraph styles of a note."""

    title: ParagraphStyle
    subtitle: ParagraphStyle
    heading: ParagraphStyle
    objective: ParagraphStyle
    prompt: ParagraphStyle
    about: ParagraphStyle
    employee: ParagraphStyle
    employee_words: ParagraphStyle
    manager: ParagraphStyle
    manager_words: ParagraphStyle
    body: ParagraphStyle
    quiet: ParagraphStyle
    label: ParagraphStyle
    cell: ParagraphStyle
    value: ParagraphStyle
    strong: ParagraphStyle
    head: ParagraphStyle
    rule: ParagraphStyle
    small: ParagraphStyle
    mono: ParagraphStyle


def styles(look: Look) -> Styles:
    """Return the styles in the accent of a kind."""
    for font in (TEXT, STRONG, SLANTED):
        register(font)
    mine, theirs = look.accent, MUTED
    return Styles(
        title=_style("title", STRONG, 21, 27, INK),
        subtitle=_style("subtitle", TEXT, 11, 15, MUTED),
        heading=_style("heading", STRONG, 12.5, 16, look.accent, before=18, after=7),
        objective=_style("objective", STRONG, 11, 15, INK, after=2),
        prompt=_style("prompt", STRONG, 10, 14, INK, before=9, after=2),
        about=_style("about", SLANTED, 9, 12.5, MUTED, before=3, after=1),
        employee=_style("employee", STRONG, 8, 12, mine, before=4, indent=10, bar=mine, at_left=True),
        employee_words=_style("employee_words", TEXT, 10, 14.5, INK, indent=10, bar=mine),
        manager=_style("manager", STRONG, 8, 12, theirs, before=4, indent=10, bar=BAR, at_left=True),
        manager_words=_style("manager_words", TEXT, 10, 14.5, INK, indent=10, bar=BAR),
        body=_style("body", TEXT, 10, 14.5, INK),
        quiet=_style("quiet", SLANTED, 9, 13, MUTED, before=12),
        label=_style("label", TEXT, 8, 11, MUTED),
        cell=_style("cell", TEXT, 9, 12.5, INK, at_left=True),
        value=_style("value", TEXT, 9, 12.5, INK, at_left=True),
        strong=_style("strong", STRONG, 9, 12.5, INK),
        head=_style("head", STRONG, 8, 11, MUTED),
        rule=_style("rule", STRONG, 10.5, 15, look.accent),
        small=_style("small", TEXT, 8, 11.5, MUTED),
        mono=_style("mono", TEXT, 7.5, 11, INK),
    )


def comment_style(size: float) -> ParagraphStyle:
    """Return how an answer is drawn in its field, at a size in points."""
    return _style("comment", register(TEXT), size, size * 1.4, INK)


def _style(
    name: str,
    font: str,
    size: float,
    leading: float,
    color: Color,
    before: float = 0,
    after: float = 0,
    indent: float = 0,
    bar: Color | None = None,
    at_left: bool = False,
) -> ParagraphStyle:
    """Return a style; `bar` colours a line at the left edge of the text, which shows whose words these are.

    What is `at_left` begins there even if it is read from the right: a name in a column.
    """
    return ParagraphStyle(
        name,
        fontName=font,
        fontSize=size,
        leading=leading,
        textColor=color,
        spaceBefore=before,
        spaceAfter=after,
        leftIndent=indent,
        splitLongWords=True,
        bar=bar,
        at_left=at_left,
    )
