"""What a reader copies out of a page: the fonts' ToUnicode tables, put right.

ReportLab writes characters beyond U+FFFF as five hex digits (read as another character), puts more than a hundred
entries into a block, and maps unused codes to U+0000, which PDF/UA forbids. Arabic letters are drawn in their joined
forms; they copy out as the letters that were typed. Where two letters are one sign (lam-alef), readers would turn them
round: the sign stands for the alef only, and a sign without width beside it for the lam.
"""

import re
import unicodedata

from pikepdf import Dictionary, Name, Pdf, Stream

from desktop.documents.drawing.reading_order import LAM, LAM_ALEF

_BLOCK = 100
_TYPED_LAM = "\u0644"
_ENTRY = re.compile(r"<([0-9A-F]{2})> <([0-9A-F]{4,6})>")
_ENTRIES = re.compile(r"\d+ beginbfchar\n.*endbfchar", re.DOTALL)


def mend_unicode_maps(pdf: Pdf) -> None:
    """Rewrite the ToUnicode table of every embedded font in place."""
    for each in pdf.objects:
        if isinstance(each, Dictionary) and each.get("/Type") == Name.Font and "/ToUnicode" in each:
            table = each["/ToUnicode"]
            if isinstance(table, Stream):
                table.write(_mended(table.read_bytes().decode("ascii")).encode("ascii"))


def _mended(table: str) -> str:
    entries = [f"<{code}> <{_utf16(int(char, 16))}>" for code, char in _ENTRY.findall(table) if int(char, 16)]
    blocks = [entries[i : i + _BLOCK] for i in range(0, len(entries), _BLOCK)]
    words = "\n".join("\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"]) for block in blocks)
    return _ENTRIES.sub(lambda found: words, table)


def _utf16(code: int) -> str:
    return _typed(chr(code)).encode("utf-16-be").hex().upper()


def _typed(char: str) -> str:
    """Return the letter that was typed where `char` is drawn."""
    if char == LAM:
        return _TYPED_LAM
    if "\ufb1d" <= char <= "\ufdff" or "\ufe70" <= char <= "\ufefc":
        letters = unicodedata.normalize("NFKC", char)
        return letters[1:] if ord(char) in LAM_ALEF else letters
    return char
