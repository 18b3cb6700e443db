"""Typed words as flowables: text is text, never markup; every script in its reading order."""

from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle

from desktop.documents.drawing.faces import cleaned, runs
from desktop.documents.drawing.paragraphs import BidiText, Words
from desktop.documents.drawing.reading_order import is_bidirectional


def flow(text: str, style: ParagraphStyle) -> list[Words | BidiText]:
    """Return `text` as it was typed: one flowable per line, blank lines kept, markup characters drawn as they are."""
    return [_line(line, style) for line in cleaned(text).split("\n")]


def one_line(text: str, style: ParagraphStyle) -> Words | BidiText:
    """Return a name or title, its line breaks turned into blanks."""
    return _line(" ".join(cleaned(text).split()), style)


def markup(text: str, font: str) -> str:
    """Return `text` as ReportLab markup that draws exactly these characters, font by font."""
    kept = text.replace("\t", "    ").replace("  ", " \u00a0")
    if kept.startswith(" "):
        kept = "\u00a0" + kept[1:]
    return "".join(f'<font name="{name}">{escape(piece)}</font>' for name, piece in runs(kept, font))


def _line(text: str, style: ParagraphStyle) -> Words | BidiText:
    if is_bidirectional(text):
        return BidiText(text.replace("\t", "    "), style)
    return Words(markup(text, style.fontName) or "\u00a0", style)
