"""Answers as other programs write them, and forged ones: each adds one revision to a signed note, by hand."""

import re
from collections.abc import Callable, Mapping
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from desktop.documents.drawing import field_names as names

MOMENT = String("D:20261121090000Z")


def answered_by_pdfjs(pdf: bytes, comment: str) -> bytes:
    """Type a comment and tick "I agree", as the PDF viewer of Firefox saves it.

    It adds /M, draws with the form's own font, and takes the drawing away where that font lacks a letter.
    """
    with pikepdf.open(BytesIO(pdf)) as opened:
        field = _field(opened, names.COMMENT)
        field.V, field.M = String(comment), MOMENT
        del field["/AP"]
        written = {}
        if _western(comment):
            number = next_number(pdf)
            field.AP = Dictionary(N=Name("/Placeholder"))
            written[(number, 0)] = _drawing(comment, opened)
            body = field.unparse(resolved=True).replace(b"/Placeholder", b"%d 0 R" % number)
        else:
            body = field.unparse(resolved=True)
        box = _ticked(opened, names.AGREE)
        box.M = MOMENT
        written |= {field.objgen: body, box.objgen: box.unparse(resolved=True)}
    return appended(pdf, written)


def answered_by_poppler(pdf: bytes, comment: str) -> bytes:
    """Type a comment and tick "I agree", as Okular and Evince save it.

    They write the catalog and a later generation of the old drawing too, to which nothing refers.
    """
    with pikepdf.open(BytesIO(pdf)) as opened:
        field = _field(opened, names.COMMENT)
        old, number = field.AP.N.objgen[0], next_number(pdf)
        field.V, field.M, field.AS = String(comment), MOMENT, Name.N
        field.AP = Dictionary(N=Name("/Placeholder"))
        box = _ticked(opened, names.AGREE)
        box.M = MOMENT
        drawing = _drawing(comment, opened)
        body = field.unparse(resolved=True).replace(b"/Placeholder", b"%d 0 R" % number)
        root = opened.Root
        written = {root.objgen: root.unparse(resolved=True), field.objgen: body}
        written |= {box.objgen: box.unparse(resolved=True), (old, 1): drawing, (number, 0): drawing}
    return appended(pdf, written)


def changed(pdf: bytes, field: str, **values: object) -> bytes:
    """Return the note with a revision in which these entries of a field are others, or gone (None)."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        found = _field(opened, field)
        for key, value in values.items():
            if value is None:
                del found[f"/{key}"]
            else:
                found[f"/{key}"] = value
        return appended(pdf, {found.objgen: found.unparse(resolved=True)})


def redrawn(pdf: bytes, words: str) -> bytes:
    """Return the note with other words drawn in the comment field than it holds."""
    number = next_number(pdf)
    with pikepdf.open(BytesIO(pdf)) as opened:
        field = _field(opened, names.COMMENT)
        field.AP = Dictionary(N=Name("/Placeholder"))
        body = field.unparse(resolved=True).replace(b"/Placeholder", b"%d 0 R" % number)
        return appended(pdf, {field.objgen: body, (number, 0): _drawing(words, opened)})


def hide(pdf: bytes) -> bytes:
    """Make the comment invisible."""
    return changed(pdf, names.COMMENT, F=2)


def move(pdf: bytes) -> bytes:
    """Move the comment over the words of the page."""
    return changed(pdf, names.COMMENT, Rect=Array([50, 50, 500, 700]))


def tick_without_a_tick(pdf: bytes) -> bytes:
    """Let a box hold "agree" and draw nothing."""
    return changed(pdf, names.AGREE, V=Name.Yes, AS=Name.Off)


def swap_ticks(pdf: bytes) -> bytes:
    """Let a box draw the tick where it is off, and none where it is on."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        field = _field(opened, names.AGREE)
        field.AP.N.Yes, field.AP.N.Off = field.AP.N.Off, field.AP.N.Yes
        return appended(pdf, {field.objgen: field.unparse(resolved=True)})


