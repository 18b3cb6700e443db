"""The bundled fonts, and which of them draws which character.

ReportLab has no fallback between fonts, so a text is cut into runs by coverage. A character that none of the fonts
has is written as its code point, ⟨U+1234⟩, never as an empty box. The table of fonts: docs/fonts.md.
"""

import unicodedata
from functools import cache
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from desktop.models.problems import Problem
from desktop.places import resources

TEXT, STRONG, SLANTED = "NotoSans", "NotoSans-Bold", "NotoSans-Italic"
ONE_FONT_FOR_BIDI = "DejaVuSans"
_FILES = {TEXT: "NotoSans-Regular"}
_FALLBACKS = (
    "NotoSansArabic-Regular",
    "NotoSansHebrew-Regular",
    "NotoSansArmenian-Regular",
    "NotoSansGeorgian-Regular",
    "NotoSansDevanagari-Regular",
    "NotoSansThai-Regular",
    "DejaVuSans",
    "NotoSansSymbols-Regular",
    "NotoSansSymbols2-Regular",
    "NotoSansMath-Regular",
    "NotoSansSC-Regular",
    "NotoSansKR-Regular",
    "NotoEmoji-Regular",
)
_EMOJI = "NotoEmoji-Regular"
_INVISIBLE = frozenset(
    "\u20e3\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\ufeff\u061c"
    "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
    "\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e"
)


def cleaned(text: str) -> str:
    """Return what can be drawn of `text`: no control characters, invisible marks or skin tones; newline, tab stay.

    The record keeps every character; only the drawing leaves these out. A lone surrogate is drawn as U+FFFD.
    """
    return "".join(_drawn(char) for char in text.replace("\r\n", "\n").replace("\r", "\n"))


def runs(text: str, font: str = TEXT) -> list[tuple[str, str]]:
    """Return `text` as (font, piece) pairs; `font` draws all it can. Nothing is registered that is not used."""
    found: list[tuple[str, str]] = []
    for char in text:
        name = font_of(char, font)
        for drawn in char if name else f"⟨U+{ord(char):04X}⟩":
            _append(found, name or font_of(drawn, font), drawn)
    return found


@cache
def font_of(char: str, font: str) -> str:
    """Return the name of the first font that has `char`, "" if none has."""
    order = (font, _EMOJI, *_FALLBACKS) if ord(char) >= 0x1F000 else (font, *_FALLBACKS)
    return next((name for name in order if ord(char) in _coverage(name)), "")


@cache
def register(name: str) -> str:
    """Make a bundled font known to ReportLab and return its name.

    Raises Problem if its file is missing or damaged: the program was not installed whole.
    """
    path = resources() / "fonts" / f"{_FILES.get(name, name)}.ttf"
    try:
        pdfmetrics.registerFont(TTFont(name, str(path)))
    except (OSError, TTFError) as fault:
        sentence = "The font file {path} is missing or damaged, so no page can be drawn; install Duologue again."
        raise Problem(sentence, path=path) from fault
    return name


@cache
def _coverage(name: str) -> frozenset[int]:
    register(name)
    font: Any = pdfmetrics.getFont(name)
    # some tables end with U+FFFF, drawn as the empty box, which is glyph 0
    return frozenset(code for code, glyph in font.face.charToGlyph.items() if glyph)


def _append(found: list[tuple[str, str]], name: str, piece: str) -> None:
    register(name)
    if found and found[-1][0] == name:
        found[-1] = (name, found[-1][1] + piece)
    else:
        found.append((name, piece))


def _drawn(char: str) -> str:
    if char in "\n\t":
        return char
    if char in _INVISIBLE:
        return ""
    category = unicodedata.category(char)
    if category == "Cs":
        return "\ufffd"
    return "" if category == "Cc" else char
