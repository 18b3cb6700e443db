"""Ways to tamper with a signed note by adding a revision to it, or by breaking its signature's own dictionary."""

import re
from collections.abc import Callable
from io import BytesIO

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, StreamObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from tests.documents.attacks import Attack


def overwrite_page_words(pdf: bytes) -> bytes:
    """Replace the drawing of the first page under its own object number."""
    writer = _revision(pdf)
    page = writer.root["/Pages"]["/Kids"][0]
    old = page.raw_get("/Contents")
    writer.objects[(old.generation, old.idnum)] = StreamObject(stream_data=b"0 0 100 100 re f")
    return _written(writer)


def add_page(pdf: bytes) -> bytes:
    """Put another page behind the last one."""
    writer = _revision(pdf)
    tree = writer.root["/Pages"]
    page = _dictionary(Type="/Page")
    page["/Parent"] = writer.root.raw_get("/Pages")
    page["/MediaBox"] = _numbers(0, 0, 300, 300)
    page["/Contents"] = writer.add_object(StreamObject(stream_data=b"0 0 100 100 re f"))
    tree["/Kids"].append(writer.add_object(page))
    tree["/Count"] = NumberObject(tree["/Count"] + 1)
    writer.update_container(tree)
    return _written(writer)


def remove_page(pdf: bytes) -> bytes:
    """Take the first page out of the page tree."""
    writer = _revision(pdf)
    tree = writer.root["/Pages"]
    del tree["/Kids"][0]
    tree["/Count"] = NumberObject(tree["/Count"] - 1)
    writer.update_container(tree)
    return _written(writer)


def repeat_page(pdf: bytes) -> bytes:
    """Show the first page in the place of the last one."""
    writer = _revision(pdf)
    tree = writer.root["/Pages"]
    tree["/Kids"][-1] = tree["/Kids"].raw_get(0)
    writer.update_container(tree)
    return _written(writer)


def crop_page(pdf: bytes) -> bytes:
    """Hide the lower half of the first page."""
    writer = _revision(pdf)
    page = writer.root["/Pages"]["/Kids"][0]
    page["/CropBox"] = _numbers(0, 420, 595, 842)
    writer.update_container(page)
    return _written(writer)


def swap_font(pdf: bytes) -> bytes:
    """Give the first page another font under the same name, so that other words appear."""
    writer = _revision(pdf)
    fonts = writer.root["/Pages"]["/Kids"][0]["/Resources"]["/Font"]
    name = sorted(fonts)[0]
    fonts[name] = writer.add_object(_dictionary(Type="/Font", Subtype="/Type1", BaseFont="/Symbol"))
    writer.update_container(fonts)
    return _written(writer)


def sticky_note(pdf: bytes) -> bytes:
    """Stick a comment onto the first page."""
    writer = _revision(pdf)
    page = writer.root["/Pages"]["/Kids"][0]
    note = _dictionary(Type="/Annot", Subtype="/Text")
    note["/Rect"], note["/Contents"] = _numbers(50, 700, 70, 720), generic.pdf_string("Not so.")
    page["/Annots"] = ArrayObject([writer.add_object(note)])
    writer.update_container(page)
    return _written(writer)


def optional_content(pdf: bytes) -> bytes:
    """Add layers that could be switched off."""
    writer = _revision(pdf)
    groups = DictionaryObject({generic.pdf_name("/OCGs"): ArrayObject()})
    groups["/D"] = DictionaryObject()
    writer.root["/OCProperties"] = groups
    writer.update_root()
    return _written(writer)


def second_attachment(pdf: bytes) -> bytes:
    """Attach a second file."""
    writer = _revision(pdf)
    names = writer.root["/Names"]["/EmbeddedFiles"]["/Names"]
    stream = writer.add_object(StreamObject(stream_data=b"other"))
    spec = _dictionary(Type="/Filespec")
    spec["/F"] = spec["/UF"] = generic.pdf_string("zz.txt")
    spec["/EF"] = DictionaryObject({generic.pdf_name("/F"): stream})
    names.extend([generic.pdf_string("zz.txt"), writer.add_object(spec)])
    writer.update_root()
    return _written(writer)


def empty_attachments(pdf: bytes) -> bytes:
    """Take the record out of the list of attachments."""
    writer = _revision(pdf)
    del writer.root["/Names"]
    writer.update_root()
    return _written(writer)


def change_title(pdf: bytes) -> bytes:
    """Name another person in the title that readers show in the window."""
    writer = _revision(pdf)
    xmp = writer.root["/Metadata"]
    writer.root["/Metadata"] = writer.add_object(
        StreamObject(_dictionary(Type="/Metadata", Subtype="/XML"), xmp.data.replace(b"Oyelaran", b"Somebody"))
    )
    writer.update_root()
    return _written(writer)


def change_info(pdf: bytes) -> bytes:
    """Name another person in the older kind of title."""
    writer = _revision(pdf)
    info = DictionaryObject(writer.prev.trailer_view["/Info"])
    info["/Title"] = generic.pdf_string("Performance conversation · Somebody")
    writer.set_info(writer.add_object(info))
    return _written(writer)


def saved_by_another_program(pdf: bytes) -> bytes:
    """Write another moment and another program into the file, as honest programs do (pyHanko adds its own XMP)."""
    writer = _revision(pdf)
    info = DictionaryObject(writer.prev.trailer_view["/Info"])
    info["/ModDate"], info["/Producer"] = generic.pdf_string("D:20261121090000Z"), generic.pdf_string("Reader 9")
    writer.set_info(writer.add_object(info))
    return _written(writer)