def redraw_forgotten_tick(pdf: bytes) -> bytes:
    """Give a box another tick, exchange the old one that nothing needs any more, and point back at it."""
    number, form = next_number(pdf), b"<< /Subtype /Form /BBox [0 0 12 12] /Resources << >> /Length 3 >>"
    with pikepdf.open(BytesIO(pdf)) as opened:
        field = _field(opened, names.AGREE)
        box, old = field.objgen, field.AP.N.Yes.objgen
        before = field.unparse(resolved=True)
        field.AP.N.Yes = Name("/Placeholder")
        body = field.unparse(resolved=True).replace(b"/Placeholder", b"%d 0 R" % number)
    empty = form + b"\nstream\nq Q\nendstream"
    return appended(appended(pdf, {box: body, (number, 0): empty, old: empty}), {box: before})


def remove_field(pdf: bytes) -> bytes:
    """Take the comment out of the form."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        fields = opened.Root.AcroForm.Fields
        kept = [field for field in fields if str(field.T) != names.COMMENT]
        opened.Root.AcroForm.Fields = Array(kept)
        return appended(pdf, {opened.Root.objgen: opened.Root.unparse(resolved=True)})


def add_field(pdf: bytes) -> bytes:
    """Put a second comment into the form."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        number = next_number(pdf)
        field = _field(opened, names.COMMENT)
        field.V, field.T = String("Rating: poor"), String("Rating")
        body = field.unparse(resolved=True)
        root = opened.Root.unparse(resolved=True)
        root = root.replace(b"/Fields [", b"/Fields [ %d 0 R" % number)
        return appended(pdf, {opened.Root.objgen: root, (number, 0): body})


FORGED: tuple[Callable[[bytes], bytes], ...] = (
    hide,
    move,
    tick_without_a_tick,
    swap_ticks,
    redraw_forgotten_tick,
    remove_field,
    add_field,
)


def _field(pdf: pikepdf.Pdf, name: str) -> pikepdf.Object:
    return next(field for field in pdf.Root.AcroForm.Fields if str(field.T) == name)


def _ticked(pdf: pikepdf.Pdf, name: str) -> pikepdf.Object:
    box = _field(pdf, name)
    box.V = box.AS = Name.Yes
    return box


def _western(text: str) -> bool:
    return text.encode("cp1252", "ignore").decode("cp1252") == text


def _drawing(text: str, pdf: pikepdf.Pdf) -> bytes:
    """Return a drawing of `text` in the form's own font; letters that it lacks are left out."""
    font = pdf.Root.AcroForm.DR.Font.Note.objgen[0]
    rows = [row.encode("cp1252", "ignore").hex().encode() for row in text.split("\n")]
    shown = b" ".join(b"<%s> Tj 0 -13.33 Td" % row for row in rows)
    words = b"/Tx BMC q BT /Note 10 Tf 0 g 1 0 0 1 0 162 Tm 2 -10.88 Td %s ET Q EMC" % shown
    head = b"<< /Subtype /Form /BBox [0 0 477.28 162] /Resources << /Font << /Note %d 0 R >> >> /Length %d >>"
    return head % (font, len(words)) + b"\nstream\n" + words + b"\nendstream"


def next_number(pdf: bytes) -> int:
    """Return the first object number that is free."""
    return int(re.findall(rb"/Size (\d+)", pdf)[-1])


def appended(pdf: bytes, objects: Mapping[tuple[int, int], bytes]) -> bytes:
    """Return the file with these objects, given by number and generation, as a further revision."""
    out, table = pdf + b"\n", b"xref\n"
    for (number, generation), body in sorted(objects.items()):
        table += b"%d 1\n%010d %05d n\r\n" % (number, len(out), generation)
        out += b"%d %d obj\n%s\nendobj\n" % (number, generation, body)
    root, before = re.findall(rb"/Root (\d+ \d+ R)", pdf)[-1], re.findall(rb"startxref\s+(\d+)", pdf)[-1]
    info = re.findall(rb"/Info (\d+ \d+ R)", pdf)[-1]
    size = max(next_number(pdf), *(number + 1 for number, _generation in objects))
    trailer = b"trailer\n<< /Root %s /Info %s /Size %d /Prev %s >>\nstartxref\n%d\n%%%%EOF\n"
    return out + table + trailer % (root, info, size, before, len(out))
