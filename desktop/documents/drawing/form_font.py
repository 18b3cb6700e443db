"""The font that PDF readers type with: a simple TrueType font in WinAnsi encoding, embedded whole.

Readers write what is typed into a field themselves. For an archive file they need an embedded font, and of those they
can use only a simple one; it covers Western European letters. Our own answers are drawn with the fonts of the pages.
"""

from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream
from reportlab.pdfbase import pdfmetrics

from desktop.documents.drawing.faces import register
from desktop.places import resources

FORM_FONT = "NotoSans-Form"
RESOURCE = "Note"
"""The name by which the fields call this font."""

_NONSYMBOLIC = 32
_FIRST, _LAST = 32, 255


def form_font(pdf: Pdf) -> Object:
    """Return the font as an indirect object of `pdf`."""
    font: Any = pdfmetrics.getFont(register(FORM_FONT))
    face = font.face
    program = Stream(pdf, (resources() / "fonts" / f"{FORM_FONT}.ttf").read_bytes())
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name("/NotoSans-Form"),
        Flags=_NONSYMBOLIC,
        FontBBox=Array([round(value) for value in face.bbox]),
        ItalicAngle=0,
        Ascent=round(face.ascent),
        Descent=round(face.descent),
        CapHeight=round(face.capHeight),
        StemV=round(face.stemV),
        FontFile2=program,
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=Name("/NotoSans-Form"),
            Encoding=Name.WinAnsiEncoding,
            FirstChar=_FIRST,
            LastChar=_LAST,
            Widths=Array([_width(face, code) for code in range(_FIRST, _LAST + 1)]),
            FontDescriptor=pdf.make_indirect(descriptor),
        )
    )


def _width(face: Any, code: int) -> int:
    char = bytes([code]).decode("cp1252", errors="ignore")
    width: float = face.charWidths.get(ord(char), face.defaultWidth) if char else face.defaultWidth
    return round(width)
