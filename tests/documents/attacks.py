"""Ways to tamper with a signed note, each a function from the file to the altered file."""

import re
from collections.abc import Callable
from io import BytesIO

import pikepdf
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from desktop.documents.drawing.attachments import RECORD_NAME

Attack = Callable[[bytes], bytes]


def flip_page_byte(pdf: bytes) -> bytes:
    """Change one byte of a page's drawing."""
    return _flipped(pdf, pdf.index(b"stream\n", pdf.index(b"/Contents")) + 40)


def flip_signature_byte(pdf: bytes) -> bytes:
    """Change one digit of the signature's own bytes."""
    start, _end = _contents(pdf)
    return _flipped(pdf, start + 3000)


def fill_padding(pdf: bytes) -> bytes:
    """Write into the free bytes behind the signature."""
    _start, end = _contents(pdf)
    return pdf[: end - 20] + b"48656c6c6f" + pdf[end - 10 :]


def flip_certificate_byte(pdf: bytes) -> bytes:
    """Change one digit of the certificate that the signature carries."""
    start, _end = _contents(pdf)
    return _flipped(pdf, start + 800)


def fill_padding_oddly(pdf: bytes) -> bytes:
    """Write an odd number of digits into the free bytes: the last one is completed by readers."""
    _start, end = _contents(pdf)
    return pdf[: end - 20] + b"48656c6c6" + b" " * 11 + pdf[end:]


def blank_padding(pdf: bytes) -> bytes:
    """Write blanks instead of zeros: they can say something too, one bit each."""
    _start, end = _contents(pdf)
    return pdf[: end - 20] + b" \t\n \t\t \n \t" * 2 + pdf[end:]


def append_garbage(pdf: bytes) -> bytes:
    """Add bytes behind the end of the file."""
    return pdf + b"\nmore words\n"


def append_fake_end(pdf: bytes) -> bytes:
    """Add an object and a second end that points at the old table, so that nothing refers to what was added."""
    start: bytes = re.findall(rb"startxref\s+(\d+)", pdf)[-1]
    return pdf + b"\n999 0 obj\n(hidden)\nendobj\nstartxref\n" + start + b"\n%%EOF\n"


def change_page_later(pdf: bytes) -> bytes:
    """Add a revision that draws something else on the first page."""
    writer = _revision(pdf)
    page = writer.root["/Pages"]["/Kids"][0]
    page["/Contents"] = writer.add_object(generic.StreamObject(stream_data=b"0 0 100 100 re f"))
    writer.update_container(page)
    return _written(writer)


def turn_page_later(pdf: bytes) -> bytes:
    """Add a revision that turns the first page."""
    writer = _revision(pdf)
    page = writer.root["/Pages"]["/Kids"][0]
    page["/Rotate"] = generic.NumberObject(180)
    writer.update_container(page)
    return _written(writer)


def cover_with_annotation(pdf: bytes) -> bytes:
    """Add a revision with an annotation that covers words."""
    writer = _revision(pdf)
    page = writer.root["/Pages"]["/Kids"][0]
    words = generic.pdf_string("Rating: poor")
    box = generic.ArrayObject([generic.NumberObject(number) for number in (50, 500, 400, 700)])
    parts = {"/Type": "/Annot", "/Subtype": "/FreeText"}
    note = generic.DictionaryObject({generic.NameObject(k): generic.NameObject(v) for k, v in parts.items()})
    note["/Rect"], note["/Contents"] = box, words
    page["/Annots"] = generic.ArrayObject([writer.add_object(note)])
    writer.update_container(page)
    return _written(writer)


def run_script(pdf: bytes) -> bytes:
    """Add a revision that runs JavaScript on opening."""
    writer = _revision(pdf)
    action = generic.DictionaryObject()
    action["/S"], action["/JS"] = generic.NameObject("/JavaScript"), generic.pdf_string("app.alert(1)")
    writer.root["/OpenAction"] = action
    writer.update_root()
    return _written(writer)


