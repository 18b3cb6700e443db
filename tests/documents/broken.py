"""Ways to tamper with a signed note below its objects: the signature's own dictionary, and what no table names."""

import re
from collections.abc import Callable

from tests.documents.attacks import Attack


def without_contents(pdf: bytes) -> bytes:
    """Rename the signature's bytes away."""
    return pdf.replace(b"/Contents <", b"/Kontents <", 1)


def zero_contents(pdf: bytes) -> bytes:
    """Make the signature's bytes all zero."""
    return re.sub(rb"(/Contents <)([0-9a-fA-F]+)>", lambda found: found[1] + b"0" * len(found[2]) + b">", pdf, count=1)


def without_byte_range(pdf: bytes) -> bytes:
    """Rename the signed range away."""
    return pdf.replace(b"/ByteRange ", b"/ByteRenge ", 1)


def empty_byte_range(pdf: bytes) -> bytes:
    """Let the signature cover nothing."""
    return _with_range(pdf, lambda a, b, c, d: (0, 0, 0, 0))


def negative_byte_range(pdf: bytes) -> bytes:
    """Let the signature cover a range that there cannot be."""
    return _with_range(pdf, lambda a, b, c, d: (0, -1, c, d))


def huge_byte_range(pdf: bytes) -> bytes:
    """Let the signature cover more than the file."""
    return _with_range(pdf, lambda a, b, c, d: (0, b, c, d * 9))


def early_gap(pdf: bytes) -> bytes:
    """Let the gap in the signed range begin among the pages."""
    return _with_range(pdf, lambda a, b, c, d: (0, b - 3000, c, d))


def late_gap(pdf: bytes) -> bytes:
    """Let the gap in the signed range end later."""
    return _with_range(pdf, lambda a, b, c, d: (0, b, c + 200, d - 200))


def one_part_byte_range(pdf: bytes) -> bytes:
    """Let the range have one part only."""
    found = re.search(rb"/ByteRange \[[^\]]*\]", pdf)
    assert found
    return pdf.replace(found[0], b"/ByteRange [0 100]".ljust(len(found[0])), 1)


def wrap_signature(pdf: bytes) -> bytes:
    """Move the second signed part to the end; in the gap that opens, write a second range, a page, and their table.

    The table lies where the moved end says that one is, so that a reader takes it for the file's own.
    """
    found = re.search(rb"/ByteRange \[\s*0 (\d+) (\d+) (\d+)", pdf)
    assert found
    gap, rest, length = (int(number) for number in found.groups())
    start = int(re.findall(rb"startxref\s+(\d+)", pdf)[-1])
    number, body = _other_page(pdf)
    table = pdf[start : pdf.rindex(b"startxref")]
    room = start - rest + len(table) + len(body) + 200
    others = pdf[pdf.index(b"]", found.end()) + 1 : pdf.index(b"endobj", rest)].lstrip()
    inside = b"\n/ByteRange [0 %d %d %d]\n%sendobj\n" % (gap, rest + room, length, others)
    inside = inside.ljust(start - rest) + table.replace(b"trailer", b"%d 1\n@ 00000 n \ntrailer" % number, 1)
    inside += b"startxref\n%d\n%%%%EOF\n" % start
    inside = inside.replace(b"@", b"%010d" % (rest + len(inside) + 9)) + body
    return pdf[:rest] + inside.ljust(room) + pdf[rest:]


def later_body(pdf: bytes) -> bytes:
    """Point the cross-reference table's entry of the first page at bytes appended behind the end."""
    number, body = _other_page(pdf)
    at = len(pdf) + 1
    old = re.findall(rb"startxref\s+(\d+)", pdf)[-1]
    root = re.findall(rb"/Root (\d+ \d+ R)", pdf)[-1]
    size = re.findall(rb"/Size (\d+)", pdf)[-1]
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<< /Root %s /Size %s /Prev %s >>\nstartxref\n%d\n%%%%EOF\n"
    return pdf + b"\n" + body + table % (number, at, root, size, old, at + len(body))


def body_without_table(pdf: bytes) -> bytes:
    """Append a changed page that no cross-reference table names; a lenient reader may find it all the same."""
    return pdf + b"\n" + _other_page(pdf)[1] + b"%%EOF\n"


def trailer_without_table(pdf: bytes) -> bytes:
    """Append a changed page and a trailer, still without a table."""
    trailer = re.findall(rb"trailer\s+<<.*?>>\s+startxref", pdf, re.DOTALL)
    last = trailer[-1] if trailer else b"trailer << >> startxref"
    return body_without_table(pdf) + last + b"\n0\n%%EOF\n"


TORN: tuple[Attack, ...] = (body_without_table, trailer_without_table)
BROKEN: tuple[Attack, ...] = (
    without_contents,
    zero_contents,
    without_byte_range,
    empty_byte_range,
    negative_byte_range,
    huge_byte_range,
    early_gap,
    late_gap,
    one_part_byte_range,
    later_body,
)


def _with_range(pdf: bytes, change: Callable[[int, int, int, int], tuple[int, ...]]) -> bytes:
    """Return the file with other numbers in the signed range, which takes as many bytes as before."""
    found = re.search(rb"/ByteRange \[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]", pdf)
    assert found
    numbers = b" ".join(b"%d" % number for number in change(*(int(part) for part in found.groups())))
    written = b"/ByteRange [" + numbers
    return pdf.replace(found[0], written.ljust(len(found[0]) - 1) + b"]", 1)


def _other_page(pdf: bytes) -> tuple[int, bytes]:
    """Return the number of the first page, and an empty page under this number."""
    found = re.search(rb"/Kids \[ (\d+) 0 R", pdf)
    assert found
    number = int(found[1])
    return number, b"%d 0 obj\n<< /Type /Page /MediaBox [0 0 9 9] >>\nendobj\n" % number
