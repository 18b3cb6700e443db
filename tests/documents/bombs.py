"""Small files that unfold to a gigabyte, each with the weight in another place."""

import re
import struct
import zlib
from collections.abc import Callable
from functools import cache
from io import BytesIO

import pikepdf
from pikepdf import Array, Name

from desktop.documents.drawing import field_names as names
from desktop.documents.drawing.attachments import RECORD_NAME
from tests.documents import replies

_PACKED = b"/Filter [/FlateDecode /FlateDecode]"
_LENGTH = 1_000_000_000
Bomb = Callable[[bytes], bytes]


@cache
def weight(unit: bytes = b" ") -> bytes:
    """Return a gigabyte of `unit`, packed twice: some thousand bytes."""
    machine = zlib.compressobj(9)
    piece = unit * (2**20 // len(unit))
    data = b"".join(machine.compress(piece) for _ in range(_LENGTH // len(piece))) + machine.flush()
    return zlib.compress(data, 9)


def in_page(pdf: bytes) -> bytes:
    """Put it into what is drawn on the first page."""
    return _saved(pdf, lambda opened: opened.pages[0].obj.Contents)


def in_attachment(pdf: bytes) -> bytes:
    """Put it into the attached record."""
    return _saved(pdf, lambda opened: opened.attachments[RECORD_NAME].obj.EF.F)


def in_metadata(pdf: bytes) -> bytes:
    """Put it into a later revision of the metadata."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return replies.appended(pdf, {opened.Root.Metadata.objgen: _stream(b"/Type /Metadata /Subtype /XML")})


def in_comment(pdf: bytes) -> bytes:
    """Put it into the comment itself."""
    return _in_field(pdf, names.COMMENT, b"", lambda field: field.__setattr__("V", Name("/Placeholder")))


def in_drawn_comment(pdf: bytes) -> bytes:
    """Put it into what is drawn for the comment."""
    form = b"/Subtype /Form /BBox [0 0 477 162] /Resources << >>"
    return _in_field(pdf, names.COMMENT, form, lambda field: field.AP.__setattr__("N", Name("/Placeholder")))


def in_tick(pdf: bytes) -> bytes:
    """Put it into what is drawn for a tick."""
    form = b"/Subtype /Form /BBox [0 0 12 12] /Resources << >>"
    return _in_field(pdf, names.AGREE, form, lambda field: field.AP.N.__setattr__("Yes", Name("/Placeholder")))


def in_objects(pdf: bytes) -> bytes:
    """Put it into a stream that holds other objects."""
    number = replies.next_number(pdf)
    body = b"\n%d 0 obj\n%s\nendobj\n" % (number, _stream(b"/Type /ObjStm /N 1 /First 4"))
    rows = struct.pack(">BIHBIH", 2, number, 0, 1, len(pdf) + 1, 0)
    return pdf + body + _table(pdf, len(pdf + body), b"/Index [9 1 %d 1]" % number, rows)


def in_table(pdf: bytes) -> bytes:
    """Put it into the list of objects."""
    return pdf + b"\n" + _table(pdf, len(pdf) + 1, b"/Index [0 280000000] " + _PACKED, weight(b"\0"))


def in_another_packing(pdf: bytes) -> bytes:
    """Pack it in a way that no program of today writes."""

    def change(opened: pikepdf.Pdf) -> pikepdf.Object:
        opened.pages[0].obj.Spare = opened.make_stream(b"")
        opened.pages[0].obj.Spare.write(b"\x81\x00" * 2_000_000, filter=Array([Name.RunLengthDecode]))
        return opened.pages[0].obj.Contents

    return _saved(pdf, change, unpacked=True)


BOMBS: tuple[Bomb, ...] = (
    in_page,
    in_attachment,
    in_metadata,
    in_comment,
    in_drawn_comment,
    in_tick,
    in_objects,
    in_table,
    in_another_packing,
)


def _stream(entries: bytes) -> bytes:
    head = b"<< %s %s /Length %d >>\nstream\n" % (entries, _PACKED, len(weight()))
    return head + weight() + b"\nendstream"


def _in_field(pdf: bytes, name: str, entries: bytes, change: Callable[[pikepdf.Object], None]) -> bytes:
    number = replies.next_number(pdf)
    with pikepdf.open(BytesIO(pdf)) as opened:
        field = next(each for each in opened.Root.AcroForm.Fields if str(each.T) == name)
        change(field)
        body = field.unparse(resolved=True).replace(b"/Placeholder", b"%d 0 R" % number)
        return replies.appended(pdf, {field.objgen: body, (number, 0): _stream(entries)})


def _table(pdf: bytes, at: int, entries: bytes, rows: bytes) -> bytes:
    number = replies.next_number(pdf) + 1
    old, root = re.findall(rb"startxref\s+(\d+)", pdf)[-1], re.findall(rb"/Root (\d+ \d+ R)", pdf)[-1]
    head = b"%d 0 obj\n<< /Type /XRef /Size 900000000 /W [1 4 2] %s /Root %s /Prev %s /Length %d >>\nstream\n"
    end = b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % at
    return head % (number, entries, root, old, len(rows)) + rows + end


def _saved(pdf: bytes, find: Callable[[pikepdf.Pdf], pikepdf.Object], unpacked: bool = False) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        stream = find(opened)
        if not unpacked:
            stream.write(weight(), filter=Array([Name.FlateDecode, Name.FlateDecode]))
        opened.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return out.getvalue()