def swap_attachment_later(pdf: bytes) -> bytes:
    """Add a revision with another record attached."""
    writer = _revision(pdf)
    spec = writer.root["/Names"]["/EmbeddedFiles"]["/Names"][1]
    other = generic.StreamObject(stream_data=b'{"format":"duologue-okr-note"}')
    spec["/EF"]["/F"] = spec["/EF"]["/UF"] = writer.add_object(other)
    writer.update_container(spec["/EF"])
    return _written(writer)


def hide_field(pdf: bytes) -> bytes:
    """Add a revision that makes the signature's field invisible."""
    writer = _revision(pdf)
    field = writer.root["/AcroForm"]["/Fields"][0]
    field["/F"] = generic.NumberObject(2)
    writer.update_container(field)
    return _written(writer)


def swap_drawn_name(pdf: bytes) -> bytes:
    """Add a revision in which another name is drawn in the signature's field."""
    writer = _revision(pdf)
    field = writer.root["/AcroForm"]["/Fields"][0]
    form = generic.StreamObject(stream_data=b"0 0 10 10 re f")
    form["/Type"], form["/Subtype"] = generic.NameObject("/XObject"), generic.NameObject("/Form")
    form["/BBox"] = generic.ArrayObject([generic.NumberObject(number) for number in (0, 0, 100, 50)])
    field["/AP"] = generic.DictionaryObject({generic.NameObject("/N"): writer.add_object(form)})
    writer.update_container(field)
    return _written(writer)


IN_PLACE: tuple[Attack, ...] = (
    flip_page_byte,
    flip_signature_byte,
    flip_certificate_byte,
    fill_padding,
    fill_padding_oddly,
    blank_padding,
)
APPENDED: tuple[Attack, ...] = (append_garbage, append_fake_end)
LATER: tuple[Attack, ...] = (
    change_page_later,
    turn_page_later,
    cover_with_annotation,
    run_script,
    swap_attachment_later,
    hide_field,
    swap_drawn_name,
)
ALTERING = (*IN_PLACE, *APPENDED, *LATER)


def rewrite(pdf: bytes) -> bytes:
    """Save the whole file anew, as a printer driver or "save as" does."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        opened.save(out)
    return out.getvalue()


def strip_signature(pdf: bytes) -> bytes:
    """Take the signature out and save the rest."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        del opened.Root.AcroForm.Fields[0]["/V"]
        del opened.Root["/Perms"]
        opened.save(out)
    return out.getvalue()


def swap_attachment(pdf: bytes, record: bytes) -> bytes:
    """Return an unsigned file with another record attached to the same pages."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        opened.attachments[RECORD_NAME].obj.EF.F.write(record)
        opened.save(out)
    return out.getvalue()


def encrypt(pdf: bytes) -> bytes:
    """Lock a file with a password."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        opened.save(out, encryption=pikepdf.Encryption(owner="o", user="u"))
    return out.getvalue()


def plain_pdf() -> bytes:
    """Return a PDF with one empty page that no Duologue made."""
    with pikepdf.new() as empty:
        empty.add_blank_page()
        out = BytesIO()
        empty.save(out)
    return out.getvalue()


def _contents(pdf: bytes) -> tuple[int, int]:
    """Return where the hexadecimal digits of the signature begin and end."""
    found = re.search(rb"/ByteRange \[\s*0 (\d+) (\d+)", pdf)
    assert found
    return int(found[1]) + 1, int(found[2]) - 1


def _flipped(pdf: bytes, at: int) -> bytes:
    digit = b"1" if pdf[at : at + 1] != b"1" else b"2"
    return pdf[:at] + digit + pdf[at + 1 :]


def _revision(pdf: bytes) -> IncrementalPdfFileWriter:
    return IncrementalPdfFileWriter(BytesIO(pdf), strict=False)


def _written(writer: IncrementalPdfFileWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
