"""Notes that are prepared before they are signed, so that a small later revision shows something else."""

import re
from collections.abc import Callable
from io import BytesIO

import pikepdf
from pyhanko.pdf_utils.generic import DictionaryObject, StreamObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from tests.documents.attacks import Attack

_COVER = b"1 1 1 rg 50 300 400 400 re f"


def with_cover(pdf: bytes) -> bytes:
    """Draw a white picture over words of the first page."""
    return _changed(pdf, _add_cover)


def remove_cover(pdf: bytes) -> bytes:
    """Empty the picture in place, so that the words below it appear."""
    writer = _revision(pdf)
    cover = writer.root["/Pages"]["/Kids"][0]["/Resources"]["/XObject"].raw_get("/Cover")
    form = DictionaryObject(writer.get_object(cover.reference))
    writer.objects[(cover.generation, cover.idnum)] = StreamObject(form, stream_data=b" ")
    return _written(writer)


def with_spare_page(pdf: bytes) -> bytes:
    """Keep another first page in the file that no reader shows."""
    return _changed(pdf, _add_spare_page)


def show_spare_page(pdf: bytes) -> bytes:
    """Let the page tree point at the page that was kept."""
    writer = _revision(pdf)
    tree = writer.root["/Pages"]
    tree["/Kids"][0] = writer.root["/PieceInfo"].raw_get("/Spare")
    writer.update_container(tree)
    return _written(writer)


def with_spare_words(pdf: bytes) -> bytes:
    """Keep other words for the first page inside a stream, written as an object with the number of the right ones."""
    prepared = _changed(pdf, _add_spare_words)
    number = _words_number(prepared)
    return prepared.replace(_ROOM, b"%*d" % (len(_ROOM), number))


def show_spare_words(pdf: bytes) -> bytes:
    """Add nothing but a table that points at the words that were kept."""
    number, old = _words_number(pdf), re.findall(rb"startxref\s+(\d+)", pdf)[-1]
    at = pdf.index(b"%d 0 obj" % number, pdf.index(_SPARE))
    root, size = re.findall(rb"/Root (\d+ \d+ R)", pdf)[-1], re.findall(rb"/Size (\d+)", pdf)[-1]
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<< /Root %s /Size %s /Prev %s >>\nstartxref\n%d\n%%%%EOF\n"
    return pdf + table % (number, at, root, size, old, len(pdf))


SHADOWS: tuple[tuple[Attack, Attack], ...] = (
    (with_cover, remove_cover),
    (with_spare_page, show_spare_page),
    (with_spare_words, show_spare_words),
)
"""What is done before the note is signed, and afterwards."""

_SPARE = b"% spare words\n"
_ROOM = b"@@@@@@@@"


def _add_cover(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    cover = pdf.make_stream(_COVER, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)
    cover.BBox = pikepdf.Array([0, 0, 600, 850])
    page.Resources.XObject = pikepdf.Dictionary(Cover=cover)
    page.contents_add(b"/Artifact BMC /Cover Do EMC")


def _add_spare_page(pdf: pikepdf.Pdf) -> None:
    first = pdf.pages[0].obj
    spare = pikepdf.Dictionary(Type=pikepdf.Name.Page, MediaBox=first.MediaBox, Parent=first.Parent)
    spare.Contents = pdf.make_stream(_COVER)
    pdf.Root.PieceInfo = pikepdf.Dictionary(Spare=pdf.make_indirect(spare))


def _add_spare_words(pdf: pikepdf.Pdf) -> None:
    body = b"%s 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (_ROOM, len(_COVER), _COVER)
    pdf.Root.PieceInfo = pikepdf.Dictionary(Spare=pdf.make_stream(_SPARE + body))


def _words_number(pdf: bytes) -> int:
    with pikepdf.open(BytesIO(pdf)) as opened:
        return int(opened.pages[0].obj.Contents.objgen[0])


def _changed(pdf: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        change(opened)
        opened.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return out.getvalue()


def _revision(pdf: bytes) -> IncrementalPdfFileWriter:
    return IncrementalPdfFileWriter(BytesIO(pdf), strict=False)


def _written(writer: IncrementalPdfFileWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
