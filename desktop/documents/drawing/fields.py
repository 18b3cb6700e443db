"""The form fields of a file, made before it is signed: what is there then may be filled in later, nothing else.

No field has border or background values of its own (readers would rewrite them, which looks like tampering), and the
form never asks readers to draw the fields anew (an archive file must not).
"""

from collections.abc import Sequence

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from desktop.documents.drawing.field_names import BOXES, EMPLOYEE, SIGNATURES, WITNESS
from desktop.documents.drawing.form_font import RESOURCE, form_font
from desktop.documents.drawing.page import FieldPlace
from desktop.documents.drawing.tags import Element

_PRINT = 4
_MULTILINE = 4096
_SIGNATURES_EXIST_APPEND_ONLY = 3
_TYPED = f"/{RESOURCE} 10 Tf 0 g"
_FRAME = "0.41 0.45 0.52 RG 0.9 w 0.45 0.45 {width} {height} re S"
_TICK = "0.1 0.13 0.19 RG 1.7 w 1 J 1 j 2.6 {middle} m {third} 2.8 l {width} {height} l S"


def add_fields(pdf: Pdf, places: Sequence[FieldPlace]) -> list[tuple[Element, Object]]:
    """Make a form with one empty field for each place; return which part of the structure each belongs to."""
    fields = [_field(pdf, place) for place in places]
    for number in sorted({place.page for place in places}):
        page = pdf.pages[number]
        page.Annots = Array([field for field, place in zip(fields, places, strict=True) if place.page == number])
    pdf.Root.AcroForm = Dictionary(
        Fields=Array(fields),
        DA=String(_TYPED),
        DR=Dictionary(Font=Dictionary({f"/{RESOURCE}": form_font(pdf)})),
    )
    if any(place.name in SIGNATURES for place in places):
        pdf.Root.AcroForm.SigFlags = _SIGNATURES_EXIST_APPEND_ONLY
    return [(place.form, field) for place, field in zip(places, fields, strict=True)]


def _field(pdf: Pdf, place: FieldPlace) -> Object:
    left, bottom, right, top = place.rect
    field = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Widget,
        T=String(place.name),
        TU=String(place.tip),
        F=_PRINT,
        Rect=Array([round(value, 2) for value in place.rect]),
        P=pdf.pages[place.page].obj,
    )
    size = (round(right - left, 2), round(top - bottom, 2))
    if place.name in BOXES:
        _make_box(pdf, field, size)
    elif place.name in SIGNATURES:
        field.FT = Name.Sig
        field.AP = Dictionary(N=_form(pdf, size, ""))
    else:
        field.FT, field.Ff, field.DA, field.MK = Name.Tx, _MULTILINE, String(_TYPED), Dictionary()
        field.AP = Dictionary(N=_form(pdf, size, "/Tx BMC EMC"))
    if place.name in (EMPLOYEE, WITNESS):
        field.Lock = pdf.make_indirect(Dictionary(Type=Name.SigFieldLock, Action=Name.All, P=1))
    return pdf.make_indirect(field)


def _make_box(pdf: Pdf, field: Object, size: tuple[float, float]) -> None:
    width, height = size
    frame = _FRAME.format(width=round(width - 0.9, 2), height=round(height - 0.9, 2))
    tick = _TICK.format(
        middle=round(height * 0.5, 2),
        third=round(width * 0.4, 2),
        width=round(width - 2.4, 2),
        height=round(height - 2.6, 2),
    )
    drawn = Dictionary(Off=_form(pdf, size, frame), Yes=_form(pdf, size, f"{frame} {tick}"))
    field.FT, field.MK, field.V, field.AS, field.AP = Name.Btn, Dictionary(), Name.Off, Name.Off, Dictionary(N=drawn)


def _form(pdf: Pdf, size: tuple[float, float], drawing: str) -> Stream:
    stream = Stream(pdf, drawing.encode("ascii"))
    stream.Type, stream.Subtype = Name.XObject, Name.Form
    stream.BBox = Array([0, 0, *size])
    stream.Resources = Dictionary()
    return stream