def nothing_new(pdf: bytes) -> bytes:
    """Add a revision in which nothing differs."""
    writer = _revision(pdf)
    writer.update_root()
    return _written(writer)


def forget_certification(pdf: bytes) -> bytes:
    """Take away what the signature permits."""
    writer = _revision(pdf)
    del writer.root["/Perms"]
    writer.update_root()
    return _written(writer)


def remove_signature_later(pdf: bytes) -> bytes:
    """Empty the signed field."""
    writer = _revision(pdf)
    field = writer.root["/AcroForm"]["/Fields"][0]
    del field["/V"]
    writer.update_container(field)
    return _written(writer)


def remove_fields(pdf: bytes) -> bytes:
    """Take the form away, with the signature's field in it."""
    writer = _revision(pdf)
    writer.root["/AcroForm"]["/Fields"] = ArrayObject()
    writer.update_container(writer.root["/AcroForm"])
    return _written(writer)


def add_field(pdf: bytes) -> bytes:
    """Add a text field over the words of the first page."""
    writer = _revision(pdf)
    field = _dictionary(Type="/Annot", Subtype="/Widget", FT="/Tx")
    field["/T"], field["/V"] = generic.pdf_string("Rating"), generic.pdf_string("poor")
    field["/Rect"] = _numbers(50, 500, 400, 700)
    kept = writer.add_object(field)
    writer.root["/AcroForm"]["/Fields"].append(kept)
    writer.update_container(writer.root["/AcroForm"])
    page = writer.root["/Pages"]["/Kids"][0]
    page["/Annots"] = ArrayObject([kept])
    writer.update_container(page)
    return _written(writer)


def move_field(pdf: bytes) -> bytes:
    """Move the drawn signature to another place."""
    writer = _revision(pdf)
    field = writer.root["/AcroForm"]["/Fields"][0]
    field["/Rect"] = _numbers(50, 50, 400, 700)
    writer.update_container(field)
    return _written(writer)


def body_without_table(pdf: bytes) -> bytes:
    """Append a changed page that no cross-reference table names; a lenient reader may find it all the same."""
    number = int(re.search(rb"/Kids \[ (\d+) 0 R", pdf)[1])  # type: ignore[index]
    page = b"\n%d 0 obj\n<< /Type /Page /MediaBox [0 0 9 9] >>\nendobj\n%%%%EOF\n" % number
    return pdf + page


def trailer_without_table(pdf: bytes) -> bytes:
    """Append a changed page and a trailer, still without a table."""
    trailer = re.findall(rb"trailer\s+<<.*?>>\s+startxref", pdf, re.DOTALL)
    last = trailer[-1] if trailer else b"trailer << >> startxref"
    return body_without_table(pdf) + last + b"\n0\n%%EOF\n"


def change_page_and_copy_signature(pdf: bytes) -> bytes:
    """Change the page and write the signature again behind the change, so that it seems to cover it."""
    writer = _revision(overwrite_page_words(pdf))
    field = writer.root["/AcroForm"]["/Fields"][0]
    field["/V"] = writer.add_object(DictionaryObject(field["/V"]))
    writer.update_container(field)
    return _written(writer)


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


def later_body(pdf: bytes) -> bytes:
    """Point the cross-reference table's entry of the first page at bytes appended behind the end."""
    number = int(re.search(rb"/Kids \[ (\d+) 0 R", pdf)[1])  # type: ignore[index]
    at = len(pdf) + 1
    body = b"\n%d 0 obj\n<< /Type /Page /MediaBox [0 0 9 9] >>\nendobj\n" % number
    start = at + len(body) - 1
    old = re.findall(rb"startxref\s+(\d+)", pdf)[-1]
    root = re.findall(rb"/Root (\d+ \d+ R)", pdf)[-1]
    size = re.findall(rb"/Size (\d+)", pdf)[-1]
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<< /Root %s /Size %s /Prev %s >>\nstartxref\n%d\n%%%%EOF\n"
    return pdf + body + table % (number, at, root, size, old, start)


LATER: tuple[Attack, ...] = (
    overwrite_page_words,
    add_page,
    remove_page,
    repeat_page,
    crop_page,
    swap_font,
    sticky_note,
    optional_content,
    second_attachment,
    empty_attachments,
    change_title,
    change_info,
    forget_certification,
    remove_signature_later,
    remove_fields,
    add_field,
    move_field,
    change_page_and_copy_signature,
    later_body,
)
TORN: tuple[Attack, ...] = (body_without_table, trailer_without_table)
HONEST: tuple[Attack, ...] = (saved_by_another_program, nothing_new)
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
)


def _with_range(pdf: bytes, change: Callable[[int, int, int, int], tuple[int, ...]]) -> bytes:
    """Return the file with other numbers in the signed range, which takes as many bytes as before."""
    found = re.search(rb"/ByteRange \[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]", pdf)
    assert found
    numbers = b" ".join(b"%d" % number for number in change(*(int(part) for part in found.groups())))
    written = b"/ByteRange [" + numbers
    return pdf.replace(found[0], written.ljust(len(found[0]) - 1) + b"]", 1)


def _dictionary(**parts: str) -> DictionaryObject:
    return DictionaryObject({generic.pdf_name(f"/{key}"): NameObject(value) for key, value in parts.items()})


def _numbers(*numbers: int) -> ArrayObject:
    return ArrayObject([NumberObject(number) for number in numbers])


def _revision(pdf: bytes) -> IncrementalPdfFileWriter:
    return IncrementalPdfFileWriter(BytesIO(pdf), strict=False)


def _written(writer: IncrementalPdfFileWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
