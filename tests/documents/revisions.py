"""Ways to tamper with a signed note by adding a revision to it."""

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


def remove_structure(pdf: bytes) -> bytes:
    """Take away what tells a screen reader the order of the words."""
    writer = _revision(pdf)
    del writer.root["/StructTreeRoot"]
    writer.update_root()
    return _written(writer)


def swap_form_font(pdf: bytes) -> bytes:
    """Exchange the file of the form's own font in place, so that what is typed shows other letters."""
    writer = _revision(pdf)
    font = writer.root["/AcroForm"]["/DR"]["/Font"]["/Note"]["/FontDescriptor"].raw_get("/FontFile2")
    writer.objects[(font.generation, font.idnum)] = StreamObject(stream_data=b"another font")
    return _written(writer)


def script_in_field(pdf: bytes) -> bytes:
    """Run JavaScript whenever something is typed into the last field."""
    writer = _revision(pdf)
    field = writer.root["/AcroForm"]["/Fields"][-1]
    action = _dictionary(S="/JavaScript")
    action["/JS"] = generic.pdf_string("event.value = 'I agree'")
    field["/AA"] = DictionaryObject({generic.pdf_name("/K"): action})
    writer.update_container(field)
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


def change_page_and_copy_signature(pdf: bytes) -> bytes:
    """Change the page and write the signature again behind the change, so that it seems to cover it."""
    writer = _revision(overwrite_page_words(pdf))
    field = writer.root["/AcroForm"]["/Fields"][0]
    field["/V"] = writer.add_object(DictionaryObject(field["/V"]))
    writer.update_container(field)
    return _written(writer)


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
    remove_structure,
    swap_form_font,
    script_in_field,
    add_field,
    move_field,
    change_page_and_copy_signature,
)
HONEST: tuple[Attack, ...] = (saved_by_another_program, nothing_new)


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
