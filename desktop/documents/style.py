"""How a note looks on paper: one typography, two accents."""

from collections.abc import Mapping
from dataclasses import dataclass

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle

from desktop.documents.faces import SLANTED, STRONG, TEXT, register

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN = 56.0
WIDTH = PAGE_WIDTH - 2 * MARGIN
INK, MUTED, LINE = HexColor("#1A2130"), HexColor("#566072"), HexColor("#D9DDE4")


@dataclass(frozen=True, slots=True)
class Look:
    """What sets the two kinds apart at first sight: accent, tint, and the drawn sign in the band."""

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
    prompt: ParagraphStyle
    about: ParagraphStyle
    voice: ParagraphStyle
    body: ParagraphStyle
    quiet: ParagraphStyle
    label: ParagraphStyle
    cell: ParagraphStyle
    head: ParagraphStyle
    rule: ParagraphStyle
    small: ParagraphStyle
    mono: ParagraphStyle


def styles(look: Look) -> Styles:
    """Return the styles in the accent of a kind."""
    for font in (TEXT, STRONG, SLANTED):
        register(font)
    return Styles(
        title=_style("title", STRONG, 19, 24, INK),
        subtitle=_style("subtitle", TEXT, 11, 15, MUTED),
        heading=_style("heading", STRONG, 12.5, 17, look.accent, before=14, after=4),
        prompt=_style("prompt", STRONG, 10, 14, INK, before=6, after=2),
        about=_style("about", SLANTED, 9, 12.5, MUTED, after=1),
        voice=_style("voice", STRONG, 8, 11, look.accent, before=2, indent=10),
        body=_style("body", TEXT, 10, 14.5, INK, indent=10),
        quiet=_style("quiet", SLANTED, 9.5, 13, MUTED, indent=10),
        label=_style("label", TEXT, 8, 11, MUTED),
        cell=_style("cell", TEXT, 9, 12.5, INK),
        head=_style("head", STRONG, 8, 11, MUTED),
        rule=_style("rule", STRONG, 10.5, 15, look.accent),
        small=_style("small", TEXT, 8, 11.5, MUTED),
        mono=_style("mono", TEXT, 7.5, 11, MUTED),
    )


def _style(
    name: str,
    font: str,
    size: float,
    leading: float,
    color: Color,
    before: float = 0,
    after: float = 0,
    indent: float = 0,
) -> ParagraphStyle:
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
    )
