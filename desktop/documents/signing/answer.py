"""The employee's answer in the fields of a note: written as a further revision, and read as it was given."""

import re
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader

from desktop.documents.drawing import field_names as names
from desktop.documents.files.locks import locked
from desktop.documents.judging.field_values import field_values, reply_of
from desktop.documents.keys.signer import QuietWriter, opens
from desktop.documents.signing.comment_drawing import comment_drawing
from desktop.models.problems import Problem
from desktop.models.response import Choice, Reply

_BOX_OF = {Choice.RECEIVED: names.RECEIVED, Choice.AGREE: names.AGREE, Choice.DISAGREE: names.DISAGREE}


def fill(pdf: bytes, reply: Reply, password: str = "") -> bytes:
    """Return the note with `reply` in its fields; every signature in it stays valid. An earlier answer is replaced.

    Raises Problem if the note cannot be answered any more, or disagreement comes without a reason.
    """
    if reply.choice is Choice.DISAGREE and not reply.comment.strip():
        raise Problem("Say in your comment what you disagree with.")
    writer = open_to_answer(pdf, password)
    fields = _fields(writer)
    _write_comment(writer, fields[names.COMMENT], reply.comment)
    ticked = _ticked(reply)
    for name in names.BOXES:
        _tick(writer, fields[name], name in ticked)
    out = BytesIO()
    writer.write(out)  # type: ignore[no-untyped-call]  # pyHanko annotates it only in part
    return out.getvalue()


def read_reply(pdf: bytes, password: str = "") -> Reply:
    """Return the answer in the fields of a note, signed or not.

    Raises Problem if the file cannot be read, has no such fields, or ticks contradict each other.
    """
    values = field_values(pdf, password)
    if not values:
        raise Problem("This file has no fields for an answer.")
    reply, contradictions = reply_of(values)
    if contradictions:
        raise Problem(contradictions[0])
    return reply


def open_to_answer(pdf: bytes, password: str = "") -> QuietWriter:
    """Return a writer for a note that may still be answered and signed; raise Problem if that is not so."""
    try:
        writer = QuietWriter(BytesIO(pdf), strict=False)
        shut = writer.prev.encrypted and not opens(writer.prev, password)
        fields = {} if shut else _fields(writer)
    except Exception as error:  # a damaged file can fail the parser in any way
        raise Problem("This file cannot be read as a PDF; it may be damaged or cut off.") from error
    if shut:
        raise locked(password)
    if not {*names.ANSWER, *names.SIGNATURES} <= set(fields):
        raise Problem("This file has no fields for an answer.")
    if "/V" in fields[names.EMPLOYEE]:
        raise Problem("The employee has signed this note already; the answer cannot change any more.")
    if "/V" in fields[names.WITNESS]:
        raise Problem("A witness has signed already that the employee declined; the answer cannot change any more.")
    return writer


def _fields(writer: QuietWriter) -> dict[str, Any]:
    # by key and number, never with .get: else pyHanko gives references, or what is still encrypted
    form: Any = writer.root["/AcroForm"] if "/AcroForm" in writer.root else {}  # noqa: SIM401
    entries = form["/Fields"] if "/Fields" in form else ()  # noqa: SIM401
    fields = [entries[number] for number in range(len(entries))]
    return {str(field["/T"]): field for field in fields if "/T" in field}


def _ticked(reply: Reply) -> set[str]:
    ticked = {_BOX_OF[reply.choice]} if reply.choice else set()
    if reply.scores_used is not None:
        ticked.add(names.SCORES_USED if reply.scores_used else names.SCORES_NOT_USED)
    return ticked


def _tick(writer: QuietWriter, field: Any, ticked: bool) -> None:
    state = generic.NameObject("/Yes" if ticked else "/Off")
    if any(key not in field or field[key] != state for key in ("/V", "/AS")):
        field["/V"] = field["/AS"] = state
        writer.update_container(field)


def _write_comment(writer: QuietWriter, field: Any, comment: str) -> None:
    text = re.sub("[\ud800-\udfff]", "\ufffd", comment)  # a lone surrogate cannot be written
    left, bottom, right, top = (float(number) for number in field["/Rect"])
    drawn: Any = writer
    page = drawn.import_page_as_xobject(PdfFileReader(BytesIO(comment_drawing(text, right - left, top - bottom))))
    form = generic.StreamObject(stream_data=b"/Tx BMC q /Drawn Do Q EMC")
    form["/Type"], form["/Subtype"] = generic.NameObject("/XObject"), generic.NameObject("/Form")
    form["/BBox"] = generic.ArrayObject(generic.FloatObject(round(n, 2)) for n in (0, 0, right - left, top - bottom))
    form["/Resources"] = _dictionary(XObject=_dictionary(Drawn=page))
    field["/V"] = _text(text)
    field["/AP"] = _dictionary(N=writer.add_object(form))
    writer.update_container(field)


def _text(text: str) -> generic.TextStringObject:
    """Return the value to write, always as UTF-16: in one byte each, "þÿ" would be the mark of another encoding."""
    value = generic.TextStringObject(text)
    value.force_output_encoding = generic.TextStringEncoding.UTF16BE
    return value


def _dictionary(**parts: generic.PdfObject) -> generic.DictionaryObject:
    return generic.DictionaryObject({generic.NameObject(f"/{key}"): value for key, value in parts.items()})
